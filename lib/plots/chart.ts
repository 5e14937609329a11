/** Figures of dots and lines in one form: traces on two axes, whichever kind they came as. */
import { formatNumber } from "./format";
import { histogramChart } from "./histogram";
import { type Colour, schemeStyle } from "./schemes";
import type { Axis, ChartSpec, DepthSpec, LinesSpec, ScalingSpec } from "./spec";

export type Trace = {
  colour: Colour;
  mark: "dots" | "line" | "dashed";
  x: readonly number[];
  y: readonly (number | null)[];
  /** What hovering a point says. */
  hover: (index: number) => string;
};

/** The name at a trace's end; traces of one name share it. `short` is for a narrow figure. */
export type Name = {
  text: string;
  short: string;
  colour: Colour;
  traces: readonly Trace[];
  /** Where on the trace the name belongs, if not at its end. */
  anchor?: { x: number; y: number };
};

/** A bar of a histogram, from zero up. */
export type Bar = { from: number; to: number; height: number; colour: Colour; hover: string };

export type Chart = {
  x: Axis;
  y: Axis;
  traces: readonly Trace[];
  names: readonly Name[];
  bars: readonly Bar[];
  rules: LinesSpec["rules"];
  /** The std that the signal scale behind the figure is centred on; null for none. */
  wanted: number | null;
};

type Values = readonly (number | null)[];

const say = (value: number | null | undefined) => formatNumber(value ?? null);

/** The one form of any figure that is drawn from data. */
export function toChart(spec: ChartSpec): Chart {
  switch (spec.kind) {
    case "scaling":
      return scalingChart(spec);
    case "depth":
      return depthChart(spec);
    case "lines":
      return linesChart(spec);
    case "histogram":
      return histogramChart(spec);
    default:
      return spec satisfies never;
  }
}

function scalingChart({ x, y, measured, theory }: ScalingSpec): Chart {
  const lines = theory.map((line): Trace => {
    const hover = (index: number) =>
      `${line.label}: ${say(line.y[index])} at ${x.name} ${say(line.x[index])}`;
    return { colour: line.scheme, mark: "dashed", x: line.x, y: line.y, hover };
  });
  const dots = measured.map((track): Trace => {
    const same = theory.find((line) => line.scheme === track.scheme);
    const hover = (index: number) => {
      const at = track.x[index];
      const should = same?.y[same.x.indexOf(at ?? Number.NaN)];
      const beside = should === undefined ? "" : `, theory ${say(should)}`;
      return `${track.label}: measured ${say(track.y[index])}${beside} at ${x.name} ${say(at)}`;
    };
    return { colour: track.scheme, mark: "dots", x: track.x, y: track.y, hover };
  });
  const traces = [...lines, ...dots];
  const named = [
    ...theory,
    ...measured.filter((track) => !theory.some((line) => line.scheme === track.scheme)),
  ];
  const names = named.map(({ scheme, label }) => {
    const own = traces.filter((trace) => trace.colour === scheme);
    return { text: label, short: schemeStyle(scheme).label, colour: scheme, traces: own };
  });
  return { x, y, traces, names, bars: [], rules: [], wanted: null };
}

function depthChart({ x, y, wanted, layers, schemes }: DepthSpec): Chart {
  const lines: Trace[] = [];
  const dots: Trace[] = [];
  const names: Name[] = [];
  for (const { scheme, label, measured, theory } of schemes) {
    const at = (index: number) => `at ${x.name} ${say(layers[index])}`;
    const beside = (index: number, other: Values) => (other.length ? `, theory ${say(other[index])}` : "");
    const own: Trace[] = [];
    if (theory.length > 0) {
      const hover = (index: number) => `${label}: theory ${say(theory[index])} ${at(index)}`;
      own.push({ colour: scheme, mark: "dashed", x: layers, y: theory, hover });
    }
    if (measured.length > 0) {
      const hover = (index: number) =>
        `${label}: measured ${say(measured[index])}${beside(index, theory)} ${at(index)}`;
      own.push({ colour: scheme, mark: "dots", x: layers, y: measured, hover });
    }
    for (const trace of own) (trace.mark === "dots" ? dots : lines).push(trace);
    names.push({ text: label, short: schemeStyle(scheme).label, colour: scheme, traces: own });
  }
  return { x, y, traces: [...lines, ...dots], names, bars: [], rules: [], wanted };
}

function linesChart({ x, y, series, rules, wanted }: LinesSpec): Chart {
  const traces = series.map((one): Trace => {
    const hover = (index: number) => `${one.label}: ${say(one.y[index])} at ${x.name} ${say(one.x[index])}`;
    return { ...one, hover };
  });
  const names = new Map<string, Name>();
  for (const [index, { label, colour }] of series.entries()) {
    const key = `${colour} ${label}`;
    const before = names.get(key)?.traces ?? [];
    names.set(key, { text: label, short: label, colour, traces: [...before, traces[index]!] });
  }
  // Lines first, so that dots are drawn over them.
  const sorted = [...traces].sort((a, b) => Number(a.mark === "dots") - Number(b.mark === "dots"));
  return { x, y, traces: sorted, names: [...names.values()], bars: [], rules, wanted };
}
