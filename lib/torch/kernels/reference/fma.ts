const { fround, abs } = Math;

/**
 * `a * b + c` for float32 values, rounded once, as the fused instruction of a processor does.
 *
 * The product of two float32 is exact in float64; their sum with `c` is rounded to float64 and then to float32. That
 * double rounding goes wrong only where the float64 sum lies halfway between two float32 and was itself inexact: then
 * the sign of what was lost decides.
 */
export function fmaFloat32(a: number, b: number, c: number): number {
  const product = a * b;
  const sum = product + c;
  const nearest = fround(sum);
  if (nearest === sum) return nearest;
  const other = nearest + 2 * (sum - nearest);
  if (fround(other) !== other) return nearest;
  // Invariant: `sum` lies halfway between the float32 values `nearest` and `other`.
  const back = sum - product;
  const lost = product - (sum - back) + (c - back);
  if (lost === 0) return nearest;
  return lost > 0 === other > nearest ? other : nearest;
}

const SPLITTER = 134217729; // 2^27 + 1, Veltkamp's
const words = new BigUint64Array(1);
const float = new Float64Array(words.buffer);

/** The float64 sum of `x` and `y`, rounded to odd: if inexact, the neighbour whose last bit is 1. */
function addToOdd(x: number, y: number): number {
  const sum = x + y;
  const back = sum - x;
  const lost = x - (sum - back) + (y - back);
  if (lost === 0) return sum;
  float[0] = sum;
  const bits = words[0]!;
  if ((bits & 1n) === 1n) return sum;
  words[0] = lost > 0 === sum > 0 ? bits + 1n : bits - 1n;
  return float[0]!;
}

/** Whether Veltkamp's splitting and its error terms stay clear of overflow and of subnormals. */
function isModerate(x: number): boolean {
  const size = abs(x);
  return size === 0 || (size > 1e-140 && size < 1e140);
}

/**
 * `a * b + c` for float64 values, rounded once (Boldo & Melquiond 2008, "Emulation of FMA and correctly rounded sums").
 * Where a magnitude lies outside 1e-140 … 1e140 the sum is formed exactly in integers instead.
 */
export function fmaFloat64(a: number, b: number, c: number): number {
  if (a === 0 || b === 0) return a * b + c;
  if (!isModerate(a) || !isModerate(b) || !isModerate(c)) return fmaByIntegers(a, b, c);
  const product = a * b;
  const aScaled = a * SPLITTER;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = b * SPLITTER;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  const productLow = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);

  const t = c + productLow;
  const tBack = t - c;
  const tLow = c - (t - tBack) + (productLow - tBack);
  const v = product + t;
  const vBack = v - product;
  const vLow = product - (v - vBack) + (t - vBack);
  return v + addToOdd(tLow, vLow);
}

/** `x` as `mantissa · 2^exponent` in integers. */
function decompose(x: number): { mantissa: bigint; exponent: number } {
  float[0] = x;
  const bits = words[0]!;
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const size = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { mantissa: x < 0 ? -size : size, exponent: Math.max(biased, 1) - 1075 };
}

function fmaByIntegers(a: number, b: number, c: number): number {
  const rough = a * b + c;
  if (!Number.isFinite(a) || !Number.isFinite(b) || !Number.isFinite(c) || a === 0 || b === 0) return rough;
  const left = decompose(a);
  const right = decompose(b);
  const addend = decompose(c);
  const exponent = Math.min(left.exponent + right.exponent, addend.exponent);
  const product = (left.mantissa * right.mantissa) << BigInt(left.exponent + right.exponent - exponent);
  const sum = product + (addend.mantissa << BigInt(addend.exponent - exponent));
  return sum === 0n ? rough : roundToDouble(sum, exponent);
}

/** `mantissa · 2^exponent` rounded to the nearest float64, ties to even. */
function roundToDouble(mantissa: bigint, exponent: number): number {
  const negative = mantissa < 0n;
  let size = negative ? -mantissa : mantissa;
  const length = size.toString(2).length;
  const drop = Math.max(length - 53, -1074 - exponent);
  let scale = exponent;
  if (drop > 0) {
    const shift = BigInt(drop);
    const half = 1n << (shift - 1n);
    const rest = size & ((1n << shift) - 1n);
    size >>= shift;
    if (rest > half || (rest === half && (size & 1n) === 1n)) size += 1n;
    scale += drop;
  }
  // Two steps, each exact, since 2^scale alone may lie outside the range of a float64.
  const half = Math.trunc(scale / 2);
  const value = Number(size) * 2 ** half * 2 ** (scale - half);
  return negative ? -value : value;
}
