import { fillNormalFloat32, fillNormalFloat64, fillUniform } from "../kernels";
import type { Generator } from "./generator";
import { nextNormal } from "./normal";

/** A contiguous stretch of a float array. */
export type FloatStretch = { readonly offset: number; readonly count: number };

/** Contiguous tensors of as many values are drawn in blocks. */
export const SMALLEST_BLOCK = 16;

/** Fills a contiguous stretch from U[from, to). */
export function uniformStretch(
  data: Float32Array | Float64Array,
  generator: Generator,
  law: { from: number; to: number } & FloatStretch & { stride?: number },
): void {
  fillUniform(data, generator.draws, law);
}

/** Fills a stretch that is a whole contiguous tensor from N(mean, std²): in blocks from 16 values on, else one by one. */
export function normalTensor(
  data: Float32Array | Float64Array,
  generator: Generator,
  law: { mean: number; std: number } & FloatStretch,
): void {
  if (law.count < SMALLEST_BLOCK) normalStretch(data, generator, { ...law, stride: 1 });
  else if (data instanceof Float32Array) fillNormalFloat32(data, generator.draws, law);
  else fillNormalFloat64(data, generator.draws, law);
}

/** Fills a stretch of a tensor with gaps from N(mean, std²), one value after the other. */
export function normalStretch(
  data: Float32Array | Float64Array,
  generator: Generator,
  { mean, std, offset, stride, count }: { mean: number; std: number; stride: number } & FloatStretch,
): void {
  for (let i = 0, o = offset; i < count; i++, o += stride) data[o] = nextNormal(generator, mean, std);
}
