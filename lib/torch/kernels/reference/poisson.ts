import { logFloat64 } from "./accurate";
import type { Mt19937 } from "./mt19937";
import { nextFloat64 } from "./uniform";

const { abs, exp, floor, log, sqrt, PI } = Math;

/** ln k! by Stirling's series, exact to the last digits from 10 on, and by the product below. */
function logFactorial(k: number): number {
  if (k < 10) {
    let product = 1;
    for (let i = 2; i <= k; i++) product *= i;
    return log(product);
  }
  const n = k + 1;
  const z = 1 / (n * n);
  const series =
    (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - (z * 691) / 360360))))) / n;
  return (n - 0.5) * log(n) - n + 0.5 * log(2 * PI) + series;
}

/**
 * One draw from a Poisson law of the given rate: products of uniforms below a rate of 10, from there on the transformed
 * rejection of Hörmann 1993 ("The transformed rejection method for generating Poisson random variables"), both as ATen
 * draws them (BSD-3-Clause, Copyright (c) 2016- Facebook, Inc and others).
 */
export function nextPoisson(draws: Mt19937, rate: number): number {
  if (rate === 0) return 0;
  return rate >= 10 ? byRejection(draws, rate) : byProducts(draws, rate);
}

function byProducts(draws: Mt19937, rate: number): number {
  const limit = exp(-rate);
  let count = 0;
  for (let product = nextFloat64(draws); product > limit; product *= nextFloat64(draws)) count++;
  return count;
}

// The constants of the paper's algorithm PTRS.
function byRejection(draws: Mt19937, rate: number): number {
  const logRate = log(rate);
  const b = 0.931 + 2.53 * sqrt(rate);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const accepted = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = nextFloat64(draws) - 0.5;
    const v = nextFloat64(draws);
    const distance = 0.5 - abs(u);
    const k = floor(((2 * a) / distance + b) * u + rate + 0.43);
    if (distance >= 0.07 && v <= accepted) return k;
    if (k < 0 || (distance < 0.013 && v > distance)) continue;
    const left = logFloat64(v) + log(inverseAlpha) - log(a / (distance * distance) + b);
    if (left <= -rate + k * logRate - logFactorial(k)) return k;
  }
}
