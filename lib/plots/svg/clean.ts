/** Keeps of an SVG what is on the list. Pure: the same in the worker, in Node and on the page. */
import {
  attributeKind,
  ELEMENTS,
  isPlainValue,
  isPresentation,
  maybeReference,
  REFERENCED,
  UNWRAPPED,
} from "./allowed";
import type { SvgNode } from "./tree";

export type CleanOptions = {
  /** Begins every id and every reference to one. */
  prefix: string;
};

/** The largest that a figure may be, in pixels. */
const SIZE = { width: 2000, height: 4000 } as const;
/** Characters that an element used by reference may hold: it is drawn once for every use. */
const REFERENCED_LENGTH = 4000;

/** A tree of listed elements and attributes with prefixed ids; undefined where the root is no `svg`. */
export function cleanSvg(root: SvgNode, { prefix }: CleanOptions): SvgNode | undefined {
  if (root.name !== "svg") return undefined;
  const [clean] = cleanNode(root, { prefix, referenced: false });
  if (clean === undefined || typeof clean === "string") return undefined;
  return { ...clean, attributes: rootAttributes(clean.attributes) };
}

type Place = CleanOptions & { referenced: boolean };

function cleanNode(node: SvgNode | string, place: Place): (SvgNode | string)[] {
  if (typeof node === "string") return [dropControls(node)];
  const { name, children } = node;
  if (UNWRAPPED.has(name)) return children.flatMap((child) => cleanNode(child, place));
  if (!ELEMENTS.has(name)) return [];
  const referenced = place.referenced || REFERENCED.has(name);
  if (REFERENCED.has(name) && lengthOf(node) > REFERENCED_LENGTH) return [];
  const inside = children.flatMap((child) => cleanNode(child, { ...place, referenced }));
  return [{ name, attributes: cleanAttributes(node.attributes, { ...place, referenced }), children: inside }];
}

function cleanAttributes(given: Record<string, string>, place: Place): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of [...Object.entries(given), ...declarations(given.style ?? "")]) {
    const kept = cleanAttribute(name, value, place);
    if (kept !== undefined) attributes[name] = kept;
  }
  return attributes;
}

function cleanAttribute(name: string, value: string, { prefix, referenced }: Place): string | undefined {
  const kind = attributeKind(name);
  switch (kind) {
    case undefined:
      return undefined;
    case "text":
      return dropControls(value).slice(0, 1000);
    case "flag":
      return value === "true" ? "true" : undefined;
    case "id":
      return /^[\w:.-]{1,100}$/.test(value) ? `${prefix}-${value}` : undefined;
    case "value": {
      const id = maybeReference(name, value);
      if (id !== undefined) return referenced ? undefined : `url(#${prefix}-${id})`;
      if (!isPlainValue(value)) return undefined;
      if (name === "stroke-dasharray" && isDust(value)) return undefined;
      return value
        .replaceAll("var(--plot-background)", "var(--color-well)")
        .replace(/-?\d+\.\d{3,}(?!\d*e)/g, shorten);
    }
    default:
      return kind satisfies never;
  }
}

/** Allowed declarations of a `style` as attributes; there is no style sheet here that would outrank them. */
function declarations(style: string): [string, string][] {
  return style
    .split(";")
    .map((one): [string, string] => {
      const colon = one.indexOf(":");
      return [one.slice(0, colon).trim().toLowerCase(), one.slice(colon + 1).trim()];
    })
    .filter(([name, value]) => isPresentation(name) && value !== "");
}

/** Dashes too fine to see cost a browser dearly. */
function isDust(dashes: string): boolean {
  const lengths = dashes.split(/[\s,]+/).map(Number);
  return !dashes.includes("none") && !(lengths.reduce((sum, one) => sum + one, 0) >= 1);
}

/** The root stays where the page puts it and as large as it says, within bounds. */
function rootAttributes({
  transform: _moved,
  x: _x,
  y: _y,
  ...attributes
}: Record<string, string>): Record<string, string> {
  const box = (attributes.viewBox ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const valid = box.length === 4 && box.every(Number.isFinite) && box[2]! > 0 && box[3]! > 0;
  const width = bounded(attributes.width, valid ? box[2]! : 640, SIZE.width);
  const height = bounded(attributes.height, valid ? box[3]! : 400, SIZE.height);
  return {
    ...attributes,
    width: String(width),
    height: String(height),
    viewBox: valid ? box.join(" ") : `0 0 ${width} ${height}`,
  };
}

function bounded(value: string | undefined, otherwise: number, most: number): number {
  const number = Number.parseFloat(value ?? "");
  return Math.min(most, Number.isFinite(number) && number > 0 ? number : otherwise);
}

function lengthOf({ attributes, children }: SvgNode): number {
  const own = Object.values(attributes).reduce((sum, value) => sum + value.length, 0);
  return children.reduce(
    (sum, child) => sum + (typeof child === "string" ? child.length : lengthOf(child)),
    own,
  );
}

function shorten(digits: string): string {
  return String(Number(Number(digits).toPrecision(6)));
}

/** Characters that XML cannot hold. */
function dropControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is dropped
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
