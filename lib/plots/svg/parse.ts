/** A strict reader of the little XML that a figure needs. What it does not know it refuses, and repairs nothing. */
import type { SvgNode } from "./tree";

const LIMITS = { depth: 48, nodes: 60_000 } as const;

const NAME = /[A-Za-z][\w.-]*(?::[A-Za-z][\w.-]*)?/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const SPACE = /\s*/y;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The tree of one SVG document, or undefined where the text is not well-formed, too deep or too large; comments are skipped. */
export function parseSvg(text: string): SvgNode | undefined {
  try {
    return new Reader(text).document();
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

class Malformed extends Error {}

class Reader {
  #at = 0;
  #nodes = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  document(): SvgNode {
    this.#match(SPACE);
    const root = this.#element(0);
    this.#match(SPACE);
    if (this.#at !== this.#text.length) throw new Malformed();
    return root;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #skip(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #expect(text: string): void {
    if (!this.#skip(text)) throw new Malformed();
  }

  #element(depth: number): SvgNode {
    if (depth > LIMITS.depth || ++this.#nodes > LIMITS.nodes) throw new Malformed();
    this.#expect("<");
    const name = this.#match(NAME)?.[0];
    if (name === undefined) throw new Malformed();
    const attributes = this.#attributes();
    this.#match(SPACE);
    if (this.#skip("/>")) return { name, attributes, children: [] };
    this.#expect(">");
    const children = this.#children(depth);
    this.#expect(`</${name}`);
    this.#match(SPACE);
    this.#expect(">");
    return { name, attributes, children };
  }

  #attributes(): Record<string, string> {
    // No prototype: an attribute called `__proto__` is a name like any other.
    const attributes: Record<string, string> = Object.create(null);
    for (let found = this.#match(ATTRIBUTE); found; found = this.#match(ATTRIBUTE)) {
      const name = found[1]!;
      if (name in attributes) throw new Malformed();
      attributes[name] = decode(found[2] ?? found[3] ?? "");
    }
    return attributes;
  }

  #children(depth: number): (SvgNode | string)[] {
    const children: (SvgNode | string)[] = [];
    for (;;) {
      const next = this.#text.indexOf("<", this.#at);
      if (next === -1) throw new Malformed();
      if (next > this.#at) children.push(decode(this.#text.slice(this.#at, next)));
      this.#at = next;
      if (this.#text.startsWith("</", next)) return children;
      if (this.#skip("<!--")) {
        const end = this.#text.indexOf("-->", this.#at);
        if (end === -1) throw new Malformed();
        this.#at = end + 3;
      } else children.push(this.#element(depth + 1));
    }
  }
}

function decode(text: string): string {
  return text.replace(/&([^;&]{0,10};?)/g, (_whole, rest: string) => {
    const name = rest.slice(0, -1);
    if (!rest.endsWith(";")) throw new Malformed();
    const numeric = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    if (numeric) {
      const code = numeric[1] ? Number.parseInt(numeric[1], 16) : Number(numeric[2]);
      if (code > 0x10ffff || code === 0) throw new Malformed();
      return String.fromCodePoint(code);
    }
    const letter = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    if (letter === undefined) throw new Malformed();
    return letter;
  });
}
