/** What the learner's own `Plot.plot()` made, taken apart into the closed schema that travels to the page. */
import { expandPixels } from "./pixels";
import { type DrawnSpec, type Legend, LIMITS, type Swatch } from "./spec";
import { drawnWords } from "./summarise";
import { cleanSvg } from "./svg/clean";
import { fromElement, type SvgNode, toMarkup } from "./svg/tree";

/** The figure in a value that Plot returned, or null for any other value. */
export function toDrawn(value: unknown): DrawnSpec | null {
  if (!isElement(value)) return null;
  if (value.localName === "svg")
    return assemble(value, { title: null, subtitle: null, caption: null, legends: [] });
  if (value.localName === "figure") return fromFigure(value);
  if (isSwatches(value)) return legendOnly(value);
  return null;
}

type Parts = { title: string | null; subtitle: string | null; caption: string | null; legends: Legend[] };

function isElement(value: unknown): value is Element {
  if (typeof value !== "object" || value === null) return false;
  const { nodeType, localName, childNodes } = value as Partial<Element>;
  return nodeType === 1 && typeof localName === "string" && childNodes !== undefined;
}

function fromFigure(figure: Element): DrawnSpec | null {
  const parts: Parts = { title: null, subtitle: null, caption: null, legends: [] };
  let plot: Element | undefined;
  for (const child of [...figure.children]) {
    if (child.localName === "h2") parts.title = textOf(child);
    else if (child.localName === "h3") parts.subtitle = textOf(child);
    else if (child.localName === "figcaption") parts.caption = textOf(child);
    else if (isSwatches(child)) parts.legends.push({ type: "swatches", swatches: toSwatches(child) });
    else if (child.localName === "svg") {
      // Plot puts its legends first and the figure itself last.
      if (plot) parts.legends.push({ type: "svg", svg: toSvg(plot, "Legend") });
      plot = child;
    }
  }
  return plot ? assemble(plot, parts) : null;
}

function legendOnly(swatches: Element): DrawnSpec {
  const empty: SvgNode = {
    name: "svg",
    attributes: { width: "1", height: "1", viewBox: "0 0 1 1" },
    children: [],
  };
  return {
    kind: "drawn",
    svg: toMarkup(empty),
    label: "a legend",
    legends: [{ type: "swatches", swatches: toSwatches(swatches) }],
  };
}

function assemble(plot: Element, { title, subtitle, caption, legends }: Parts): DrawnSpec {
  const words = {
    ...(title === null ? {} : { title }),
    ...(subtitle === null ? {} : { subtitle }),
    ...(caption === null ? {} : { caption }),
    label: plot.getAttribute("aria-label")?.slice(0, 600) || describeMarks(plot),
  };
  const svg = toSvg(plot, drawnWords(words));
  if (svg.length > LIMITS.svg) {
    const got = `${Math.ceil(svg.length / 1000)} kB`;
    throw new RangeError(
      `Plot.plot: a figure holds at most ${LIMITS.svg / 1000} kB of SVG, got ${got}. Bin the data (Plot.binX, Plot.hexbin), or draw fewer points.`,
    );
  }
  return { kind: "drawn", svg, ...words, legends: legends.slice(0, LIMITS.legends) };
}

/** Valid as image/svg+xml: no style sheet, no HTML, ids as Plot counted them (the page prefixes them). */
function toSvg(element: Element, label: string): string {
  const clean = cleanSvg(expandPixels(fromElement(element)), { prefix: "p" });
  if (!clean) throw new TypeError("Plot.plot: an SVG was expected. Return what Plot.plot() made.");
  return toMarkup({ ...clean, attributes: { ...clean.attributes, "aria-label": label } });
}

function isSwatches(element: Element): boolean {
  return element.localName === "div" && /-swatches\b/.test(element.getAttribute("class") ?? "");
}

function toSwatches(element: Element): Swatch[] {
  const items = [...element.querySelectorAll("span, div")].filter((one) =>
    /-swatch$/.test(one.getAttribute("class") ?? ""),
  );
  return items.slice(0, 200).map((item): Swatch => {
    const svg = item.querySelector("svg");
    const fill = svg?.getAttribute("fill") ?? "none";
    const color = (fill === "none" ? svg?.getAttribute("stroke") : fill) ?? "currentColor";
    return {
      label: textOf(item).slice(0, 200),
      color: color.slice(0, 80),
      symbol: svg?.querySelector("path")?.getAttribute("d")?.slice(0, 2000) ?? null,
    };
  });
}

function textOf(element: Element): string {
  return (element.textContent ?? "").trim().slice(0, 600);
}

const FURNITURE = /axis|grid|frame|crosshair|^tip$/;

/** `dot (8), line (1)`: what Plot calls its groups, and how many marks are in each. */
function describeMarks(plot: Element): string {
  if (/-ramp\b/.test(plot.getAttribute("class") ?? "")) return "a legend";
  const counts = new Map<string, number>();
  for (const group of [...plot.children]) {
    const name = group.getAttribute("aria-label");
    if (!name || FURNITURE.test(name)) continue;
    counts.set(name, (counts.get(name) ?? 0) + Math.max(1, group.children.length));
  }
  const said = [...counts].map(([name, count]) => `${name} (${count})`);
  return said.length > 0 ? said.join(", ").slice(0, 600) : "no marks";
}
