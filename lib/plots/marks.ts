/** Names at the ends of lines, instead of a legend. */
import type * as Plot from "@observablehq/plot";
import { element, round, textElement } from "./elements";
import { type Frame, TYPE } from "./frame";
import type { PlacedName } from "./layout";
import { paint } from "./schemes";

type Render = Plot.RenderFunction;

/** The box inside the margins, in pixels. */
export function innerBox({ width, height, margins }: Frame): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  return {
    x: margins.left,
    y: margins.top,
    width: width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
  };
}

/** Names at the lines' ends, with a thin leader where a name had to move or its line ends early. */
export function nameMarks(frame: Frame, names: readonly PlacedName[]): Render {
  return (_index, _scales, _values, _dimensions, { document }) => {
    const group = element(document, "g", {
      "font-size": TYPE.name,
      "font-weight": 600,
      "text-anchor": "start",
    });
    const edge = frame.width - frame.margins.right;
    for (const { name, lines, from, y } of names) {
      if (Math.abs(y - from.y) > 5 || edge - from.x > 24) {
        group.append(
          element(document, "path", {
            d: `M${round(from.x + 6)},${round(from.y)}L${edge - 2},${round(from.y)}L${edge + 7},${round(y)}`,
            fill: "none",
            stroke: paint(name.colour),
            "stroke-opacity": 0.55,
          }),
        );
      }
      for (const [index, line] of lines.entries()) {
        const at = y + (index - (lines.length - 1) / 2) * TYPE.line;
        const spot = { x: edge + 10, y: at, dy: "0.34em", fill: paint(name.colour) };
        group.append(textElement(document, line, spot));
      }
    }
    return group;
  };
}
