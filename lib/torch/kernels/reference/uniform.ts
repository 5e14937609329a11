import { fmaFloat32, fmaFloat64 } from "./fma";
import type { Mt19937 } from "./mt19937";

const { fround } = Math;
const TWO_TO_MINUS_24 = 2 ** -24;
const TWO_TO_MINUS_53 = 2 ** -53;

/** A float32 in [0, 1): the low 24 bits of one draw. */
export function nextFloat32(draws: Mt19937): number {
  return (draws.next() & 0xffffff) * TWO_TO_MINUS_24;
}

/** A float64 in [0, 1): the low 53 bits of two draws, the first of them the high half. */
export function nextFloat64(draws: Mt19937): number {
  const high = draws.next() & 0x1fffff;
  return (high * 4294967296 + draws.next()) * TWO_TO_MINUS_53;
}

/** Fills `out[offset … offset + count)` from U[from, to): `fma(x, to - from, from)` for each `x` in [0, 1). */
export function fillUniform(
  out: Float32Array | Float64Array,
  draws: Mt19937,
  {
    from,
    to,
    offset,
    count,
    stride = 1,
  }: { from: number; to: number; offset: number; count: number; stride?: number },
): void {
  if (out instanceof Float32Array) {
    const low = fround(from);
    const range = fround(fround(to) - low);
    for (let i = 0, o = offset; i < count; i++, o += stride)
      out[o] = fmaFloat32(nextFloat32(draws), range, low);
  } else {
    const range = to - from;
    for (let i = 0, o = offset; i < count; i++, o += stride)
      out[o] = fmaFloat64(nextFloat64(draws), range, from);
  }
}
