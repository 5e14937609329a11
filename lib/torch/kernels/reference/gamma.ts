/*
 * The logarithm of the gamma function and its derivatives, from their asymptotic series: small arguments are moved up
 * by the recurrence first, negative ones reflected. `digamma` and the Hurwitz zeta function are after ATen's
 * `calc_digamma` and `zeta` (BSD-3-Clause, Copyright (c) 2016- Facebook, Inc and others), themselves after Cephes.
 */
const { abs, log, sin, tan, exp, pow, floor, trunc, PI } = Math;

const HALF_LOG_2PI = 0.9189385332046728;
// B(2k) / (2k (2k - 1)) of Stirling's series.
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
] as const;

function series(coefficients: readonly number[], z: number): number {
  let value = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) value = value * z + coefficients[k]!;
  return value;
}

/** ln |Γ(x)|; infinite at 0 and the negative integers. The error is at most some 1e-15 of the largest term. */
export function lgamma(x: number): number {
  if (Number.isNaN(x)) return x;
  if (abs(x) === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  if (x <= 0 && floor(x) === x) return Number.POSITIVE_INFINITY;
  if (x === 1 || x === 2) return 0;
  if (x < 0) {
    const nearest = x - 2 * floor(x / 2);
    return log(PI / abs(sin(PI * nearest))) - lgamma(1 - x);
  }
  let product = 1;
  let at = x;
  while (at < 10) product *= at++;
  const stirling = (at - 0.5) * log(at) - at + HALF_LOG_2PI + series(STIRLING, 1 / (at * at)) / at;
  return product === 1 ? stirling : stirling - log(product);
}

const DIGAMMA_OF_10 = 2.251752589066721;
// B(2k) / 2k
const DIGAMMA = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12] as const;

/** The derivative of ln Γ: ∓∞ at ±0, NaN at the negative integers. */
export function digamma(x: number): number {
  if (x === 0) return Object.is(x, -0) ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (x === Number.NEGATIVE_INFINITY) return Number.NaN;
  if (x < 0) {
    if (x === trunc(x)) return Number.NaN;
    return digamma(1 - x) - PI / tan(PI * (x - trunc(x)));
  }
  let below = 0;
  let at = x;
  while (at < 10) below -= 1 / at++;
  if (at === 10) return below + DIGAMMA_OF_10;
  const z = 1 / (at * at);
  return below + log(at) - 0.5 / at - (at < 1e17 ? z * series(DIGAMMA, z) : 0);
}

// (2k)! / B(2k), of the Euler–Maclaurin sum.
const ZETA = [
  12, -720, 30240, -1209600, 47900160, -1892437580.3183792, 74724249600, -2950130727918.164,
  116467828143500.67, -4597978722407473, 1.8152105401943546e17, -7.166165256175666e18,
] as const;
const SMALL = 2 ** -53;

/** The Hurwitz zeta function Σ (k + q)^-x for k = 0, 1, 2, …; x > 1. */
function zeta(x: number, q: number): number {
  if (q <= 0) {
    if (q === floor(q)) return Number.POSITIVE_INFINITY;
    if (x !== floor(x)) return Number.NaN;
  }
  let sum = pow(q, -x);
  let a = q;
  let term = 0;
  for (let i = 0; i < 9 || a <= 9; i++) {
    a += 1;
    term = pow(a, -x);
    sum += term;
    if (abs(term) < SMALL * abs(sum)) return sum;
  }
  const w = a;
  sum += (term * w) / (x - 1) - 0.5 * term;
  let factor = 1;
  let k = 0;
  for (const divisor of ZETA) {
    factor *= x + k;
    term /= w;
    const correction = (factor * term) / divisor;
    sum += correction;
    if (abs(correction) < SMALL * abs(sum)) return sum;
    k += 1;
    factor *= x + k;
    term /= w;
    k += 1;
  }
  return sum;
}

/** The derivative of `digamma`, to some 1e-9: after ATen's `trigamma`, whose series is as short. */
function trigamma(x: number): number {
  if (x < 0.5) {
    const sine = sin(PI * x);
    return (PI * PI) / (sine * sine) - trigamma(1 - x);
  }
  let sum = 0;
  let at = x;
  for (let i = 0; i < 6; i++, at += 1) sum += 1 / (at * at);
  const z = 1 / (at * at);
  return sum + (1 + 1 / (2 * at) + z * (1 / 6 - z * (1 / 30 - z * (1 / 42)))) / at;
}

/** The n-th derivative of the digamma function: (-1)^(n+1) n! Σ (x + k)^-(n+1). */
export function polygamma(n: number, x: number): number {
  if (n === 0) return digamma(x);
  if (n === 1) return trigamma(x);
  return (n % 2 === 1 ? 1 : -1) * exp(lgamma(n + 1)) * zeta(n + 1, x);
}
