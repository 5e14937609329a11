/** Elements made with the document that is given: the page's, or linkedom's. */

export type Attributes = Record<string, string | number | null>;

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with its attributes; null leaves one out. */
export function element(document: Document, name: string, attributes: Attributes = {}): SVGElement {
  const made = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) made.setAttribute(key, typeof value === "number" ? String(round(value)) : value);
  }
  return made;
}

/** An SVG element that holds text. */
export function textElement(document: Document, text: string, attributes: Attributes): SVGElement {
  const made = element(document, "text", attributes);
  made.append(document.createTextNode(text));
  return made;
}

/** A hundredth of a pixel is enough. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
