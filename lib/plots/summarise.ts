/** A figure in one or two plain sentences, made from its data: its text alternative, its `text/plain`, what a screen reader says. */
import { formatNumber } from "./format";
import { signalOf } from "./signal";
import type { DepthSpec, DrawnSpec, FigureSpec, HistogramSpec, LinesSpec, ScalingSpec, Track } from "./spec";

/** The sentences for a figure of any kind. `lib/lab/lab.py` prints the same ones. */
export function summarise(spec: FigureSpec): string {
  switch (spec.kind) {
    case "scaling":
      return scalingWords(spec);
    case "depth":
      return depthWords(spec);
    case "histogram":
      return histogramWords(spec);
    case "lines":
      return linesWords(spec);
    case "drawn":
      return drawnWords(spec);
    default:
      return spec satisfies never;
  }
}

/** The text of a figure that the learner drew: its own words, as far as it has any. */
export function drawnWords({
  title,
  subtitle,
  caption,
  label,
}: Omit<DrawnSpec, "kind" | "svg" | "legends">): string {
  const own = [title, subtitle, caption].filter((part) => part !== undefined && part !== "");
  return [`Figure drawn with Observable Plot: ${label}.`, ...own.map((part) => `${part}`)].join(" ");
}

function scalingWords({ title, x, measured, theory }: ScalingSpec): string {
  const said = measured.map((track) => {
    const same = theory.find((line) => line.scheme === track.scheme);
    return `${track.label} measured ${ends(track, x.name)}${same ? closeness(track, same) : ""}.`;
  });
  const others = theory.filter((line) => !measured.some((track) => track.scheme === line.scheme));
  const lines = others.map((line) => `${line.label} (${ends(line, x.name)})`);
  return [`${title}.`, ...said, ...(lines.length ? [`Theory beside it: ${lines.join("; ")}.`] : [])].join(
    " ",
  );
}

function depthWords({ title, x, wanted, layers, schemes }: DepthSpec): string {
  const said = schemes.map(({ label, measured, theory }) => {
    const run = measured.length > 0 ? measured : theory;
    const last = run.length - 1;
    const end = run[last] ?? null;
    const beside =
      measured.length > 0 && theory.length > 0 ? `, theory ${formatNumber(theory[last] ?? null)}` : "";
    const from = `${formatNumber(run[0] ?? null)} at ${x.name} ${formatNumber(layers[0] ?? null)}`;
    const to = `${formatNumber(end)} at ${x.name} ${formatNumber(layers[last] ?? null)}`;
    return `${label}: ${from}, ${to} (${signalOf(end, wanted)}${beside}).`;
  });
  return [`${title}.`, ...said].join(" ");
}

function histogramWords({ title, counts, stats, densities, bounds }: HistogramSpec): string {
  const { count, notFinite, mean, std, min, max } = stats;
  const odd = notFinite > 0 ? ` ${formatNumber(notFinite)} of them not finite.` : "";
  const laws = densities.map((law) =>
    law.law === "uniform"
      ? `uniform on ${formatNumber(law.low)} to ${formatNumber(law.high)}`
      : `normal with mean ${formatNumber(law.mean)} and std ${formatNumber(law.std)}`,
  );
  const marks = bounds.map(({ at, label }) => `${label} at ${formatNumber(at)}`);
  return [
    `${title}: ${plural(count, "value")} in ${plural(counts.length, "bin")}.${odd}`,
    `Mean ${formatNumber(mean)}, std ${formatNumber(std)}, from ${formatNumber(min)} to ${formatNumber(max)}.`,
    ...(laws.length ? [`Drawn over it: ${laws.join("; ")}.`] : []),
    ...(marks.length ? [`Marked: ${marks.join("; ")}.`] : []),
  ].join(" ");
}

function linesWords({ title, x, y, series, rules }: LinesSpec): string {
  const said = series.map((one) => `${one.label}: ${ends(one, x.name)}.`);
  const marks = rules.map(({ at, label }) => `${label} at ${formatNumber(at)}`);
  return [
    `${title}: ${y.name} against ${x.name}.`,
    ...said,
    ...(marks.length ? [`Marked: ${marks.join("; ")}.`] : []),
  ].join(" ");
}

function plural(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}

type Run = Pick<Track, "x" | "y">;

/** `0.145 at fan_in 16, 0.01276 at fan_in 2048`. */
function ends({ x, y }: Run, axis: string): string {
  if (x.length === 0) return "no values";
  const say = (index: number) =>
    `${formatNumber(y[index] ?? null)} at ${axis} ${formatNumber(x[index] ?? null)}`;
  return x.length === 1 ? say(0) : `${say(0)}, ${say(x.length - 1)}`;
}

/** Steps, not digits: what a measurement differs by moves with its last bits, and the sentence should not. */
const STEPS = [1, 2, 5, 10, 20, 50];

function closeness(measured: Track, theory: Track): string {
  const wanted = new Map(theory.x.map((x, index) => [x, theory.y[index] ?? null]));
  let worst = 0;
  for (const [index, x] of measured.x.entries()) {
    const is = measured.y[index] ?? null;
    const should = wanted.get(x) ?? null;
    if (is === null || should === null || should === 0) continue;
    worst = Math.max(worst, (100 * Math.abs(is - should)) / Math.abs(should));
  }
  const step = STEPS.find((percent) => worst <= percent);
  return step === undefined
    ? `, more than 50% away from ${theory.label}`
    : `, within ${step}% of ${theory.label}`;
}
