import { describe, expect, test } from "vitest";
import { fakeKernel, runFresh } from "./fake-runtime";

describe("the last expression is the cell's value", () => {
  test.each([
    ["1 + 1", 2],
    ["1 + 1;", 2],
    ["1 + 1 // comment", 2],
    ["1 + 1 /* comment */ ; ;", 2],
    ["1 + 1\n// comment\n\n", 2],
    ["({ a: 1 })", { a: 1 }],
    ["({ a: 1 });", { a: 1 }],
    ["(1, 2)", 2],
    ["1, 2", 2],
    ["await Promise.resolve(3)", 3],
    ['"use strict"', "use strict"],
    ["`a\nb`", "a\nb"],
    ["/[/*]/.source", "[/*]"],
    ["let x = 4\nx", 4],
    ["let x = 1; x = 5", 5],
    ["[1, 2].map((x) => x * 2)\n;", [2, 4]],
    ["interface A { a: number }\n3\ninterface B { b: number }", 3],
    ["3 as number", 3],
    ["export default 6", 6],
    ["export default 6;", 6],
    ["(function () { return 7 })()", 7],
    ["'a;'", "a;"],
    ["/;/.source", ";"],
  ])("%j", async (source, value) => expect(await runFresh(source)).toEqual({ value }));

  test.each([
    "",
    "// only a comment",
    "\n\n",
    ";",
    "const a = 1",
    "if (true) 1",
    "for (const x of [1]) x",
    "{ 1 }",
    "function f() {}",
    "class A {}",
    "enum E { A, B }",
    "type A = 1",
    "interface A { a: 1 }",
    "a: 1",
    "1; var x",
    "try { 1 } finally { 2 }",
  ])("%j has none", async (source) => expect(await runFresh(source)).toBeUndefined());

  test("undefined is a value, and a promise is not awaited", async () => {
    expect(await fakeKernel().run("void 0")).toEqual({ value: undefined });
    const result = await fakeKernel().run("const p = new Promise(() => {}); p");
    expect(Object.prototype.toString.call(result?.value)).toBe("[object Promise]");
  });
});

describe("declarations are shared, in every form", () => {
  test.each([
    [
      "const a = 1, { b, c: [d = 2, ...e] } = { b: 3, c: [undefined, 4, 5] }; [a, b, d, e]",
      [1, 3, 2, [4, 5]],
    ],
    ["let x = 1, y = x + 1; [x, y]", [1, 2]],
    ["let x; [x === undefined]", [true]],
    ["let x: number\n[1].length", 1],
    ["let x\n(1)", 1],
    ["let x\n`t`", "t"],
    ["let x\n/1/g.source", "1"],
    ["let x\n+1", 1],
    ["let x\n++x\n;[x]", [null]],
    ["const [, a, , b = a] = [0, 1, 2]; [a, b]", [1, 1]],
    ['const k = "q"; const { [k + "r"]: v, ...rest } = { qr: 1, s: 2 }; [v, rest]', [1, { s: 2 }]],
    ["const { a: { b: { c } }, a: { ...d } } = { a: { b: { c: 1 } } }; [c, d]", [1, { b: { c: 1 } }]],
    ["const { a = 1, b = a + 1 } = {}; [a, b]", [1, 2]],
    ["const [[a], { b: [c] }] = [[1], { b: [2] }]; [a, c]", [1, 2]],
    ["const [...[a, b]] = [1, 2]; [a, b]", [1, 2]],
    ["const a /* = */ = /* = */ (1); a", 1],
    ["const a // = 3\n = 2; a", 2],
    ["const {} = {}; const [] = []; 1", 1],
    ["const { 'a-b': x, 1: y } = { 'a-b': 1, 1: 2 }; [x, y]", [1, 2]],
    ["let a = 1\nlet b = 2\n;[a, b] = [b, a]\n;[a, b]", [2, 1]],
    ["foo()\nconst { a } = { a: 1 }\nfunction foo() {}\na", 1],
    ["const café = 1, $ = 2, _ = 3, 变量 = 4, ᾩ = 5; café + $ + _ + 变量 + ᾩ", 15],
    ["const \\u0061b = 1; ab", 1],
    ["const { \\u0061b } = { ab: 2 }; ab", 2],
    ["const f = async () => 1; await f()", 1],
    ["const x = await Promise.resolve(2), y = x + (await 3); y", 5],
    ["let s = 0; for await (const x of [1, Promise.resolve(2)]) s += x; s", 3],
    ["export const a = 1; export let b = 2; export function f() { return a + b } f()", 3],
    ["export class A { static x = 1 }\nA.x", 1],
    ["export default function f() { return 3 }\nf()", 3],
    ["export default class A { static x = 4 }\nA.x", 4],
    ["export default class {}\n1", 1],
    ["const a = 1, b = 2; export { a, b as c }; a + b", 3],
    ["var x = 1; var x = 2; x", 2],
    ["if (true) { var x = 1 } else { var y = 2 }\n[x, y === undefined]", [1, true]],
    ["if (true) var x = 1; else var x = 2\nx", 1],
    ["for (var i = 0, n = 3; i < n; i++) var last = i\n;[i, n, last]", [3, 3, 2]],
    ["for (var { a, b: [c] } of [{ a: 1, b: [2] }]);\n[a, c]", [1, 2]],
    ["for (var k in { p: 1 });\nk", "p"],
    ["for await (var q of [Promise.resolve(1)]);\nq", 1],
    ["for await (var [async] of [[2]]);\nasync", 2],
    ["export var x = 1, y\n;[x, y === undefined]", [1, true]],
    ["export enum E { A = 1 }\nE.A", 1],
    ["const { __proto__ } = { ['__proto__']: 3 }; __proto__", 3],
    ["const { default: d, ...r } = { default: 1, x: 2 }; [d, r]", [1, { x: 2 }]],
    ["const a = 1, // =\n b /* = */ = 2; [a, b]", [1, 2]],
    ["for (var async of [1, 2]);\nasync", 2],
    ["for (var { x } = { x: 3 }, y; false; );\n[x, y === undefined]", [3, true]],
    ["for (var j; false; );\n[j === undefined]", [true]],
    ["before = typeof v; var v = 1; before", "undefined", ["let before"]],
    ["l: for (;;) { switch (1) { case 1: var s = 1; break l } }\ns", 1],
    [
      "try { throw { m: 1 } } catch ({ m }) { var caught = m } finally { var done = 2 }\n[caught, done]",
      [1, 2],
    ],
    ["while (true) { var w = 1; break }\ndo var v = 2\nwhile (false)\n;[w, v]", [1, 2]],
    ["foo()\nvar { a } = { a: 1 }\nfunction foo() {}\na", 1],
    ["var a = 1\n;[a]", [1]],
    ["var a\n;(1)", 1],
    ["__proto__.x; function __proto__() {}\n__proto__.name", "__proto__"],
    ["const __proto__ = () => 1; __proto__.name", "__proto__"],
  ] as [string, unknown, string[]?][])("%j", async (source, value, before) =>
    expect(await runFresh(source, before)).toEqual({ value }),
  );

  test("anonymous functions and classes take the name of their variable", async () => {
    const source = `const a = () => {}, b = function () {}, c = class {}, d = async () => {}, e = function* () {};
const { f = () => {}, x: g = class {} } = {}; const [h = function () {}] = []; let i = (() => {}); var j = () => {};
const k = class { static name = "own" }, l = function named() {}, m = (0, () => {}); const { n = (() => {}) } = {};
[a, b, c, d, e, f, g, h, i, j, k, l, m, n].map((it) => it.name)`;
    expect(await runFresh(source)).toEqual({
      value: ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "own", "named", "", "n"],
    });
  });

  test("functions are hoisted, named, recursive and of every kind", async () => {
    const source = `const early = [even(4), typeof gen, typeof later];
function even(n: number): boolean { return n === 0 || odd(n - 1) }
function odd(n: number): boolean { return n !== 0 && even(n - 1) }
async function later(x = 1, ...rest: number[]) { return arguments.length + x + rest.length }
function* gen() { yield 1; yield* [2] }
async function* agen() { yield await later(5, 6) }
const all = []; for await (const x of agen()) all.push(x);
[early, [...gen()], all, [even, odd, later, gen, agen].map((f) => [f.name, f.length]), new (function C() { this.x = 1 })().x]`;
    expect(await runFresh(source)).toEqual({
      value: [
        [true, "function", "function"],
        [1, 2],
        [8],
        [
          ["even", 1],
          ["odd", 1],
          ["later", 0],
          ["gen", 0],
          ["agen", 0],
        ],
        1,
      ],
    });
  });

  test("a function that another cell redefines is the one that all cells call", async () => {
    const kernel = fakeKernel();
    await kernel.run("function step() { return 1 }\nfunction walk() { return step() }", "a");
    await kernel.run("step = () => 2", "b");
    expect(await kernel.run("walk()", "c")).toEqual({ value: 2 });
  });

  test("classes keep what they are: fields, statics, private names, extension, self reference", async () => {
    const source = `class A<T> { static made = 0; static { A.made = 10; this.again = A.name } #p = 1; q = this.#p + 1; get p() { return this.#p }
static self() { return A } }
class B extends A<number> { r: number = super.p + this.q; constructor(public s = 5) { super() } }
const b = new B(); [A.made, A.again, b.q, b.r, b.s, A.self() === A, B.name, b instanceof A]`;
    expect(await runFresh(source)).toEqual({ value: [10, "A", 2, 3, 5, true, "B", true] });
  });

  test("enums are objects with both directions", async () => {
    expect(await runFresh("enum E { A = 1, B, C = B * 4, D = 'd' }\n[E.B, E[2], E.C, E.D]")).toEqual({
      value: [2, "B", 8, "d"],
    });
  });
});
