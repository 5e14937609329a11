import { describe, expect, test } from "vitest";
import { CellSyntaxError, transpile } from "./index";

/** The error with which a cell is refused. */
function refusal(source: string): CellSyntaxError {
  try {
    transpile(source, { id: "a" });
  } catch (error) {
    if (error instanceof CellSyntaxError) return error;
    throw error;
  }
  throw new Error(`not refused: ${source}`);
}

const told = (source: string) => {
  const { line, column, message } = refusal(source);
  return `${line}:${column} ${message}`;
};

test("an error has the learner's line, place and cause, and is called SyntaxError", () => {
  const error = refusal("const a: number = 1\n  let b: string = a +* 2\n");
  expect(error).toMatchObject({
    name: "SyntaxError",
    line: 2,
    column: 22,
    sourceLine: "  let b: string = a +* 2",
  });
  expect(error.cause).toBeInstanceOf(SyntaxError);
});

describe("places are the learner's, also where types were taken out before the error", () => {
  test.each([
    ["const a: Array<number> = [1], a = 2", "1:31"],
    ["interface A {\n  a: 1\n}\nfunction f(x: number, y?: string): void { break }", "4:43"],
    ["let x: number\r\nlet y: string = `a`, x = 1", "2:22"],
    ["const f = <T,>(x: T): T => x;\tconst f = 1", "1:37"],
    ["const w: number = 1;\nconst g = (a: number): void => { w = a as number }", "2:34"],
    ["enum E { A } let b: E = E.A, Map: number", "1:30"],
    ["'\u2028'; const é: string = '😀'; let é", "1:34"],
  ])("%j", (source, place) => expect(told(source).split(" ")[0]).toBe(place));
});

describe("constants", () => {
  test.each([
    ["const w = 1\nw = 2", "2:1"],
    ["const w = 1; w++", "1:14"],
    ["const { a: [w] } = x; [w] = y", "1:24"],
    ["const w = 1; for (w of []);", "1:19"],
    ["const w = 1; () => ({ a: w = 3 } = {})", "1:26"],
    ["w = 1; const w = 2", "1:1"],
    ["import w from 'torch'; w += 1", "1:24"],
    ["export const w = 1; w = 2", "1:21"],
  ])("%j", (source, place) => {
    expect(told(source).split(" ")[0]).toBe(place);
    expect(told(source)).toContain("Assignment to constant variable: `w` is");
  });

  test("an inner variable of the same name may be assigned", () => {
    expect(() => transpile("const w = 1; { let w; w = 2 } (w) => { w = 3 }", { id: "a" })).not.toThrow();
  });
});

describe("names that are not to be taken", () => {
  test.each(
    [
      "Math",
      "Array",
      "Promise",
      "Map",
      "undefined",
      "globalThis",
      "NaN",
      "Infinity",
      "Object",
      "Float32Array",
      "JSON",
    ].flatMap((name) => [
      `1\nlet ${name}`,
      `1\nconst { a: [${name}] } = b`,
      `1\nimport { ${name} } from "m"`,
      `1\n{ var ${name} }`,
    ]),
  )("%j", (source) => {
    expect(refusal(source).line).toBe(2);
    expect(refusal(source).message).toMatch(
      /is JavaScript's own, and all cells share it: choose another name, e\.g\. `my\w+`/,
    );
  });

  test.each(["class Promise {}", "function Date() {}", "enum Map { A }"])("%j", (source) =>
    expect(refusal(source).message).toContain("JavaScript's own"),
  );

  test("but they may be used inside functions, as properties, and as types", () => {
    for (const source of [
      "(Math) => Math",
      "({ Map: 1 }).Map",
      "interface Array { x: 1 }",
      "type Map = 1",
      "{ let Set = 1 }",
    ])
      expect(() => transpile(source, { id: "a" }), source).not.toThrow();
  });

  test.each(["let __fanin", "(__fanin) => 1", "__fanin", "\\u005f_fanin$0()", "function __fanin$1() {}"])(
    "%j",
    (source) => expect(refusal(source).message).toContain("`__fanin` are the notebook's own"),
  );
});

describe("TypeScript that is more than types", () => {
  test.each([
    ["let a = 1\nnamespace X {\n  export const b = 1\n}", "2:1", "`namespace` blocks"],
    ["module A.B { }", "1:1", "`module` blocks"],
    ["export namespace X {}", "1:8", "`namespace` blocks"],
    ["1;\n  import x = require('x')", "2:3", "`import x = …`"],
    ["import x = a.b.c", "1:1", "`import x = …`"],
    ["export import x = a.b", "1:1", "`import x = …`"],
    ["export = 3", "1:1", "`export =`"],
    ["export as namespace X", "1:1", "`export as namespace`"],
    ["class A {\n  accessor x = 1\n}", "2:3", "`accessor` fields"],
    ["class A { static accessor #x }", "1:18", "`accessor` fields"],
    ["@dec\nclass A {}", "1:1", "Decorators"],
    ["class A {\n  @dec() m() {}\n}", "2:3", "Decorators"],
    ["class A { constructor(@dec x) {} }", "1:23", "Decorators"],
    ["const x = <div>hi</div>", "1:20", "JSX"],
    ["using x = f()", "1:7", "`using`"],
  ])("%j", (source, place, words) => {
    expect(told(source).split(" ")[0]).toBe(place);
    expect(told(source)).toContain(words);
    expect(told(source)).toContain("not supported in a cell");
  });

  test.each([
    "declare namespace X { namespace Y { const a: 1 } }",
    "declare module 'x' { export = a }",
    "declare global { interface A { b: 1 } }",
    "import type x = require('x')",
    "const namespace = 1, module = { a: 1 }; f(namespace); module.a",
    "// namespace X {}\n/* import x = y */ 'namespace X {}'; `export = 1`",
    "const o = { namespace: 1, module() { }, accessor: 2 }; class A { accessor = 1; accessor2; namespace() { } }",
    "export const a = 1; export type B = 2",
    "x.module\n{ 1 }",
    "'a@b'; `@c`; /@d/; // @e",
    "import { namespace } from 'm'",
  ])("%j is fine", (source) => expect(() => transpile(source, { id: "a" })).not.toThrow());
});

test.each([
  ["foo(1, 2\nconst x = 3", "2:1 `const` can't stand here: the `(` on line 1 wants its `)` first"],
  ["foo(1, [2)", "1:10 `)` closes nothing: the `[` on line 1 wants its `]` first"],
  ["const f = (x) => {\n  return x\n", "1:18 This `{` is never closed: `}` is missing"],
  ["foo(\n  1,\n  2\n", "1:4 This `(` is never closed: `)` is missing"],
  ["if (a) {\n}}", "2:2 `}` closes nothing: no bracket is open here"],
  ["const x = ;", "1:11 `;` can't stand here"],
  ["a b", "1:3 `b` can't follow what stands before it: an operator, a `;` or a new line is missing"],
  ["foo(a b)", "1:7 `b` can't stand here: `,` is missing before it"],
  ["const x", "1:8 `const x` needs a value: write `= …`, or `let` if it gets one later"],
  ["a ? b", "1:6 The cell ends too early: `:` is missing"],
  [
    "let a = 1; let a = 2",
    "1:16 `a` is declared twice in this cell: choose another name, or assign to it without `let` or `const`",
  ],
  [
    "return 3",
    "1:1 `return` outside of a function: a cell's value is its last expression, so write that alone",
  ],
  ["function f() { await g() }", "1:16 `await` inside a function needs that function to be `async`"],
  ["1 = x", "1:1 Only a variable, a property or a pattern can stand left of `=`: to compare, write `===`"],
  ["break", "1:1 `break` has no loop or `switch` around it"],
  ["let class = 1", "1:5 `class` is a word of the language and can't be a name"],
  ["const s = “hi”", "1:11 `“` is a typographic quotation mark: write a plain `\"` or `'`"],
  [
    "let s = 'abc\n1",
    "1:9 This text is not closed: its `'` is missing (a text of several lines stands in backticks)",
  ],
  ["1\nlet s = `abc\ndef", "2:9 This template is not closed: a backtick is missing"],
  ["1\n/* abc\n", "2:1 This comment is not closed: `*/` is missing"],
  ["3px", "1:2 `px` can't follow what stands before it: an operator, a `;` or a new line is missing"],
  ["x = 010", "1:5 This is not a number: one can't begin with 0 (an octal one is written `0o17`)"],
  ["import.meta.url", "1:1 `import.meta` has no meaning in a cell: a cell has no address"],
  [
    "export * from 'x'",
    "1:1 A cell exports nothing, since every cell sees what a cell declares: write `import` instead of `export`",
  ],
  ["delete x", "1:1 `delete` takes a property, not a variable"],
])("%j is told in plain words", (source, expected) => expect(told(source)).toBe(expected));
