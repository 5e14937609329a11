import { IndexError, RuntimeError } from "../errors";
import { showShape } from "./shape";
import type { Tensor } from "./tensor";

/** Throws PyTorch's sentence unless an index is of int64. */
export function checkIndexDtype(call: string, method: "gather" | "scatter", index: Tensor): void {
  if (index.dtype.name === "int64") return;
  throw new RuntimeError(
    call,
    `${method}(): Expected dtype int64 for index`,
    `got ${index.dtype}; write index.long()`,
  );
}

/** Throws unless the index has the rank of the tensor, counted so that a scalar has one dimension. */
export function checkSameRank(call: string, tensor: Tensor, index: Tensor, other = "input"): void {
  if (Math.max(tensor.ndim, 1) === Math.max(index.ndim, 1)) return;
  throw new RuntimeError(
    call,
    `Index tensor must have the same number of dimensions as ${other} tensor`,
    `got shapes ${showShape(tensor.shape)} and ${showShape(index.shape)}`,
  );
}

/** Throws unless an index along one dimension is a vector or a single place. */
export function checkVector(call: string, sentence: string, index: Tensor): void {
  if (index.ndim <= 1) return;
  throw new IndexError(call, sentence, `got shape ${showShape(index.shape)}`);
}

/** The size of a dimension, where a scalar has one of size 1. */
export function sizeAt(shape: readonly number[], dim: number): number {
  return shape.length === 0 ? 1 : shape[dim]!;
}
