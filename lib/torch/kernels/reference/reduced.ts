/**
 * The arithmetic of float16 and bfloat16: values are kept as float32 that have been rounded to the shorter format, halves
 * to even. After ATen's c10/util/Half.h and BFloat16.h and DistributionTemplates.h (BSD-3-Clause, Copyright (c) 2016-
 * Facebook, Inc and others).
 */
import { logFloat64, sincosFloat64 } from "./accurate";
import type { Mt19937 } from "./mt19937";

const { fround, sqrt, PI } = Math;

/** Binary formats shorter than float32. */
export type ReducedName = "float16" | "bfloat16";

type Stretch = { readonly offset: number; readonly stride: number; readonly count: number };

/** Significant binary digits. */
export const DIGITS = { float16: 11, bfloat16: 8 } as const;
/** The largest finite values. */
export const LARGEST = { float16: 65504, bfloat16: 2 ** 127 * (2 - 2 ** -7) } as const;

const SMALLEST_NORMAL_FLOAT16 = 2 ** -14;
const word = new Float32Array(1);
const bits = new Uint32Array(word.buffer);

/** Drops the last `count` bits of the word, halves to even. */
function dropBits(count: number): void {
  const odd = (bits[0]! >>> count) & 1;
  bits[0] = ((bits[0]! + 2 ** (count - 1) - 1 + odd) >>> count) << count;
}

function roundFloat16(x: number): number {
  const size = Math.abs(fround(x));
  if (!(size < Number.POSITIVE_INFINITY)) return fround(x);
  // Below the normal numbers the last place is 2^-24, which is also that of a float32 from 0.5 on.
  if (size < SMALLEST_NORMAL_FLOAT16) return Math.sign(x) * (fround(size + 0.5) - 0.5) || x * 0;
  word[0] = x;
  dropBits(13);
  return Math.abs(word[0]!) > LARGEST.float16 ? Math.sign(x) * Number.POSITIVE_INFINITY : word[0]!;
}

function roundBfloat16(x: number): number {
  if (!Number.isFinite(x)) return x;
  word[0] = x;
  dropBits(16);
  return word[0]!;
}

/** How a number is rounded to a format, by way of float32. */
export const ROUND: Readonly<Record<ReducedName, (x: number) => number>> = {
  float16: roundFloat16,
  bfloat16: roundBfloat16,
};

/** Rounds what stands in an array to a format. */
export function roundStretch(
  data: Float32Array,
  name: ReducedName,
  { offset, stride, count }: Stretch,
): void {
  const round = ROUND[name];
  for (let i = 0, o = offset; i < count; i++, o += stride) data[o] = round(data[o]!);
}

/** U[from, to) from as many low bits of one draw as the format has digits. */
export function fillUniformReduced(
  data: Float32Array,
  draws: Mt19937,
  { name, from, to, offset, stride, count }: { name: ReducedName; from: number; to: number } & Stretch,
): void {
  const round = ROUND[name];
  const low = round(from);
  const range = round(round(to) - low);
  for (let i = 0, o = offset; i < count; i++, o += stride) {
    data[o] = round(fround(nextReduced(draws, name) * range + low));
  }
}

function nextReduced(draws: Mt19937, name: ReducedName): number {
  const digits = DIGITS[name];
  return (draws.next() & (2 ** digits - 1)) * 2 ** -digits;
}

const BLOCK = 16;
const HALF = BLOCK / 2;

/** `count ≥ 16` values from N(mean, std²) in blocks of 16 as for float32, each step rounded to the format. */
export function fillNormalReduced(
  data: Float32Array,
  draws: Mt19937,
  law: { name: ReducedName; mean: number; std: number; offset: number; count: number },
): void {
  const { name, offset, count } = law;
  const end = offset + count;
  for (let i = offset; i < end; i++) data[i] = nextReduced(draws, name);
  for (let i = offset; i + BLOCK <= end; i += BLOCK) transform(data, i, law);
  if (count % BLOCK === 0) return;
  for (let i = end - BLOCK; i < end; i++) data[i] = nextReduced(draws, name);
  transform(data, end - BLOCK, law);
}

const pair = new Float64Array(2);

function transform(
  data: Float32Array,
  start: number,
  { name, mean, std }: { name: ReducedName; mean: number; std: number },
): void {
  const round = ROUND[name];
  // In C++ a logarithm of float16 is a float, and one of bfloat16 is a bfloat16; so with what follows from it.
  const step = name === "bfloat16" ? round : fround;
  const [centre, scale] = [round(mean), round(std)];
  for (let j = start; j < start + HALF; j++) {
    const u1 = round(1 - data[j]!);
    const radius = round(step(sqrt(step(-2 * step(logFloat64(u1))))));
    sincosFloat64(round(2 * PI * data[j + HALF]!), pair);
    const scaled = (x: number) => round(step(step(step(radius * step(x)) * scale) + centre));
    data[j] = scaled(pair[1]!);
    data[j + HALF] = scaled(pair[0]!);
  }
}
