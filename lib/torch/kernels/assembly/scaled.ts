import { FUSES, fused } from "./fused";
import { STAGE, STAGE_BYTES } from "./layout";

/** Where the second operand of a pair begins. */
export const SECOND: usize = STAGE + STAGE_BYTES / 2;

/** The smallest normal float32, and the bits of a magnitude. */
const SMALLEST: f32 = 1.1754943508222875e-38;
const MAGNITUDE: i32 = 0x7fffffff;

/**
 * x + factor · y, rounded once, for `count` float32 (a multiple of 4) with x at STAGE, where the results go, and y at SECOND.
 * False where the build has no fused instruction and a result is so small that it has fewer bits: that is then not exact.
 */
export function addScaledFloat32(count: i32, factor: f32): bool {
  const f = f32x4.splat(factor);
  const end = STAGE + (<usize>count << 2);
  let doubtful = i32x4.splat(0);
  for (let at = STAGE; at < end; at += 16) {
    const x = v128.load(at);
    const result = fused(v128.load(at + STAGE_BYTES / 2), f, x);
    if (!FUSES) {
      const size = v128.and(result, i32x4.splat(MAGNITUDE));
      const small = f32x4.lt(size, f32x4.splat(SMALLEST));
      doubtful = v128.or(doubtful, v128.and(small, f32x4.ne(x, f32x4.splat(0))));
    }
    v128.store(at, result);
  }
  return !v128.any_true(doubtful);
}
