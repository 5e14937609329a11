/** The ground of a figure whose y axis is a signal: tinted by the scale, with a strip and words that say it without colour too. */
import type * as Plot from "@observablehq/plot";
import type { Chart } from "./chart";
import { element, textElement } from "./elements";
import { type Frame, TYPE, toPixel } from "./frame";
import { innerBox } from "./marks";
import { paint } from "./schemes";
import { SIGNAL_STOPS } from "./signal";
import { takenSpots } from "./taken";
import { textWidth } from "./text";

/** The signal scale as a tint behind a log axis, and as a stronger strip along it. */
export function signalGround(
  frame: Frame,
  { chart, wanted, prefix }: { chart: Chart; wanted: number; prefix: string },
): Plot.RenderFunction {
  return (_index, _scales, _values, _dimensions, { document }) => {
    const box = innerBox(frame);
    const group = element(document, "g");
    for (const [part, strength, width] of [
      ["ground", 1, box.width],
      ["strip", 4, 4],
    ] as const) {
      const id = `${prefix}-${part}`;
      const gradient = element(document, "linearGradient", {
        id,
        gradientUnits: "userSpaceOnUse",
        x1: 0,
        x2: 0,
        y1: toPixel(frame, "y", wanted * 10 ** SIGNAL_STOPS[0]!.decades),
        y2: toPixel(frame, "y", wanted * 10 ** SIGNAL_STOPS.at(-1)!.decades),
      });
      const span = SIGNAL_STOPS.at(-1)!.decades - SIGNAL_STOPS[0]!.decades;
      for (const { decades, colour, opacity } of SIGNAL_STOPS) {
        gradient.append(
          element(document, "stop", {
            offset: (decades - SIGNAL_STOPS[0]!.decades) / span,
            "stop-color": paint(colour),
            "stop-opacity": Math.min(1, opacity * strength),
          }),
        );
      }
      group.append(gradient, element(document, "rect", { ...box, width, fill: `url(#${id})` }));
    }
    const taken = takenSpots(chart, frame);
    for (const { word, x, y } of signalWords(frame, { wanted, taken })) {
      group.append(textElement(document, word, { x, y, dy: "0.34em", ...QUIET }));
    }
    return group;
  };
}

const QUIET = {
  fill: "var(--color-ink)",
  "fill-opacity": 0.72,
  "font-size": TYPE.small,
  "text-anchor": "start",
} as const;

/** Each word's band in decades around the wanted std, and where in the band it prefers to stand, from its top (0) to its bottom (1). */
const WORDS = [
  { word: "exploding", from: 0.5, to: Number.POSITIVE_INFINITY, at: [0, 0.5] },
  { word: "healthy", from: -0.5, to: 0.5, at: [0.5, 0.8, 0.2] },
  { word: "vanishing", from: Number.NEGATIVE_INFINITY, to: -0.5, at: [1, 0.5] },
] as const;

type Spot = { x: number; y: number };

/** The scale in words, each where nothing else is drawn; a word without such a place is left out. */
export function signalWords(
  frame: Frame,
  { wanted, taken }: { wanted: number; taken: readonly Spot[] },
): (Spot & { word: string })[] {
  const box = innerBox(frame);
  const within = (pixel: number) => Math.min(box.y + box.height, Math.max(box.y, pixel));
  return WORDS.flatMap(({ word, from, to, at }) => {
    const high = within(toPixel(frame, "y", wanted * 10 ** to)) + 11;
    const low = within(toPixel(frame, "y", wanted * 10 ** from)) - 11;
    const width = textWidth(word, TYPE.small);
    if (low < high) return [];
    const columns = [box.x + 12, box.x + box.width / 2 - width / 2, box.x + box.width - width - 12];
    const spots = columns.flatMap((x) => at.map((share) => ({ word, x, y: high + share * (low - high) })));
    const free = spots.find(({ x, y }) =>
      taken.every((spot) => spot.x < x - 8 || spot.x > x + width + 8 || Math.abs(spot.y - y) > 14),
    );
    return free ? [free] : [];
  });
}
