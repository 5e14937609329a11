/** What a figure is on the wire: a closed set of typed data, never options of a plotting library. The page draws it. */
import * as z from "zod/mini";
import { SCHEMES, TONES } from "./schemes";

/** The MIME type under which a figure travels in a cell's output. */
export const FIGURE_MIME = "application/vnd.fan-in.figure+json";

/** Bounds of what a cell may send: numbers an array, numbers a figure, series a figure, characters of a drawn SVG. */
export const LIMITS = { array: 100_000, figure: 200_000, series: 24, svg: 1_500_000, legends: 8 } as const;

const name = z.string().check(z.minLength(1), z.maxLength(80));
const label = z.string().check(z.minLength(1), z.maxLength(48));
const sentence = z.string().check(z.maxLength(600));
const scheme = z.enum(SCHEMES);
const colour = z.enum([...SCHEMES, ...TONES]);
/** JSON has no NaN and no infinity: what is not finite travels as null. */
const values = z.array(z.nullable(z.number())).check(z.maxLength(LIMITS.array));
const places = z.array(z.number()).check(z.maxLength(LIMITS.array));

/** A named axis, with its unit in plain words in the name; `short` is what a phone shows. */
const axis = z.strictObject({ name, short: name, log: z.boolean() });
const words = { title: name, caption: sentence, x: axis, y: axis };

function several<Item extends z.core.SomeType>(item: Item) {
  return z.array(item).check(z.maxLength(LIMITS.series));
}

const track = z
  .strictObject({ scheme, label, x: places, y: values })
  .check(z.refine((one) => one.x.length === one.y.length, "x and y must be of one length"));

/** std against fan_in: what was measured, and what the formulas say. */
const scaling = z.strictObject({
  kind: z.literal("scaling"),
  ...words,
  measured: several(track),
  theory: several(track),
});

/** The signal's std by layer, over the signal scale around the std that is `wanted`. */
const depth = z
  .strictObject({
    kind: z.literal("depth"),
    ...words,
    wanted: z.number().check(z.positive()),
    layers: places,
    schemes: several(z.strictObject({ scheme, label, measured: values, theory: values })),
  })
  .check(
    z.refine(
      ({ layers, schemes }) =>
        schemes.every((one) =>
          [one.measured, one.theory].every((y) => !y.length || y.length === layers.length),
        ),
      "measured and theory must have one value a layer, or none",
    ),
  );

const density = z.discriminatedUnion("law", [
  z.strictObject({
    law: z.literal("uniform"),
    low: z.number(),
    high: z.number(),
    label,
    colour,
  }),
  z.strictObject({
    law: z.literal("normal"),
    mean: z.number(),
    std: z.number().check(z.positive()),
    label,
    colour,
  }),
]);

/** Counts between edges, the densities that were expected, and markers for bounds. */
const histogram = z
  .strictObject({
    kind: z.literal("histogram"),
    ...words,
    colour,
    edges: places,
    counts: places,
    /** Of all values, binned or not: `mean` to `max` are of the finite ones. */
    stats: z.strictObject({
      count: z.number(),
      notFinite: z.number(),
      mean: z.nullable(z.number()),
      std: z.nullable(z.number()),
      min: z.nullable(z.number()),
      max: z.nullable(z.number()),
    }),
    densities: several(density),
    bounds: several(z.strictObject({ at: z.number(), label })),
  })
  .check(
    z.refine(
      ({ edges, counts }) => counts.length > 0 && edges.length === counts.length + 1,
      "one edge more than counts",
    ),
  );

const series = z
  .strictObject({ label, colour, mark: z.enum(["dots", "line", "dashed"]), x: places, y: values })
  .check(z.refine((one) => one.x.length === one.y.length, "x and y must be of one length"));

/** The general figure: series of dots and lines on two axes, rules across it, and the signal scale behind it if wanted. */
const lines = z.strictObject({
  kind: z.literal("lines"),
  ...words,
  series: several(series),
  rules: several(z.strictObject({ axis: z.enum(["x", "y"]), at: z.number(), label })),
  wanted: z.nullable(z.number().check(z.positive())),
});

const svg = z.string().check(z.maxLength(LIMITS.svg));
const swatch = z.strictObject({
  label: z.string().check(z.maxLength(200)),
  color: z.string().check(z.maxLength(80)),
  /** The path of a symbol legend's marker, around (0, 0); null for a plain square. */
  symbol: z.nullable(z.string().check(z.maxLength(2000))),
});
const legend = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("svg"), svg }),
  z.strictObject({ type: z.literal("swatches"), swatches: z.array(swatch).check(z.maxLength(200)) }),
]);

/** A figure that the learner's own `Plot.plot()` drew in the worker; its SVG is cleaned before it is shown. */
const drawn = z.strictObject({
  kind: z.literal("drawn"),
  svg,
  title: z.optional(sentence),
  subtitle: z.optional(sentence),
  caption: z.optional(sentence),
  /** What the learner wrote as `ariaLabel`, or the kinds of mark that were drawn. */
  label: sentence,
  legends: z.array(legend).check(z.maxLength(LIMITS.legends)),
});

const chart = z.discriminatedUnion("kind", [scaling, depth, histogram, lines]);
const figure = z.discriminatedUnion("kind", [scaling, depth, histogram, lines, drawn]);

/** Checks a figure of any kind; it throws zod's error where a rule is broken. */
export const figureSchema = figure;

export type Axis = z.infer<typeof axis>;
export type Track = z.infer<typeof track>;
export type Series = z.infer<typeof series>;
export type Density = z.infer<typeof density>;
export type ScalingSpec = z.infer<typeof scaling>;
export type DepthSpec = z.infer<typeof depth>;
export type HistogramSpec = z.infer<typeof histogram>;
export type LinesSpec = z.infer<typeof lines>;
export type DrawnSpec = z.infer<typeof drawn>;
export type Swatch = z.infer<typeof swatch>;
export type Legend = z.infer<typeof legend>;
/** The figures that we draw from data. */
export type ChartSpec = z.infer<typeof chart>;
export type FigureSpec = z.infer<typeof figure>;
