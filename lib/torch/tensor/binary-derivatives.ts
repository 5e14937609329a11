import { type Derivatives, RESULT, saving, withoutDerivative } from "./derivatives";
import { sameGradient, zeroGradient } from "./make";
import type { BINARY_FUNCTIONS } from "./ops/binary-functions";
import { where } from "./ops/where";
import type { Tensor } from "./tensor";

const { LN2 } = Math;

function tangentSlope(x: Tensor, y: Tensor): Tensor {
  const square = x.mul(x).add(y.mul(y));
  return where(square.eq(0), 0, square.reciprocal());
}

function exp2(x: Tensor): Tensor {
  return x.mul(LN2).exp();
}

/** The derivatives of the operations of two operands, by PyTorch's formulas; absent where it has none. */
export const BINARY_DERIVATIVES: Readonly<
  Partial<Record<keyof typeof BINARY_FUNCTIONS, (x: Tensor, y: Tensor) => Derivatives>>
> = {
  atan2: (x, y) => [
    saving([x, y], (grad, x, y) => grad.mul(y).mul(tangentSlope(x, y))),
    saving([x, y], (grad, x, y) => grad.mul(x.neg()).mul(tangentSlope(x, y))),
  ],
  fmod: (x, y) => [
    sameGradient,
    saving([x, y], (grad, x, y) => grad.neg().mul(x.div(y, { rounding_mode: "trunc" }))),
  ],
  fmax: (x, y) => [
    saving([x, y], (grad, x, y) => where(x.ge(y).logical_or(y.isnan()), grad, 0)),
    saving([x, y], (grad, x, y) => where(x.ge(y).logical_or(y.isnan()), 0, grad)),
  ],
  fmin: (x, y) => [
    saving([x, y], (grad, x, y) => where(x.le(y).logical_or(y.isnan()), grad, 0)),
    saving([x, y], (grad, x, y) => where(x.le(y).logical_or(y.isnan()), 0, grad)),
  ],
  hypot: (x, y) => [
    saving([x, RESULT], (grad, x, result) => grad.mul(x.div(result))),
    saving([y, RESULT], (grad, y, result) => grad.mul(y.div(result))),
  ],
  copysign: (x) => [
    saving([x, RESULT], (grad, x, result) => grad.mul(where(x.eq(0), 0, result.div(x)))),
    zeroGradient,
  ],
  xlogy: (x, y) => [
    saving([x, y], (grad, x, y) => where(x.eq(0).logical_and(y.le(0)), 0, grad.xlogy(y))),
    saving([x, y], (grad, x, y) => grad.mul(x).div(y)),
  ],
  logaddexp: (x, y) => [
    saving([x, y], (grad, x, y) => grad.div(y.sub(x).exp().add(1))),
    saving([x, y], (grad, x, y) => grad.div(x.sub(y).exp().add(1))),
  ],
  logaddexp2: (x, y) => [
    saving([x, y], (grad, x, y) => grad.div(exp2(y.sub(x)).add(1))),
    saving([x, y], (grad, x, y) => grad.div(exp2(x.sub(y)).add(1))),
  ],
  heaviside: () => withoutDerivative("heaviside"),
  trunc_divide: () => [zeroGradient, zeroGradient],
};
