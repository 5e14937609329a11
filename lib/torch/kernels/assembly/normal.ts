/*
 * Box–Muller in blocks of 16, as PyTorch's AVX2 kernel does it: the Cephes polynomials as arranged by Julien Pommier's
 * sse_mathfun.h (2007) and Giovanni Garberoglio's avx_mathfun.h (2012), zlib licence.
 *
 * Without a fused instruction the polynomials are evaluated in pairs of float64, each step rounded to float32: twice rounded,
 * and most steps with what lies halfway away from 0. But logarithm and angle have only 2^24 possible arguments each, and for
 * all of them the result is the fused one: a test goes through them. Products that are exact in float32 need no fused step
 * in either build.
 */
import { FUSES, fused, demote, promoteHigh, roundHalfAway, roundToFloat32 } from "./fused";
import { fillUniformFloat32 } from "./uniform";

// Constants are read from memory: one written in place takes four instructions at every use.
/** Those of the polynomials, in float32 … */
const POLYNOMIALS: usize = memory.data<f32>([
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
  2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2,
  -1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1,
]);
/** … and the same values as float64. */
const POLYNOMIALS_FLOAT64: usize = memory.data<f64>([
  7.0376836292e-2 as f32, -1.151461031e-1 as f32, 1.167699874e-1 as f32, -1.2420140846e-1 as f32,
  1.4249322787e-1 as f32, -1.6668057665e-1 as f32, 2.0000714765e-1 as f32, -2.4999993993e-1 as f32,
  3.3333331174e-1 as f32,
  2.443315711809948e-5 as f32, -1.388731625493765e-3 as f32, 4.166664568298827e-2 as f32,
  -1.9515295891e-4 as f32, 8.3321608736e-3 as f32, -1.6666654611e-1 as f32,
]);
/** Where the coefficients of log, cos and sin begin. */
const LOG: usize = 0;
const COS: usize = 9;
const SIN: usize = 12;

const SCALARS: usize = memory.data<f32>([
  0.70710677, 1, -2.1219444e-4, 0.5, 0.693359375, -2, 6.2831855, 1.27323954473516, -0.78515625,
  -2.4187564849853515625e-4, -3.77489497744594108e-8, -0.5,
]);
const SQRT_HALF: usize = 0;
const ONE: usize = 1;
const LOG_Q1: usize = 2;
const HALF: usize = 3;
const LOG_Q2: usize = 4;
const MINUS_TWO: usize = 5;
const TWO_PI: usize = 6;
const FOUR_OVER_PI: usize = 7;
const MINUS_DP1: usize = 8;
const MINUS_DP2: usize = 9;
const MINUS_DP3: usize = 10;
const MINUS_HALF: usize = 11;

@inline
function coefficient(index: usize): v128 {
  return FUSES
    ? v128.load32_splat(POLYNOMIALS + (index << 2))
    : v128.load64_splat(POLYNOMIALS_FLOAT64 + (index << 3));
}

@inline
function scalar(index: usize): v128 {
  return v128.load32_splat(SCALARS + (index << 2));
}

/** y · x + c, rounded to float32: of four lanes if this build fuses, else of a pair of float64. */
@inline
function step(y: v128, x: v128, index: usize): v128 {
  return FUSES
    ? f32x4.relaxed_madd(y, x, coefficient(index))
    : roundHalfAway(f64x2.add(f64x2.mul(y, x), coefficient(index)));
}

/** The last step of a polynomial: y · x + c, which `demote` rounds in the build without a fused instruction. */
@inline
function lastStep(y: v128, x: v128, c: v128): v128 {
  return FUSES ? f32x4.relaxed_madd(y, x, c) : f64x2.add(f64x2.mul(y, x), c);
}

@inline
function times(x: v128, y: v128): v128 {
  return FUSES ? f32x4.mul(x, y) : roundToFloat32(f64x2.mul(x, y));
}

/** The polynomial of the logarithm, up to and with the small part of e · ln 2. */
@inline
function logPolynomial(m: v128, z: v128, e: v128): v128 {
  let y = coefficient(LOG);
  y = step(y, m, LOG + 1);
  y = step(y, m, LOG + 2);
  y = step(y, m, LOG + 3);
  y = step(y, m, LOG + 4);
  y = step(y, m, LOG + 5);
  y = step(y, m, LOG + 6);
  y = step(y, m, LOG + 7);
  y = step(y, m, LOG + 8);
  y = times(y, m);
  return lastStep(y, z, e);
}

/** The logarithm of four float32 above 0. */
@inline
function log(x: v128): v128 {
  const exponent = i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(0x7e));
  const half = v128.or(v128.and(x, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000));
  const small = f32x4.lt(half, scalar(SQRT_HALF));
  const e = f32x4.convert_i32x4_s(i32x4.add(exponent, small));
  const m = f32x4.add(f32x4.sub(half, scalar(ONE)), v128.and(half, small));
  const z = f32x4.mul(m, m);
  const q = f32x4.mul(e, scalar(LOG_Q1));
  let y = FUSES
    ? logPolynomial(m, z, q)
    : demote(
        logPolynomial(f64x2.promote_low_f32x4(m), f64x2.promote_low_f32x4(z), f64x2.promote_low_f32x4(q)),
        logPolynomial(promoteHigh(m), promoteHigh(z), promoteHigh(q)),
      );
  y = f32x4.sub(y, f32x4.mul(z, scalar(HALF)));
  // 0.693359375 has nine bits: its product with e is exact.
  return f32x4.add(f32x4.add(m, y), f32x4.mul(e, scalar(LOG_Q2)));
}

@inline
function cosPolynomial(z: v128, minusHalf: v128): v128 {
  let c = coefficient(COS);
  c = step(c, z, COS + 1);
  c = step(c, z, COS + 2);
  c = times(c, z);
  return lastStep(c, z, minusHalf);
}

@inline
function sinPolynomial(z: v128, r: v128): v128 {
  let s = coefficient(SIN);
  s = step(s, z, SIN + 1);
  s = step(s, z, SIN + 2);
  s = times(s, z);
  return lastStep(s, r, r);
}

/** Four pairs of normals from four pairs of uniforms: `first` and `second` lie 32 bytes apart. */
@inline
function transform(at: usize, std: v128, mean: v128, centred: bool): void {
  const u = f32x4.sub(scalar(ONE), v128.load(at));
  const radius = f32x4.sqrt(f32x4.mul(scalar(MINUS_TWO), log(u)));
  const theta = f32x4.mul(scalar(TWO_PI), v128.load(at, 32));

  const turns = i32x4.trunc_sat_f32x4_s(f32x4.mul(theta, scalar(FOUR_OVER_PI)));
  const octant = v128.and(i32x4.add(turns, i32x4.splat(1)), i32x4.splat(~1));
  const o = f32x4.convert_i32x4_s(octant);
  // The first two parts of π/4 have so few bits that their products with an octant are exact.
  let r = f32x4.add(theta, f32x4.mul(o, scalar(MINUS_DP1)));
  r = f32x4.add(r, f32x4.mul(o, scalar(MINUS_DP2)));
  r = FUSES
    ? f32x4.relaxed_madd(o, scalar(MINUS_DP3), r)
    : demote(
        f64x2.add(
          f64x2.mul(f64x2.promote_low_f32x4(o), f64x2.splat(-3.77489497744594108e-8 as f32)),
          f64x2.promote_low_f32x4(r),
        ),
        f64x2.add(
          f64x2.mul(promoteHigh(o), f64x2.splat(-3.77489497744594108e-8 as f32)),
          promoteHigh(r),
        ),
      );
  const z = f32x4.mul(r, r);
  const minusHalf = f32x4.mul(z, scalar(MINUS_HALF));
  let c: v128;
  let s: v128;
  if (FUSES) {
    c = cosPolynomial(z, minusHalf);
    s = sinPolynomial(z, r);
  } else {
    const zLow = f64x2.promote_low_f32x4(z);
    const zHigh = promoteHigh(z);
    c = demote(
      cosPolynomial(zLow, f64x2.promote_low_f32x4(minusHalf)),
      cosPolynomial(zHigh, promoteHigh(minusHalf)),
    );
    s = demote(sinPolynomial(zLow, f64x2.promote_low_f32x4(r)), sinPolynomial(zHigh, promoteHigh(r)));
  }
  c = f32x4.add(c, scalar(ONE));

  const swapped = i32x4.ne(v128.and(octant, i32x4.splat(2)), i32x4.splat(0));
  const sineSign = i32x4.shl(v128.and(octant, i32x4.splat(4)), 29);
  const beyond = v128.andnot(i32x4.splat(4), i32x4.sub(octant, i32x4.splat(2)));
  const cosine = v128.xor(v128.bitselect(s, c, swapped), i32x4.shl(beyond, 29));
  const sine = v128.xor(v128.bitselect(c, s, swapped), sineSign);
  v128.store(at, scale(f32x4.mul(radius, cosine), std, mean, centred));
  v128.store(at, scale(f32x4.mul(radius, sine), std, mean, centred), 32);
}

/** x · std + mean, rounded once; about 0 the sum rounds nothing. */
@inline
function scale(x: v128, std: v128, mean: v128, centred: bool): v128 {
  return centred ? f32x4.add(f32x4.mul(x, std), mean) : fused(x, std, mean);
}

/** Makes `count` uniforms at `out` (a multiple of 16) values from N(mean, std²). */
export function transformUniforms(out: usize, count: i32, mean: f32, std: f32): void {
  const m = f32x4.splat(mean);
  const s = f32x4.splat(std);
  const end = out + (count << 2);
  if (mean == 0) {
    for (; out < end; out += 64) {
      transform(out, s, m, true);
      transform(out + 16, s, m, true);
    }
  } else {
    for (; out < end; out += 64) {
      transform(out, s, m, false);
      transform(out + 16, s, m, false);
    }
  }
}

/** `count` float32 (a multiple of 16) from N(mean, std²) at `out`. Returns the new position in STATE. */
export function fillNormalFloat32(out: usize, count: i32, position: i32, mean: f32, std: f32): i32 {
  const next = fillUniformFloat32(out, count, position, 0, 1);
  transformUniforms(out, count, mean, std);
  return next;
}
