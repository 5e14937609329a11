import { describe, expect, test } from "vitest";
import { fakeKernel, runFresh } from "./fake-runtime";
import { CellSyntaxError, transpile } from "./index";

describe("cells share one realm", () => {
  test("a name can be read, assigned and updated by later cells and closures", async () => {
    const kernel = fakeKernel();
    await kernel.run("let n = 0; let w = [1]; const inc = () => n++", "a");
    await kernel.run("inc(); n += 10; n++; [w[0], w] = [5, [6]]", "b");
    expect(JSON.stringify(await kernel.run("inc(); [n, w]", "c"))).toBe('{"value":[13,[6]]}');
  });

  test("a cell may run again, and its const may have become something else", async () => {
    const kernel = fakeKernel();
    for (const source of [
      "const w = 1",
      "const w = 2",
      "let w = 3",
      "class w {}",
      "function w() {}",
      "var w = 4",
    ])
      await kernel.run(source, "a");
    expect(await kernel.run("w", "b")).toEqual({ value: 4 });
  });

  test("a re-run does not see what the run before left behind", async () => {
    const kernel = fakeKernel();
    await kernel.run("let b = 1; var v = 1", "a");
    await expect(kernel.run("const a = b; let b = 1", "a")).rejects.toThrow("b is not defined");
    await expect(kernel.run("b", "c")).rejects.toThrow("b is not defined");
    expect(await kernel.run("const seen = v; var v; seen", "d")).toEqual({ value: undefined });
  });

  test("a use before its declaration is a ReferenceError, also in its own initialiser", async () => {
    await expect(fakeKernel().run("x; let x = 1")).rejects.toThrow("x is not defined");
    await expect(fakeKernel().run("const x = x + 1")).rejects.toThrow("x is not defined");
    await expect(fakeKernel().run("const { a = b, b } = {}")).rejects.toThrow("b is not defined");
    await expect(fakeKernel().run("new A(); class A {}")).rejects.toThrow("A is not defined");
    await expect(fakeKernel().run("x = 1; let x")).rejects.toThrow("x is not defined");
  });

  test("an undeclared name cannot be assigned, and typeof tells it from a declared one", async () => {
    await expect(fakeKernel().run("y = 1")).rejects.toThrow("y is not defined");
    expect(await runFresh("[typeof y, typeof z]", ["const z = 1"])).toEqual({
      value: ["undefined", "number"],
    });
  });

  test("another cell's const and import cannot be assigned", async () => {
    const kernel = fakeKernel({ torch: { default: 1 } });
    await kernel.run('import torch from "torch"; const w = 1; let x = 1', "a");
    await expect(kernel.run("w = 2", "b")).rejects.toThrow(/read only property 'w'/);
    await expect(kernel.run("torch++", "b")).rejects.toThrow(/read only/);
    expect(await kernel.run("x = 2; [w, x].join()", "b")).toEqual({ value: "1,2" });
  });

  test("the host's names may be declared, and come back when their cell declares them no more", async () => {
    const kernel = fakeKernel({}, { name: "worker", status: 1, self: 2 });
    await kernel.run("const name = 'mine', status = 2, length = 3, self = 4", "a");
    expect(await kernel.run("[name, status, length, self].join()", "b")).toEqual({ value: "mine,2,3,4" });
    await kernel.run("throw 0; const name = 1, length = 2", "a").catch(() => {});
    expect(await kernel.run("[name, typeof length].join()", "b")).toEqual({ value: "worker,undefined" });
  });

  test("names of inner scopes are left alone", async () => {
    const source = `const x = 1; const seen = [];
for (let x = 0; x < 2; x++) setters.push(() => x);
{ const x = 5; seen.push(x) } { function x() {} seen.push(typeof x) }
(function (x) { var y = x; seen.push(y) })(7);
try { throw 8 } catch (x) { seen.push(x) }
switch (1) { case 1: let x = 9; seen.push(x) }
[seen, setters.map((get) => get()), x, typeof y]`;
    expect(await runFresh(source, ["const setters = []"])).toEqual({
      value: [[5, "function", 7, 8, 9], [0, 1], 1, "undefined"],
    });
  });
});

describe("imports", () => {
  const modules = { torch: { default: "T", nn: "N", "odd name": "O" }, plot: { dot: "D" } };

  test("all forms, hoisted", async () => {
    const source = `const early = torch + n
import torch, { nn as n, "odd name" as odd, default as again } from "torch"
import * as Plot
  from "plot"
import "plot"
import {} from "torch"
import type { Tensor } from "nowhere"
import { type Shape } from "nowhere"
import also, { type DType } from "torch";
[early, torch, n, odd, again, also, Plot.dot].join()`;
    expect(await fakeKernel(modules).run(source)).toEqual({ value: "TN,T,N,O,T,T,D" });
  });

  test("a refused module or name is an error on the import's own line", async () => {
    for (const line of ['import x from "fs"', 'import { x } from "torch"', 'await import("./x.js")']) {
      const error = await fakeKernel(modules)
        .run(`1\n\n${line}`)
        .catch((thrown: Error) => thrown);
      expect((error as Error).message).toMatch(/no module|has no/);
      if (!line.startsWith("await")) expect((error as Error).stack).toContain("cell:cell:3:");
    }
  });

  test("import() asks the runtime, wherever it stands", async () => {
    const source = `const a = await import("torch"), f = async () => (await import(\`plot\`)).dot;
await import(/* c */ "torch"); [a.nn, await f(), (await import("torch")).default].join()`;
    expect(await fakeKernel(modules).run(source)).toEqual({ value: "N,D,T" });
  });
});

describe("odd texts", () => {
  test.each([
    ["#!/usr/bin/env node\n1", 1],
    ["\ufeffconst x: number = 1\nx", 1],
    ["const x = 1\r\nconst y = 2\r\nx + y", 3],
    ["const x = 1\rx", 1],
    ["'\u2028'.length + `\u2029`.length", 2],
    ["'a\\\u2028b'", "ab"],
    ["'😀'.length", 2],
    ["const x = 1 <!--y\n;[x, y]", [false, 2], ["let y = 3"]],
    ["let q = 3; while (q --> 1);\nq", 0],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a cell
    ["`a${`b${1}`}` + '`'", "ab1`"],
    ["'//' + /\\/\\/[`'\"]/.source // it's", "//\\/\\/[`'\"]"],
    ["const a = 4, g = 2; a /2/g", 1],
    ["let x = 1; x // no newline", 1],
    ["'a\\\nb'", "ab"],
    ["'})'; `})`; /}[)]/.source", "}[)]"],
  ] as [string, unknown, string[]?][])("%j", async (source, value, before) =>
    expect(await runFresh(source, before)).toEqual({ value }),
  );

  test("a long cell is read, and one nested too deeply is refused in plain words", () => {
    const long = Array.from({ length: 5000 }, (_, i) => `const a${i}: number = ${i};`).join("\n");
    expect(transpile(long, { id: "a" }).declares).toHaveLength(5000);
    const deep = "[".repeat(20000) + "]".repeat(20000);
    expect(() => transpile(deep, { id: "a" })).toThrow(CellSyntaxError);
    expect(() => transpile(deep, { id: "a" })).toThrow(/nested too deeply/);
  });

  test("a cell cannot break out of its function", () => {
    for (const source of [
      "}); evil(); (async () => {",
      "}",
      "*/",
      "return 1",
      "`",
      "new.target",
      "super.x",
      "import.meta",
    ])
      expect(() => transpile(source, { id: "a" }), source).toThrow(CellSyntaxError);
  });

  test("an id that could be mistaken in a stack is refused", () => {
    expect(() => transpile("1", { id: "a:1" })).toThrow(RangeError);
    expect(() => transpile("1", { id: "" })).toThrow(RangeError);
  });

  test("the code is one async arrow, with the learner's lines and the cell's address", () => {
    const { code, prefixLength } = transpile("a\nb", { id: "x-1" });
    const lines = code.split("\n");
    expect(lines[0]?.slice(prefixLength)).toBe("a");
    expect(lines.at(-1)).toBe("//# sourceURL=cell:x-1");
    expect(code.startsWith('(async (__fanin) => {"use strict";')).toBe(true);
  });
});
