/** A cell's figures drawn without a browser: by the page's own code, on linkedom. */
import { parseHTML } from "linkedom";
import { FIGURE_MIME, type Output } from "../notebook/model";
import { type FigureSpec, parseFigure } from "../plots";
import { draw, toCleanMarkup } from "../plots/page";
import type { BakedFigure } from "./baked";
import { roundCoordinates, toStandalone } from "./standalone";

/** Pixels of a figure in the text column, and on a phone. */
const WIDTHS = { wide: 640, narrow: 340 } as const;

/** Draws every figure among a cell's outputs, for both widths; ids begin with the cell's own. */
export function drawFigures(cell: string, outputs: readonly Output[]): BakedFigure[] {
  return outputs.flatMap((output, at) => {
    const figure = toFigure(output);
    if (!figure) return [];
    const toSvg = (name: keyof typeof WIDTHS) =>
      drawFigure(figure, { width: WIDTHS[name], prefix: `${cell}-${at}-${name}` });
    return [{ output: at, wide: toSvg("wide"), narrow: toSvg("narrow") }];
  });
}

/** An output's figure, if it is one, as an SVG that stands without the site. `css` is the site's. */
export function drawStandalone(output: Output, css: string): string | undefined {
  const figure = toFigure(output);
  return figure ? toStandalone(drawFigure(figure, { width: WIDTHS.wide, prefix: "figure" }), css) : undefined;
}

/** The output with its figure, if it is one, as SVG beside the data: what other notebooks can show. */
export function withSvg(output: Output, css: string): Output {
  const svg = drawStandalone(output, css);
  if (svg === undefined || !("data" in output)) return output;
  return { ...output, data: { ...output.data, "image/svg+xml": svg } };
}

function toFigure(output: Output): FigureSpec | null {
  if (!("data" in output) || !(FIGURE_MIME in output.data)) return null;
  const parsed = parseFigure(output.data[FIGURE_MIME]);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.figure;
}

function drawFigure(figure: FigureSpec, { width, prefix }: { width: number; prefix: string }): string {
  if (figure.kind === "drawn") return toCleanMarkup(figure.svg, { prefix });
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  return roundCoordinates(draw(figure, { document, width, prefix }).outerHTML);
}
