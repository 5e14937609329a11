/** Data in, figure out: one SVG for the width it has, in both themes, with its numbers on every point. */
import * as Plot from "@observablehq/plot";
import { axisMarks } from "./axes";
import { barMarks } from "./bars";
import { toChart } from "./chart";
import { TYPE } from "./frame";
import { signalGround } from "./ground";
import { layOut } from "./layout";
import { nameMarks } from "./marks";
import { traceMarks } from "./points";
import { ruleMarks } from "./rules";
import type { ChartSpec } from "./spec";
import { summarise } from "./summarise";

export type DrawOptions = {
  /** The page's document, or linkedom's. */
  document: Document;
  /** Pixels that the figure has; it is drawn for these, not shrunk to them. */
  width: number;
  /** Begins every id inside the SVG, so that two figures on a page never share one. */
  prefix?: string;
};

/** The narrowest and widest that a figure is drawn. */
const WIDTHS = { min: 240, max: 1200 } as const;

/** Draws a figure from its data. The SVG's colours are CSS variables: light and dark are the same drawing. */
export function draw(spec: ChartSpec, { document, width, prefix = "figure" }: DrawOptions): SVGSVGElement {
  const chart = toChart(spec);
  const { frame, names } = layOut(chart, Math.round(Math.max(WIDTHS.min, Math.min(WIDTHS.max, width))));
  const { margins, inset, x, y } = frame;
  const svg = Plot.plot({
    document,
    width: frame.width,
    height: frame.height,
    marginTop: margins.top,
    marginRight: margins.right,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    insetLeft: inset.x,
    insetRight: inset.x,
    insetTop: inset.top,
    insetBottom: inset.bottom,
    x: { type: x.log ? "log" : "linear", domain: [...x.domain], axis: null },
    y: { type: y.log ? "log" : "linear", domain: [...y.domain], axis: null },
    marks: [
      chart.wanted !== null && chart.y.log
        ? signalGround(frame, { chart, wanted: chart.wanted, prefix: prefix.replace(/[^\w-]/g, "_") })
        : null,
      ...axisMarks(frame),
      ...barMarks(chart.bars, frame),
      ...ruleMarks(chart.rules, frame),
      ...traceMarks(chart, frame),
      nameMarks(frame, names),
    ],
  });
  return finish(svg as unknown as SVGSVGElement, summarise(spec));
}

/** Takes off what Plot adds for a page of its own (a style sheet, a class, labels of groups) and names the whole. */
function finish(svg: SVGSVGElement, words: string): SVGSVGElement {
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  // Plot names its marks for assistive technology; the figure's own summary says more, and a name on a line is not allowed.
  for (const part of [...svg.querySelectorAll("[aria-label], [aria-hidden]")]) {
    part.removeAttribute("aria-label");
    part.removeAttribute("aria-hidden");
  }
  svg.removeAttribute("class");
  const attributes = {
    role: "img",
    "aria-label": words,
    "font-family": "var(--font-sans)",
    "font-size": String(TYPE.tick),
    fill: "var(--color-ink)",
    style: "display:block;max-width:100%;height:auto",
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  return svg;
}
