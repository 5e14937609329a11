/*
 * Single-precision log, sin and cos: the Cephes polynomials as arranged by Julien Pommier's sse_mathfun.h (2007) and
 * Giovanni Garberoglio's avx_mathfun.h (2012), zlib licence, which PyTorch's AVX2 `normal_` uses. Its compiler
 * contracts multiply and add to fused operations; here each of them is written out.
 */
import { fmaFloat32 } from "./fma";

const { fround, floor, max } = Math;

const bits = new Int32Array(1);
const float = new Float32Array(bits.buffer);

const SQRT_HALF = fround(Math.SQRT1_2);
const SMALLEST_NORMAL = 1.1754943508222875e-38;
const LOG_Q1 = fround(-2.1219444e-4);
const LOG_Q2 = fround(0.693359375);
const LOG_P = Float32Array.of(
  7.0376836292e-2,
  -1.151461031e-1,
  1.167699874e-1,
  -1.2420140846e-1,
  1.4249322787e-1,
  -1.6668057665e-1,
  2.0000714765e-1,
  -2.4999993993e-1,
  3.3333331174e-1,
);

/** The natural logarithm of a float32, bit for bit that of PyTorch's AVX2 `normal_`; NaN for `x ≤ 0`. */
export function logFloat32(x: number): number {
  if (!(x > 0)) return Number.NaN;
  float[0] = max(x, SMALLEST_NORMAL);
  const word = bits[0]!;
  let e = (word >> 23) - 0x7f + 1;
  bits[0] = (word & 0x807fffff) | 0x3f000000;
  let m = float[0]!;
  if (m < SQRT_HALF) {
    e -= 1;
    m = fround(fround(m - 1) + m);
  } else {
    m = fround(m - 1);
  }
  const z = fround(m * m);
  let y = LOG_P[0]!;
  for (let i = 1; i < 9; i++) y = fmaFloat32(y, m, LOG_P[i]!);
  y = fround(y * m);
  y = fmaFloat32(y, z, fround(e * LOG_Q1));
  y = fmaFloat32(-z, 0.5, y);
  return fmaFloat32(e, LOG_Q2, fround(m + y));
}

const FOUR_OVER_PI = fround(1.27323954473516);
const MINUS_DP1 = fround(-0.78515625);
const MINUS_DP2 = fround(-2.4187564849853516e-4);
const MINUS_DP3 = fround(-3.774894977445941e-8);
const SIN_P0 = fround(-1.9515295891e-4);
const SIN_P1 = fround(8.3321608736e-3);
const SIN_P2 = fround(-1.6666654611e-1);
const COS_P0 = fround(2.443315711809948e-5);
const COS_P1 = fround(-1.388731625493765e-3);
const COS_P2 = fround(4.166664568298827e-2);

/** Writes sine and cosine of `x ≥ 0` to `out[0]` and `out[1]`, bit for bit those of PyTorch's AVX2 `normal_`. */
export function sincosFloat32(x: number, out: Float32Array): void {
  const octant = (floor(fround(x * FOUR_OVER_PI)) + 1) & ~1;
  let r = fmaFloat32(octant, MINUS_DP1, x);
  r = fmaFloat32(octant, MINUS_DP2, r);
  r = fmaFloat32(octant, MINUS_DP3, r);
  const z = fround(r * r);

  let c = fmaFloat32(COS_P0, z, COS_P1);
  c = fmaFloat32(c, z, COS_P2);
  c = fround(c * z);
  c = fmaFloat32(c, z, -fround(z * 0.5));
  c = fround(c + 1);

  let s = fmaFloat32(SIN_P0, z, SIN_P1);
  s = fmaFloat32(s, z, SIN_P2);
  s = fround(s * z);
  s = fmaFloat32(s, r, r);

  const swapped = (octant & 2) !== 0;
  const sine = swapped ? c : s;
  const cosine = swapped ? s : c;
  out[0] = (octant & 4) !== 0 ? -sine : sine;
  out[1] = ((octant - 2) & 4) === 0 ? -cosine : cosine;
}
