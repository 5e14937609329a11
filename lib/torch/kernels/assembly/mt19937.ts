/*
 * The Mersenne Twister mt19937 of Matsumoto and Nishimura (1998), four words at a time. Whoever calls has put the 624 words
 * at STATE, and keeps the position of the next one.
 */
import { STATE } from "./layout";

const N: i32 = 624;
const M: i32 = 397;

/** Four words of the next block from the words at i, i + 1 and i + 397. */
@inline
function twist(at: usize, ahead: usize): v128 {
  const upper = v128.and(v128.load(at), i32x4.splat(0x80000000));
  const lower = v128.and(v128.load(at, 4), i32x4.splat(0x7fffffff));
  const y = v128.or(upper, lower);
  const odd = i32x4.neg(v128.and(y, i32x4.splat(1)));
  const mixed = v128.xor(v128.load(ahead), i32x4.shr_u(y, 1));
  return v128.xor(mixed, v128.and(odd, i32x4.splat(0x9908b0df)));
}

/** Replaces the words by those of the next block. */
export function nextBlock(): void {
  const first = twist(STATE, STATE + M * 4);
  v128.store(STATE, first);
  // Invariant: word 624 stands for word 0 of the new block, which the vectors that cross the end ask for.
  v128.store(STATE + N * 4, first);
  for (let i: i32 = 4; i <= N - M; i += 4) {
    const at = STATE + (i << 2);
    v128.store(at, twist(at, at + M * 4));
  }
  for (let i: i32 = 228; i < N; i += 4) {
    const at = STATE + (i << 2);
    v128.store(at, twist(at, at - (N - M) * 4));
  }
}

/** Four 32-bit draws from the four words at `at`. */
@inline
export function temper(at: usize): v128 {
  let y = v128.load(at);
  y = v128.xor(y, i32x4.shr_u(y, 11));
  y = v128.xor(y, v128.and(i32x4.shl(y, 7), i32x4.splat(0x9d2c5680)));
  y = v128.xor(y, v128.and(i32x4.shl(y, 15), i32x4.splat(0xefc60000)));
  return v128.xor(y, i32x4.shr_u(y, 18));
}

/** How many of `wanted` draws the block still has from `position` on. */
@inline
export function available(position: i32, wanted: i32): i32 {
  return min(wanted, N - position);
}

/** Writes `count` draws to `out`, and up to three more that mean nothing behind them. Returns the new position. */
export function fillDraws(out: usize, count: i32, position: i32): i32 {
  while (count > 0) {
    if (position >= N) {
      nextBlock();
      position = 0;
    }
    const taken = available(position, count);
    const from = STATE + (position << 2);
    for (let i: i32 = 0; i < taken; i += 4) v128.store(out + (i << 2), temper(from + (i << 2)));
    out += taken << 2;
    position += taken;
    count -= taken;
  }
  return position;
}
