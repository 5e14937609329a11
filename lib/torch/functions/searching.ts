import { bindArguments } from "../arguments";
import { NotImplementedError, RuntimeError } from "../errors";
import { int64, isTensor, type Scalar, showShape, type Tensor, tensor, tensorFrom } from "../tensor";
import { checkInput } from "./input";

/** Keywords of `bucketize`: with `right` a value equal to a boundary lies after it. */
export type BucketizeOptions = { out_int32?: boolean; right?: boolean };
/** Keywords of `searchsorted`; `side: "right"` is `right: true`, `sorter` the order in which the sequence is sorted. */
export type SearchOptions = BucketizeOptions & { side?: "left" | "right" | null; sorter?: Tensor | null };

type Search = { readonly sorted: ArrayLike<number | bigint>; readonly from: number; readonly size: number };

/** How many entries of a sorted row lie before a value; NaN lies behind all. */
function place({ sorted, from, size }: Search, value: number | bigint, right: boolean): number {
  let [start, end] = [0, size];
  while (start < end) {
    const middle = (start + end) >>> 1;
    const own = sorted[from + middle]!;
    if (right ? !(own > value) : !(own >= value)) start = middle + 1;
    else end = middle;
  }
  return start;
}

function refuseInt32(call: string, out_int32: boolean | undefined): void {
  if (out_int32 !== true) return;
  throw new NotImplementedError(call, "out_int32=True is not implemented", "this engine has int64 only");
}

function search(rows: Tensor, values: Tensor, right: boolean): Tensor {
  const sorted = rows.toTypedArray();
  const wanted = values.toTypedArray();
  const size = rows.shape.at(-1)!;
  const perRow = rows.ndim === 1 ? wanted.length : (values.shape.at(-1) ?? 1);
  const data = new BigInt64Array(wanted.length);
  for (let i = 0; i < wanted.length; i++) {
    const from = Math.floor(i / perRow) * size;
    data[i] = BigInt(place({ sorted, from, size }, wanted[i]!, right));
  }
  return tensorFrom("", [], { data, shape: values.shape, dtype: int64 });
}

function asTensor(values: Tensor | Scalar): Tensor {
  return isTensor(values) ? values : tensor(values);
}

function sideOf(call: string, { right, side }: SearchOptions): boolean {
  if (side !== undefined && side !== null) {
    if (side !== "left" && side !== "right") {
      throw new RuntimeError(
        call,
        `torch.searchsorted(): side can only be 'left' or 'right' but got ${String(side)}`,
      );
    }
    if (side === "left" && right === true) {
      throw new RuntimeError(
        call,
        "torch.searchsorted(): side and right can't be set to opposites, got side of left while right was True",
      );
    }
  }
  return right === true || side === "right";
}

/**
 * At which place of a sorted sequence each value would have to be put in: before the first entry that is not smaller, with
 * `right` before the first that is larger. The sequence is a vector, or has a row for each row of values.
 * Source: `torch.searchsorted`.
 * @example
 * torch.searchsorted(torch.tensor([1, 3, 5]), torch.tensor([3, 6])) // => tensor([1, 3])
 */
export function searchsorted(
  sorted_sequence: Tensor,
  values: Tensor | Scalar,
  options: SearchOptions = {},
): Tensor {
  const call = "torch.searchsorted";
  checkInput("searchsorted", sorted_sequence);
  const bound = bindArguments<SearchOptions>(call, [options], {
    names: [],
    only: ["out_int32", "right", "side", "sorter"],
  });
  refuseInt32(call, bound.out_int32);
  const right = sideOf(call, bound);
  const wanted = asTensor(values);
  const lead = (tensor: Tensor) => showShape(tensor.shape.slice(0, -1));
  const { ndim } = sorted_sequence;
  if (ndim !== 1 && (ndim !== wanted.ndim || lead(sorted_sequence) !== lead(wanted))) {
    throw new RuntimeError(
      call,
      `torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor ${showShape(sorted_sequence.shape)} and input value tensor ${showShape(wanted.shape)}`,
    );
  }
  const { sorter } = bound;
  const rows = sorter ? sorted_sequence.gather(-1, sorter) : sorted_sequence;
  return search(rows, wanted, right);
}

/**
 * In which bucket between sorted boundaries each value lies: `boundaries[i-1] < value ≤ boundaries[i]`, with `right`
 * `boundaries[i-1] ≤ value < boundaries[i]`. Source: `torch.bucketize`.
 * @example
 * torch.bucketize(torch.tensor([3, 6]), torch.tensor([1, 3, 5])) // => tensor([1, 3])
 */
export function bucketize(
  input: Tensor | Scalar,
  boundaries: Tensor,
  options: BucketizeOptions = {},
): Tensor {
  const call = "torch.bucketize";
  checkInput("bucketize", boundaries);
  const bound = bindArguments<BucketizeOptions>(call, [options], { names: [], only: ["out_int32", "right"] });
  refuseInt32(call, bound.out_int32);
  if (boundaries.ndim !== 1) {
    throw new RuntimeError(call, `boundaries tensor must be 1 dimension, but got dim(${boundaries.ndim})`);
  }
  return search(boundaries, asTensor(input), bound.right ?? false);
}
