/** Where something is drawn already, so that words can keep clear of it. */
import type { Chart } from "./chart";
import { type Frame, isDrawable, toPixel } from "./frame";

type Spot = { x: number; y: number };

/** Pixels between two places that are looked at along a line. */
const STEP = 10;

/** Pixels of every point, and along the lines between them. */
export function takenSpots(chart: Chart, frame: Frame): Spot[] {
  return chart.traces.flatMap((trace) => {
    const spots = trace.x.flatMap((x, index): Spot[] => {
      const y = trace.y[index];
      if (!isDrawable(x, chart.x.log)) return [];
      // Exact zeros stand on the edge of a log axis.
      if (y === 0 && chart.y.log)
        return [{ x: toPixel(frame, "x", x), y: frame.height - frame.margins.bottom }];
      return isDrawable(y, chart.y.log) ? [{ x: toPixel(frame, "x", x), y: toPixel(frame, "y", y) }] : [];
    });
    return trace.mark === "dots" ? spots : spots.flatMap((spot, index) => between(spot, spots[index + 1]));
  });
}

function between(from: Spot, to: Spot | undefined): Spot[] {
  if (!to) return [from];
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP));
  return Array.from({ length: steps }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / steps,
    y: from.y + ((to.y - from.y) * step) / steps,
  }));
}
