import { RuntimeError } from "../errors";
import { toInt64 } from "./convert";
import { eachInMemoryOrder } from "./memory-order";
import type { Strided } from "./strided";

/** Fills a view with one draw after the other, in the order of memory; integers are truncated, bools are not 0. */
export function fillByDraws(view: Strided, next: () => number): void {
  const { data } = view.storage;
  if (data instanceof BigInt64Array) fillByIntegerDraws(view, () => toInt64(next()));
  else if (view.dtype.name === "bool") fillNumbers(view, () => (next() === 0 ? 0 : 1));
  else fillNumbers(view, next);
}

/** Fills a view with 64-bit integers, each converted to the dtype of the view. */
export function fillByIntegerDraws(view: Strided, next: () => bigint): void {
  const { data } = view.storage;
  if (!(data instanceof BigInt64Array)) {
    fillByDraws(view, () => Number(next()));
    return;
  }
  eachInMemoryOrder(view, ({ offset, stride, count }) => {
    for (let i = 0, o = offset; i < count; i++, o += stride) data[o] = next();
  });
}

function fillNumbers(view: Strided, next: () => number): void {
  const data = view.storage.data as Float32Array | Float64Array | Uint8Array;
  eachInMemoryOrder(view, ({ offset, stride, count }) => {
    for (let i = 0, o = offset; i < count; i++, o += stride) data[o] = next();
  });
}

/** Throws PyTorch's sentence unless a law of real numbers can fill this dtype. */
export function checkFloating(call: string, kernel: string, view: Pick<Strided, "dtype">): void {
  if (view.dtype.is_floating_point) return;
  throw new RuntimeError(
    call,
    `"${kernel}" not implemented for '${view.dtype.scalarName}'`,
    "fill a float32 tensor and convert it: x.to(torch.int64)",
  );
}
