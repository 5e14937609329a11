import type { Data, DType } from "../dtype";
import { int64 } from "../dtype";
import { emptyStrided, type Strided } from "../strided";
import { eachLine, rowMajorData } from "./lines";

const { exp, log1p, max, min } = Math;

/** One step of a running reduction, in float64 or in 64-bit integers. */
export type Step = {
  readonly numbers: (sum: number, value: number) => number;
  readonly integers?: (sum: bigint, value: bigint) => bigint;
};

/** ln(e^x + e^y) */
export function logAddExp(x: number, y: number): number {
  const low = min(x, y);
  const high = max(x, y);
  // The sum of two equal infinities would be NaN.
  return low !== high || Number.isFinite(low) ? log1p(exp(low - high)) + high : x;
}

/** The running reductions of a line. */
export const STEPS = {
  cumsum: { numbers: (sum, value) => sum + value, integers: (sum, value) => sum + value },
  cumprod: { numbers: (sum, value) => sum * value, integers: (sum, value) => sum * value },
  logcumsumexp: { numbers: (sum, value) => logAddExp(value, sum) },
} as const satisfies Record<string, Step>;

const STARTS = { cumsum: 0, cumprod: 1, logcumsumexp: Number.NEGATIVE_INFINITY } as const;

/** A running reduction along a dimension, one value after the other, summed in float64 and rounded at each place. */
export function scan(name: keyof typeof STEPS, view: Strided, dim: number, dtype: DType): Strided {
  const out = emptyStrided(view.shape, dtype);
  const from = rowMajorData(view, dtype);
  const to = out.storage.data;
  const step: Step = STEPS[name];
  eachLine(view.shape, dim, (line) => {
    if (from instanceof BigInt64Array && to instanceof BigInt64Array) {
      let sum = BigInt(STARTS[name]);
      for (let k = 0, at = line.start; k < line.count; k++, at += line.step) {
        sum = BigInt.asIntN(64, step.integers!(sum, from[at]!));
        to[at] = sum;
      }
      return;
    }
    let sum: number = STARTS[name];
    for (let k = 0, at = line.start; k < line.count; k++, at += line.step) {
      sum = step.numbers(sum, from[at] as number);
      to[at] = sum;
    }
  });
  return out;
}

/** The largest (or smallest) value up to each place, and where it stands: the last of equal ones. NaN stays. */
export function runningExtreme(
  view: Strided,
  dim: number,
  sense: 1 | -1,
): { values: Strided; indices: Strided } {
  const values = emptyStrided(view.shape, view.dtype);
  const indices = emptyStrided(view.shape, int64);
  const from = rowMajorData(view);
  eachLine(view.shape, dim, ({ start, step, count }) => {
    let best: Data[number] | undefined;
    let found = 0;
    for (let k = 0, at = start; k < count; k++, at += step) {
      const value = from[at]!;
      const wins = best === undefined || (sense === 1 ? value >= best : value <= best);
      if (wins ? !Number.isNaN(best) : Number.isNaN(value)) {
        best = value;
        found = k;
      }
      values.storage.data[at] = best!;
      indices.storage.data[at] = BigInt(found);
    }
  });
  return { values, indices };
}
