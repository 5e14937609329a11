/**
 * The ports that need a border: @stdlib's (seen at 0.2.4 and 0.3.1) leave ECMAScript's rules or the true value at
 * zeros, infinities and very large or very small values. Inside the border they are called as they are.
 */
import atan2Port from "@stdlib/math-base-special-atan2";
import coshPort from "@stdlib/math-base-special-cosh";
import expPort from "@stdlib/math-base-special-exp";
import hypotPort from "@stdlib/math-base-special-hypot";
import powPort from "@stdlib/math-base-special-pow";
import sinhPort from "@stdlib/math-base-special-sinh";

const { abs, sqrt } = Math;
const { isInteger, isFinite: isBounded, isNaN: isUnknown } = Number;

/** Past this the port overflows, though `cosh` itself does so only from 710.4758 on. */
const COSH_BORDER = 709;

/** `Math.atan2`. The port takes a tiny negative `y` for +0 when `x` is negative, so it sees only the upper half. */
export function atan2(y: number, x: number): number {
  const angle = atan2Port(abs(y), x);
  return isNegative(y) ? -angle : angle;
}

/** `Math.cosh`. */
export function cosh(x: number): number {
  if (!(abs(x) > COSH_BORDER)) return coshPort(x);
  const half = expPort(abs(x) / 2);
  return 0.5 * half * half;
}

/** `Math.exp`. The port is one ulp above e at 1, and this is the one place where every reader would see it. */
export function exp(x: number): number {
  return x === 1 ? Math.E : expPort(x);
}

/** `Math.sinh`. The port overflows too early on the negative side, so it sees only the positive one. */
export function sinh(x: number): number {
  return x < 0 ? -sinhPort(-x) : sinhPort(x);
}

/** `Math.pow`, by ECMAScript's Number::exponentiate; the port sees only positive finite bases and finite exponents. */
export function pow(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (isUnknown(base) || isUnknown(exponent)) return Number.NaN;
  const size = abs(base);
  // Here IEEE's pow gives 1, and ECMAScript NaN.
  if (!isBounded(exponent) && size === 1) return Number.NaN;
  if (size === 0 || !isBounded(size) || !isBounded(exponent)) {
    const magnitude = size > 1 === exponent > 0 ? Number.POSITIVE_INFINITY : 0;
    return isNegative(base) && isOdd(exponent) ? -magnitude : magnitude;
  }
  if (base > 0) return powPort(base, exponent);
  if (!isInteger(exponent)) return Number.NaN;
  return isOdd(exponent) ? -powPort(size, exponent) : powPort(size, exponent);
}

/** `Math.hypot` of two numbers, or of any number of them by the same scaling and a compensated sum. */
export function hypot(values: readonly number[]): number {
  if (values.length === 2) return hypotPort(values[0]!, values[1]!);
  let largest = 0;
  let unknown = false;
  for (let i = 0; i < values.length; i++) {
    const size = abs(values[i]!);
    if (size > largest) largest = size;
    else if (isUnknown(size)) unknown = true;
  }
  // An infinite leg makes an infinite hypotenuse, whatever the others are.
  if (!isBounded(largest)) return largest;
  if (unknown) return Number.NaN;
  if (largest === 0) return 0;
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const scaled = values[i]! / largest;
    const term = scaled * scaled - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
  }
  return sqrt(sum) * largest;
}

function isNegative(value: number): boolean {
  return value < 0 || (value === 0 && 1 / value < 0);
}

function isOdd(value: number): boolean {
  return abs(value % 2) === 1;
}
