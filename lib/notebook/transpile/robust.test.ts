import { Script } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CellSyntaxError, transpile } from "./index";
import { linesOf } from "./syntax-error";

const TEXT = `import torch, { nn, type Tensor } from "torch"
interface A<T> { a: T; b?(): void }
enum E { X = 1, Y }
abstract class Net<T> extends nn.Module { #p = 1; fc!: T; constructor(private n: number = 2) { super() } static { E.X } get q(): number { return this.#p } }
export const { a, b: [c = 1, ...d], ...e } = await import("torch") as any
let x: number | undefined = a?.b ?? 1, y!: string; var v = /[/"]\\/\`/g
for (var i = 0, n = x!; i < n; i++) { if (i) continue; else break }
for await (const [k, { z }] of m.entries()) label: while (true) break label
async function* f<T>(this: A<T>, p: T, ...r: T[]): AsyncGenerator<T> { yield* g(p) }
const h = async <T,>(s: T) => { try { x = 3 } catch { } finally { delete o.p } }
\`a\${x + \`b\${y}\`}c\`; w @ 1; def f(x):
new Net<number>(3) satisfies Net<number>`;

const PIECES = [
  ..."(){}[]<>=+-*/\"'`;:,.?!@#\\\n \u2028\u0000😀$_1",
  "=>",
  "...",
  "${",
  "//",
  "/*",
  "let ",
  "await ",
  "class ",
  "type ",
  "enum ",
  " as ",
  "function ",
  "import ",
  "export ",
  "declare ",
  "abstract ",
  "accessor ",
  "namespace X {",
  "<T>",
];

/** Some lines of the text, with pieces put in, taken out or doubled. */
const source = fc
  .tuple(
    fc.subarray(TEXT.split("\n")),
    fc.array(fc.tuple(fc.nat(1000), fc.nat(6), fc.constantFrom(...PIECES)), { maxLength: 4 }),
  )
  .map(([lines, edits]) =>
    edits.reduce((text, [at, length, piece]) => {
      const place = text.length === 0 ? 0 : at % text.length;
      return text.slice(0, place) + piece + text.slice(place + length);
    }, lines.join("\n")),
  );

test("whatever is typed becomes a script that an engine accepts, or a CellSyntaxError at one of its lines", () => {
  let accepted = 0;
  fc.assert(
    fc.property(source, (text) => {
      try {
        const { code } = transpile(text, { id: "a" });
        accepted++;
        new Script(code);
        expect(linesOf(code)).toHaveLength(linesOf(text).length + 2);
      } catch (error) {
        if (!(error instanceof CellSyntaxError)) throw error;
        const line = linesOf(text)[error.line - 1];
        expect(line).toBe(error.sourceLine);
        expect(error.column).toBeGreaterThan(0);
        expect(error.column).toBeLessThanOrEqual((line ?? "").length + 1);
        expect(error.message).toMatch(/^[A-Z`].*[^.]$/s);
      }
    }),
    { seed: 20260304, numRuns: 400 },
  );
  expect(accepted).toBeGreaterThan(20);
});
