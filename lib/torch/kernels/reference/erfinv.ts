/*
 * The inverse error function after G. L. Pavlis, erfinv.c of the antelope_contrib collection, as ATen uses it:
 * Copyright (c) 2014 Indiana University. All rights reserved. Written by Prof. Gary L. Pavlis, Dept. of Geol. Sci.,
 * Indiana University, Bloomington, IN. BSD-3-Clause licence. A rational start and two steps of Newton's method.
 */
import { erf } from "./erf";
import { fmaFloat32 } from "./fma";

const { abs, exp, fround, log, sqrt, PI } = Math;

const A = [0.886226899, -1.645349621, 0.914624893, -0.140543331] as const;
const B = [1, -2.118377725, 1.442710462, -0.329097515, 0.012229801] as const;
const C = [-1.970840454, -1.624906493, 3.429567803, 1.641345311] as const;
const D = [1, 3.5438892, 1.6370678] as const;
const SLOPE = 2 / sqrt(PI);
const SLOPE_FLOAT32 = fround(2 / fround(sqrt(PI)));

type Arithmetic = {
  readonly round: (x: number) => number;
  readonly fma: (a: number, b: number, c: number) => number;
  readonly slope: number;
};

function polynomial(coefficients: readonly number[], x: number, { round, fma }: Arithmetic): number {
  let value = round(coefficients[coefficients.length - 1]!);
  for (let i = coefficients.length - 2; i >= 0; i--) value = fma(value, x, round(coefficients[i]!));
  return value;
}

function invert(y: number, arithmetic: Arithmetic): number {
  const { round, slope } = arithmetic;
  const size = abs(y);
  if (size === 1) return y * Number.POSITIVE_INFINITY;
  if (!(size < 1)) return Number.NaN;
  let x: number;
  if (size <= 0.7) {
    const z = round(y * y);
    x = round(round(y * polynomial(A, z, arithmetic)) / polynomial(B, z, arithmetic));
  } else {
    const z = round(sqrt(-round(log(round(round(1 - size) / 2)))));
    const start = round(polynomial(C, z, arithmetic) / polynomial(D, z, arithmetic));
    x = y < 0 ? -start : start;
  }
  for (let step = 0; step < 2; step++) {
    const derivative = round(slope * round(exp(-round(x * x))));
    x = round(x - round(round(round(erf(x)) - y) / derivative));
  }
  return x;
}

const FLOAT32: Arithmetic = { round: fround, fma: fmaFloat32, slope: SLOPE_FLOAT32 };
const FLOAT64: Arithmetic = { round: (x) => x, fma: (a, b, c) => a * b + c, slope: SLOPE };

/** erf⁻¹ of a float32, each step in float32 as in PyTorch: near ±1 its rounding is what decides. */
export function erfinvFloat32(y: number): number {
  return invert(y, FLOAT32);
}

/** erf⁻¹ of a float64: ±∞ at ±1, NaN beyond. */
export function erfinvFloat64(y: number): number {
  return invert(y, FLOAT64);
}
