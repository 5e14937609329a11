/** 300 steps of training against PyTorch's losses: tests/golden/training.json, printed by scripts/golden/training.py. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import torch, { nn, optim } from "..";

const STEPS = 300;
/** Sums are taken in another order than BLAS takes them, and 300 steps carry the difference on. */
const TOLERANCE = 2e-5;

const { cases: runs } = JSON.parse(
  readFileSync(new URL("../../../tests/golden/training.json", import.meta.url), "utf8"),
) as { cases: Record<string, number[]> };

type Make = (parameters: nn.Parameter[]) => optim.Optimizer;

const MAKERS: Record<string, Make> = {
  SGD: (p) => new optim.SGD(p, { lr: 0.05 }),
  "SGD with momentum": (p) =>
    new optim.SGD(p, { lr: 0.02, momentum: 0.9, nesterov: true, weight_decay: 1e-4 }),
  Adam: (p) => new optim.Adam(p, { lr: 0.01 }),
  AdamW: (p) => new optim.AdamW(p, { lr: 0.01, amsgrad: true }),
  RMSprop: (p) => new optim.RMSprop(p, { lr: 0.002 }),
  Adagrad: (p) => new optim.Adagrad(p, { lr: 0.05 }),
};

function train(make: Make): number[] {
  torch.manual_seed(0);
  const x = torch.randn(64, 4);
  const target = x.select(1, 0).mul(x.select(1, 1)).gt(0).long();
  const model = new nn.Sequential(
    new nn.Linear(4, 16),
    new nn.Tanh(),
    new nn.Linear(16, 16),
    new nn.ReLU(),
    new nn.Linear(16, 2),
  );
  const optimizer = make(model.parameters());
  const losses: number[] = [];
  for (let step = 0; step < STEPS; step++) {
    optimizer.zero_grad();
    const loss = nn.functional.cross_entropy(model(x), target);
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
  }
  return [...losses.filter((_, i) => i % 10 === 0), losses.at(-1)!];
}

describe("300 steps of training follow PyTorch's losses", () => {
  it.each(Object.keys(runs))("%s", (name) => {
    const owed = runs[name]!;
    const apart = train(MAKERS[name]!).map((loss, i) => Math.abs(loss - owed[i]!) / owed[i]!);
    expect(Math.max(...apart)).toBeLessThan(TOLERANCE);
  });
});
