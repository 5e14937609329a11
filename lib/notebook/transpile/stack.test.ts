import { describe, expect, test } from "vitest";
import { locate } from "./index";

const show = (stack: string, message?: string) =>
  locate(stack, { a: 100, "b-2_x": 50 }, message === undefined ? {} : { message }).map(
    ({ cell, line, column, fn }) => `${cell} ${line}:${column} ${fn ?? "-"}`,
  );

test("V8: names of functions, methods, constructors, asynchronous frames; the engine's own frames are left out", () => {
  const stack = `Error: no
    at inner (cell:a:3:7)
    at A.m (cell:a:4:8)
    at get q [as q] (cell:a:5:9)
    at new B (cell:b-2_x:1:60)
    at Array.map (<anonymous>)
    at eval (cell:a:1:105)
    at cell:a:2:1
    at async f (cell:a:6:2)
    at async cell:a:7:3
    at async Promise.all (index 0)
    at __fanin$3 (cell:a:8:4)
    at Object.matmul (https://x.org/kernel.js:1:2345)
    at run (/home/cell:c/a.js:10:20)`;
  expect(show(stack)).toEqual([
    "a 3:7 inner",
    "a 4:8 A.m",
    "a 5:9 get q",
    "b-2_x 1:10 new B",
    "a 1:5 -",
    "a 2:1 -",
    "a 6:2 f",
    "a 7:3 -",
    "a 8:4 -",
  ]);
});

test("SpiderMonkey", () => {
  const stack = `inner@cell:a:3:7
f/<@cell:a:4:8
async*g@cell:b-2_x:1:60
@cell:a:1:105
run@blob:null/1234 line 20 > eval line 1 > anonymous:5:5
promise callback*h@https://x.org/kernel.js:1:2
`;
  expect(show(stack)).toEqual(["a 3:7 inner", "a 4:8 f", "b-2_x 1:10 g", "a 1:5 -"]);
});

test("JavaScriptCore: scripts that were loaded from an address, as WebKitGTK 2.50.6 wrote them", () => {
  const stack = `f@blob:http://127.0.0.1:8791/03e400a6-92f2:4:17
map@[native code]
@blob:http://127.0.0.1:8791/03e400a6-92f2:7:10
@blob:http://127.0.0.1:8791/03e400a6-92f2:1:123
async g@blob:null/2:5:6
@blob:http://127.0.0.1:8791/cbffda71-d93f:9:22`;
  const scripts = { "blob:http://127.0.0.1:8791/03e400a6-92f2": "a", "blob:null/2": "b" };
  expect(locate(stack, { a: 100 }, { scripts })).toEqual([
    { cell: "a", line: 4, column: 17, fn: "f" },
    { cell: "a", line: 7, column: 10 },
    { cell: "a", line: 1, column: 23 },
    { cell: "b", line: 5, column: 6, fn: "g" },
  ]);
  // Evaluated code has no place there at all.
  expect(locate("f@\nmap@[native code]\n@\neval code@")).toEqual([]);
});

describe("a message that looks like frames", () => {
  const message = "no\n    at fake (cell:a:9:9)";

  test("is not taken for frames when it is known", () => {
    expect(show(`Error: ${message}\n    at f (cell:a:3:7)`, message)).toEqual(["a 3:7 f"]);
    expect(show(`${message}\n    at f (cell:a:3:7)`, message)).toEqual(["a 3:7 f"]);
  });

  test("never hides a frame of an engine that writes no message", () => {
    expect(show("f@cell:a:3:7\ng@cell:a:4:8", "f")).toEqual(["a 3:7 f", "a 4:8 g"]);
    expect(show("f@cell:a:3:7", "")).toEqual(["a 3:7 f"]);
  });
});

test("cells without a known prefix keep their columns, and texts without frames give none", () => {
  expect(locate("    at f (cell:toString:1:7)\n    at cell:constructor:1:8")).toEqual([
    { cell: "toString", line: 1, column: 7, fn: "f" },
    { cell: "constructor", line: 1, column: 8 },
  ]);
  for (const text of ["", "no stack", "cell:a", "cell:a:b:c", "xcell:a:1:2", "Error: cell:a:1:2 is a place"])
    expect(locate(text), text).toEqual([]);
});
