import { describe, expect, test } from "vitest";
import { CellSyntaxError, transpile } from "./index";
import { maybePythonWord } from "./python-words";

function told(source: string): string {
  try {
    transpile(source, { id: "a" });
  } catch (error) {
    if (error instanceof CellSyntaxError) return `${error.line}:${error.column} ${error.message}`;
    throw error;
  }
  return "it parses";
}

test.each([
  ["def f(x):\n    return x", "1:1", "`function f(x) { … }`"],
  [
    "def init(w, std: float = 0.02, *args, **kwargs) -> None:\n    pass",
    "1:1",
    "`function init(w, std = 0.02, ...args, options = {}) { … }`",
  ],
  ["async def f():\n    pass", "1:1", "`async function f() { … }`"],
  ["x = 1\n\ndef f(a, b=True):  # it's Python\n    return a", "3:1", "`function f(a, b = true) { … }`"],
  [
    "class Net(nn.Module):\n    def __init__(self):\n        pass",
    "1:1",
    "`class Net extends nn.Module { … }`",
  ],
  ["    def forward(self, x):\n        return self.fc(x)", "1:5", "`forward(x) { … }` inside the class"],
  ["    def __init__(self, n):\n        pass", "1:5", "`constructor(n) { … }` inside the class"],
  ["for i in range(10):\n    print(i)", "1:1", "`for (let i = 0; i < 10; i++) { … }`"],
  ["for i in range(1, n, 2):\n    print(i)", "1:1", "`for (let i = 1; i < n; i += 2) { … }`"],
  [
    "for name, p in model.named_parameters():\n    p",
    "1:1",
    "`for (const [name, p] of model.named_parameters()) { … }`",
  ],
  ["for i, x in enumerate(xs):\n    x", "1:1", "`for (const [i, x] of xs.entries()) { … }`"],
  ["if x > 3 and not y:\n    z", "1:1", "`if (x > 3 && !y) { … }`"],
  ["if x is not None: y = 1", "1:1", "`if (x !== null) { … }`"],
  ["while True:\n    x", "1:1", "`while (true) { … }`"],
  ["elif x == 3:", "1:1", "`} else if (x == 3) { … }`"],
  ["with torch.no_grad():\n    w.mul_(2)", "1:1", "`torch.no_grad(() => { … })`"],
  ["try:\n    x", "1:1", "`try { … }`"],
  ["import torch.nn as nn", "1:1", '`import { nn } from "torch"`'],
  ["import torch", "1:1", '`import torch from "torch"`'],
  ["from torch import nn, optim", "1:1", '`import { nn, optim } from "torch"`'],
  ["from torch.nn import Linear", "1:1", '`import { nn } from "torch"`, and then `nn.Linear`'],
  ["import numpy as np", "1:1", "there is no `numpy`"],
  ["import matplotlib.pyplot as plt", "1:1", '`import * as Plot from "@observablehq/plot"`'],
  ['print "hello"', "1:1", '`print("hello")`'],
  ["raise ValueError('no')", "1:1", "`throw new Error('no')`"],
  ["# a comment", "1:1", "`// a comment`"],
  ["const x = 1  # it's one", "1:14", "`// it's one`"],
  ["f = lambda x, y: x and y", "1:5", "`(x, y) => x && y`"],
  ["y = w @ x", "1:5", "`w.matmul(x)`"],
  ["y = f(w[0]) @ x.t() + b", "1:5", "`f(w[0]).matmul(x.t())`"],
  ["y = not x", "1:5", "`!x`"],
  ["y = a and b", "1:5", "`&&` for `and`"],
  ["y = a or b", "1:5", "`||` for `or`"],
  ["y = 1 if x else 2", "1:5", "`x ? 1 : 2`"],
  ["ys = [x * 2 for x in xs]", "1:6", "`xs.map((x) => x * 2)`"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a cell
  ['print(f"std {w.std():.4f}")', "1:7", "`` `std ${w.std().toFixed(4)}` ``"],
  ["w[1:3, :]", "1:1", "`w.at(torch.slice(1, 3), torch.slice())`"],
  ['"""A docstring"""\nx = 1', "1:1", "`/* … */` for a comment"],
  ["global count", "1:1", "leave this line out"],
])("%j", (source, place, words) => {
  expect(told(source)).toMatch(new RegExp(`^${place} This is Python: `));
  expect(told(source)).toContain(words);
});

describe("TypeScript with a mistake is not called Python", () => {
  test.each([
    "const s = 'x and y for i in range(3):' +* 1",
    "// for x in xs:\nfoo(1 2)",
    "class A { #x = 1; m() { return #y } }",
    "for (const k in o) { foo(1 2) }",
    "if (a) { b } else: c",
    "switch (x) { case 1: default: foo(1 2) }",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a cell
    "const t = `lambda x: ${1 2}`",
    "print(1); foo(a b)",
    "const x = y as any as number 3",
    "const o = { if: 1, for: 2, else: 3 } 4",
    "@dec class A {}",
    "2 * args args",
  ])("%j", (source) => {
    expect(told(source)).not.toContain("Python");
    expect(told(source)).not.toBe("it parses");
  });
});

test("names that only Python knows have an answer, others and inherited ones have none", () => {
  expect(maybePythonWord("True")).toBe("`true`");
  expect(maybePythonWord("len")).toContain("length");
  for (const name of ["w", "toString", "constructor", "__proto__"])
    expect(maybePythonWord(name)).toBeUndefined();
});
