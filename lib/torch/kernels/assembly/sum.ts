/*
 * Sums in the order of the reference kernels: blocks of 4,096 values, in a block value i in lane i mod 16, lanes joined in halves.
 * Callers copy blocks to STAGE and join the block sums themselves. Every build adds with separate roundings.
 */
import { STAGE, SUMS } from "./layout";

const BLOCK: i32 = 4096;
const LANES: i32 = 16;

/** What is added: the values, their squares, or their squared distances from a centre. */
const VALUES: i32 = 0;
const SQUARES: i32 = 1;
const DISTANCES: i32 = 2;

@inline
function term<T>(x: v128, centre: v128, kind: i32): v128 {
  if (kind == VALUES) return x;
  if (kind == SQUARES) return v128.mul<T>(x, x);
  const distance = v128.sub<T>(x, centre);
  return v128.mul<T>(distance, distance);
}

/** Sixteen lanes of float32 in four vectors. */
@inline
function sumNarrow(count: i32, kind: i32): void {
  const zero = f32x4.splat(0);
  let out = SUMS;
  for (let block: i32 = 0; block < count; block += BLOCK, out += 4) {
    let a = zero;
    let b = zero;
    let c = zero;
    let d = zero;
    const end = STAGE + (<usize>min(block + BLOCK, count) << 2);
    for (let at = STAGE + (<usize>block << 2); at < end; at += 64) {
      a = f32x4.add(a, term<f32>(v128.load(at), zero, kind));
      b = f32x4.add(b, term<f32>(v128.load(at, 16), zero, kind));
      c = f32x4.add(c, term<f32>(v128.load(at, 32), zero, kind));
      d = f32x4.add(d, term<f32>(v128.load(at, 48), zero, kind));
    }
    let sum = f32x4.add(f32x4.add(a, c), f32x4.add(b, d));
    sum = f32x4.add(sum, v128.shuffle<i32>(sum, sum, 2, 3, 2, 3));
    store<f32>(out, f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1));
  }
}

/** Two float64 from two values of T, the first `at` the address. */
@inline
function loadPair<T>(at: usize): v128 {
  return sizeof<T>() == 4 ? f64x2.promote_low_f32x4(v128.load64_zero(at)) : v128.load(at);
}

/** Sixteen lanes of float64 in eight vectors, over values of T. */
@inline
function sumWide<T>(count: i32, kind: i32, middle: f64): void {
  const zero = f64x2.splat(0);
  const centre = f64x2.splat(middle);
  const step = <usize>LANES * sizeof<T>();
  const pair = 2 * sizeof<T>();
  let out = SUMS;
  for (let block: i32 = 0; block < count; block += BLOCK, out += 8) {
    let a = zero;
    let b = zero;
    let c = zero;
    let d = zero;
    let e = zero;
    let f = zero;
    let g = zero;
    let h = zero;
    const end = STAGE + <usize>min(block + BLOCK, count) * sizeof<T>();
    for (let at = STAGE + <usize>block * sizeof<T>(); at < end; at += step) {
      a = f64x2.add(a, term<f64>(loadPair<T>(at), centre, kind));
      b = f64x2.add(b, term<f64>(loadPair<T>(at + pair), centre, kind));
      c = f64x2.add(c, term<f64>(loadPair<T>(at + 2 * pair), centre, kind));
      d = f64x2.add(d, term<f64>(loadPair<T>(at + 3 * pair), centre, kind));
      e = f64x2.add(e, term<f64>(loadPair<T>(at + 4 * pair), centre, kind));
      f = f64x2.add(f, term<f64>(loadPair<T>(at + 5 * pair), centre, kind));
      g = f64x2.add(g, term<f64>(loadPair<T>(at + 6 * pair), centre, kind));
      h = f64x2.add(h, term<f64>(loadPair<T>(at + 7 * pair), centre, kind));
    }
    const left = f64x2.add(f64x2.add(a, e), f64x2.add(c, g));
    const right = f64x2.add(f64x2.add(b, f), f64x2.add(d, h));
    const sum = f64x2.add(left, right);
    store<f64>(out, f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
  }
}

/** Block sums of `count` float32 (a multiple of 16) at STAGE, as float32 at SUMS. */
export function sumFloat32(count: i32): void {
  sumNarrow(count, VALUES);
}

/** The same of their squares, each rounded. */
export function sumSquaresFloat32(count: i32): void {
  sumNarrow(count, SQUARES);
}

/** Block sums of `count` float32 at STAGE, as float64 at SUMS. */
export function sumFloat32InFloat64(count: i32): void {
  sumWide<f32>(count, VALUES, 0);
}

/** The same of their squared distances from `centre`. */
export function sumDistancesFloat32(count: i32, centre: f64): void {
  sumWide<f32>(count, DISTANCES, centre);
}

/** Block sums of `count` float64 at STAGE, as float64 at SUMS. */
export function sumFloat64(count: i32): void {
  sumWide<f64>(count, VALUES, 0);
}

/** The same of their squares. */
export function sumSquaresFloat64(count: i32): void {
  sumWide<f64>(count, SQUARES, 0);
}

/** The same of their squared distances from `centre`. */
export function sumDistancesFloat64(count: i32, centre: f64): void {
  sumWide<f64>(count, DISTANCES, centre);
}
