/** Marked places on an axis: a thin rule with its name, the names kept apart. */
import type * as Plot from "@observablehq/plot";
import type { Chart } from "./chart";
import { dodge } from "./dodge";
import { element, textElement } from "./elements";
import { type Frame, isDrawable, TYPE, toPixel } from "./frame";
import { innerBox } from "./marks";
import { textWidth } from "./text";

/** Rules across the figure: those on x are named above it, those on y on the line. */
export function ruleMarks(rules: Chart["rules"], frame: Frame): Plot.RenderFunction[] {
  const drawn = rules.filter(({ axis, at }) => isDrawable(at, frame[axis].log));
  if (drawn.length === 0) return [];
  const box = innerBox(frame);
  const upright = drawn.filter(({ axis }) => axis === "x");
  const sizes = upright.map(({ at, label }) => ({
    at: toPixel(frame, "x", at),
    size: textWidth(label, TYPE.tick) + 10,
  }));
  const spots = dodge(sizes, { min: 0, max: frame.width });
  const text = { "font-size": TYPE.tick, "font-weight": 500, fill: "var(--color-ink)" };
  // A halo of the ground keeps a name readable where it crosses the grid.
  const halo = {
    stroke: "var(--color-well)",
    "stroke-width": 4,
    "stroke-linejoin": "round",
    "paint-order": "stroke",
  };
  return [
    (_index, _scales, _values, _dimensions, { document }) => {
      const group = element(document, "g", {});
      const line = { stroke: "var(--color-ink)", "stroke-opacity": 0.7, "stroke-dasharray": "2 3" };
      for (const [index, { label }] of upright.entries()) {
        const x = sizes[index]!.at;
        group.append(
          element(document, "line", { x1: x, x2: x, y1: box.y, y2: box.y + box.height, ...line }),
          textElement(document, label, { x: spots[index]!, y: box.y - 4, ...text, "text-anchor": "middle" }),
        );
      }
      for (const { label, at } of drawn.filter(({ axis }) => axis === "y")) {
        const y = toPixel(frame, "y", at);
        group.append(
          element(document, "line", { x1: box.x, x2: box.x + box.width, y1: y, y2: y, ...line }),
          textElement(document, label, { x: box.x + 8, y: y - 5, ...text, ...halo, "text-anchor": "start" }),
        );
      }
      return group;
    },
  ];
}
