/** The figure for everything else: dots and lines that a lesson or a learner has computed. */
import { type Colour, type LinesSpec, SCHEMES, TONES } from "@/lib/plots";
import { checkList, checkOptions } from "./check";
import { Figure } from "./figure";
import { type Numbers, toJson, toNumbers } from "./numbers";
import { findScheme } from "./schemes";

/** An axis by its name (units in words), or with a log scale and a shorter name for a phone. */
export type AxisOption = string | { name: string; log?: boolean; short?: string };

export type SeriesOption = {
  name: string;
  /** Values, or a formula of x. */
  y: Numbers | ((x: number) => number);
  /** 1, 2, 3, … unless told. */
  x?: Numbers;
  /** Dots are measured, a dashed line is theory, a line is anything else. */
  as?: "dots" | "theory" | "line";
  /** A scheme, or ink, soft, press, vanish, healthy, explode. */
  color?: string;
};

export type FigureOptions = {
  title: string;
  caption?: string;
  x: AxisOption;
  y: AxisOption;
  series: readonly SeriesOption[];
  /** Places to mark on an axis. */
  rules?: readonly { axis: "x" | "y"; at: number; label: string }[];
  /** The std that was wanted: it puts the signal scale behind a log axis. */
  wanted?: number;
};

const WHO = "lab.figure";
const MARKS = { dots: "dots", theory: "dashed", line: "line" } as const;

/** A figure of dots and lines on two named axes. */
export function figure(options: FigureOptions): Figure<LinesSpec> {
  checkOptions(options, WHO, '{ title: "…", x: "layer", y: "std", series: [{ name: "measured", y: stds }] }');
  const { title, caption = "", x, y, series, rules = [], wanted } = options;
  return new Figure(
    {
      kind: "lines",
      title,
      caption,
      x: toAxis(x),
      y: toAxis(y),
      series: checkList(series, "series", WHO).map(toSeries),
      rules: rules.map(({ axis, at, label }) => ({ axis, at, label })),
      wanted: wanted ?? null,
    },
    { who: WHO },
  );
}

function toAxis(axis: AxisOption): LinesSpec["x"] {
  const { name, log = false, short } = typeof axis === "string" ? { name: axis } : axis;
  return { name, short: short ?? name, log };
}

/** Series that name no colour take these in turn. */
const TURN: readonly Colour[] = ["ink", "press", "vanish", "explode", "healthy", "soft"];

function toSeries(
  { name, x, y, as = "dots", color }: SeriesOption,
  index: number,
): LinesSpec["series"][number] {
  if (typeof y === "function" && x === undefined) {
    throw new TypeError(
      `${WHO}: the series "${name}" gives y as a formula, so it needs the x to compute it at.`,
    );
  }
  const places = x === undefined ? undefined : toNumbers(x, WHO);
  const values = typeof y === "function" ? (places ?? []).map(y) : toNumbers(y, WHO);
  const at = places ?? values.map((_, count) => count + 1);
  if (at.length !== values.length) {
    throw new RangeError(
      `${WHO}: the series "${name}" needs one x for each y, got ${at.length} and ${values.length}.`,
    );
  }
  return { label: name, colour: toColour(color, index), mark: MARKS[as], x: at, y: values.map(toJson) };
}

function toColour(color: string | undefined, index: number): Colour {
  if (color === undefined) return TURN[index % TURN.length]!;
  const tone = TONES.find((one) => one === color);
  if (tone) return tone;
  const scheme = SCHEMES.find((one) => one === color);
  return scheme ?? findScheme(color, WHO).key;
}
