import { RuntimeError } from "../../errors";
import { type BinaryKernel, binaryOf, binaryOfIntegers } from "../../kernels";
import type { DType, DTypeName } from "../dtype";
import type { BinaryKernels } from "./elementwise";
import { logAddExp } from "./scan";

// Captured here, since a kernel host replaces Math's functions by a pinned port before the engine loads.
const { abs, atan2, hypot, log, log1p, max, min, pow, trunc, fround, LN2 } = Math;

function kernels(
  numbers: (x: number, y: number) => number,
  integers: (x: bigint, y: bigint) => bigint = (x) => x,
): BinaryKernels {
  return {
    numbers: binaryOf(numbers) as BinaryKernel<never, never>,
    integers: binaryOfIntegers(integers) as BinaryKernel<never, never>,
  };
}

function refuseZero(call: string, y: bigint): void {
  if (y === 0n) throw new RuntimeError(call, "ZeroDivisionError", "an int64 divisor was 0");
}

/** The quotient of floats without its fraction. */
function truncDivide(x: number, y: number): number {
  return trunc(x / y);
}

function truncDivideIntegers(x: bigint, y: bigint): bigint {
  refuseZero("torch.div", y);
  return x / y;
}

function fmodIntegers(x: bigint, y: bigint): bigint {
  refuseZero("torch.fmod", y);
  return x % y;
}

function larger<T extends number | bigint>(x: T, y: T): T {
  if (Number.isNaN(y)) return x;
  return Number.isNaN(x) || x < y ? y : x;
}

function smaller<T extends number | bigint>(x: T, y: T): T {
  if (Number.isNaN(y)) return x;
  return Number.isNaN(x) || x > y ? y : x;
}

function isNegative(x: number): boolean {
  return x < 0 || Object.is(x, -0);
}

function copysign(x: number, y: number): number {
  return isNegative(y) ? -abs(x) : abs(x);
}

function xlogy(x: number, y: number): number {
  if (Number.isNaN(y)) return y;
  return x === 0 ? 0 : x * log(y);
}

function logAddExp2(x: number, y: number): number {
  const low = min(x, y);
  const high = max(x, y);
  if (low === high && !Number.isFinite(low)) return x;
  return log1p(pow(2, low - high)) / LN2 + high;
}

function heaviside<T extends number | bigint>(x: T, atZero: T, one: T, zero: T): T {
  if (Number(x) === 0) return atZero;
  return x < 0 || Number.isNaN(x) ? zero : one;
}

function gcd(x: bigint, y: bigint): bigint {
  let a = x < 0n ? -x : x;
  let b = y < 0n ? -y : y;
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

function lcm(x: bigint, y: bigint): bigint {
  const divisor = gcd(x, y);
  if (divisor === 0n) return 0n;
  const product = (x / divisor) * y;
  return product < 0n ? -product : product;
}

const bits = new DataView(new ArrayBuffer(8));

/** The next number of a dtype from `x` towards `y`. */
function nextAfter(x: number, y: number, name: DTypeName): number {
  // A bfloat16 is the upper half of a float32.
  const unit = name === "bfloat16" ? 2 ** 16 : 1;
  const isFloat32 = name !== "float64";
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) {
    const least = isFloat32 ? unit * 2 ** -149 : Number.MIN_VALUE;
    return y > 0 ? least : -least;
  }
  const step = y > x === x > 0 ? 1 : -1;
  if (isFloat32) {
    bits.setFloat32(0, x);
    bits.setUint32(0, bits.getUint32(0) + step * unit);
    return bits.getFloat32(0);
  }
  bits.setFloat64(0, x);
  bits.setBigUint64(0, bits.getBigUint64(0) + BigInt(step));
  return bits.getFloat64(0);
}

/** The operations of two operands beside arithmetic and comparison, each for the dtype in which it is computed. */
export const BINARY_FUNCTIONS = {
  atan2: () => kernels(atan2),
  fmod: () => kernels((x, y) => x % y, fmodIntegers),
  fmax: () => kernels(larger, larger),
  fmin: () => kernels(smaller, smaller),
  hypot: () => kernels(hypotOf),
  copysign: () => kernels(copysign),
  xlogy: () => kernels(xlogy),
  logaddexp: () => kernels(logAddExp),
  logaddexp2: () => kernels(logAddExp2),
  heaviside: () =>
    kernels(
      (x, y) => heaviside(x, y, 1, 0),
      (x, y) => heaviside(x, y, 1n, 0n),
    ),
  nextafter: ({ name }: DType) => kernels((x, y) => nextAfter(x, y, name)),
  bitwise_and: () =>
    kernels(
      (x, y) => x & y,
      (x, y) => x & y,
    ),
  bitwise_or: () =>
    kernels(
      (x, y) => x | y,
      (x, y) => x | y,
    ),
  bitwise_xor: () =>
    kernels(
      (x, y) => x ^ y,
      (x, y) => x ^ y,
    ),
  // Only the last six bits of the distance count, as on x86-64.
  bitwise_left_shift: () =>
    kernels(
      (x) => x,
      (x, y) => x << BigInt.asUintN(6, y),
    ),
  bitwise_right_shift: () =>
    kernels(
      (x) => x,
      (x, y) => x >> BigInt.asUintN(6, y),
    ),
  gcd: () => kernels((x) => x, gcd),
  lcm: () => kernels((x) => x, lcm),
  trunc_divide: ({ name }: DType) =>
    kernels(name === "float32" ? (x, y) => trunc(fround(x / y)) : truncDivide, truncDivideIntegers),
} as const satisfies Record<string, (dtype: DType) => BinaryKernels>;

/** √(x² + y²); the host's hypot would take NaN before ∞, as C's does not. */
function hypotOf(x: number, y: number): number {
  if (abs(x) === Number.POSITIVE_INFINITY || abs(y) === Number.POSITIVE_INFINITY)
    return Number.POSITIVE_INFINITY;
  return hypot(x, y);
}

/** Mantissa in [0.5, 1) and exponent of a number: x = mantissa · 2^exponent. */
export function frexp(x: number): readonly [mantissa: number, exponent: number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  bits.setFloat64(0, x);
  let exponent = (bits.getUint16(0) >> 4) & 0x7ff;
  let scaled = x;
  let shift = 0;
  if (exponent === 0) {
    scaled = x * 2 ** 54;
    shift = 54;
    bits.setFloat64(0, scaled);
    exponent = (bits.getUint16(0) >> 4) & 0x7ff;
  }
  const power = exponent - 1022;
  bits.setUint16(0, (bits.getUint16(0) & 0x800f) | (1022 << 4));
  return [bits.getFloat64(0), power - shift];
}
