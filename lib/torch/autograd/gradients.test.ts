/** Every differentiable operation against finite differences, in float64. */
import { describe, expect, it } from "vitest";
import torch, { nn, type Tensor } from "..";
import { type Differentiable, gradientError } from "../testing/gradcheck";

const F = nn.functional;

function drawn(seed: number, shapes: readonly (readonly number[])[]): Tensor[] {
  torch.manual_seed(seed);
  return shapes.map((shape) =>
    torch
      .rand([...shape], { dtype: torch.float64 })
      .mul(1.4)
      .add(0.3),
  );
}

const M = [[3, 4]];
const PAIR = [
  [3, 4],
  [3, 4],
];
const picks = torch.tensor([[0, 2, 2]]);

const CASES: [string, readonly (readonly number[])[], Differentiable][] = [
  ["add with alpha, broadcast", [[3, 1], [4]], (a, b) => a!.add(b!, { alpha: 0.5 })],
  [
    "sub, broadcast",
    [
      [3, 1],
      [2, 1, 4],
    ],
    (a, b) => a!.sub(b!),
  ],
  ["mul, broadcast to a scalar", [[3, 4], []], (a, b) => a!.mul(b!)],
  ["div", PAIR, (a, b) => a!.div(b!)],
  ["a number divided by a tensor", M, (a) => torch.div(2, a!)],
  ["pow of two tensors", PAIR, (a, b) => a!.pow(b!)],
  ["pow with a plain exponent", M, (a) => a!.pow(2.5)],
  ["pow with a plain base", M, (a) => torch.pow(1.7, a!)],
  ["remainder", PAIR, (a, b) => a!.mul(3).remainder(b!)],
  ["maximum and minimum", PAIR, (a, b) => a!.maximum(b!).mul(a!.minimum(b!).add(1))],
  ["clamp", M, (a) => a!.clamp(0.6, 1.2)],
  ...(
    ["neg", "abs", "square", "sign", "relu", "floor", "sqrt", "rsqrt", "reciprocal", "exp", "expm1"] as const
  ).map((name): [string, readonly (readonly number[])[], Differentiable] => [name, M, (a) => a![name]()]),
  ...(["log", "log1p", "log2", "log10", "sin", "cos", "tan", "tanh", "sigmoid"] as const).map(
    (name): [string, readonly (readonly number[])[], Differentiable] => [name, M, (a) => a![name]()],
  ),
  ["sum over all, over one, over several", [[2, 3, 4]], (a) => a!.sum([0, 2]).mul(a!.sum(1, true).sum())],
  ["mean", [[2, 3, 4]], (a) => a!.mean(-1).mul(a!.mean())],
  [
    "var and std",
    [[2, 3, 4]],
    (a) => a!.var(1).mul(a!.std({ dim: [0], keepdim: true, unbiased: false }).sum()),
  ],
  ["var of all", M, (a) => a!.var().mul(a!.std())],
  ["norms", M, (a) => a!.norm().add(a!.norm(1, 0)).add(a!.norm(3, 1).sum()).add(a!.norm(1.5))],
  [
    "norms that are extremes",
    M,
    (a) => a!.norm(Number.POSITIVE_INFINITY, 1).mul(a!.norm(Number.NEGATIVE_INFINITY)),
  ],
  ["max and min of all", M, (a) => a!.max().mul(a!.min())],
  ["max and min along a dimension", M, (a) => a!.max(0).values.mul(a!.min(1, true).values)],
  [
    "mm",
    [
      [3, 4],
      [4, 2],
    ],
    (a, b) => a!.mm(b!),
  ],
  [
    "mm of a transpose",
    [
      [3, 4],
      [2, 4],
    ],
    (a, b) => a!.mm(b!.t()),
  ],
  ["mv and dot", [[3, 4], [4]], (a, b) => a!.mv(b!).mul(b!.dot(b!))],
  ["vector times matrix", [[3], [3, 4]], (a, b) => a!.matmul(b!)],
  [
    "a batch times a matrix",
    [
      [2, 3, 4],
      [4, 2],
    ],
    (a, b) => a!.matmul(b!),
  ],
  ["a batch times a vector", [[2, 3, 4], [4]], (a, b) => a!.matmul(b!)],
  ["a vector times a batch", [[3], [2, 3, 4]], (a, b) => a!.matmul(b!)],
  [
    "batches that broadcast",
    [
      [2, 1, 3, 4],
      [5, 4, 2],
    ],
    (a, b) => a!.matmul(b!),
  ],
  [
    "a matrix times a batch",
    [
      [3, 4],
      [5, 4, 2],
    ],
    (a, b) => a!.matmul(b!),
  ],
  ["linear", [[5, 3], [2, 3], [2]], (x, w, b) => F.linear(x!, w!, b!)],
  [
    "linear of a vector and of a batch",
    [[3], [2, 3], [2]],
    (x, w, b) => F.linear(x!.expand(2, 2, 3), w!, b!).add(F.linear(x!, w!, b!)),
  ],
  [
    "views",
    [[2, 3, 4]],
    (a) => a!.view(6, 4).t().reshape(2, -1).squeeze().unsqueeze(1).permute(1, 2, 0).transpose(0, 1),
  ],
  [
    "select, narrow, slices",
    [[2, 3, 4]],
    (a) =>
      a!
        .select(1, -1)
        .mul(a!.narrow(2, 1, 2).at(0, 0, 1))
        .add(a!.at("...", torch.slice(0, 4, 3)).sum()),
  ],
  ["expand and contiguous", [[3, 1]], (a) => a!.expand(2, 3, 4).contiguous().flatten()],
  ["index tensors, one place twice", M, (a) => a!.at(picks).mul(a!.at(torch.slice(), [1, 1]).sum())],
  ["masks", M, (a) => a!.at(a!.gt(0.9))],
  [
    "cat and stack",
    PAIR,
    (a, b) =>
      torch
        .cat([a!, b!, a!], 1)
        .sum(1)
        .mul(torch.stack([a!, b!], 1).sum(2).sum(1)),
  ],
  ["where", PAIR, (a, b) => torch.where(a!.gt(b!), a!, 3).mul(torch.where(a!.lt(1), 0, b!))],
  ["clone, to, a diamond", M, (a) => a!.clone().double().mul(a!).add(a!.mul(a!))],
  ["in place: arithmetic", PAIR, (a, b) => a!.clone().mul_(b!).add_(b!, { alpha: 2 }).div_(a!).sub_(1)],
  [
    "in place: functions",
    M,
    (a) => a!.clone().exp_().mul(1).log1p_().sqrt_().mul(1).tanh_().mul(1).pow_(2).clamp_(0, 0.4),
  ],
  ["in place: what keeps its result", M, (a) => a!.mul(2).sigmoid_().mul(1).relu_().mul(1).reciprocal_()],
  [
    "in place on a view",
    PAIR,
    (a, b) => {
      const y = a!.clone();
      y.at(0).mul_(b!.at(1));
      y.t().at(2).copy_(b!.at(0).sum().expand(3));
      return y.mul(y);
    },
  ],
  [
    "a view after its base was written to",
    PAIR,
    (a, b) => {
      const y = a!.mul(1);
      const row = y.at(1);
      y.mul_(b!);
      return row.mul(row).add(y.sum());
    },
  ],
  [
    "assignment",
    PAIR,
    (a, b) => {
      const y = a!
        .clone()
        .set([0, torch.slice(0, 2)], 2)
        .set([torch.tensor([1, 2]), 0], b!.at(0, torch.slice(0, 2)));
      y.set(b!.gt(1), 0);
      return y.mul(y);
    },
  ],
  [
    "assignment into zeros",
    M,
    (a) => torch.zeros(3, 4, { dtype: torch.float64 }).set(1, a!.at(0)).set(2, a!.at(0).mul(2)),
  ],
  [
    "fill and zero",
    M,
    (a) => {
      const y = a!.mul(2);
      y.at(0).fill_(a!.sum());
      y.at(1).zero_();
      return y;
    },
  ],
];

describe("gradients agree with finite differences", () => {
  it.each(CASES)("%s", (_, shapes, f) => {
    for (const seed of [1, 2]) expect(gradientError(f, drawn(seed, shapes))).toBeLessThan(2e-7);
  });

  it.each(CASES.filter(([name]) => !/floor|sign|remainder/.test(name)))(
    "of gradients too: %s",
    (_, shapes, f) => {
      const slope: Differentiable = (...inputs) => {
        const leaves = inputs.map((x) => (x.requires_grad ? x.mul(1) : x.clone().requires_grad_()));
        const grads = torch.autograd.grad(
          f(...leaves)
            .pow(2)
            .sum(),
          leaves,
          {
            create_graph: true,
            allow_unused: true,
          },
        );
        return torch.cat(grads.map((grad, i) => (grad ?? leaves[i]!.mul(0)).reshape(-1)));
      };
      const enabled: Differentiable = (...inputs) => torch.enable_grad(() => slope(...inputs));
      expect(gradientError(enabled, drawn(3, shapes))).toBeLessThan(1e-5);
    },
  );
});
