import { PACKED_LEFT, PACKED_RIGHT, RESULT } from "./layout";

/** A tile of the result is so many rows … */
const ROWS: i32 = 4;
/** … by two vectors, whose eight accumulators stay in registers. */
// The offsets are written out: an immediate of an instruction cannot be a parameter.
@inline
function splat0<T>(at: usize): v128 {
  return sizeof<T>() == 4 ? v128.load32_splat(at, 0) : v128.load64_splat(at, 0);
}

@inline
function splat1<T>(at: usize): v128 {
  return sizeof<T>() == 4 ? v128.load32_splat(at, 4) : v128.load64_splat(at, 8);
}

@inline
function splat2<T>(at: usize): v128 {
  return sizeof<T>() == 4 ? v128.load32_splat(at, 8) : v128.load64_splat(at, 16);
}

@inline
function splat3<T>(at: usize): v128 {
  return sizeof<T>() == 4 ? v128.load32_splat(at, 12) : v128.load64_splat(at, 24);
}

@inline
function plusProduct<T>(sum: v128, x: v128, y: v128): v128 {
  // Two roundings, in every build: the order of operations is what makes the bits the same everywhere.
  return v128.add<T>(sum, v128.mul<T>(x, y));
}

/**
 * Adds `depth` products to each of the m × n results at RESULT, row-major with rows `pitch` bytes apart, k ascending. Both
 * operands are packed; m and n are whole tiles. `starts` says that the results begin at 0.
 */
@inline
function multiply<T>(m: i32, n: i32, depth: i32, pitch: usize, starts: bool): void {
  const leftBytes = <usize>(depth * ROWS) * sizeof<T>();
  const rightBytes = <usize>depth * 32;
  for (let j: usize = 0, right = PACKED_RIGHT; j < <usize>n * sizeof<T>(); j += 32, right += rightBytes) {
    for (let i: i32 = 0, left = PACKED_LEFT; i < m; i += ROWS, left += leftBytes) {
      const r0 = RESULT + <usize>i * pitch + j;
      const r1 = r0 + pitch;
      const r2 = r1 + pitch;
      const r3 = r2 + pitch;
      let s00 = v128.splat<T>(0);
      let s01 = s00;
      let s10 = s00;
      let s11 = s00;
      let s20 = s00;
      let s21 = s00;
      let s30 = s00;
      let s31 = s00;
      if (!starts) {
        s00 = v128.load(r0);
        s01 = v128.load(r0, 16);
        s10 = v128.load(r1);
        s11 = v128.load(r1, 16);
        s20 = v128.load(r2);
        s21 = v128.load(r2, 16);
        s30 = v128.load(r3);
        s31 = v128.load(r3, 16);
      }
      let a = left;
      let b = right;
      for (const end = left + leftBytes; a < end; a += ROWS * sizeof<T>(), b += 32) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        const a0 = splat0<T>(a);
        s00 = plusProduct<T>(s00, a0, b0);
        s01 = plusProduct<T>(s01, a0, b1);
        const a1 = splat1<T>(a);
        s10 = plusProduct<T>(s10, a1, b0);
        s11 = plusProduct<T>(s11, a1, b1);
        const a2 = splat2<T>(a);
        s20 = plusProduct<T>(s20, a2, b0);
        s21 = plusProduct<T>(s21, a2, b1);
        const a3 = splat3<T>(a);
        s30 = plusProduct<T>(s30, a3, b0);
        s31 = plusProduct<T>(s31, a3, b1);
      }
      v128.store(r0, s00);
      v128.store(r0, s01, 16);
      v128.store(r1, s10);
      v128.store(r1, s11, 16);
      v128.store(r2, s20);
      v128.store(r2, s21, 16);
      v128.store(r3, s30);
      v128.store(r3, s31, 16);
    }
  }
}

/** See `multiply`. */
export function multiplyFloat32(m: i32, n: i32, depth: i32, pitch: usize, starts: bool): void {
  multiply<f32>(m, n, depth, pitch, starts);
}

/** See `multiply`. */
export function multiplyFloat64(m: i32, n: i32, depth: i32, pitch: usize, starts: bool): void {
  multiply<f64>(m, n, depth, pitch, starts);
}
