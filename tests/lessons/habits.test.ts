/** What a reader gets who writes Python by habit: one sentence with the line to write, on the path of `npm run -s cells`. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NodeKernel, startNodeKernel } from "@/lib/notebook/kernel/node";

const SETUP = `import torch, { nn, optim } from "torch";
const w = torch.tensor([[1, 2], [3, 4]]).float(), x = torch.tensor([1, 2]).float(), y = x.clone(), one = torch.tensor([3]);
let xs = torch.tensor([[1, 2, 3, 4], [5, 6, 7, 8]]);
const list = [1, 2, 3], c = true;
const layer = new nn.Linear(2, 2);
function f(v: unknown) { return v; }`;

let kernel: NodeKernel;
beforeAll(async () => {
  kernel = await startNodeKernel();
  const { state, outputs } = await kernel.run({ id: "setup", source: SETUP });
  expect(state, JSON.stringify(outputs)).toBe("done");
}, 120_000);
afterAll(() => kernel.close());

/** The error's sentence; for a cell that runs through, its last text. */
async function told(source: string): Promise<string> {
  const { state, outputs } = await kernel.run({ id: "habit", source });
  const last = outputs.at(-1);
  if (last?.output_type === "error") return `${last.ename}: ${last.evalue}`;
  const text = last?.output_type === "stream" ? last.text : last && String(last.data["text/plain"]);
  return `${state}: ${text ?? ""}`;
}

const REFUSED: readonly (readonly [cell: string, write: string])[] = [
  // operators
  ["x * 2", "write `x.mul(2)`"],
  ["2 * x", "write `x.mul(2)`"],
  ["1 - x", "write `torch.sub(1, x)`"],
  ["const z = w * 2 + x", "write `w.mul(2).add(x)`"],
  ["x / y", "write `x.div(y)`"],
  ["x ** 2", "write `x.pow(2)`"],
  ["-x", "write `x.neg()`"],
  ["+x", "operators"],
  ["let a = x; a += 1", "write `a = a.add(1)`"],
  ["let b = x; b++", "write `b = b.add(1)`"],
  ["x < 0", "write `x.lt(0)`"],
  ["0 < x", "write `x.gt(0)`"],
  ["if (x > 0) print(1)", "write `x.gt(0)`"],
  ['"std " + x', 'write `"std " + String(x)`'],
  ["x & y", "write `x.logical_and(y)`"],
  ["Math.sqrt(x)", "write `x.sqrt()`"],
  ["w @ x", "write `w.matmul(x)`"],
  ["x == y", "x.eq(y)"],
  ["x != y", "x.eq(y)"],
  ["x == 1", "x.eq(1)"],
  ["x === 1", "x.eq(1)"],
  ["1 !== x", "x.eq(1)"],
  ["one === 3", "x.item() === 3"],
  ["x.shape === [2]", "write `String(x.shape) === String([2])`"],
  ["layer * 2", "model(x)"],
  ["layer.weight * 2", "write `layer.weight.mul(2)`"],
  ["x[0] += 1", "write `x.at(0).add_(1)`"],
  ["x[0]++", "write `x.at(0).add_(1)`"],
  ["Number(x)", "write `x.tolist()`"],
  ["Math.max(x)", "write `x.max()`"],
  ["1 <= list.length <= 2", "write `1 <= list.length && list.length <= 2`"],
  ["x.shape == y.shape", "write `String(x.shape) === String(y.shape)`"],
  ["x.shape === (3, 5)", "write `String(x.shape) === String([3, 5])`"],
  ["[0] * 10", "write `Array(10).fill(0)`"],
  ["[1] + [2]", "write `[...[1], ...[2]]`"],
  ['"=" * 20', 'write `"=".repeat(20)`'],
  ['"%.2f" % 0.5', "write a text in backticks"],
  ["x.grad.zero_()", "'NoneType' object has no attribute 'zero_'; `grad` is null before `backward()`"],
  ["x.map((v) => v)", "write `[...x].map(…)`"],
  ["x.add(layer)", "must be Tensor, not Linear"],
  ["nn.functional.relu([1, -2])", "relu(): argument 'input' (position 1) must be Tensor, not list"],
  // truth
  ["if (x) print(1)", "Boolean value of Tensor with more than one value is ambiguous"],
  ["!x", "is ambiguous; write t.any().item() or t.all().item()"],
  ["while (x.gt(0)) { break }", "is ambiguous"],
  ["x && 1", "is ambiguous"],
  ["const d = x || 1", "is ambiguous"],
  ["x.gt(0) ? 1 : 2", "is ambiguous"],
  ["Boolean(x)", "is ambiguous"],
  ["[x].filter((t) => !t.eq(1))", "is ambiguous"],
  ["[x, y].filter((t) => t.gt(0))", "is ambiguous"],
  ["[x, y].some(function (t) { return t.gt(0); })", "is ambiguous"],
  ["const isBig = (t: any) => t.gt(0); [x].find(isBig)", "is ambiguous"],
  ["let e: any = x; e ||= y", "is ambiguous"],
  ["let e: any = x; e &&= y", "is ambiguous"],
  ["const o: any = { x }; o.x ||= y", "is ambiguous"],
  ["const o: any = { x }; o['x'] &&= y", "is ambiguous"],
  ["switch (one) { case 3: print(1) }", "write switch (t.item())"],
  ["switch (true) { case x.gt(0): print(1) }", "no case is ever equal to a tensor"],
  ["3 in list", "write list.includes(x)"],
  ["if (3 in list) print(1)", "write list.includes(x)"],
  ["1 in x", "write t.eq(x).any().item()"],
  ["for (const v in list) print(v)", "write for (const v of values)"],
  ["for (const v in x) print(v)", "write for (const v of values)"],
  // floor division
  ["const n = 7; const half = n // 2", "write `Math.floor(n / 2)`"],
  ["const n = 7\nconst half = (n + 1) // 2\nhalf", "write `Math.floor((n + 1) / 2)`"],
  ["const d = 8, heads = 2; const size = d // heads", "write `Math.floor(d / heads)`"],
  ["let rows = 5; rows = x.shape[0] // 2", "write `Math.floor(x.shape[0] / 2)`"],
  ["7 // 2", "write `Math.floor(7 / 2)`"],
  ["const n = 7; const half = n//2", "write `Math.floor(n / 2)`"],
  // shapes
  [
    "w.shape * 2",
    "`w.shape` is a list of sizes; write `w.shape[0] * 2` for one of them, or `w.numel() * 2` for their product",
  ],
  ["const inputs = w.shape / 2", "write `w.shape[0] / 2` for one of them"],
  ["1 / w.size()", "write `1 / w.size()[0]` for one of them, or `1 / w.numel()`"],
  ["if (w.shape > 3) print(1)", "write `w.shape[0] > 3` for one of them"],
  ["w.shape + 1", "write `w.shape[0] + 1` for one of them"],
  ["w.shape + x.shape", "write `[...w.shape, ...x.shape]`"],
  // functions of numbers
  ["parseFloat(x)", "a function of numbers takes one value, got a tensor of shape [2]"],
  ["const read = (v: any) => Number.parseFloat(v); read(x)", "write x.at(0).item() for one of them"],
  [
    "const isBad = (v: any) => Number.isNaN(v); isBad(x)",
    "write x.at(0).item() for one of them, x.tolist() for all",
  ],
  ["Number(x)", "write `x.tolist()`"],
  ["const less = (a: any, b: any) => a < b; less(x, y)", "do not work on a tensor of several values"],
  // indices
  ["xs[0]", "write `xs.at(0)`"],
  ["xs[0][1]", "write `xs.at(0).at(1)`"],
  ["xs[0] = 1", "write `xs.set(0, 1)`"],
  ["const i = 1; xs[i]", "write `xs.at(i)`"],
  ["xs[0, 1]", "write `xs.at(0, 1)`"],
  ["xs[-1]", "write `xs.at(-1)`"],
  ["list[-1]", "write `list.at(-1)`"],
  ["xs[1:3]", "write `xs.at(torch.slice(1, 3))`"],
  ["xs[:, 0]", "write `xs.at(torch.slice(), 0)`"],
  ["xs[xs.gt(2)]", "write `xs.at(xs.gt(2))`"],
  ["xs[0:2] = 1", "write `xs.set(torch.slice(0, 2), 1)`"],
  ["xs[..., 0]", 'write `xs.at("...", 0)`'],
  // names
  ["len(x)", "write `x.length`"],
  ["True", "write `true`"],
  ["const g = None", "write `null`"],
  ["range(3)", "torch.arange(n)"],
  ["enumerate(list)", ".entries()"],
  ["zip(list, list)", ".map("],
  ["pass", "write `{}`"],
  ["F.relu(x)", "write `nn.functional`"],
  ["v = torch.ones(2)", "write `let v = torch.ones(2)`"],
  ["list.append(4)", "write `xs.push(x)`"],
  ["class N extends nn.Module { forward(v: any) { return self.fc(v) } }", "write `this.fc`"],
  // calls
  ["nn.Linear(3, 2)", "write `new nn.Linear(3, 2)`"],
  ["const m = nn.Sequential(new nn.ReLU())", "write `new nn.Sequential(new nn.ReLU())`"],
  ["torch.empty(3, 5, dtype=torch.float64)", "write `torch.empty(3, 5, { dtype: torch.float64 })`"],
  ["new nn.Linear(3, 2, bias=False)", "write `new nn.Linear(3, 2, { bias: false })`"],
  ['print(x, end="")', "join the texts first"],
  ["torch.zeros((3, 5))", "write `[3, 5]`"],
  ["let p = 1, q = 2; p, q = q, p", "write `[p, q] = [q, p]`"],
  ["optim.SGD(layer.parameters(), lr=0.1)", "write `new optim.SGD(layer.parameters(), { lr: 0.1 })`"],
  ["torch.FloatTensor", "torch.FloatTensor is not part of this engine"],
  ["torch.Tensor([1, 2])", "write `torch.tensor([1, 2])`"],
  ["sorted(list)", "write `[...xs].sort((a, b) => a - b)`"],
  // statements
  [
    "for a, b in zip(list, list):\n    print(a)",
    "for (const [i, a] of list.entries()) { const b = list[i]; … }",
  ],
  ["with torch.no_grad(): layer(x)", "write `torch.no_grad(() => layer(x))`"],
  ["class N extends nn.Module { constructor() { super().__init__() } }", "write `super()` alone"],
  ["class N extends nn.Module { __init__() {} }", "write `constructor(…) { super(); … }`"],
  ["const k = [v for v in list if v > 1]", "write `list.filter((v) => v > 1).map((v) => v)`"],
  ["assert x.shape == (2,)", "write `console.assert(x.shape == (2,))`"],
  ["raise ValueError", "write `throw new Error("],
  ["%matplotlib inline", "leave this line out"],
  ["!pip install torch", "leave this line out"],
  ["def f(x):\n    return x", "write `function f(x) { … }`"],
  ["for i in range(10):\n    print(i)", "write `for (let i = 0; i < 10; i++) { … }`"],
  ["for v in list: print(v)", "write `for (const v of list) { … }`"],
  ["if x:\n    pass", "write `if (x) { … }`"],
  ["elif x:\n    pass", "write `} else if (x) { … }`"],
  ["while True:\n    pass", "write `while (true) { … }`"],
  ["with torch.no_grad():\n    layer(x)", "write `torch.no_grad(() => { … })`"],
  ["class Net(nn.Module):\n    pass", "write `class Net extends nn.Module { … }`"],
  [
    "class Net(nn.Module):\n    def __init__(self):\n        super().__init__()",
    "`class Net extends nn.Module",
  ],
  ["super().__init__()", "write `super()`"],
  ["import torch.nn as nn", 'write `import { nn } from "torch"`'],
  ["from torch import nn", 'write `import { nn } from "torch"`'],
  ["import torch", 'write `import torch from "torch"`'],
  ["const h = lambda v: v", "write `(v) => v`"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a cell
  ['print(f"std {x}")', "write `` `std ${x}` ``"],
  ["const k = not c", "write `!c`"],
  ["const k = c and c", "write `&&` for `and`"],
  ["const k = c or c", "write `||` for `or`"],
  ["const k = 1 if c else 2", "write `c ? 1 : 2`"],
  ["const k = [f(v) for v in list]", "write `list.map((v) => f(v))`"],
  ["assert x > 0", "write `console.assert(x > 0)`"],
  ["assert c == 1, 'no'", "write `console.assert("],
  ['raise ValueError("no")', 'write `throw new Error("no")`'],
  ["# a comment", "write `// a comment`"],
  ["'''a docstring'''", "write `/* … */`"],
  ['"""a\ndocstring"""', "write `/* … */`"],
  [">>> x.mean()\ntensor(1.5)", "write `x.mean()`"],
  [">>> x = 3", "leave the prompt out"],
  ["def f(x):\nreturn x", "write `function f(x) { … }`"],
];

const FINE: readonly (readonly [cell: string, text: string])[] = [
  ["x.shape[0]", "2"],
  ["x", "tensor([1., 2.])"],
  ["w.T", "tensor([[1., 3.],\n        [2., 4.]])"],
  ["x.length", "2"],
  ["[...x].length", "2"],
  ["for (const v of x) print(v)", "tensor(1.)\ntensor(2.)\n"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a cell
  ["`${x}`", "'tensor([1., 2.])'"],
  ["one * 2", "6"],
  ["one == 3", "true"],
  ["one < 4 ? 'less' : 'more'", "'less'"],
  ["if (one.eq(4)) print('yes'); else print('no')", "no\n"],
  ["!torch.tensor(0)", "true"],
  ["Boolean(torch.tensor(0))", "false"],
  ["torch.tensor(0) || 5", "5"],
  ["const t = torch.tensor([7]); (t && t).item()", "7"],
  ["x === x && x == x", "true"],
  ["const same = (p: any) => p === layer.weight; same(layer.weight)", "true"],
  ["x === null || x == undefined", "false"],
  ["x === w", "false"],
  ["[one, torch.tensor([0])].filter((t) => t).length", "1"],
  ["list.filter((v) => v > 1).length", "2"],
  ["list.findIndex((v) => v === 2)", "1"],
  ["'a' in { a: 1 }", "true"],
  ["let names = ''; for (const k in { a: 1, b: 2 }) names += k; names", "'ab'"],
  ["let z: any = torch.tensor(0); z ||= 5; z", "5"],
  ["let z: any = 0; z &&= x; z", "0"],
  ["const made: any = {}; made.list ||= []; made.list.length", "0"],
  ["const made: any = {}; const k = 'a'; made[k] ||= 3; made.a", "3"],
  ["let said = ''; switch (list.length) { case 3: said = 'three' } said", "'three'"],
  ["const fan_in = w.shape[1]; // 784\nfan_in", "2"],
  ["const spread = x.std().item() // 2\nx.length", "2"],
  ["const rate = 3 // per second\nrate", "3"],
  ["const seed = 42 // 42\nseed", "42"],
  ["const gain = 2 // gain\ngain", "2"],
  ["const n = 7\nconst rate = 0.5 // n\nrate", "0.5"],
  ["const n = 7\nconst other = n  // 2\nother", "7"],
  ["const count = 1 // 3\ncount", "1"],
  ["parseFloat(one)", "3"],
  ["Number.isNaN(torch.tensor(NaN))", "true"],
  ["Number.isInteger(one) && parseInt('12px') === 12", "true"],
  ["'shape ' + w.shape", "'shape 2,2'"],
  ["const missing = x == null; missing", "false"],
  ["JSON.stringify({ x })", "'{\"x\":[1,2]}'"],
  ["    const indented = 1\n  indented", "1"],
];

describe("a habit of Python", () => {
  it.each(REFUSED)("%j", async (cell, write) => {
    const sentence = await told(cell);
    expect(sentence).toContain(write);
    expect(sentence).not.toMatch(/^done|^failed|unexpected token|NaN/i);
    expect(sentence).not.toContain("\n");
  });

  it.each(FINE)("%j is fine", async (cell, text) => {
    expect(await told(cell)).toBe(`done: ${text}`);
  });

  it("=== of two tensors with the same values says that it asks for identity", async () => {
    const { outputs } = await kernel.run({ id: "twins", source: "x === y" });
    expect(outputs[0]).toMatchObject({ output_type: "stream", name: "stderr" });
    expect(JSON.stringify(outputs[0])).toContain("torch.equal(x, y)");
    expect(outputs[1]).toMatchObject({ data: { "text/plain": "false" } });
  });
});

const ABSENT: readonly (readonly [cell: string, words: string])[] = [
  ["torch.fft", "torch.fft is not part of this engine"],
  ["torch.fft.rfft(x)", "torch.fft is not part of this engine"],
  ["const { fft } = torch", "torch.fft is not part of this engine"],
  ['import { fft } from "torch"', "torch.fft is not part of this engine"],
  ['import { Linear } from "torch"', "module 'torch' has no attribute 'Linear'"],
  ['import * as all from "torch"; all.fft', "torch.fft is not part of this engine"],
  ["new nn.SyncBatchNorm(3)", "torch.nn.SyncBatchNorm is not part of this engine"],
  ["nn.functional.grid_sample(x)", "torch.nn.functional.grid_sample is not part of this engine"],
  ["new optim.LBFGS([])", "torch.optim.LBFGS is not part of this engine"],
  ["new optim.lr_scheduler.CyclicLRs()", "did you mean torch.optim.lr_scheduler.CyclicLR?"],
  ["nn.init.zero_(x)", "did you mean torch.nn.init.zeros_?"],
  ["nn.utils.parametrize", "torch.nn.utils.parametrize is not part of this engine"],
  ["torch.linalg.lu(w)", "torch.linalg.lu is not part of this engine"],
  ["x.sparse_mask(x)", "Tensor.sparse_mask is not part of this engine"],
  ["layer.xpu()", "Module.xpu is not part of this engine"],
  ["torch.rnad(2)", "did you mean torch.rand?"],
  ["new nn.Linaer(3, 2)", "did you mean torch.nn.Linear?"],
  ["new nn.Conv2D(3, 2, 1)", "did you mean torch.nn.Conv2d?"],
  ["x.maen()", "did you mean Tensor.mean?"],
  ["x.requiresGrad", "did you mean Tensor.requires_grad?"],
  ["nn.functional.relu7(x)", "did you mean torch.nn.functional.relu"],
  ["layer.weight.maen()", "'Parameter' object has no attribute 'maen'; did you mean Tensor.mean?"],
  ["layer.paramaters()", "did you mean `parameters`?"],
];

describe("a name that is not here", () => {
  it.each(ABSENT)("%j", async (cell, words) => {
    expect(await told(cell)).toContain(words);
  });
});
