/** JSON that nobody trusts: read within bounds, or refused with the line and column where it goes wrong. Browsers disagree on that place, or keep it to themselves. */

export type JsonProblem = { line: number; column: number; what: string };

/** How deep lists and objects may nest. */
const DEPTH = 100;

/** Reads a text; it never throws. */
export function readJson(text: string): { ok: true; value: unknown } | { ok: false; problem: JsonProblem } {
  const deep = findDepth(text, DEPTH);
  if (deep !== -1)
    return { ok: false, problem: toProblem(text, deep, `lists and objects nest more than ${DEPTH} deep`) };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, problem: findJsonError(text) ?? { line: 1, column: 1, what: "it cannot be read" } };
  }
}

/** Where the text stops being JSON, and why; null where it is JSON. */
export function findJsonError(text: string): JsonProblem | null {
  try {
    new Scanner(text).document();
    return null;
  } catch (error) {
    if (error instanceof Unexpected) return toProblem(text, error.at, error.message);
    throw error;
  }
}

class Unexpected extends Error {
  readonly at: number;

  constructor(at: number, what: string) {
    super(what);
    this.at = at;
  }
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/** Walks through JSON without recursion: what is open stands in a list. */
class Scanner {
  #at = 0;
  readonly #open: ("{" | "[")[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  document(): void {
    this.#value();
    while (this.#open.length > 0) this.#more();
    this.#match(SPACE);
    if (this.#at < this.#text.length) this.#fail("more follows where the file should end");
  }

  /** One value; of a list or an object only the beginning. */
  #value(): void {
    this.#match(SPACE);
    const sign = this.#text[this.#at];
    if (sign === '"') this.#string();
    else if (sign === "[") this.#begin("[", "]");
    else if (sign === "{") this.#begin("{", "}");
    else if (!this.#match(NUMBER) && !this.#match(WORD)) this.#fail("a value is wanted");
  }

  #begin(open: "[" | "{", close: string): void {
    this.#at += 1;
    this.#match(SPACE);
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    this.#open.push(open);
    if (open === "{") this.#key();
    this.#value();
  }

  /** What follows a value inside a list or an object. */
  #more(): void {
    this.#match(SPACE);
    const open = this.#open.at(-1);
    const close = open === "[" ? "]" : "}";
    const sign = this.#text[this.#at];
    if (sign === close) {
      this.#at += 1;
      this.#open.pop();
    } else if (sign === ",") {
      this.#at += 1;
      if (open === "{") this.#key();
      this.#value();
    } else this.#fail(`a comma or ${close} is wanted`);
  }

  #key(): void {
    this.#match(SPACE);
    if (this.#text[this.#at] !== '"') this.#fail("a name in double quotes is wanted");
    this.#string();
    this.#match(SPACE);
    if (this.#text[this.#at] !== ":") this.#fail("a colon is wanted");
    this.#at += 1;
  }

  #string(): void {
    for (this.#at += 1; this.#at < this.#text.length; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 34) {
        this.#at += 1;
        return;
      }
      if (code < 32) this.#fail("a text is not closed on its line");
      if (code === 92) this.#escape();
    }
    this.#fail("a text is not closed");
  }

  #escape(): void {
    const rest = this.#text.slice(this.#at + 1, this.#at + 6);
    if (/^["\\/bfnrt]/.test(rest)) this.#at += 1;
    else if (/^u[0-9a-fA-F]{4}/.test(rest)) this.#at += 5;
    else this.#fail("a backslash begins nothing that JSON knows");
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found !== null;
  }

  #fail(what: string): never {
    throw new Unexpected(this.#at, this.#at >= this.#text.length ? "the file ends in the middle" : what);
  }
}

/** Where nesting passes the limit; -1 where it does not. */
function findDepth(text: string, limit: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 92) at += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > limit) return at;
    } else if (code === 125 || code === 93) depth -= 1;
  }
  return -1;
}

function toProblem(text: string, at: number, what: string): JsonProblem {
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  return { line, column: at - before.lastIndexOf("\n"), what };
}
