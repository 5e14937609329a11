import { RuntimeError } from "../errors";
import { float32 } from "./dtype";
import { checkTensor } from "./operand";
import type { Tensor } from "./tensor";

/** How near two values must be. */
export type CloseOptions = { rtol?: number; atol?: number; equal_nan?: boolean };

/** Where two tensors of one dtype differ by no more than `atol + rtol · |other|`. */
export function isClose(
  self: Tensor,
  other: Tensor,
  { rtol = 1e-5, atol = 1e-8, equal_nan = false }: CloseOptions,
): Tensor {
  const call = "torch.isclose";
  checkTensor(call, other);
  if (self.dtype !== other.dtype) {
    throw new RuntimeError(
      call,
      `${self.dtype.scalarName} did not match ${other.dtype.scalarName}`,
      `convert one of them: other.to(torch.${self.dtype.name})`,
    );
  }
  for (const [name, value] of Object.entries({ rtol, atol })) {
    if (value < 0) {
      throw new RuntimeError(call, `${name} must be greater than or equal to zero, but got ${value}`);
    }
  }
  const equal = self.eq(other);
  const close = equal_nan ? equal.logical_or(self.isnan().logical_and(other.isnan())) : equal;
  if (rtol === 0 && atol === 0) return close;
  const floating = (x: Tensor) => (x.is_floating_point() ? x.detach() : x.to(float32));
  const [a, b] = [floating(self), floating(other)];
  const actual = a.sub(b).abs();
  const allowed = b.mul(rtol).abs().add(atol);
  return close.logical_or(actual.isfinite().logical_and(actual.le(allowed)));
}
