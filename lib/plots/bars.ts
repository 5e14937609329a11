/** The bars of a histogram as Plot marks. */
import * as Plot from "@observablehq/plot";
import type { Bar } from "./chart";
import { type Frame, toPixel } from "./frame";
import { paint } from "./schemes";

/** Each bar says its range, count and density when hovered. */
export function barMarks(bars: readonly Bar[], frame: Frame): Plot.Markish[] {
  const first = bars[0];
  if (!first) return [];
  const thin = toPixel(frame, "x", first.to) - toPixel(frame, "x", first.from) < 5;
  return [
    Plot.rect([...bars], {
      x1: "from",
      x2: "to",
      y1: 0,
      y2: "height",
      insetRight: thin ? 0.4 : 1,
      fill: paint(first.colour),
      fillOpacity: 0.42,
      title: "hover",
      render: (index, scales, values, dimensions, context, next) => {
        const group = next?.(index, scales, values, dimensions, context) ?? null;
        for (const child of group?.children ?? []) child.setAttribute("data-point", "");
        return group;
      },
    }),
  ];
}
