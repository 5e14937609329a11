import { fmaFloat32, fmaFloat64 } from "../kernels";
import { type Tensor, tensor } from "../tensor";

/** `target += (value · a) · b`, the last product and the sum fused, as PyTorch's `addcmul_` does on the processor. */
export function addProduct(target: Tensor, value: number, [a, b]: readonly [Tensor, Tensor]): void {
  const fused = target.dtype.name === "float64" ? fmaFloat64 : fmaFloat32;
  const sums = target.toTypedArray() as Float32Array | Float64Array;
  const left = (value === 1 ? a : a.mul(value)).toTypedArray() as Float32Array | Float64Array;
  const right = b.toTypedArray() as Float32Array | Float64Array;
  for (let i = 0; i < sums.length; i++) sums[i] = fused(left[i]!, right[i]!, sums[i]!);
  target.copy_(tensor(sums).view(target.shape));
}

/** `target += (value · a) / b`, each step rounded: PyTorch's `addcdiv_`. */
export function addQuotient(target: Tensor, value: number, [a, b]: readonly [Tensor, Tensor]): void {
  target.add_((value === 1 ? a : a.mul(value)).div(b));
}
