/**
 * The derivative of every function of the table against central finite differences, in float64, at points that fast-check
 * draws: a failure prints the seed and the point. Derivatives of derivatives too, where PyTorch has them.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import torch, { type Tensor } from "..";
import { type Differentiable, gradientError } from "../testing/gradcheck";

const SEED = 20;
const RUNS = 4;

type Case = {
  readonly f: Differentiable;
  /** How many operands, and from which stretch their values are drawn. */
  readonly operands: number;
  readonly from: readonly [low: number, high: number];
  /** Whether the second derivative is 0 or unknown, and so not worth a test. */
  readonly once?: boolean;
};

const one = (name: keyof Tensor & string, low: number, high: number, ...args: unknown[]): [string, Case] => [
  `${name}(${args.map(String)})`,
  { f: (x) => call(x!, name, args), operands: 1, from: [low, high] },
];
const two = (name: keyof Tensor & string, low: number, high: number): [string, Case] => [
  name,
  { f: (x, y) => call(x!, name, [y]), operands: 2, from: [low, high] },
];
const values = (name: keyof Tensor & string, ...args: unknown[]): [string, Case] => [
  `${name}(${args.map(String)}).values`,
  {
    f: (x) => (call(x!, name, args) as unknown as { values: Tensor }).values,
    operands: 1,
    from: [-3, 3],
  },
];

function call(x: Tensor, name: keyof Tensor & string, args: unknown[]): Tensor {
  return (x[name] as (...args: unknown[]) => Tensor).apply(x, args);
}

const CASES: [string, Case][] = [
  one("acos", -0.9, 0.9),
  one("acosh", 1.2, 5),
  one("asin", -0.9, 0.9),
  one("asinh", -3, 3),
  one("atan", -3, 3),
  one("atanh", -0.9, 0.9),
  one("cosh", -3, 3),
  one("sinh", -3, 3),
  one("sinc", 0.1, 3),
  one("exp2", -3, 3),
  one("i0", -3, 3),
  one("logit", 0.1, 0.9),
  one("logit", 0, 1, 0.2),
  one("deg2rad", -3, 3),
  one("rad2deg", -0.1, 0.1),
  one("frac", 0.1, 0.9),
  one("nan_to_num", -3, 3),
  one("clamp", -3, 3, -1, 1.5),
  one("clamp_min", -3, 3, 0.5),
  one("fmod", 0.1, 3, 1.3),
  one("copysign", 0.1, 3, -2),
  one("float_power", 0.5, 3, 1.7),
  one("cumsum", -3, 3, 1),
  one("cumprod", 0.5, 2, 0),
  one("logcumsumexp", -3, 3, 1),
  one("prod", 0.5, 2),
  one("prod", 0.5, 2, 1, true),
  one("amax", -3, 3, 1),
  one("amin", -3, 3, [0, 1]),
  one("nansum", -3, 3, 0),
  one("nanmean", -3, 3, 1),
  one("median", -3, 3),
  one("msort", -3, 3),
  one("diff", -3, 3, 2, 1),
  one("quantile", -3, 3, 0.3),
  one("quantile", -3, 3, 0.6, 1, true),
  one("nanquantile", -3, 3, 0.6, 0),
  one("renorm", 0.5, 3, 2, 0, 1),
  one("cov", -3, 3),
  one("corrcoef", -3, 3),
  one("softmax", -3, 3, 1),
  one("log_softmax", -3, 3, 0),
  one("logsumexp", -3, 3, [0, 1]),
  one("std", -3, 3, 1),
  one("norm", 0.5, 3, 3, 1),
  values("sort", 1, true),
  values("topk", 2, 0),
  values("kthvalue", 2),
  values("median", 1),
  values("nanmedian", 0),
  values("mode", 1),
  values("cummax", 1),
  values("cummin", 0),
  two("atan2", 0.3, 3),
  two("hypot", 0.3, 3),
  two("xlogy", 0.3, 3),
  two("logaddexp", -3, 3),
  two("logaddexp2", -3, 3),
  two("fmax", -3, 3),
  two("fmin", -3, 3),
  two("clamp", -3, 3),
  two("clamp_max", -3, 3),
  two("ldexp", 0.3, 2),
  two("float_power", 0.5, 2),
  two("dist", -3, 3),
  ["copysign", { f: (x, y) => x!.copysign(y!), operands: 2, from: [0.3, 3], once: true }],
  ["lerp", { f: (x, y) => x!.lerp(y!, 0.3), operands: 2, from: [-3, 3] }],
  ["lerp by weights", { f: (x, y, w) => x!.lerp(y!, w!), operands: 3, from: [0.55, 3] }],
  ["addcmul", { f: (x, y, z) => x!.addcmul(y!, z!, { value: 0.7 }), operands: 3, from: [-3, 3] }],
  ["addcdiv", { f: (x, y, z) => x!.addcdiv(y!, z!, { value: 0.7 }), operands: 3, from: [0.5, 3] }],
  ["clamp between", { f: (x, y, z) => x!.clamp(y!, z!), operands: 3, from: [-3, 3] }],
  ["std_mean", { f: (x) => torch.std_mean(x!, 1).reduce((a, b) => a.mul(b)), operands: 1, from: [-3, 3] }],
  ["frexp", { f: (x) => x!.frexp().mantissa, operands: 1, from: [2.1, 3.9], once: true }],
  [
    "in place",
    {
      f: (x, y) => x!.clone().sinh_().mul(1).atan2_(y!).mul(1).lerp_(y!, 0.3).mul(1).clamp_min_(0.4),
      operands: 2,
      from: [0.5, 1.5],
    },
  ],
  ["lgamma", { f: (x) => x!.lgamma(), operands: 1, from: [0.5, 9] }],
  ["digamma", { f: (x) => x!.digamma(), operands: 1, from: [0.5, 9] }],
  ["polygamma", { f: (x) => x!.polygamma(2), operands: 1, from: [0.5, 9] }],
];

/** Operands of one shape, drawn from the engine's own generator. */
function draw({ operands, from: [low, high] }: Case, seed: number): Tensor[] {
  torch.manual_seed(seed);
  return Array.from({ length: operands }, () =>
    torch
      .rand([3, 4], { dtype: torch.float64 })
      .mul(high - low)
      .add(low),
  );
}

/** The gradient of `f` as a function of the same operands. */
function slopeOf(f: Differentiable): Differentiable {
  return (...inputs) =>
    torch.enable_grad(() => {
      const leaves = inputs.map((x) => (x.requires_grad ? x.mul(1) : x.clone().requires_grad_()));
      const loss = f(...leaves)
        .pow(2)
        .sum();
      const grads = torch.autograd.grad(loss, leaves, { create_graph: true, allow_unused: true });
      return torch.cat(grads.map((grad, i) => (grad ?? leaves[i]!.mul(0)).reshape(-1)));
    });
}

describe("derivatives agree with finite differences", () => {
  it.each(CASES)("%s", (_, spec) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(gradientError(spec.f, draw(spec, seed))).toBeLessThan(1e-6);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it.each(CASES.filter(([, { once }]) => !once))("and so do theirs: %s", (_, spec) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(gradientError(slopeOf(spec.f), draw(spec, seed))).toBeLessThan(2e-5);
      }),
      { seed: SEED, numRuns: 1 },
    );
  });

  it("products, running products and their gradients allow for zeros", () => {
    const withZeros = (seed: number) => {
      const [x] = draw({ f: (y) => y!, operands: 1, from: [0.5, 2] }, seed);
      return x!.set([0, 1], 0).set([2, 1], 0).set([1, 3], 0);
    };
    for (const f of [
      (x: Tensor) => x.prod(),
      (x: Tensor) => x.prod(1),
      (x: Tensor) => x.prod(0, true),
      (x: Tensor) => x.cumprod(1),
      (x: Tensor) => x.cumprod(0),
    ]) {
      expect(gradientError((x) => f(x!), [withZeros(1)])).toBeLessThan(1e-6);
    }
  });
});
