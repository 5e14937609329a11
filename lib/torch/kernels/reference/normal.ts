import { logFloat64, sincosFloat64 } from "./accurate";
import { fmaFloat32, fmaFloat64 } from "./fma";
import { logFloat32, sincosFloat32 } from "./mathfun";
import type { Mt19937 } from "./mt19937";
import { nextFloat32, nextFloat64 } from "./uniform";

const { fround, sqrt, PI } = Math;
const BLOCK = 16;
const HALF = 8;
const TWO_PI_FLOAT32 = fround(fround(PI) * 2);
const sincos = new Float32Array(2);
const sincosDouble = new Float64Array(2);

type Law = { mean: number; std: number };

/**
 * Fills `count ≥ 16` float32 values from N(mean, std²): Box–Muller over blocks of 16, as PyTorch's AVX2 kernel does.
 * When `count` is no multiple of 16, the last 16 values are drawn again from fresh uniforms.
 */
export function fillNormalFloat32(
  out: Float32Array,
  draws: Mt19937,
  { mean, std, offset, count }: Law & { offset: number; count: number },
): void {
  const law = { mean: fround(mean), std: fround(std) };
  const end = offset + count;
  for (let i = offset; i < end; i++) out[i] = nextFloat32(draws);
  for (let i = offset; i + BLOCK <= end; i += BLOCK) transformFloat32(out, i, law);
  if (count % BLOCK === 0) return;
  for (let i = end - BLOCK; i < end; i++) out[i] = nextFloat32(draws);
  transformFloat32(out, end - BLOCK, law);
}

function transformFloat32(data: Float32Array, start: number, { mean, std }: Law): void {
  for (let j = start; j < start + HALF; j++) {
    const u1 = fround(1 - data[j]!);
    const radius = fround(sqrt(fround(-2 * logFloat32(u1))));
    sincosFloat32(fround(TWO_PI_FLOAT32 * data[j + HALF]!), sincos);
    data[j] = fmaFloat32(fround(radius * sincos[1]!), std, mean);
    data[j + HALF] = fmaFloat32(fround(radius * sincos[0]!), std, mean);
  }
}

/** The same blocks for `count ≥ 16` float64 values, with the host's log, sin and cos (to 2 ulp of PyTorch). */
export function fillNormalFloat64(
  out: Float64Array,
  draws: Mt19937,
  { mean, std, offset, count }: Law & { offset: number; count: number },
): void {
  const end = offset + count;
  for (let i = offset; i < end; i++) out[i] = nextFloat64(draws);
  for (let i = offset; i + BLOCK <= end; i += BLOCK) transformFloat64(out, i, { mean, std });
  if (count % BLOCK === 0) return;
  for (let i = end - BLOCK; i < end; i++) out[i] = nextFloat64(draws);
  transformFloat64(out, end - BLOCK, { mean, std });
}

function transformFloat64(data: Float64Array, start: number, { mean, std }: Law): void {
  for (let j = start; j < start + HALF; j++) {
    const radius = sqrt(-2 * logFloat64(1 - data[j]!));
    sincosFloat64(2 * PI * data[j + HALF]!, sincosDouble);
    data[j] = fmaFloat64(radius * sincosDouble[1]!, std, mean);
    data[j + HALF] = fmaFloat64(radius * sincosDouble[0]!, std, mean);
  }
}

/** One Box–Muller pair in float64, from two 53-bit uniforms: the first standard normal, and the second to be kept. */
export function normalPair(draws: Mt19937): { first: number; second: number } {
  const u1 = nextFloat64(draws);
  const u2 = nextFloat64(draws);
  const radius = sqrt(-2 * logFloat64(1 - u2));
  sincosFloat64(2 * PI * u1, sincosDouble);
  return { first: radius * sincosDouble[1]!, second: radius * sincosDouble[0]! };
}
