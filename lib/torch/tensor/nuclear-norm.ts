import { RuntimeError } from "../errors";
import { renameNode } from "./make";
import type { Dims } from "./ops/reduce";
import { wrapDim } from "./shape";
import { singularValuesOf } from "./singular-values";
import type { Tensor } from "./tensor";

/** The sum of the singular values of a matrix, or of the matrices that lie along two dimensions. */
export function nuclearNorm(x: Tensor, dim: Dims | null | undefined, keepdim = false): Tensor {
  const call = "torch.nuclear_norm";
  if ((dim === null || dim === undefined) && x.ndim !== 2) {
    throw new RuntimeError(
      call,
      `Expected a tensor with 2 dimensions, but got a tensor with ${x.ndim} dimension${x.ndim === 1 ? "" : "s"} instead.`,
      "say which two dimensions the matrices lie along: dim: [0, 1]",
    );
  }
  // PyTorch takes one number twice.
  const given = typeof dim === "number" ? [dim, dim] : (dim ?? [0, 1]);
  if (given.length !== 2) {
    throw new RuntimeError(call, "nuclear norm requires a 'dim' argument of size 2");
  }
  const dims = given.map((d) => wrapDim(call, d, x.ndim));
  if (dims[0] === dims[1]) throw new RuntimeError(call, "duplicate or invalid dimensions");
  const others = [...x.shape.keys()].filter((d) => !dims.includes(d));
  const sum = renameNode(singularValuesOf(x.permute(...others, ...dims)).sum(-1), "SumBackward1");
  return keepdim ? dims.toSorted((a, b) => a - b).reduce((kept, d) => kept.unsqueeze(d), sum) : sum;
}
