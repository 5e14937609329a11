import { fused, fusedFloat64 } from "./fused";
import { DRAWS, STATE } from "./layout";
import { available, fillDraws, nextBlock, temper } from "./mt19937";

/** Four float32 in [0, 1): the low 24 bits of four draws. */
@inline
function unit(draws: v128): v128 {
  const low = v128.and(draws, i32x4.splat(0xffffff));
  return f32x4.mul(f32x4.convert_i32x4_s(low), f32x4.splat(5.9604644775390625e-8));
}

/**
 * `count` float32 from U[low, low + range) at `out`, and up to three more behind them. Returns the new position in STATE.
 */
export function fillUniformFloat32(out: usize, count: i32, position: i32, low: f32, range: f32): i32 {
  const plain = low == 0; // then the sum rounds nothing, and one product does it
  const l = f32x4.splat(low);
  const r = f32x4.splat(range);
  while (count > 0) {
    if (position >= 624) {
      nextBlock();
      position = 0;
    }
    const taken = available(position, count);
    const from = STATE + (position << 2);
    if (plain) {
      // + 0, since a negative range times 0 would be -0, and is 0 after the sum.
      for (let i: i32 = 0; i < taken; i += 4) {
        const at = i << 2;
        v128.store(out + at, f32x4.add(f32x4.mul(unit(temper(from + at)), r), f32x4.splat(0)));
      }
    } else {
      for (let i: i32 = 0; i < taken; i += 4) {
        const at = i << 2;
        v128.store(out + at, fused(unit(temper(from + at)), r, l));
      }
    }
    out += taken << 2;
    position += taken;
    count -= taken;
  }
  return position;
}

/**
 * `count` float64 in [0, 1) at `out`, and up to one more: the low 53 bits of two draws, the first of them the high half.
 * In the build with relaxed SIMD they are scaled to U[low, low + range). Returns the new position.
 */
export function fillUniformFloat64(out: usize, count: i32, position: i32, low: f64, range: f64): i32 {
  const next = fillDraws(DRAWS, count * 2, position);
  const l = f64x2.splat(low);
  const r = f64x2.splat(range);
  for (let i: i32 = 0; i < count; i += 2) {
    const draws = v128.load(DRAWS + (i << 3));
    const highs = v128.and(v128.shuffle<i32>(draws, draws, 0, 2, 0, 2), i32x4.splat(0x1fffff));
    const lows = v128.shuffle<i32>(draws, draws, 1, 3, 1, 3);
    const high = f64x2.mul(f64x2.convert_low_i32x4_s(highs), f64x2.splat(4294967296));
    const whole = f64x2.add(high, f64x2.convert_low_i32x4_u(lows));
    const x = f64x2.mul(whole, f64x2.splat(1.1102230246251565e-16));
    v128.store(out + (i << 3), ASC_FEATURE_RELAXED_SIMD ? fusedFloat64(x, r, l) : x);
  }
  return next;
}
