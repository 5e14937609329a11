/**
 * What the engine is timed on, in the cell of a notebook: the engine as readers have it, in the kernel's own bundle. The same works
 * as bench/engine.py and the same samples as bench/rivals/sample.js; `sample(name)` answers with milliseconds a run.
 */
export const CELL = `
import torch, { nn } from "torch";
const drawn = (...shape) => torch.rand(...shape);
const kinds = {
  uniform: (count) => { const values = torch.empty(count); return () => values.uniform_(); },
  normal: (count) => { const values = torch.empty(count); return () => values.normal_(); },
  rand: (count) => () => torch.rand(count),
  randn: (count) => () => torch.randn(count),
  matmul: (m, k, n) => { const a = drawn(m, k), b = drawn(k, n); return () => a.matmul(b); },
  transposed: (m, k, n) => { const a = drawn(m, k), b = drawn(n, k); return () => a.matmul(b.t()); },
  spread: (side) => { const weight = torch.empty(side, side); return () => weight.uniform_(-1, 1); },
  kaiming: (side) => { const weight = torch.empty(side, side); return () => nn.init.kaiming_uniform_(weight); },
  step: () => {
    const layers = [];
    for (let i = 0; i < 10; i++) layers.push(new nn.Linear(256, 256), new nn.ReLU());
    const model = new nn.Sequential(...layers.slice(0, -1));
    const optimizer = new torch.optim.SGD(model.parameters(), { lr: 0.01 });
    const x = torch.randn(128, 256);
    return () => {
      optimizer.zero_grad();
      model(x).square().mean().backward();
      optimizer.step();
    };
  },
  layers: () => () => {
    let x = torch.randn(256, 512);
    for (let i = 0; i < 50; i++) {
      x = new nn.Linear(512, 512)(x);
      x.std().item();
    }
  },
};
function clock(work, count) {
  const began = performance.now();
  for (let i = 0; i < count; i++) work();
  return performance.now() - began;
}
const current = { name: "", work: undefined, count: 0 };
function sample(name) {
  if (current.name !== name) {
    const [kind, ...sizes] = name.split(" ");
    current.work = undefined;
    current.work = kinds[kind](...sizes.map(Number));
    current.name = name;
    current.count = 1;
    current.work(); // the first touch of new memory says nothing about how many runs fill a sample
    while (clock(current.work, current.count) < 40) current.count *= 2;
  }
  return clock(current.work, current.count) / current.count;
}
`;

/** Prints one sample. */
export function sampleCell(name: string): string {
  return `console.log(sample(${JSON.stringify(name)}))`;
}

/** The first tensor of a kernel that has run nothing yet. */
export const FIRST_TENSOR = `import torch from "torch";\nconsole.log(torch.zeros(2).numel())`;

/** Steps of the loop that makes temporaries, two a step, in one synchronous cell. */
export const STEPS = 1_000_000;

export const TEMPORARIES = `
import torch from "torch";
const x = torch.rand(256);
let last;
for (let i = 0; i < ${STEPS}; i++) last = x.mul(0.5).add(1);
console.log(last.numel());
`;
