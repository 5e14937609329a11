/** The measures that everything in a figure is placed by. */
import type { Domain } from "./ticks";

/** Type sizes in pixels; nothing in a figure is smaller than `small`. */
export const TYPE = { tick: 12, name: 13, small: 11.5, line: 16 } as const;

export type Scale = {
  log: boolean;
  domain: Domain;
  ticks: number[];
  format: (tick: number) => string;
  label: string;
};
export type Margins = { top: number; right: number; bottom: number; left: number };
export type Frame = {
  width: number;
  height: number;
  margins: Margins;
  inset: { x: number; top: number; bottom: number };
  x: Scale;
  y: Scale;
  narrow: boolean;
};

/** The pixel of a value on one axis of a frame. */
export function toPixel(
  { width, height, margins, inset, ...scales }: Frame,
  axis: "x" | "y",
  value: number,
): number {
  const { log, domain } = scales[axis];
  const [low, high] = domain;
  // Logarithms are subtracted: a ratio of two values may overflow where they do not.
  const place = log ? Math.log : Number;
  const share = (place(value) - place(low)) / (place(high) - place(low));
  if (axis === "x") {
    const start = margins.left + inset.x;
    return start + share * (width - margins.right - inset.x - start);
  }
  const start = height - margins.bottom - inset.bottom;
  return start - share * (start - margins.top - inset.top);
}

/** Twice this must be finite, or an axis from -LARGEST to LARGEST would have no length. */
const LARGEST = 8e307;
/** Below this a double loses digits, and an axis round it may have no length. */
const SMALLEST = 1e-300;

/** True for a value that has a place on the axis. */
export function isDrawable(value: number | null | undefined, log: boolean): value is number {
  return value !== null && value !== undefined && Math.abs(value) <= LARGEST && (!log || value >= SMALLEST);
}
