/** Observable Plot for cells: the library itself, drawing on a document that is given, where there is no page. */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { createCanvas } from "./pixels";
import { textWidth } from "./text";

export type PlainPlotOptions = {
  document: Document;
  /** The pixels that the page has for a figure whose code names no width. */
  width?: () => number;
};

/** Type size of a learner's figure: Plot's own 10 is too small to read. */
const FONT_SIZE = 12;

/** A document without a page, with the few things that Plot asks of one beyond elements. */
export function createDocument(): Document {
  // Empty, and built by hand: a kernel's bundle has no parser of HTML.
  const { document } = parseHTML("");
  document.append(document.createElement("html"));
  document.documentElement.append(document.createElement("head"), document.createElement("body"));
  const createElement = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) =>
    name === "canvas" ? createCanvas() : createElement(name, options)) as typeof document.createElement;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "g");
  // Plot.tip measures its text by this; here nothing is laid out, so it is an estimate from the letters.
  Object.defineProperty(Object.getPrototypeOf(svg), "getBBox", { configurable: true, value: estimateBox });
  return document;
}

/** `@observablehq/plot` as cells import it: every `plot()`, `legend()` and `mark.plot()` draws on the given document. */
export function plotModule({ document, width = () => 640 }: PlainPlotOptions): typeof Plot {
  const plot: typeof Plot.plot = (options = {}) =>
    withFrames(() =>
      Plot.plot({
        document,
        width: width(),
        ...options,
        style: styleOf(options.style),
      }),
    );
  const legend: typeof Plot.legend = (options) =>
    Plot.legend({ document, ...options } as Parameters<typeof Plot.legend>[0]);
  // `mark.plot()` closes over Plot's own `plot`, and marks have one prototype: this is the one place to reach it.
  Plot.Mark.prototype.plot = function plotMark(
    this: Plot.Mark,
    { marks = [], ...options }: Plot.PlotOptions = {},
  ) {
    return plot({ ...options, marks: [...marks, this as Plot.RenderableMark] });
  };
  return { ...Plot, plot, legend };
}

function styleOf(style: Plot.PlotOptions["style"]): NonNullable<Plot.PlotOptions["style"]> {
  const base = { fontFamily: "var(--font-sans)", fontSize: `${FONT_SIZE}px` };
  if (typeof style === "string") return `font-family:${base.fontFamily};font-size:${base.fontSize};${style}`;
  return { ...base, ...style };
}

type Frames = { requestAnimationFrame?: ((callback: (time: number) => void) => number) | undefined };

/** What Plot puts off until the figure is on a page is done at once: there is no page, and no frame will come. */
function withFrames<Result>(draw: () => Result): Result {
  const scope = globalThis as Frames;
  const before = Object.getOwnPropertyDescriptor(globalThis, "requestAnimationFrame");
  const waiting: ((time: number) => void)[] = [];
  Object.defineProperty(scope, "requestAnimationFrame", {
    configurable: true,
    writable: true,
    value: (callback: (time: number) => void) => waiting.push(callback),
  });
  try {
    const drawn = draw();
    for (const callback of waiting) callback(0);
    return drawn;
  } finally {
    if (before) Object.defineProperty(scope, "requestAnimationFrame", before);
    else Reflect.deleteProperty(scope, "requestAnimationFrame");
  }
}

function estimateBox(this: Element): { x: number; y: number; width: number; height: number } {
  const lines = [...this.querySelectorAll("text > tspan")].map((line) => line.textContent ?? "");
  const texts = lines.length > 0 ? lines : [this.textContent ?? ""];
  const width = Math.max(0, ...texts.map((line) => textWidth(line.replace(/\u200b/g, ""), FONT_SIZE)));
  return { x: 0, y: 0, width, height: texts.length * FONT_SIZE };
}
