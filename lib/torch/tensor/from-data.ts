import type { Data, DType } from "./dtype";
import { record } from "./make";
import { fromData } from "./strided";
import type { Tensor } from "./tensor";

/** The result of an operation that was computed elsewhere: a row-major tensor around `data`, which it takes over. */
export function tensorFrom(
  node: string,
  inputs: readonly Tensor[],
  { data, shape, dtype }: { data: Data; shape: readonly number[]; dtype: DType },
): Tensor {
  return record(node, inputs, fromData(data, shape, dtype));
}
