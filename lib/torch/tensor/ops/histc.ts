import { RuntimeError } from "../../errors";
import { fillLinspace } from "../../kernels";
import { toRowMajor } from "../convert";
import { emptyStrided, numelOf, type Strided } from "../strided";

const { fround, trunc, min: least, max: most } = Math;

type Bins = { readonly bins: number; readonly min: number; readonly max: number };

/** The edges of the histogram: those given, or those of the data when they are equal. */
function findRange(values: ArrayLike<number>, { min, max }: Bins): { low: number; high: number } {
  if (min > max)
    throw new RuntimeError(
      "torch.histc",
      "torch.histc: max must be larger than min",
      `got ${min} and ${max}`,
    );
  let low = min;
  let high = max;
  if (low === high && values.length > 0) {
    low = Number.POSITIVE_INFINITY;
    high = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < values.length; i++) {
      low = least(low, values[i]!);
      high = most(high, values[i]!);
    }
  }
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    throw new RuntimeError(
      "torch.histc",
      `torch.histc: range of [${show(low)}, ${show(high)}] is not finite`,
    );
  }
  return low === high ? { low: low - 1, high: high + 1 } : { low, high };
}

/** The edges as `linspace` gives them; its last value need not be quite the end that was asked for. */
function findEdges(values: Float32Array | Float64Array, spec: Bins): Float32Array | Float64Array {
  const { low, high } = findRange(values, spec);
  const edges =
    values instanceof Float32Array ? new Float32Array(spec.bins + 1) : new Float64Array(spec.bins + 1);
  fillLinspace(edges, { start: low, end: high });
  return edges;
}

function show(x: number): string {
  return Number.isNaN(x) ? "nan" : String(x).replace("Infinity", "inf");
}

/** Counts how many values fall into each bin; each count is a float of the dtype of the values. */
export function histogram(view: Strided, spec: Bins): Strided {
  const { bins } = spec;
  if (!Number.isInteger(bins) || bins <= 0) {
    throw new RuntimeError(
      "torch.histc",
      `torch.histogram(): bins must be > 0, but got ${bins} for dimension 0`,
    );
  }
  if (!view.dtype.is_floating_point) {
    throw new RuntimeError("torch.histc", `"histogram_cpu" not implemented for '${view.dtype.scalarName}'`);
  }
  const dense = toRowMajor(view);
  const data = dense.storage.data as Float32Array | Float64Array;
  const values = data.subarray(dense.offset, dense.offset + numelOf(view.shape));
  const round = data instanceof Float32Array ? fround : (x: number) => x;
  const edges = findEdges(values, spec);
  const low = edges[0]!;
  const high = edges[bins]!;
  const width = round(high - low);
  const out = emptyStrided([bins], view.dtype);
  const counts = out.storage.data as Float32Array | Float64Array;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value >= low && value <= high)) continue;
    const position = trunc(round(round(round(value - low) / width) * bins));
    const bin = least(position, bins - 1);
    counts[bin] = counts[bin]! + 1;
  }
  return out;
}
