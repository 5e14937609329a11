/*
 * Sine, cosine, tangent and logarithm of float64, rounded almost always as the exact value would be. A host's Math may be off by
 * one in the last place, which a product of two of them, as in Box–Muller, makes more of. Taylor series in which the
 * leading terms are carried as unevaluated sums of two float64 (Dekker 1971, "A floating-point technique for extending
 * the available precision").
 */
const { round } = Math;

const SPLITTER = 134217729; // 2^27 + 1, Veltkamp's

// The value of a double-double operation: `high` is the sum rounded, `low` what that lost. Kept in module variables,
// since an object for each step would cost more than the arithmetic.
let high = 0;
let low = 0;

/** high + low = x + y exactly, for |x| ≥ |y|. */
function quickSum(x: number, y: number): void {
  high = x + y;
  low = y - (high - x);
}

/** high + low = x + y exactly. */
function exactSum(x: number, y: number): void {
  high = x + y;
  const back = high - x;
  low = x - (high - back) + (y - back);
}

/** The part of `x · y` that its rounding to `product` lost. */
function productError(x: number, y: number, product: number): number {
  const xScaled = x * SPLITTER;
  const xHigh = xScaled - (xScaled - x);
  const xLow = x - xHigh;
  const yScaled = y * SPLITTER;
  const yHigh = yScaled - (yScaled - y);
  const yLow = y - yHigh;
  return xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
}

/** (xh + xl) + (yh + yl). */
function add(xh: number, xl: number, yh: number, yl: number): void {
  exactSum(xh, yh);
  quickSum(high, low + xl + yl);
}

/** (xh + xl) · (yh + yl). */
function multiply(xh: number, xl: number, yh: number, yl: number): void {
  const product = xh * yh;
  quickSum(product, productError(xh, yh, product) + (xh * yl + xl * yh));
}

// 1/3 and so on as high and low parts.
const ONE_SIXTH_LOW = 9.25185853854297e-18;
const ONE_120TH_LOW = 1.1564823173178714e-19;
const ONE_24TH_LOW = 2.3129646346357427e-18;
const ONE_720TH_LOW = -5.300543954373577e-20;

// The rest of the series, evaluated in plain float64.
const SINE_REST = [
  -1 / 5040,
  1 / 362880,
  -1 / 39916800,
  1 / 6227020800,
  -1 / 1307674368000,
  1 / 355687428096000,
] as const;
const COSINE_REST = [
  1 / 40320,
  -1 / 3628800,
  1 / 479001600,
  -1 / 87178291200,
  1 / 20922789888000,
  -1 / 6402373705728000,
] as const;

function horner(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + coefficients[i]!;
  return value;
}

const TWO_OVER_PI = 2 / Math.PI;
const HALF_PI_HIGH = 1.5707963267341256; // 33 bits, so that its small multiples are exact
const HALF_PI_LOW = 6.077100506506192e-11;

// Sine and cosine of the last `expandSincos`, each as a high and a low part.
let sineHigh = 0;
let sineLow = 0;
let cosineHigh = 0;
let cosineLow = 0;

/** Sine and cosine of `x - quarter · π/2`, which is small. */
function expandSincos(x: number, quarter: number): void {
  exactSum(x - quarter * HALF_PI_HIGH, -quarter * HALF_PI_LOW);
  const rh = high;
  const rl = low;
  multiply(rh, rl, rh, rl);
  const zh = high;
  const zl = low;

  // sin r = r + r·z·(-1/6 + z·(1/120 + z·…))
  add(1 / 120, ONE_120TH_LOW, zh * horner(SINE_REST, zh), 0);
  multiply(high, low, zh, zl);
  add(-1 / 6, -ONE_SIXTH_LOW, high, low);
  multiply(high, low, zh, zl);
  multiply(high, low, rh, rl);
  add(rh, rl, high, low);
  sineHigh = high;
  sineLow = low;

  // cos r = 1 - z/2 + z²·(1/24 + z·(-1/720 + z·…))
  add(-1 / 720, -ONE_720TH_LOW, zh * horner(COSINE_REST, zh), 0);
  multiply(high, low, zh, zl);
  add(1 / 24, ONE_24TH_LOW, high, low);
  multiply(high, low, zh, zl);
  add(-0.5, 0, high, low);
  multiply(high, low, zh, zl);
  add(1, 0, high, low);
  cosineHigh = high;
  cosineLow = low;
}

/** Writes sine and cosine of `0 ≤ x ≤ 2π` to `out[0]` and `out[1]`. */
export function sincosFloat64(x: number, out: Float64Array): void {
  const quarter = round(x * TWO_OVER_PI);
  expandSincos(x, quarter);
  const swapped = (quarter & 1) !== 0;
  const s = swapped ? cosineHigh : sineHigh;
  const c = swapped ? sineHigh : cosineHigh;
  out[0] = (quarter & 2) !== 0 ? -s : s;
  out[1] = ((quarter + 1) & 2) !== 0 ? -c : c;
}

/** (xh + xl) / (yh + yl). */
function divide(xh: number, xl: number, yh: number, yl: number): void {
  const quotient = xh / yh;
  const back = quotient * yh;
  quickSum(quotient, (xh - back - productError(quotient, yh, back) + xl - quotient * yl) / yh);
}

/** The tangent of `-π/2 ≤ x ≤ π/2`. */
export function tanFloat64(x: number): number {
  const quarter = round(x * TWO_OVER_PI);
  expandSincos(x, quarter);
  if (quarter === 0) divide(sineHigh, sineLow, cosineHigh, cosineLow);
  else divide(-cosineHigh, -cosineLow, sineHigh, sineLow);
  return high;
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
// Which of the two words holds sign and exponent: the second on a little-endian host.
const TOP = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;
const SQRT_HALF = Math.SQRT1_2;
const LN2_HIGH = 0.6931471803691238; // 33 bits
const LN2_LOW = 1.9082149292705877e-10;
const ONE_THIRD_LOW = 1.850371707708594e-17;
const ONE_FIFTH_LOW = -1.1102230246251566e-17;
const LOG_REST = [
  1 / 7,
  1 / 9,
  1 / 11,
  1 / 13,
  1 / 15,
  1 / 17,
  1 / 19,
  1 / 21,
  1 / 23,
  1 / 25,
  1 / 27,
] as const;

/** The natural logarithm of a normal float64 above 0. */
export function logFloat64(x: number): number {
  float[0] = x;
  const top = words[TOP]!;
  let exponent = (top >>> 20) - 1022;
  words[TOP] = (top & 0xfffff) | 0x3fe00000;
  let m = float[0]!;
  if (m < SQRT_HALF) {
    m *= 2;
    exponent -= 1;
  }
  // ln m = 2s + 2s·z·(1/3 + z·(1/5 + z·…)) with s = (m - 1)/(m + 1), z = s²
  const f = m - 1;
  exactSum(m, 1);
  divide(f, 0, high, low);
  const th = high;
  const tl = low;
  multiply(th, tl, th, tl);
  const zh = high;
  const zl = low;
  add(1 / 5, ONE_FIFTH_LOW, zh * horner(LOG_REST, zh), 0);
  multiply(high, low, zh, zl);
  add(1 / 3, ONE_THIRD_LOW, high, low);
  multiply(high, low, zh, zl);
  multiply(high, low, 2 * th, 2 * tl);
  add(2 * th, 2 * tl, high, low);
  if (exponent === 0) return high;
  add(exponent * LN2_HIGH, exponent * LN2_LOW, high, low);
  return high;
}
