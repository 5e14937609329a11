import { pointwise, saving, type Tensor } from "../../tensor";

const { abs, exp, sqrt, PI } = Math;
const TWO_OVER_ROOT_PI = 2 / sqrt(PI);

/** Where the series for erf gives way to the continued fraction for its complement. */
const LARGE = 2.5;
/** From here on erf is 1 in float64. */
const SATURATED = 6;

/** `erf x = 2/√π · e^-x² · Σ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n+1))`: all terms of one sign, so nothing cancels. */
function bySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; abs(term) > abs(sum) * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return TWO_OVER_ROOT_PI * exp(-x * x) * sum;
}

/** `erfc x = e^-x² / √π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …))))`, from the inside out. */
function complement(x: number): number {
  let below = x;
  for (let n = 60; n >= 1; n--) below = x + n / 2 / below;
  return exp(-x * x) / (sqrt(PI) * below);
}

function erfOf(x: number): number {
  const size = abs(x);
  if (!(size < SATURATED)) return Number.isNaN(x) ? x : Math.sign(x);
  if (size < LARGE) return bySeries(x);
  return Math.sign(x) * (1 - complement(size));
}

/** The error function `2/√π ∫₀ˣ e^-t² dt`, element by element. */
export function erf(x: Tensor): Tensor {
  return pointwise("ErfBackward0", x, erfOf, [
    saving([x], (grad, x) => grad.mul(x.mul(x).neg().exp().mul(TWO_OVER_ROOT_PI))),
  ]);
}

/** `x · Φ(x)` for one value. */
export function geluOf(x: number): number {
  return x * 0.5 * (1 + erfOf(x / sqrt(2)));
}
