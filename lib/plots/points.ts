/** A chart's traces as Plot marks: lines, and dots that say their numbers when hovered or reached by keyboard. */
import * as Plot from "@observablehq/plot";
import type { Chart, Trace } from "./chart";
import { element, round } from "./elements";
import { type Frame, isDrawable, toPixel } from "./frame";
import { dashOf, markerOf, paint } from "./schemes";

/** More dots than this in a figure are one path without hover: a page must stay light. */
const SEPARATE_DOTS = 300;
/** Lines of at most this many points can be hovered where they have no dots. */
const HOVERED_LINE = 64;

type Point = { x: number; y: number; index: number };

/** The marks of every trace, in drawing order. */
export function traceMarks(chart: Chart, frame: Frame): Plot.Markish[] {
  const dots = chart.traces.reduce((sum, { mark, x }) => sum + (mark === "dots" ? x.length : 0), 0);
  return chart.traces.map((trace) => {
    if (trace.mark !== "dots") return lineMark(trace, { chart, frame });
    return dots <= SEPARATE_DOTS ? dotMark(trace, { chart, frame }) : cloudMark(trace, { chart, frame });
  });
}

type Place = { chart: Chart; frame: Frame };

/** A gap where a value is not finite, or has no place on a log axis. */
function pointsOf({ x, y }: Trace, { chart }: Place): Point[] {
  return x.map((at, index) => {
    const value = y[index];
    const drawable = isDrawable(at, chart.x.log) && isDrawable(value, chart.y.log);
    return { x: at, y: drawable ? value : Number.NaN, index };
  });
}

function lineMark(trace: Trace, place: Place): Plot.Markish {
  const points = thin(pointsOf(trace, place), place.frame);
  const line = Plot.line(points, {
    x: "x",
    y: "y",
    stroke: paint(trace.colour),
    strokeWidth: 1.75,
    ...(trace.mark === "dashed"
      ? { strokeDasharray: dashOf(trace.colour), strokeLinecap: "butt" as const }
      : {}),
  });
  const dotted = place.chart.traces.some((other) => other.mark === "dots" && other.colour === trace.colour);
  if (dotted || points.length > HOVERED_LINE) return line;
  // Invisible, but under the pointer: a formula's numbers can be read off its line.
  const targets = Plot.dot(points, {
    x: "x",
    y: "y",
    r: 8,
    fill: "transparent",
    title: ({ index }: Point) => trace.hover(index),
    render: reachable(trace),
  });
  return [line, targets];
}

/** A line with far more points than pixels keeps the lowest and the highest of each column. */
function thin(points: Point[], frame: Frame): Point[] {
  if (points.length <= 4 * frame.width) return points;
  const columns = new Map<number, [low: Point, high: Point]>();
  for (const point of points) {
    if (Number.isNaN(point.y)) continue;
    const column = Math.round(toPixel(frame, "x", point.x));
    const [low, high] = columns.get(column) ?? [point, point];
    columns.set(column, [point.y < low.y ? point : low, point.y > high.y ? point : high]);
  }
  return [...columns.values()].flatMap(([low, high]) => (low.x <= high.x ? [low, high] : [high, low]));
}

function dotMark(trace: Trace, place: Place): Plot.Markish {
  const { chart, frame } = place;
  const points = pointsOf(trace, place);
  const dot = Plot.dot(points, {
    x: "x",
    y: "y",
    symbol: markerOf(trace.colour),
    r: dotRadius(trace, frame),
    fill: paint(trace.colour),
    title: ({ index }: Point) => trace.hover(index),
    render: reachable(trace),
  });
  const zeros = chart.y.log ? points.filter(({ index }) => trace.y[index] === 0) : [];
  return [dot, ...zerosMarks(zeros, { trace, frame })];
}

/** Exact zeros have no place on a log axis: hollow marks on its lower edge say that they are below it. */
function zerosMarks(zeros: Point[], { trace, frame }: { trace: Trace; frame: Frame }): Plot.Markish[] {
  if (zeros.length === 0) return [];
  return [
    Plot.dot(zeros, {
      x: "x",
      frameAnchor: "bottom",
      dy: -1,
      symbol: "triangle",
      rotate: 180,
      r: dotRadius(trace, frame),
      fill: "var(--color-well)",
      stroke: paint(trace.colour),
      title: ({ index }: Point) => `${trace.hover(index)} (below this axis)`,
      render: reachable(trace),
    }),
  ];
}

/** Markers that nearly touch become smaller rather than a band. */
function dotRadius({ x }: Trace, frame: Frame): number {
  let closest = Number.POSITIVE_INFINITY;
  const places = x
    .map((at) => toPixel(frame, "x", at))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  for (const [index, at] of places.entries()) {
    const next = places[index + 1];
    if (next !== undefined && next > at) closest = Math.min(closest, next - at);
  }
  return Math.min(4, Math.max(1.8, closest * 0.34));
}

/** Marks each point, so that a script can step through them and read out their `<title>`. */
function reachable(trace: Trace): Plot.RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    for (const child of group?.children ?? []) {
      child.setAttribute("data-point", "");
      child.setAttribute("data-series", trace.colour);
    }
    return group;
  };
}

function cloudMark(trace: Trace, place: Place): Plot.Markish {
  const spots = new Set<string>();
  for (const { x, y } of pointsOf(trace, place)) {
    if (Number.isNaN(y)) continue;
    spots.add(`M${Math.round(toPixel(place.frame, "x", x))},${Math.round(toPixel(place.frame, "y", y))}h0`);
  }
  return (_index, _scales, _values, _dimensions, { document }) =>
    element(document, "path", {
      d: [...spots].join(""),
      fill: "none",
      stroke: paint(trace.colour),
      "stroke-width": round(spots.size > 3000 ? 1.5 : 3),
      "stroke-linecap": "round",
      "stroke-opacity": spots.size > 3000 ? 0.5 : 0.7,
    });
}
