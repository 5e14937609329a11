/** SVG as plain data: what lies between text that nobody trusts and elements on a page. */

export type SvgNode = { name: string; attributes: Record<string, string>; children: (SvgNode | string)[] };

const XMLNS = "http://www.w3.org/2000/svg";

/** A tree as markup that is well-formed as XML and means the same in HTML. The root says its namespace. */
export function toMarkup(root: SvgNode): string {
  return write({ ...root, attributes: { xmlns: XMLNS, ...root.attributes } });
}

function write({ name, attributes, children }: SvgNode): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const inside = children.map((child) => (typeof child === "string" ? escapeXml(child) : write(child)));
  return inside.length === 0
    ? `<${name}${said.join("")}/>`
    : `<${name}${said.join("")}>${inside.join("")}</${name}>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&${{ "&": "amp", "<": "lt", ">": "gt", '"': "quot" }[sign]};`);
}

/** A tree as elements, made one by one: no parser of markup sees it. */
export function toElement({ name, attributes, children }: SvgNode, document: Document): SVGElement {
  const element = document.createElementNS(XMLNS, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  for (const child of children) {
    element.append(typeof child === "string" ? document.createTextNode(child) : toElement(child, document));
  }
  return element;
}

/** Reads elements of any document into a tree; comments and the like are left behind. */
export function fromElement(element: Element): SvgNode {
  const attributes: Record<string, string> = {};
  for (const { name, value } of [...element.attributes]) attributes[name] = value;
  const children: (SvgNode | string)[] = [];
  for (const child of [...element.childNodes]) {
    if (child.nodeType === 1) children.push(fromElement(child as Element));
    else if (child.nodeType === 3) children.push(child.textContent ?? "");
  }
  return { name: element.localName, attributes, children };
}
