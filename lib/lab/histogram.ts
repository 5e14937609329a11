/** Values counted into bins, with the densities that were expected drawn over them. */
import { type Density, formatNumber, type HistogramSpec } from "@/lib/plots";
import { Figure } from "./figure";
import { type Numbers, toJson, toNumbers } from "./numbers";
import { findScheme } from "./schemes";

/** A law to compare with: uniform on ±bound, or normal with a std. */
export type Law = { uniform: number; label?: string } | { normal: number; mean?: number; label?: string };

export type HistogramOptions = {
  bins?: number;
  density?: Law | readonly Law[];
  /** Places to mark, by their names: `{ "1/√n": 0.0442 }`. */
  bounds?: Record<string, number>;
  /** The scheme that the values come from: it gives the bars their colour. */
  scheme?: string;
  /** What the values are, for the axis. */
  name?: string;
  title?: string;
  caption?: string;
};

const WHO = "lab.histogram";

/** How often each size occurs, as bars of density; laws are dashed lines over them. */
export function histogram(
  values: Numbers,
  {
    bins = 40,
    density = [],
    bounds = {},
    scheme,
    name = "value",
    title = "Histogram",
    caption,
  }: HistogramOptions = {},
): Figure<HistogramSpec> {
  const all = toNumbers(values, WHO);
  const finite = all.filter(Number.isFinite);
  if (finite.length === 0) {
    const got =
      all.length === 0 ? "an empty tensor" : `${all.length} value${all.length === 1 ? "" : "s"}, none finite`;
    throw new RangeError(
      `${WHO}: needs at least one finite value, got ${got}. Print the tensor to see what is in it.`,
    );
  }
  if (!Number.isInteger(bins) || bins < 1 || bins > 1000) {
    throw new RangeError(`${WHO}: bins is a whole number from 1 to 1000, got ${bins}.`);
  }
  const stats = statsOf(finite);
  const laws = Array.isArray(density) ? (density as readonly Law[]) : [density as Law];
  return new Figure(
    {
      kind: "histogram",
      title,
      caption: caption ?? (laws.length ? "Bars: measured. Dashed: the density that was expected." : ""),
      x: { name, short: name, log: false },
      y: { name: "density", short: "density", log: false },
      colour: scheme === undefined ? "soft" : findScheme(scheme, WHO).key,
      ...count(finite, { ...stats, bins }),
      stats: {
        count: all.length,
        notFinite: all.length - finite.length,
        mean: stats.mean,
        std: toJson(stats.std),
        min: stats.min,
        max: stats.max,
      },
      densities: laws.map(toDensity),
      bounds: Object.entries(bounds).map(([label, at]) => ({ at, label })),
    },
    { who: WHO },
  );
}

/** Mean, std (divided by N − 1, as `Tensor.std` does) and range. */
function statsOf(values: readonly number[]): { mean: number; std: number; min: number; max: number } {
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const mean = sum / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) * (value - mean), 0);
  return { mean, std: Math.sqrt(squares / (values.length - 1)), min, max };
}

/** Equal bins from the smallest value to the largest; like `torch.histc`, one unit wide round a single value. */
function count(values: readonly number[], { min, max, bins }: { min: number; max: number; bins: number }) {
  const [low, high] = min === max ? [min - 0.5, max + 0.5] : [min, max];
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const edges = Array.from({ length: bins + 1 }, (_, index) => low + ((high - low) * index) / bins);
  return { edges, counts };
}

function toDensity(law: Law, index: number): Density {
  const colour = index === 0 ? "ink" : "press";
  if ("uniform" in law) {
    const { uniform, label = `uniform on ±${formatNumber(uniform)}` } = law;
    if (!(uniform > 0))
      throw new RangeError(`${WHO}: the bound of a uniform density is above 0, got ${uniform}.`);
    return { law: "uniform", low: -uniform, high: uniform, label, colour };
  }
  const { normal, mean = 0, label = `normal, std ${formatNumber(normal)}` } = law;
  if (!(normal > 0)) throw new RangeError(`${WHO}: the std of a normal density is above 0, got ${normal}.`);
  return { law: "normal", mean, std: normal, label, colour };
}
