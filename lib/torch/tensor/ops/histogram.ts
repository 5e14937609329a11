import { RuntimeError } from "../../errors";
import { fillLinspace } from "../../kernels";
import type { DType } from "../dtype";

const CALL = "torch.histogram";

/** The arrays in which edges, weights and counts are held. */
export type Floats = Float32Array | Float64Array;

/** `bins + 1` edges of equal bins: over `range`, or from the smallest to the largest value. */
export function equalEdges(
  values: Floats,
  { bins, range, dtype }: { bins: number; range: readonly number[] | undefined; dtype: DType },
): Floats {
  if (!Number.isInteger(bins) || bins <= 0) {
    throw new RuntimeError(CALL, `torch.histogram(): bins must be > 0, but got ${bins} for dimension 0`);
  }
  let [low = 0, high = 1] = range ?? [];
  if (range === undefined && values.length > 0) {
    low = Number.POSITIVE_INFINITY;
    high = Number.NEGATIVE_INFINITY;
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    const show = (x: number) => String(x).replace("NaN", "nan").replace("Infinity", "inf");
    throw new RuntimeError(
      CALL,
      `torch.histogramdd: dimension 0's range [${show(low)}, ${show(high)}] is not finite`,
    );
  }
  if (low > high) {
    throw new RuntimeError(
      CALL,
      `torch.histogramdd: min should not exceed max, but got min ${low} max ${high} for dimension 0`,
    );
  }
  if (low === high) {
    low -= 0.5;
    high += 0.5;
  }
  const edges = dtype.name === "float32" ? new Float32Array(bins + 1) : new Float64Array(bins + 1);
  fillLinspace(edges, { start: low, end: high });
  return edges;
}

/** Adds each value's weight (1 where there are none) to its bin; a bin has its left edge, the last one also its right. */
export function countInto(counts: Floats, values: Floats, edges: Floats, weights: Floats | null): void {
  const last = edges.length - 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    // NaN is counted in the last bin, as PyTorch's search by comparisons does.
    if (value < edges[0]! || value > edges[last]!) continue;
    let low = 0;
    let high = last + 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value < edges[middle]!) high = middle;
      else low = middle + 1;
    }
    const bin = Math.min(low - 1, last - 1);
    counts[bin] = counts[bin]! + (weights === null ? 1 : weights[i]!);
  }
}
