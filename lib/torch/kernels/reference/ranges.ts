import { fmaFloat32, fmaFloat64 } from "./fma";

const { fround, trunc } = Math;

/*
 * PyTorch's AVX2 kernels fill a range in vectors of 32 bytes, two at a time: the first lane of each is computed from the
 * index, the others from the first lane; what is left at the end is computed one by one. The last digits show it.
 */
function eachVector(count: number, lanes: number, visit: (index: number, lane: number) => void): void {
  const vectors = count - (count % (2 * lanes));
  for (let i = 0; i < count; i++) visit(i, i < vectors ? i % lanes : 0);
}

/** `out[i] = start + i · step`, each rounded once to float64 and then to the dtype. */
export function fillArange(
  out: Float32Array | Float64Array,
  { start, step }: { start: number; step: number },
): void {
  const lanes = out instanceof Float32Array ? 8 : 4;
  let base = 0;
  eachVector(out.length, lanes, (index, lane) => {
    if (lane === 0) {
      out[index] = fmaFloat64(step, index, start);
      base = out[index]!;
    } else {
      out[index] = fmaFloat64(lane, step, base);
    }
  });
}

/** The same for int64: the step stays a float64, each first lane and each value is truncated. */
export function fillLinspaceInt64(out: BigInt64Array, { start, end }: { start: number; end: number }): void {
  const steps = out.length;
  const step = (end - start) / (steps - 1);
  const half = trunc(steps / 2);
  let base = 0;
  eachVector(steps, 4, (index, lane) => {
    if (lane === 0) {
      base = trunc(index < half ? fmaFloat64(step, index, start) : fmaFloat64(-step, steps - index - 1, end));
      out[index] = BigInt(base);
    } else {
      out[index] = BigInt(trunc(fmaFloat64(lane, step, base)));
    }
  });
}

/** `out.length` values from start to end: the first half counted from the start, the second from the end. */
export function fillLinspace(
  out: Float32Array | Float64Array,
  { start, end }: { start: number; end: number },
): void {
  const isFloat32 = out instanceof Float32Array;
  const round = isFloat32 ? fround : (x: number) => x;
  const fused = isFloat32 ? fmaFloat32 : fmaFloat64;
  const first = round(start);
  const last = round(end);
  const steps = out.length;
  const step = round(round(last - first) / (steps - 1));
  const half = trunc(steps / 2);
  let base = 0;
  eachVector(steps, isFloat32 ? 8 : 4, (index, lane) => {
    if (lane === 0) {
      base = index < half ? fused(step, index, first) : fused(-step, steps - index - 1, last);
      out[index] = base;
    } else {
      out[index] = base + round(lane * step);
    }
  });
}
