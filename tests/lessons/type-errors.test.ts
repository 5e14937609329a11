/** Common mistakes are type errors, against the declarations that cells see, and each in one readable sentence. */
import { expect, it } from "vitest";
import { checkTypes } from "./check-types";

const SETUP = `import torch, { nn, optim } from "torch";
import * as lab from "lab";
const w = torch.randn(3, 2), x = torch.ones(2), layer = new nn.Linear(3, 2);`;

const MISTAKES: readonly (readonly [cell: string, words: string])[] = [
  ["w * 2", "write `w.mul(2)`."],
  ["2 - w", "write `torch.sub(2, w)`."],
  ["w + 1", "Operator '+' cannot be applied to types 'Tensor' and 'number'; write `w.add(1)`."],
  ["w < 0", "write `w.lt(0)`."],
  ["w === 1", "write `w.eq(1)`."],
  ["w[0]", "write `w.at(0)`."],
  ["layer.weight * 2", "write `layer.weight.mul(2)`."],
  ["nn.Linear(3, 2)", "write `new nn.Linear(3, 2)`."],
  ["len(x)", "Cannot find name 'len'; `len` is Python's; write `x.length`"],
  ["new nn.Linear(3)", "Expected 2-4 arguments, but got 1."],
  [
    "new nn.Linear(3, 2, { biass: false })",
    "There is no keyword 'biass' (LinearOptions). Did you mean to write 'bias'?",
  ],
  ["nn.init.kaiming_uniform_(w, { gain: 1 })", "There is no keyword 'gain' (KaimingOptions)."],
  [
    'nn.init.kaiming_uniform_(w, { nonlinearity: "gelu" })',
    "'\"gelu\"' is not assignable to type 'Nonlinearity'.",
  ],
  ["new optim.SGD(layer.parameters(), { rate: 0.1 })", "There is no keyword 'rate' (SGDOptions)."],
  [
    "new optim.SGD(layer, { lr: 0.1 })",
    "'Linear' is not assignable to parameter of type 'Params<SGDOptions>'.",
  ],
  [
    "torch.zeros('3')",
    "Type 'string' is not assignable to type 'readonly number[]'; a shape is given as numbers",
  ],
  ["torch.zeros([3, 'a'])", "Type 'string' is not assignable to type 'number'; a shape is given as numbers"],
  ["torch.zeros(3, 5, torch.float64)", "keywords after it in one object, { dtype: torch.float64 }."],
  ["w.view('a')", "a shape is given as numbers"],
  ["torch.empty(3, { dtype: 'float64' })", "keywords after it in one object, { dtype: torch.float64 }."],
  ["torch.fft", "Property 'fft' does not exist here."],
  ["w.maen()", "Property 'maen' does not exist on type 'Tensor'."],
  ["layer(3)", "Argument of type 'number' is not assignable to parameter of type 'Tensor'."],
  ["torch.matmul(w, 2)", "Argument of type 'number' is not assignable to parameter of type 'Tensor'."],
  ["torch.manual_seed()", "Expected 1 arguments, but got 0."],
];

const FINE = `class Net extends nn.Module { fc = new nn.Linear(2, 2); forward(v: torch.Tensor) { return this.fc(v); } }
print(new Net()(x).mean(), w.add(1).sum().backward(), layer.weight.grad.norm(), layer.bias.shape[0]);
nn.init.kaiming_uniform_(w, { a: Math.sqrt(5) });
display(lab.histogram(torch.randn([1000], { dtype: torch.float64 })));`;

it("mistakes are told in one sentence each, and what is right passes", () => {
  const cells = [SETUP, FINE, ...MISTAKES.map(([cell]) => cell)];
  const problems = checkTypes(
    cells.map((source, at) => ({ id: `c${at}`, source, line: 1000 * at })),
    { root: process.cwd(), file: "l.mdx" },
  );
  const told = (at: number) =>
    problems.filter(({ line }) => Math.floor(line / 1000) === at).map(({ text }) => text);
  expect([...told(0), ...told(1)]).toEqual([]);
  for (const [at, [cell, words]] of MISTAKES.entries()) {
    const texts = told(at + 2);
    expect(texts, cell).toHaveLength(1);
    expect(texts[0]).toContain(words);
    expect(texts[0]).not.toContain("\n");
    expect(texts[0]?.length, cell).toBeLessThan(260);
  }
}, 120_000);
