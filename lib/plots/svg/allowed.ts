/** The list of what Plot draws. A figure holds these elements and attributes and nothing else. */

const words = (list: string) => new Set(list.trim().split(/\s+/));

/** Elements that stay. */
export const ELEMENTS =
  words(`svg g path circle ellipse rect line polyline polygon text tspan title desc defs clipPath
linearGradient radialGradient stop marker pattern`);

/** Elements whose content stays in their place: a link is drawn, and leads nowhere. */
export const UNWRAPPED = words("a switch");

/** Elements that are used by reference: nothing inside them refers on, so that no chain multiplies. */
export const REFERENCED = words("clipPath marker pattern linearGradient radialGradient");

/** Attributes that CSS knows as properties too: a `style` is turned into these. */
const PRESENTATION =
  words(`fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color clip-rule stop-color stop-opacity paint-order visibility
font-family font-size font-style font-weight font-variant font-variant-numeric letter-spacing word-spacing text-anchor
dominant-baseline alignment-baseline text-decoration white-space shape-rendering text-rendering vector-effect pointer-events`);

const GEOMETRY =
  words(`d x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy rotate width height points transform viewBox
preserveAspectRatio offset gradientUnits gradientTransform spreadMethod clipPathUnits patternUnits patternContentUnits
patternTransform markerWidth markerHeight markerUnits orient refX refY textLength lengthAdjust`);

/** Attributes that may point at an element of the same figure, as `url(#id)`. */
const POINTING = words("fill stroke clip-path marker-start marker-mid marker-end");

const TEXTS = words("aria-label aria-description");

const FUNCTIONS =
  words(`rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc min max clamp
translate rotate scale skewx skewy matrix`);

/** Which kind of value an attribute of this name holds; undefined for one that is not on the list. */
export function attributeKind(name: string): "text" | "flag" | "id" | "value" | undefined {
  if (name === "id") return "id";
  if (name === "aria-hidden") return "flag";
  if (TEXTS.has(name)) return "text";
  return PRESENTATION.has(name) || GEOMETRY.has(name) || POINTING.has(name) ? "value" : undefined;
}

/** True for a CSS property that may become an attribute. */
export function isPresentation(name: string): boolean {
  return PRESENTATION.has(name);
}

/** The id in `url(#id)`, for an attribute that may hold one. */
export function maybeReference(name: string, value: string): string | undefined {
  if (!POINTING.has(name)) return undefined;
  return /^\s*url\(\s*(["']?)#([\w:.-]{1,100})\1\s*\)\s*$/.exec(value)?.[2];
}

/** True for a value with no address in it, no escape and no function beyond colours, sums and transforms. */
export function isPlainValue(value: string): boolean {
  if (/[\\;@{}<>]|\/\*|:\/\/|javascript:|data:/i.test(value)) return false;
  return [...value.matchAll(/([\w-]*)\s*\(/g)].every((call) => FUNCTIONS.has(call[1]!.toLowerCase()));
}
