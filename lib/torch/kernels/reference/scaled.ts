import type { Lane } from "./elementwise";
import { fmaFloat32 } from "./fma";

type Float32Lane = Lane<Float32Array>;

/** `out ← a + factor · b` over `count` float32, each rounded once. */
export function addScaledFloat32(
  out: Float32Lane,
  a: Float32Lane,
  b: Float32Lane,
  { count, factor }: { count: number; factor: number },
): void {
  const { data: x, step: sx } = a;
  const { data: y, step: sy } = b;
  const { data: z, step: sz } = out;
  for (let n = 0, o = out.start, i = a.start, j = b.start; n < count; n++) {
    z[o] = fmaFloat32(y[j]!, factor, x[i]!);
    o += sz;
    i += sx;
    j += sy;
  }
}
