/** The measures of a figure before anything is drawn: size, margins, domains, ticks, and where the names go. */
import type { Chart, Name, Trace } from "./chart";
import { dodge } from "./dodge";
import { domainOf } from "./domain";
import { tickFormat } from "./format";
import { type Frame, isDrawable, type Scale, TYPE, toPixel } from "./frame";
import { textWidth, wrapText } from "./text";
import { type Domain, linearTicks, logTicks } from "./ticks";

/** Below this width a figure is drawn for a phone: fewer ticks and shorter names. */
export const NARROW = 480;

export type PlacedName = { name: Name; lines: string[]; from: { x: number; y: number }; y: number };

const GAP = 10;

/** The frame of a chart at a width. Its height grows where the names need it. */
export function layOut(chart: Chart, width: number): { frame: Frame; names: PlacedName[] } {
  const narrow = width < NARROW;
  const room = Math.min(width * (narrow ? 0.3 : 0.24), 150);
  const names = chart.names
    .filter(({ traces }) => traces.some((trace) => endOf(trace, chart) !== undefined || isZero(trace, chart)))
    .map((name) => {
      const text = `${narrow ? name.short : name.text}${name.traces.every((trace) => isZero(trace, chart)) ? ": all 0" : ""}`;
      return { name, lines: wrapText(text, { width: room, size: TYPE.name }) };
    });
  const widest = Math.max(
    0,
    ...names.flatMap(({ lines }) => lines.map((line) => textWidth(line, TYPE.name))),
  );
  const stacked = names.reduce((sum, { lines }) => sum + lines.length * TYPE.line, 0);
  const height = Math.max(narrow ? 300 : 340, stacked + 80);

  const xDomain = domainOf(chart, "x");
  const yDomain = domainOf(chart, "y");
  // Rules across x are named above the figure, below the name of the y axis.
  const top = chart.rules.some((rule) => rule.axis === "x") ? 38 : 26;
  const bottom = 46;
  const yTicks = ticksOf(chart, "y", { domain: yDomain, count: Math.floor((height - top - bottom) / 42) });
  const yFormat = tickFormat(yTicks, chart.y.log);
  const left = Math.ceil(Math.max(...yTicks.map((tick) => textWidth(yFormat(tick), TYPE.tick)), 14) + 12);
  const right = Math.ceil(names.length ? widest + GAP + 4 : 14);
  const frame: Frame = {
    width,
    height,
    narrow,
    margins: { top, right, bottom, left },
    // Bars stand on the axis itself.
    inset: { x: chart.wanted === null ? 8 : 14, top: 8, bottom: chart.bars.length ? 0 : 8 },
    x: {
      log: chart.x.log,
      domain: xDomain,
      ticks: [],
      format: String,
      label: narrow ? chart.x.short : chart.x.name,
    },
    y: {
      log: chart.y.log,
      domain: yDomain,
      ticks: yTicks,
      format: yFormat,
      label: narrow ? chart.y.short : chart.y.name,
    },
  };
  Object.assign(frame.x, fittingTicks(chart, frame));
  return { frame, names: placeNames(names, { chart, frame }) };
}

function ticksOf(
  chart: Chart,
  axis: "x" | "y",
  { domain, count }: { domain: Domain; count: number },
): number[] {
  const values = axis === "x" ? [...new Set(chart.traces.flatMap((trace) => trace.x))] : [];
  return chart[axis].log ? logTicks(domain, { count, values }) : linearTicks(domain, { count, values });
}

/** As many ticks as stand side by side with room between them. */
function fittingTicks(chart: Chart, frame: Frame): Pick<Scale, "ticks" | "format"> {
  const inner = frame.width - frame.margins.left - frame.margins.right;
  const gap = frame.narrow ? 12 : 24;
  for (let count = Math.max(3, Math.floor(inner / 44)); count > 1; count--) {
    const ticks = ticksOf(chart, "x", { domain: frame.x.domain, count });
    const format = tickFormat(ticks, chart.x.log);
    const fits = ticks.every((tick, index) => {
      const next = ticks[index + 1];
      if (next === undefined) return true;
      const half = (textWidth(format(tick), TYPE.tick) + textWidth(format(next), TYPE.tick)) / 2;
      return toPixel(frame, "x", next) - toPixel(frame, "x", tick) >= half + gap;
    });
    if (fits) return { ticks, format };
  }
  const ticks = [...frame.x.domain];
  return { ticks, format: tickFormat(ticks, chart.x.log) };
}

/** The drawable point furthest to the right: where a name belongs. */
function endOf({ x, y }: Trace, chart: Chart): number | undefined {
  let end: number | undefined;
  for (const [index, at] of x.entries()) {
    if (!isDrawable(at, chart.x.log) || !isDrawable(y[index], chart.y.log)) continue;
    if (end === undefined || at >= x[end]!) end = index;
  }
  return end;
}

/** True for a trace on a log axis of which nothing can be drawn but exact zeros, which stand on the edge. */
function isZero(trace: Trace, chart: Chart): boolean {
  return chart.y.log && trace.y.includes(0) && endOf(trace, chart) === undefined;
}

type Wrapped = { name: Name; lines: string[] };

function placeNames(names: Wrapped[], { chart, frame }: { chart: Chart; frame: Frame }): PlacedName[] {
  const ends = names.map(({ name }) => {
    if (name.anchor) return { x: toPixel(frame, "x", name.anchor.x), y: toPixel(frame, "y", name.anchor.y) };
    // A line's end is the steadier place; dots stand in where there is no line.
    const drawn = name.traces.filter((trace) => endOf(trace, chart) !== undefined);
    const trace = drawn.find(({ mark }) => mark !== "dots") ?? drawn[0];
    if (!trace) return { x: frame.width - frame.margins.right, y: frame.height - frame.margins.bottom };
    const index = endOf(trace, chart)!;
    return { x: toPixel(frame, "x", trace.x[index]!), y: toPixel(frame, "y", trace.y[index]!) };
  });
  const items = names.map(({ lines }, index) => ({ at: ends[index]!.y, size: lines.length * TYPE.line }));
  const centres = dodge(items, { min: frame.margins.top - 8, max: frame.height - frame.margins.bottom + 10 });
  return names.map((one, index) => ({ ...one, from: ends[index]!, y: centres[index]! }));
}
