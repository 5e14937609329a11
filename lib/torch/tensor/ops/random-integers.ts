import { RuntimeError, TypeMismatch } from "../../errors";
import { DIGITS, ROUND } from "../../kernels";
import {
  boundsForFloat,
  fullRangeSource,
  type Generator,
  integerSource,
  usualIntegerSource,
} from "../../random";
import { warn } from "../../warnings";
import { type DType, isReduced } from "../dtype";
import { typeName } from "../operand";

// What PyTorch's messages call the element types.
const CTYPE: Record<string, string> = {
  float16: "c10::Half",
  bfloat16: "c10::BFloat16",
  float32: "float",
  float64: "double",
};

const LOWEST = -(1n << 63n);
const HIGHEST = (1n << 63n) - 1n;

/** Where random integers lie: [from, to), or from `from` on if `to` is null, or wherever is usual for the dtype. */
export type IntegerLaw = { readonly from: bigint; readonly to: bigint | null } | "usual";

/** An integer of 64 bits; whole numbers and bigints stand for one. */
export function toInteger(call: string, name: string, value: unknown, position?: number): bigint {
  const isWhole = typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value));
  if (!isWhole) {
    const method = call.slice(call.lastIndexOf(".") + 1);
    const place = position === undefined ? "" : ` (position ${position})`;
    throw new TypeMismatch(
      call,
      `${method}(): argument '${name}'${place} must be int, not ${typeName(value)}`,
    );
  }
  const whole = BigInt(value as number | bigint);
  if (whole < LOWEST || whole > HIGHEST)
    throw new RuntimeError(call, "Overflow when unpacking long", `got ${value}`);
  return whole;
}

/**
 * Draws of a law, for elements of a dtype. Floats cannot tell every integer from the next, so bounds move to ones that
 * they can; and what was asked for must lie in the range of the dtype.
 */
export function integerDraws(
  call: string,
  generator: Generator,
  law: IntegerLaw,
  dtype: DType,
): () => bigint {
  if (law === "usual") return usualIntegerSource(generator, dtype.name);
  if (law.to === null) {
    if (law.from === LOWEST) return fullRangeSource(generator);
    const { low, high } = openBounds(call, law.from, dtype);
    return integerSource(generator, low, high);
  }
  const { low, high } = closedBounds(call, law.from, law.to, dtype);
  return integerSource(generator, low, high);
}

type Bounds = { readonly low: bigint; readonly high: bigint };

function closedBounds(call: string, from: bigint, to: bigint, dtype: DType): Bounds {
  if (from >= to) {
    throw new RuntimeError(
      call,
      `random_ expects 'from' to be less than 'to', but got from=${from} >= to=${to}`,
    );
  }
  const bounds = forDtype({ low: from, high: to }, dtype);
  if (bounds.low >= bounds.high) {
    throw new RuntimeError(
      call,
      `random_ expects 'from' casted to dtype to be less than 'to' casted to dtype, but got from=${bounds.low} >= to=${bounds.high}`,
    );
  }
  checkRange(call, bounds, dtype);
  return bounds;
}

function openBounds(call: string, from: bigint, dtype: DType): Bounds {
  const last = dtype.is_floating_point ? 1n << BigInt(digitsOf(dtype)) : dtype.name === "bool" ? 1n : HIGHEST;
  const { low } = forDtype({ low: from, high: last }, dtype);
  if (dtype.is_floating_point && low >= last) {
    throw new RuntimeError(
      call,
      `random_ expects 'from' casted to dtype to be less than or equal to 'to_inc' casted to dtype, but got from=${low} > to_inc=${last}`,
    );
  }
  checkRange(call, { low, high: last + 1n }, dtype);
  return { low, high: last + 1n };
}

function digitsOf({ name }: DType): number {
  if (isReduced(name)) return DIGITS[name];
  return name === "float32" ? 24 : 53;
}

function roundingOf({ name }: DType): (x: number) => number {
  if (isReduced(name)) return ROUND[name];
  return name === "float32" ? Math.fround : Number;
}

function forDtype(bounds: Bounds, dtype: DType): Bounds {
  if (!dtype.is_floating_point) return bounds;
  return boundsForFloat(bounds, { round: roundingOf(dtype), digits: digitsOf(dtype) });
}

function checkRange(call: string, { low, high }: Bounds, dtype: DType): void {
  const ends = [
    ["from", low],
    ["to - 1", high - 1n],
  ] as const;
  if (dtype.name === "bool") {
    const out = ends.find(([, value]) => value < 0n || value > 1n);
    if (out !== undefined)
      throw new RuntimeError(call, `${out[0]} is out of bounds for bool`, `got ${out[1]}`);
  }
  if (!dtype.is_floating_point) return;
  const beyond = dtype.name === "float16" && ends.find(([, value]) => value < -65504n || value > 65504n);
  if (beyond)
    throw new RuntimeError(call, `${beyond[0]} is out of bounds for ${CTYPE.float16}`, `got ${beyond[1]}`);
  const digits = digitsOf(dtype);
  const limit = 1n << BigInt(digits);
  for (const [name, value] of ends) {
    if (value >= -limit && value <= limit) continue;
    warn(
      `${name} is out of bounds [-(2^${digits}), 2^${digits}]. Due to precision limitations ${CTYPE[dtype.name]} can support discrete uniform distribution only within this range. This warning will become an error in version 1.7 release, please fix the code in advance`,
    );
  }
}
