import { RuntimeError } from "../errors";
import { copyInto, copyOf } from "./convert";
import { record } from "./make";
import { wrapDim } from "./shape";
import { emptyStrided, type Strided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** Which diagonal: `offset` above (or, negative, below) the main one, of the planes of two dimensions. */
export type DiagonalOptions = { offset?: number; dim1?: number; dim2?: number };

/** The view of a diagonal, which becomes the last dimension. */
export function diagonalOf(
  call: string,
  view: Strided,
  { offset = 0, dim1 = 0, dim2 = 1 }: DiagonalOptions,
): Strided {
  const rank = view.shape.length;
  const [first, second] = [wrapDim(call, dim1, rank), wrapDim(call, dim2, rank)];
  if (first === second) {
    throw new RuntimeError(call, `diagonal dimensions cannot be identical ${dim1}, ${dim2}`);
  }
  const [rows, columns] = [view.shape[first]!, view.shape[second]!];
  const [rowStep, columnStep] = [view.strides[first]!, view.strides[second]!];
  const size = Math.max(0, offset >= 0 ? Math.min(rows, columns - offset) : Math.min(rows + offset, columns));
  const shift = size === 0 ? 0 : offset >= 0 ? offset * columnStep : -offset * rowStep;
  const others = [...view.shape.keys()].filter((d) => d !== first && d !== second);
  return {
    ...view,
    shape: Object.freeze([...others.map((d) => view.shape[d]!), size]),
    strides: [...others.map((d) => view.strides[d]!), rowStep + columnStep],
    offset: view.offset + shift,
  };
}

/** Vectors along the last dimension as diagonals of matrices that are 0 elsewhere. */
export function embedDiagonal(tensor: Tensor, { offset = 0, dim1 = -2, dim2 = -1 }: DiagonalOptions): Tensor {
  const call = "torch.diag_embed";
  const rank = tensor.ndim + 1;
  const [first, second] = [wrapDim(call, dim1, rank), wrapDim(call, dim2, rank)];
  if (first === second) {
    throw new RuntimeError(call, `diagonal dimensions cannot be identical ${dim1}, ${dim2}`);
  }
  const size = tensor.shape.at(-1)! + Math.abs(offset);
  const rest = tensor.shape.slice(0, -1);
  const shape: number[] = [];
  for (let d = 0, next = 0; d < rank; d++) {
    shape.push(d === first || d === second ? size : rest[next++]!);
  }
  const out = emptyStrided(shape, tensor.dtype);
  copyInto(diagonalOf(call, out, { offset, dim1: first, dim2: second }), tensor[STRIDED]);
  return record("DiagEmbedBackward0", [tensor], out, [(grad) => grad.diagonal(offset, first, second)]);
}

/** A matrix with a vector on a diagonal, or the diagonal of a matrix, as a tensor of its own. */
export function diag(tensor: Tensor, offset: number): Tensor {
  const { shape } = tensor;
  if (shape.length === 1) {
    const size = shape[0]! + Math.abs(offset);
    const out = emptyStrided([size, size], tensor.dtype);
    copyInto(diagonalOf("torch.diag", out, { offset }), tensor[STRIDED]);
    return record("DiagBackward0", [tensor], out, [(grad) => grad.diag(offset)]);
  }
  if (shape.length !== 2) throw new RuntimeError("torch.diag", "matrix or a vector expected");
  const own = copyOf(diagonalOf("torch.diag", tensor[STRIDED], { offset }));
  return record("DiagBackward0", [tensor], own, [(grad) => intoDiagonal(grad, shape, offset)]);
}

/** Zeros of a shape with values on a diagonal. */
export function intoDiagonal(values: Tensor, shape: readonly number[], offset: number): Tensor {
  const out = emptyStrided(shape, values.dtype);
  copyInto(diagonalOf("torch.diag", out, { offset }), values[STRIDED]);
  return record("DiagonalBackwardBackward0", [values], out, [(grad) => grad.diagonal(offset).clone()]);
}
