/*
 * The error function and its complement, ported from FreeBSD's msun, lib/msun/src/s_erf.c:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc.
 * business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice
 * is preserved. (A permissive licence.) Rational approximations on four intervals, each to less than one ulp.
 */
const { abs, exp } = Math;

// erf(1) to 24 bits, and what near 1 is added to it.
const ERX = 0.8450629115104675;
const TWO_OVER_SQRT_PI_MINUS_1 = 0.1283791670955126;

const PP = [
  0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442,
  -2.3763016656650163e-5,
];
const QQ = [
  1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164,
  -3.960228278775368e-6,
];
const PA = [
  -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
  0.035478304325618236, -0.002166375594868791,
];
const QA = [
  1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
  0.011984499846799107,
];
const RA = [
  -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
  -184.60509290671104, -81.2874355063066, -9.814329344169145,
];
const SA = [
  1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
  108.63500554177944, 6.570249770319282, -0.0604244152148581,
];
const RB = [
  -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
  -1025.0951316110772, -483.5191916086514,
];
const SB = [
  1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
  474.52854120695537, -22.44095244658582,
];

function polynomial(coefficients: readonly number[], x: number): number {
  let value = coefficients[coefficients.length - 1]!;
  for (let i = coefficients.length - 2; i >= 0; i--) value = coefficients[i]! + x * value;
  return value;
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
// The word with the low bits: the first on a little-endian host.
const LOW = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 0 : 1;

/** erfc(x) for 1.25 ≤ x < 28: e^(-x²) in two factors, so that the square loses nothing. */
function tail(x: number): number {
  const s = 1 / (x * x);
  const isNear = x < 1 / 0.35;
  const ratio = isNear ? polynomial(RA, s) / polynomial(SA, s) : polynomial(RB, s) / polynomial(SB, s);
  float[0] = x;
  words[LOW] = 0;
  const z = float[0]!;
  return (exp(-z * z - 0.5625) * exp((z - x) * (z + x) + ratio)) / x;
}

function nearOne(size: number): number {
  const s = size - 1;
  return polynomial(PA, s) / polynomial(QA, s);
}

function nearZero(x: number): number {
  const z = x * x;
  return polynomial(PP, z) / polynomial(QQ, z);
}

/** The error function: 2/√π times the integral of e^(-t²) from 0 to x. */
export function erf(x: number): number {
  const size = abs(x);
  if (Number.isNaN(x)) return x;
  if (size < 2 ** -28) return x + TWO_OVER_SQRT_PI_MINUS_1 * x;
  if (size < 0.84375) return x + x * nearZero(x);
  const result = size < 1.25 ? ERX + nearOne(size) : size < 6 ? 1 - tail(size) : 1;
  return x < 0 ? -result : result;
}

/** 1 - erf(x), without cancellation. */
export function erfc(x: number): number {
  const size = abs(x);
  if (Number.isNaN(x)) return x;
  if (size < 2 ** -56) return 1 - x;
  if (size < 0.84375) {
    const y = nearZero(x);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x - 0.5 + x * y);
  }
  if (size < 1.25) return x > 0 ? 1 - ERX - nearOne(size) : 1 + (ERX + nearOne(size));
  if (x < -6) return 2;
  if (size >= 28) return 0;
  return x > 0 ? tail(size) : 2 - tail(size);
}
