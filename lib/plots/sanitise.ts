/**
 * The wall between a figure that a cell drew and the page. Three steps, each enough for what is known today: the text is read by a
 * strict parser and reduced to what Plot draws (`svg/allowed.ts`); elements are made from that one by one, so that no HTML parser
 * sees it; DOMPurify walks them in place.
 */
import createPurifier, { type Config, type WindowLike } from "dompurify";
import { cleanSvg } from "./svg/clean";
import { parseSvg } from "./svg/parse";
import { type SvgNode, toElement, toMarkup } from "./svg/tree";

export type CleanSvgOptions = {
  /** The page's document. */
  document: Document;
  /** Begins every id inside the SVG, so that it can name nothing else on the page. */
  prefix: string;
};

const CONFIG: Config = {
  USE_PROFILES: { svg: true },
  FORBID_TAGS: [
    "style",
    "script",
    "foreignObject",
    "a",
    "animate",
    "animateMotion",
    "animateTransform",
    "set",
    "use",
    "image",
  ],
  FORBID_ATTR: ["style", "class", "href", "xlink:href"],
  ALLOW_DATA_ATTR: false,
  IN_PLACE: true,
};

/** The one style of a cleaned figure, and it is ours: it stays in its box. */
const BOX = "display:block;max-width:100%;height:auto;overflow:hidden";

/** The cleaned figure as an element, ready to be put on the page; it throws where the text is no SVG. */
export function toCleanSvg(svg: string, { document, prefix }: CleanSvgOptions): SVGSVGElement {
  const element = toElement(reduce(svg, prefix), document) as SVGSVGElement;
  const purify = createPurifier(document.defaultView as unknown as WindowLike);
  if (!purify.isSupported)
    throw new Error("figure: this browser cannot clean an SVG, so it is not shown. Use a current browser.");
  purify.sanitize(element, CONFIG);
  element.setAttribute("role", "img");
  element.setAttribute("style", BOX);
  return element;
}

/** The same reduction as markup, for pages made at build time from the lessons' own cells. */
export function toCleanMarkup(svg: string, { prefix }: { prefix: string }): string {
  const clean = reduce(svg, prefix);
  return toMarkup({ ...clean, attributes: { ...clean.attributes, role: "img", style: BOX } });
}

function reduce(svg: string, prefix: string): SvgNode {
  const tree = parseSvg(svg);
  const clean = tree && cleanSvg(tree, { prefix: prefix.replace(/[^\w-]/g, "_") });
  if (!clean) {
    throw new TypeError(
      "figure: an SVG was expected, got text that cannot be read as one. Return what Plot.plot() made.",
    );
  }
  return clean;
}
