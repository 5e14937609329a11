import { describe, expect, test } from "vitest";
import { transpile } from "./index";

const names = (source: string) => transpile(source, { id: "a" });

describe("uses are the names that belong to other cells", () => {
  test.each([
    ["w.add(b)", "w b"],
    ["a.b.c; a['x']; a[k]", "a k"],
    ["({ a: x, b, [c]: 1, d() { return e }, get f() { return g } })", "x b c e g"],
    ["typeof q", "q"],
    ["const f = (a, { b, c: [d = e] }, ...r) => a + b + d + r + z", "e z"],
    ["function f(a = v) { var v = a; return v }", "v"],
    ["(function named() { return named + arguments.length })()", ""],
    ["(() => arguments)()", ""],
    ["try { x } catch (e) { e; y } z", "x y z"],
    ["try { x } catch { y }", "x y"],
    ["try { x } catch ({ m, ...n }) { m + n }", "x"],
    ["outer: for (const i of xs) { inner: for (;;) { if (i) continue outer; break inner } }", "xs"],
    ["for (let i = s; i < n; i++) i; i", "s n i"],
    ["for (const k in o) k; k", "o k"],
    ["for (x of xs); for (y.z in o); for ([p, q = r] of s);", "x xs y o p q r s"],
    ["{ let a = 1; { a } } a", "a"],
    ["{ function g() {} g() } g()", "g"],
    ["{ var v = 1 } v", ""],
    ["(() => { if (c) { var v = 1 } return v })(); v", "c v"],
    ["switch (d) { case k: let s = 1; s } s", "d k s"],
    [
      "class A extends B { x = y; static s = t; [k] = 1; #p = this.#p; m() { return A + super.m() } }",
      "B y t k",
    ],
    ["class A { static { var v = 1; v; let l = w; l } } v", "w v"],
    ["const C = class D { m() { return D } }; D", "D"],
    ["x = 1; y++; --z; [p, q.r] = [a]; ({ s, t: u = d } = o); l ??= m", "x y z p q a s u d o l m"],
    ["label: x", "x"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a cell
    ["`${a}${`${b}`}`; tag`x`", "a b tag"],
    ["a?.b?.[c]?.(d)", "a c d"],
    ["async () => { for await (const x of xs) await x }", "xs"],
    ["new.target", null],
    ["const { a = b, [c]: d } = e", "b c e"],
    ["import t, { n } from 'm'; t + n + o", "o"],
    ["export default w", "w"],
    ["console.log(Math.PI, undefined, NaN, globalThis, Promise, x)", "x"],
    ["const x = w as Tensor; let y: Shape<Z>; z satisfies Q; f<T>(g!)", "w z f g"],
    ["interface I { a: B } type T = typeof v; declare const d: number; d", "d"],
    ["enum E { A = one, B = A + 1 }", "one"],
    ["function f<T>(this: Foo, x: Bar = y): x is Baz { return x }", "y"],
    ["abstract class K { abstract m(): V; constructor(private p: P = q) {} }", "q"],
    ["x.constructor; ({}).toString; __proto__", "x __proto__"],
  ])("%j", (source, uses) => {
    if (uses === null) expect(() => names(source)).toThrow();
    else expect(names(source).uses.join(" ")).toBe(uses);
  });
});

test("assigns are the free names that are written, by every kind of assignment", () => {
  const source = `x = 1; y += 1; z++; --u; [p, { q: r = 1 }] = s; for (i of s); for (j in s); o.k = 1; n ||= 2;
let own; own = 1; (a) => { a = 1 }; { let b; b = 1 } () => { late = 1 }; const { d } = (e = f); name = 3`;
  expect(names(source).assigns.join(" ")).toBe("x y z u p r i j n late e name");
});

test("the host's names are told apart, since another cell may declare them", () => {
  const { uses, hostUses } = names("console.log(name, status, print, w)");
  expect(uses).toEqual(["w"]);
  expect(hostUses).toEqual(["console", "name", "status", "print"]);
});

test("declares says name, kind and line, in source order", () => {
  const source = `import torch, { nn as n } from "torch"
const a = 1, { b } = {}
let c
class D {}
function e() { var no }
if (c) { var f; let no }

enum G { A }
for (var h of []);
declare const no2: number
export const i = 1`;
  expect(names(source).declares.map(({ name, kind, line }) => `${line} ${kind} ${name}`)).toEqual([
    "1 import torch",
    "1 import n",
    "2 const a",
    "2 const b",
    "3 let c",
    "4 class D",
    "5 function e",
    "6 var f",
    "8 var G",
    "9 var h",
    "11 const i",
  ]);
});

test("imports name the module, the cell's names and the module's", () => {
  expect(
    names('import t, { nn as n } from "torch"; import * as P from "plot"; import "x"; import type A from "y"')
      .imports,
  ).toEqual([
    { module: "torch", names: ["t", "n"], exports: ["default", "nn"] },
    { module: "plot", names: ["P"], exports: ["*"] },
    { module: "x", names: [], exports: [] },
  ]);
});

test("uses before the declaration are found where they run at once, and not in functions", () => {
  const source = `w
const f = () => w
w = 2
let w = w0
class A { x = B; static y = B }
class B {}
const c = c + 1`;
  expect(names(source).usesBeforeDeclaration).toEqual([
    { name: "w", line: 1 },
    { name: "w", line: 3 },
    { name: "B", line: 5 },
    { name: "c", line: 7 },
  ]);
});
