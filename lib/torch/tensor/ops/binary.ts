import { RuntimeError } from "../../errors";
import {
  addKernel,
  addScaledFloat32,
  type BinaryKernel,
  binaryOf,
  binaryOfIntegers,
  comparisonOf,
  divKernel,
  fmaFloat64,
  mulKernel,
  ROUND,
  subKernel,
} from "../../kernels";
import { type DTypeName, isReduced } from "../dtype";
import type { BinaryKernels } from "./elementwise";
import { powLikeC } from "./unary";

// Captured here, since a kernel host replaces Math's functions by a pinned port before the engine loads.
const { trunc, floor, fround } = Math;

function numeric(
  numbers: BinaryKernel<never, never> | ((x: number, y: number) => number),
  integers: (x: bigint, y: bigint) => bigint,
): BinaryKernels {
  return { numbers: numbers as BinaryKernel<never, never>, integers: binaryOfIntegers(integers) };
}

function floorMod(x: number, y: number): number {
  const rest = x % y;
  return rest !== 0 && y < 0 !== rest < 0 ? rest + y : rest;
}

function checkDivisor(call: string, y: bigint): void {
  if (y === 0n) throw new RuntimeError(call, "ZeroDivisionError", "an int64 divisor was 0");
}

function floorModIntegers(x: bigint, y: bigint): bigint {
  checkDivisor("remainder", y);
  const rest = x % y;
  return rest !== 0n && y < 0n !== rest < 0n ? rest + y : rest;
}

/** Python's `//` on floats. After ATen's `div_floor` (BSD-3-Clause, Copyright (c) 2016- Facebook, Inc and others). */
function floorDivide(x: number, y: number): number {
  if (y === 0) return x / y;
  const rest = x % y;
  let quotient = (x - rest) / y;
  if (rest !== 0 && y < 0 !== rest < 0) quotient -= 1;
  if (quotient === 0) return x / y > 0 || Object.is(x / y, 0) ? 0 : -0;
  const floored = floor(quotient);
  return quotient - floored > 0.5 ? floored + 1 : floored;
}

function floorDivideIntegers(x: bigint, y: bigint): bigint {
  checkDivisor("floor_divide", y);
  const quotient = x / y;
  return x % y !== 0n && y < 0n !== x < 0n ? quotient - 1n : quotient;
}

function larger<T extends number | bigint>(x: T, y: T): T {
  return x < y || Number.isNaN(y) ? (Number.isNaN(x) ? x : y) : x;
}

function smaller<T extends number | bigint>(x: T, y: T): T {
  return x > y || Number.isNaN(y) ? (Number.isNaN(x) ? x : y) : x;
}

/** The arithmetic of two operands. */
export const ARITHMETIC = {
  add: numeric(addKernel, (x, y) => x + y),
  sub: numeric(subKernel, (x, y) => x - y),
  mul: numeric(mulKernel, (x, y) => x * y),
  div: numeric(divKernel, (x) => x),
  pow: numeric(binaryOf(powLikeC), powIntegers),
  remainder: numeric(binaryOf(floorMod), floorModIntegers),
  floor_divide: numeric(binaryOf(floorDivide), floorDivideIntegers),
  maximum: numeric(binaryOf(larger), larger),
  minimum: numeric(binaryOf(smaller), smaller),
} as const;

/** `x^y` modulo 2⁶⁴; a negative exponent leaves what survives of 1/x^-y, as in PyTorch. */
function powIntegers(x: bigint, y: bigint): bigint {
  if (y >= 0n) {
    let result = 1n;
    let base = x;
    for (let rest = y; rest > 0n; rest >>= 1n) {
      if (rest & 1n) result = BigInt.asIntN(64, result * base);
      base = BigInt.asIntN(64, base * base);
    }
    return result;
  }
  if (x === 1n) return 1n;
  if (x === -1n) return y % 2n === 0n ? 1n : -1n;
  return 0n;
}

/** Bool arithmetic: `or` for add, `and` for mul. */
export const BOOL_ADD = binaryOf((x, y) => x | y);

/** float16 rounds the product too, and bfloat16 only the factor; float64 fuses, as float32 does. */
function scaledAddition(
  dtype: Exclude<DTypeName, "float32">,
  alpha: number,
): (x: number, y: number) => number {
  const factor = isReduced(dtype) ? ROUND[dtype](alpha) : alpha;
  switch (dtype) {
    case "float16":
      return (x, y) => x + ROUND.float16(factor * y);
    case "bfloat16":
      return (x, y) => x + fround(factor * y);
    default:
      return (x, y) => fmaFloat64(y, factor, x);
  }
}

/** `a + alpha · b`, fused where PyTorch's processor kernels fuse. */
export function addScaled(dtype: DTypeName, alpha: number | bigint): BinaryKernels {
  const whole = BigInt(trunc(Number(alpha)));
  const integers = (x: bigint, y: bigint) => x + y * whole;
  if (dtype !== "float32") return numeric(binaryOf(scaledAddition(dtype, Number(alpha))), integers);
  const factor = fround(Number(alpha));
  const kernel: BinaryKernel<Float32Array, Float32Array> = (out, a, b, count) =>
    addScaledFloat32(out, a, b, { count, factor });
  return numeric(kernel as BinaryKernel<never, never>, integers);
}

function comparison(f: (x: number | bigint, y: number | bigint) => boolean): BinaryKernels {
  const kernel = comparisonOf(f) as BinaryKernel<never, never>;
  return { numbers: kernel, integers: kernel };
}

/** The comparisons; their results are bool. */
export const COMPARISONS = {
  eq: comparison((x, y) => x === y),
  ne: comparison((x, y) => x !== y),
  lt: comparison((x, y) => x < y),
  le: comparison((x, y) => x <= y),
  gt: comparison((x, y) => x > y),
  ge: comparison((x, y) => x >= y),
  logical_and: comparison((x, y) => Number(x) !== 0 && Number(y) !== 0),
  logical_or: comparison((x, y) => Number(x) !== 0 || Number(y) !== 0),
  logical_xor: comparison((x, y) => (Number(x) !== 0) !== (Number(y) !== 0)),
} as const;
