import { RuntimeError } from "../errors";
import { isTensor } from "./operand";
import { showShape, wrapDim } from "./shape";
import { numelOf } from "./strided";
import type { Tensor } from "./tensor";

/** Over what `tensordot` sums: the last and first dimensions, as many as said, or two lists of dimensions. */
export type DotDims = number | readonly [readonly number[], readonly number[]] | Tensor;

const CALL = "torch.tensordot";

function toLists(dims: DotDims, a: Tensor): readonly [readonly number[], readonly number[]] {
  if (isTensor(dims)) return toLists(dims.tolist() as unknown as DotDims, a);
  if (typeof dims !== "number") return [toList(dims[0]), toList(dims[1])];
  if (dims < 0) throw new RuntimeError(CALL, `tensordot expects dims >= 0, but got dims=${dims}`);
  if (dims > a.ndim) {
    // What PyTorch says of the missing dimension, whichever tensor lacks it.
    wrapDim(CALL, -dims, a.ndim);
  }
  const count = Array.from({ length: dims }, (_, i) => i);
  return [count.map((i) => i - dims), count];
}

function toList(dims: number | readonly number[]): readonly number[] {
  return typeof dims === "number" ? [dims] : dims;
}

/**
 * The sum of products over pairs of dimensions: what is left of `a`, then what is left of `b`. A dimension of size 1
 * meets any size. One matrix product does it.
 */
export function tensordot(a: Tensor, b: Tensor, dims: DotDims): Tensor {
  const lists = toLists(dims, a);
  if (lists[0].length !== lists[1].length) {
    throw new RuntimeError(CALL, "both dimension lists should have same length");
  }
  const ownDims = lists[0].map((dim) => wrapDim(CALL, dim, a.ndim));
  const otherDims = lists[1].map((dim) => wrapDim(CALL, dim, b.ndim));
  let [left, right] = [a, b];
  ownDims.forEach((d, i) => {
    const other = otherDims[i]!;
    const [size, otherSize] = [a.shape[d]!, b.shape[other]!];
    if (otherSize === 1) left = left.sum(d, true);
    else if (size === 1) right = right.sum(other, true);
    else if (size !== otherSize) {
      throw new RuntimeError(
        CALL,
        `contracted dimensions need to match, but first has size ${size} in dim ${lists[0][i]} and second has size ${otherSize} in dim ${lists[1][i]}`,
        `shapes ${showShape(a.shape)} and ${showShape(b.shape)}`,
      );
    }
  });
  const rest = (tensor: Tensor, taken: readonly number[]) =>
    [...tensor.shape.keys()].filter((d) => !taken.includes(d));
  const [ownRest, otherRest] = [rest(a, ownDims), rest(b, otherDims)];
  const shape = [...ownRest.map((d) => left.shape[d]!), ...otherRest.map((d) => right.shape[d]!)];
  const k = numelOf(ownDims.map((d) => left.shape[d]!));
  const rows = left.permute([...ownRest, ...ownDims]).reshape(numelOf(ownRest.map((d) => left.shape[d]!)), k);
  const columns = right
    .permute([...otherDims, ...otherRest])
    .reshape(k, numelOf(otherRest.map((d) => right.shape[d]!)));
  return rows.mm(columns).reshape(shape);
}
