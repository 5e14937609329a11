import { type Derivatives, RESULT, saving } from "./derivatives";
import { sameGradient, zeroGradient } from "./make";
import type { FLOAT_OPS, SAME_OPS } from "./ops/unary";
import { reluGradient } from "./relu-gradient";
import { i1, polygamma } from "./special";
import type { Tensor } from "./tensor";

type Name = keyof typeof FLOAT_OPS | keyof typeof SAME_OPS;

const { LN2, LN10, PI, sqrt } = Math;
/** The slope of erf at 0. */
const ERF_SLOPE = 2 / sqrt(PI);

/** The derivatives of the functions of one element, by PyTorch's formulas, so that the last digits are its own too. */
export const POINTWISE: Readonly<Record<Name, (x: Tensor) => Derivatives>> = {
  sqrt: () => [saving([RESULT], (grad, y) => grad.div(y.mul(2)))],
  exp: () => [saving([RESULT], (grad, y) => grad.mul(y))],
  log: (x) => [saving([x], (grad, x) => grad.div(x))],
  log1p: (x) => [saving([x], (grad, x) => grad.div(x.add(1)))],
  log2: (x) => [saving([x], (grad, x) => grad.div(x.mul(LN2)))],
  log10: (x) => [saving([x], (grad, x) => grad.div(x.mul(LN10)))],
  expm1: () => [saving([RESULT], (grad, y) => grad.mul(y.add(1)))],
  sin: (x) => [saving([x], (grad, x) => grad.mul(x.cos()))],
  cos: (x) => [saving([x], (grad, x) => grad.mul(x.sin().neg()))],
  tan: () => [saving([RESULT], (grad, y) => grad.mul(y.pow(2).add(1)))],
  tanh: () => [saving([RESULT], (grad, y) => grad.mul(y.mul(y).neg().add(1)))],
  sigmoid: () => [saving([RESULT], (grad, y) => grad.mul(y.neg().add(1)).mul(y))],
  rsqrt: () => [saving([RESULT], (grad, y) => grad.mul(-0.5).mul(y.pow(3)))],
  reciprocal: () => [saving([RESULT], (grad, y) => grad.neg().mul(y.mul(y)))],
  erf: (x) => [saving([x], (grad, x) => grad.mul(x.mul(x).neg().exp().mul(ERF_SLOPE)))],
  erfc: (x) => [saving([x], (grad, x) => grad.mul(x.mul(x).neg().exp().mul(-ERF_SLOPE)))],
  erfinv: () => [
    saving([RESULT], (grad, y) =>
      grad.mul(
        y
          .mul(y)
          .exp()
          .mul(1 / ERF_SLOPE),
      ),
    ),
  ],
  acos: (x) => [saving([x], (grad, x) => grad.mul(x.neg().mul(x).add(1).rsqrt().neg()))],
  acosh: (x) => [saving([x], (grad, x) => grad.mul(x.pow(2).sub(1).rsqrt()))],
  asin: (x) => [saving([x], (grad, x) => grad.mul(x.neg().mul(x).add(1).rsqrt()))],
  asinh: (x) => [saving([x], (grad, x) => grad.mul(x.pow(2).add(1).rsqrt()))],
  atan: (x) => [saving([x], (grad, x) => grad.div(x.mul(x).add(1)))],
  atanh: (x) => [saving([x], (grad, x) => grad.div(x.pow(2).neg().add(1)))],
  cosh: (x) => [saving([x], (grad, x) => grad.mul(x.sinh()))],
  sinh: (x) => [saving([x], (grad, x) => grad.mul(x.cosh()))],
  exp2: () => [saving([RESULT], (grad, y) => grad.mul(y).mul(LN2))],
  digamma: (x) => [saving([x], (grad, x) => grad.mul(polygamma(1, x)))],
  lgamma: (x) => [saving([x], (grad, x) => grad.mul(x.digamma()))],
  i0: (x) => [saving([x], (grad, x) => grad.mul(i1(x)))],
  sgn: () => [zeroGradient],
  frac: () => [sameGradient],
  neg: () => [(grad) => grad.neg()],
  abs: (x) => [saving([x], (grad, x) => grad.mul(x.sign()))],
  square: (x) => [saving([x], (grad, x) => grad.mul(x.mul(2)))],
  relu: () => [saving([RESULT], (grad, y) => reluGradient(grad, y))],
  sign: () => [zeroGradient],
  floor: () => [zeroGradient],
  ceil: () => [zeroGradient],
  trunc: () => [zeroGradient],
  round: () => [zeroGradient],
};
