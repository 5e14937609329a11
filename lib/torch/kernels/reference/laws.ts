import { logFloat64, tanFloat64 } from "./accurate";
import { fmaFloat64 } from "./fma";
import type { Mt19937 } from "./mt19937";
import { nextFloat64 } from "./uniform";

// Captured here, since a kernel host replaces Math's functions by a pinned port before the engine loads.
const { ceil, log1p, PI } = Math;

function ln(x: number): number {
  return x === 0 ? Number.NEGATIVE_INFINITY : logFloat64(x);
}

/** One draw from Exp(λ): `-1/λ · ln(1 - u)` for a float64 `u` in [0, 1). */
export function nextExponential(draws: Mt19937, lambda: number): number {
  return (-1 / lambda) * ln(1 - nextFloat64(draws));
}

/** One draw from a Cauchy law: `median + σ · tan(π · (u - 1/2))`, fused. The sum may cancel, so the tangent is rounded well. */
export function nextCauchy(draws: Mt19937, median: number, sigma: number): number {
  return fmaFloat64(sigma, tanFloat64(PI * (nextFloat64(draws) - 0.5)), median);
}

/** One draw from a geometric law on 1, 2, …: `⌈ln u / ln(1 - p)⌉`. */
export function nextGeometric(draws: Mt19937, p: number): number {
  return ceil(ln(nextFloat64(draws)) / log1p(-p));
}
