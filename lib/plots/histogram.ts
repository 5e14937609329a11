/** A histogram as a chart: bars of density, the laws that were expected as curves, the bounds as rules. */
import type { Bar, Chart, Name, Trace } from "./chart";
import { formatNumber } from "./format";
import { isScheme, schemeStyle } from "./schemes";
import type { Density, HistogramSpec } from "./spec";

/** Bars whose area is 1, so that a density can be laid over them. */
export function histogramChart({ x, y, colour, edges, counts, densities, bounds }: HistogramSpec): Chart {
  const total = counts.reduce((sum, count) => sum + count, 0) || 1;
  const bars = counts.map((count, index): Bar => {
    const from = edges[index]!;
    const to = edges[index + 1]!;
    const height = to > from ? count / total / (to - from) : 0;
    const hover = `${formatNumber(from)} to ${formatNumber(to)}: ${formatNumber(count)} values, density ${formatNumber(height)}`;
    return { from, to, height, colour, hover };
  });
  const range = [edges[0]!, edges.at(-1)!] as const;
  const curves = densities.map((law) => ({ law, trace: densityTrace(law, range) }));
  const names = curves.map(({ law, trace }): Name => {
    const short =
      isScheme(law.colour) && law.label.startsWith(schemeStyle(law.colour).label)
        ? schemeStyle(law.colour).label
        : law.label;
    return { text: law.label, short, colour: law.colour, traces: [trace], anchor: shoulder(law) };
  });
  const rules = bounds.map(({ at, label }) => ({ axis: "x" as const, at, label }));
  return { x, y, traces: curves.map(({ trace }) => trace), names, bars, rules, wanted: null };
}

const STEPS = 160;

function densityTrace(law: Density, [low, high]: readonly [number, number]): Trace {
  const base = { colour: law.colour, mark: "dashed", hover: () => law.label } as const;
  if (law.law === "uniform") {
    const height = 1 / (law.high - law.low);
    return { ...base, x: [law.low, law.low, law.high, law.high], y: [0, height, height, 0] };
  }
  const from = Math.min(low, law.mean - 3.5 * law.std);
  const to = Math.max(high, law.mean + 3.5 * law.std);
  const x = Array.from({ length: STEPS + 1 }, (_, index) => from + ((to - from) * index) / STEPS);
  return { ...base, x, y: x.map((at) => normalDensity((at - law.mean) / law.std) / law.std) };
}

function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** Where a law's name meets its curve: the end of a plateau, the flank of a bell. */
function shoulder(law: Density): { x: number; y: number } {
  if (law.law === "uniform") return { x: law.high, y: 1 / (law.high - law.low) };
  return { x: law.mean + law.std, y: normalDensity(1) / law.std };
}
