/** Axes of a figure: light grid, plain numbers, and each axis named in words. */
import * as Plot from "@observablehq/plot";
import { type Frame, TYPE } from "./frame";
import { innerBox } from "./marks";

const LENGTH = 5;

/** Grid, tick labels and axis names as Plot marks. */
export function axisMarks(frame: Frame): Plot.Markish[] {
  const { x, y, margins } = frame;
  const box = innerBox(frame);
  const number = { fill: "var(--color-soft)", fontSize: TYPE.tick, fontVariant: "tabular-nums" };
  const name = { fill: "var(--color-ink)", fontSize: TYPE.tick, fontWeight: 500 };
  const at = (tick: number) => tick;
  return [
    Plot.gridY(y.ticks, { stroke: "var(--color-rule)", strokeOpacity: 1 }),
    Plot.text(y.ticks, { y: at, text: y.format, frameAnchor: "left", dx: -8, textAnchor: "end", ...number }),
    Plot.frame({ anchor: "bottom", stroke: "var(--color-soft)", strokeOpacity: 0.6 }),
    Plot.ruleX(x.ticks, {
      insetTop: box.height,
      insetBottom: -LENGTH,
      stroke: "var(--color-soft)",
      strokeOpacity: 0.6,
    }),
    Plot.text(x.ticks, { x: at, text: x.format, frameAnchor: "bottom", dy: 17, ...number }),
    Plot.text([y.label], {
      ...name,
      frameAnchor: "top-left",
      dx: -margins.left + 2,
      dy: -margins.top + 8,
      textAnchor: "start",
    }),
    Plot.text([x.label], { ...name, frameAnchor: "bottom-right", dy: 38, textAnchor: "end" }),
  ];
}
