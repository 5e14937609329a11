/**
 * float16 and bfloat16: every operation computes in float32, and what it leaves is rounded here, where tensors are made and
 * written to. Invariant: no tensor of these dtypes holds a value that its format lacks.
 */
import { roundStretch } from "../kernels";
import { isReduced } from "./dtype";
import { eachInMemoryOrder } from "./memory-order";
import type { Strided } from "./strided";

/** Rounds the values of a view to its dtype. */
export function settle(view: Strided): void {
  const { name } = view.dtype;
  if (!isReduced(name)) return;
  const data = view.storage.data as Float32Array;
  eachInMemoryOrder(view, (stretch) => roundStretch(data, name, stretch));
}
