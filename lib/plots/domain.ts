/** The range of values that an axis shows. */
import type { Chart } from "./chart";
import { isDrawable } from "./frame";
import type { Domain } from "./ticks";

/** From the smallest to the largest value that has a place on the axis, with what it is to be read against. */
export function domainOf(chart: Chart, axis: "x" | "y"): Domain {
  const { log } = chart[axis];
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const include = (value: number | null) => {
    if (!isDrawable(value, log)) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  for (const trace of chart.traces) for (const value of trace[axis]) include(value);
  for (const { from, to, height } of chart.bars)
    for (const value of axis === "x" ? [from, to] : [0, height]) include(value);
  for (const rule of chart.rules) if (rule.axis === axis) include(rule.at);
  // The signal scale shows where healthy ends above, even when nothing explodes.
  if (axis === "y" && chart.wanted !== null) for (const times of [0.5, 1, 4]) include(chart.wanted * times);
  if (!(low <= high)) return log ? [0.1, 10] : [0, 1];
  return log ? logDomain(low, high, axis) : linearDomain(low, high, axis);
}

/** On a log axis a figure spans half a decade at the least, or the noise of a flat line fills it. */
function logDomain(low: number, high: number, axis: "x" | "y"): Domain {
  const least = axis === "y" ? Math.sqrt(10) : 1.2;
  const stretch = high / low < least ? Math.sqrt(least / (high / low)) : 1;
  return [Math.max(low / stretch, 5e-324), Math.min(high * stretch, Number.MAX_VALUE)];
}

function linearDomain(low: number, high: number, axis: "x" | "y"): Domain {
  if (low === high) {
    const half = Math.abs(low) * 0.1 || 1;
    return [low - half, high + half];
  }
  // Sizes that come near zero are read from zero.
  return axis === "y" && low > 0 && low < 0.4 * high ? [0, high] : [low, high];
}
