/*
 * a · b + c for float32 lanes, rounded once. With relaxed SIMD it is one instruction, which the host probes before it uses
 * this build. Without, the product is exact in float64, and the sum is rounded twice: to float64, then to float32.
 */

/** The bits that float32 cuts off, what they are halfway, and those that it keeps. Read from memory, which is quicker than written in place. */
const HALFWAY: usize = memory.data<i64>([0x1fffffff, 0x10000000, ~0x1fffffff]);
/** Whether this build has the fused instruction. */
export const FUSES: bool = ASC_FEATURE_RELAXED_SIMD;

/** The two upper float32 lanes as float64. */
@inline
export function promoteHigh(x: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i64>(x, x, 1, 1));
}

/** Four float32 from two pairs of float64. */
@inline
export function demote(low: v128, high: v128): v128 {
  return v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}

/** A pair of float64 rounded to float32 values. */
@inline
export function roundToFloat32(x: v128): v128 {
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(x));
}

/**
 * The same by two integer instructions, where a demotion and a promotion take four on the units that multiply and add; but
 * what lies halfway goes away from 0. For values that float32 holds with all its bits, and 0.
 */
@inline
export function roundHalfAway(x: v128): v128 {
  return v128.and(i64x2.add(x, v128.load64_splat(HALFWAY, 8)), v128.load64_splat(HALFWAY, 16));
}

/**
 * a · b + c for pairs of float64 that hold float32 values, such that rounding it to float32 gives the fused result: where
 * the sum lies halfway between two float32 and was itself rounded, its last bit is moved towards what was lost.
 * Results below the smallest normal float32 are not looked after.
 */
@inline
function fusedPair(a: v128, b: v128, c: v128): v128 {
  const product = f64x2.mul(a, b);
  const sum = f64x2.add(product, c);
  const halfway = i64x2.eq(v128.and(sum, v128.load64_splat(HALFWAY)), v128.load64_splat(HALFWAY, 8));
  return v128.any_true(halfway) ? moveOffHalfway(product, c, sum, halfway) : sum;
}

function moveOffHalfway(product: v128, c: v128, sum: v128, halfway: v128): v128 {
  const back = f64x2.sub(sum, product);
  const lost = f64x2.add(f64x2.sub(product, f64x2.sub(sum, back)), f64x2.sub(c, back));
  const direction = v128.or(i64x2.shr_s(v128.xor(lost, sum), 63), i64x2.splat(1));
  const moved = v128.and(halfway, f64x2.ne(lost, f64x2.splat(0)));
  return i64x2.add(sum, v128.and(direction, moved));
}

/** a · b + c, rounded once; see `fusedPair` for what it needs. */
@inline
export function fused(a: v128, b: v128, c: v128): v128 {
  if (FUSES) return f32x4.relaxed_madd(a, b, c);
  return demote(
    fusedPair(f64x2.promote_low_f32x4(a), f64x2.promote_low_f32x4(b), f64x2.promote_low_f32x4(c)),
    fusedPair(promoteHigh(a), promoteHigh(b), promoteHigh(c)),
  );
}

/** One multiply-add of float32, for the probe. */
export function probeFloat32(a: f32, b: f32, c: f32): f32 {
  return f32x4.extract_lane(fused(f32x4.splat(a), f32x4.splat(b), f32x4.splat(c)), 0);
}

/** One multiply-add of float64, for the probe; two roundings in the build without relaxed SIMD. */
export function probeFloat64(a: f64, b: f64, c: f64): f64 {
  return f64x2.extract_lane(fusedFloat64(f64x2.splat(a), f64x2.splat(b), f64x2.splat(c)), 0);
}

/** a · b + c of float64: fused in the build with relaxed SIMD only. */
@inline
export function fusedFloat64(a: v128, b: v128, c: v128): v128 {
  return FUSES ? f64x2.relaxed_madd(a, b, c) : f64x2.add(f64x2.mul(a, b), c);
}
