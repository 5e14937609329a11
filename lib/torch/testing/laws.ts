/** The laws that laws.test.ts holds the draws to: for each a draw, what it promises, and a law that must be told apart. */
import torch, { nn, type Tensor } from "..";
import { erf } from "../kernels";

const { sqrt, PI } = Math;
const N = 2 ** 21;
const [OUT, IN] = [1024, 2048];

type Cdf = (x: number) => number;
type Values = ArrayLike<number | bigint>;
/** A draw and its distribution function; `wrong` is the factor on the values by which the law must be told from a wrong one. */
export type Continuous = { draw: () => Tensor | Values; cdf: Cdf; wrong?: number };
/** Cell k stands for the value `from + k`; the last takes all above. `wrong` is another law that must be told apart. */
export type Discrete = { count: () => number[]; law: readonly number[]; wrong: readonly number[] };

const normal =
  (mean: number, std: number): Cdf =>
  (x) =>
    (1 + erf((x - mean) / std / Math.SQRT2)) / 2;
const uniform =
  (from: number, to: number): Cdf =>
  (x) =>
    (x - from) / (to - from);
const within = (bound: number) => uniform(-bound, bound);
const truncated =
  (low: number, high: number, cdf: Cdf): Cdf =>
  (x) =>
    (cdf(x) - cdf(low)) / (cdf(high) - cdf(low));
const weight = (fill: (w: Tensor) => Tensor) => () => fill(torch.empty(OUT, IN));
const vector =
  (fill: (x: Tensor) => Tensor, dtype = torch.float32) =>
  () =>
    fill(torch.empty(N, { dtype }));

function withoutZeros(tensor: Tensor): Values {
  return Array.from(tensor.toTypedArray(), Number).filter((value) => value !== 0);
}

/** One entry each of many orthogonal matrices, since those of one matrix depend on each other. */
function orthogonalEntries(shape: [number, number], at: [number, number]): Tensor {
  const w = torch.empty(shape);
  return torch.tensor(
    Array.from({ length: 20000 }, () =>
      nn.init
        .orthogonal_(w)
        .at(...at)
        .item(),
    ),
  );
}

const FROM_3D: Cdf = uniform(-1, 1);
const FROM_4D: Cdf = (x) => 0.5 + (x * sqrt(1 - x * x) + Math.asin(x)) / PI;

const { init } = nn;
/** Every continuous law, by what draws it. */
export const CONTINUOUS: Record<string, Continuous> = {
  "init.uniform_": { draw: weight((w) => init.uniform_(w, -0.5, 0.25)), cdf: uniform(-0.5, 0.25) },
  "init.normal_": { draw: weight((w) => init.normal_(w, 0.01, 0.02)), cdf: normal(0.01, 0.02) },
  "init.trunc_normal_": {
    draw: weight((w) => init.trunc_normal_(w, 0, 0.02, -0.04, 0.04)),
    cdf: truncated(-0.04, 0.04, normal(0, 0.02)),
  },
  "init.trunc_normal_, one side": {
    draw: weight((w) => init.trunc_normal_(w, 1, 2, 0.5, 9)),
    cdf: truncated(0.5, 9, normal(1, 2)),
  },
  "init.xavier_uniform_": {
    draw: weight((w) => init.xavier_uniform_(w, 5 / 3)),
    cdf: within((5 / 3) * sqrt(6 / (IN + OUT))),
  },
  "init.xavier_normal_": {
    draw: weight((w) => init.xavier_normal_(w)),
    cdf: normal(0, sqrt(2 / (IN + OUT))),
  },
  "init.kaiming_uniform_, a = √5": {
    draw: weight((w) => init.kaiming_uniform_(w, sqrt(5))),
    cdf: within(1 / sqrt(IN)),
  },
  "init.kaiming_uniform_, fan_out": {
    draw: weight((w) => init.kaiming_uniform_(w, { mode: "fan_out", nonlinearity: "relu" })),
    cdf: within(sqrt(6 / OUT)),
  },
  "init.kaiming_normal_": {
    draw: weight((w) => init.kaiming_normal_(w, { nonlinearity: "relu" })),
    cdf: normal(0, sqrt(2 / IN)),
  },
  "init.kaiming_normal_ of a convolution, fan_out": {
    draw: () => init.kaiming_normal_(torch.empty(512, 512, 2, 4), { mode: "fan_out" }),
    cdf: normal(0, sqrt(2 / (512 * 8))),
  },
  "init.lecun_uniform_": { draw: weight((w) => init.lecun_uniform_(w)), cdf: within(sqrt(3 / IN)) },
  "init.lecun_normal_": { draw: weight((w) => init.lecun_normal_(w)), cdf: normal(0, 1 / sqrt(IN)) },
  "init.orthogonal_, first entry of 3×3": {
    draw: () => orthogonalEntries([3, 3], [0, 0]),
    cdf: FROM_3D,
    wrong: 1.15,
  },
  "init.orthogonal_, last entry of 3×3": {
    draw: () => orthogonalEntries([3, 3], [2, 2]),
    cdf: FROM_3D,
    wrong: 1.15,
  },
  "init.orthogonal_, an entry of 4×2": {
    draw: () => orthogonalEntries([4, 2], [1, 1]),
    cdf: FROM_4D,
    wrong: 1.15,
  },
  "init.orthogonal_, an entry of 2×4": {
    draw: () => orthogonalEntries([2, 4], [0, 3]),
    cdf: FROM_4D,
    wrong: 1.15,
  },
  "init.sparse_, what is not 0": {
    draw: () => withoutZeros(init.sparse_(torch.empty(2048, 1280), 0.01, 0.03)),
    cdf: normal(0, 0.03),
  },
  "torch.rand": { draw: () => torch.rand(N), cdf: uniform(0, 1) },
  "torch.randn": { draw: () => torch.randn(N), cdf: normal(0, 1) },
  uniform_: { draw: vector((x) => x.uniform_(-1, 3)), cdf: uniform(-1, 3) },
  "uniform_ float64": { draw: vector((x) => x.uniform_(-1, 3), torch.float64), cdf: uniform(-1, 3) },
  "normal_ float64": { draw: vector((x) => x.normal_(2, 0.5), torch.float64), cdf: normal(2, 0.5) },
  "normal_ value by value": {
    draw: () =>
      torch
        .empty(2 * N)
        .at(torch.slice(null, null, 2))
        .normal_(),
    cdf: normal(0, 1),
  },
  "torch.normal of tensors": {
    draw: () => torch.normal(torch.full([N], 0.5), torch.full([N], 3).to(torch.float32)),
    cdf: normal(0.5, 3),
  },
  exponential_: { draw: vector((x) => x.exponential_(2.5)), cdf: (x) => -Math.expm1(-2.5 * x) },
  log_normal_: {
    draw: vector((x) => x.log_normal_(0.5, 0.75)),
    cdf: (x) => normal(0.5, 0.75)(Math.log(x)),
  },
  cauchy_: {
    draw: () => torch.empty(3 * N).cauchy_(0, 3),
    cdf: (x) => 0.5 + Math.atan(x / 3) / PI,
  },
  "random_ float32": { draw: vector((x) => x.random_()), cdf: (x) => (x + 0.5) / (2 ** 24 + 1) },
  "random_ float64": {
    draw: vector((x) => x.random_(), torch.float64),
    cdf: (x) => x / 2 ** 53,
  },
  "random_ int64": { draw: vector((x) => x.random_(), torch.int64), cdf: (x) => x / 2 ** 63 },
  // A range that does not divide 2³² is biased, in PyTorch too, by up to range/2³².
  "random_(-2**20, 2**20)": {
    draw: vector((x) => x.random_(-(2 ** 20), 2 ** 20), torch.int64),
    cdf: (x) => (x + 0.5 + 2 ** 20) / 2 ** 21,
  },
  "randint over 2⁴⁰": { draw: () => torch.randint(2 ** 40, [N]), cdf: (x) => (x + 0.5) / 2 ** 40 },
  "the first of randperm(1000)": {
    draw: () => torch.tensor(Array.from({ length: 20000 }, () => torch.randperm(1000).at(0).item())),
    cdf: (x) => (x + 0.5) / 1000,
    wrong: 1.15,
  },
  "dropout, what is kept": {
    draw: () => withoutZeros(nn.functional.dropout(torch.randn(2 * N), 0.4)),
    cdf: normal(0, 1 / 0.6),
  },
};

/** How often each value from 0 on occurs. */
function tally(values: Tensor, cells: number): number[] {
  const counts = new Array<number>(cells).fill(0);
  for (const value of values.toTypedArray()) {
    const cell = Math.min(cells - 1, Number(value));
    if (!(cell in counts)) return [Number.NaN];
    counts[cell]!++;
  }
  return counts;
}

const coin = (p: number) => [1 - p, p];
/** Cells of one probability. */
export const equal = (cells: number) => new Array<number>(cells).fill(1 / cells);
/** The same, but half of the cells a little less likely and half a little more. */
export const tilted = (cells: number, by = 0.02) =>
  equal(cells).map((p, i) => p * (1 + by * (i < cells / 2 ? -1 : 1)));

/** The probabilities of 0, 1, …, the last for all that follow. */
function tailed(cells: number, probability: (k: number) => number): number[] {
  const law = Array.from({ length: cells - 1 }, (_, k) => probability(k));
  return [...law, 1 - law.reduce((sum, p) => sum + p, 0)];
}

function poissonLaw(rate: number, cells: number): number[] {
  const logFactorial = (k: number): number => (k < 2 ? 0 : Math.log(k) + logFactorial(k - 1));
  return tailed(cells, (k) => Math.exp(k * Math.log(rate) - rate - logFactorial(k)));
}

const geometricLaw = (p: number) => tailed(40, (k) => p * (1 - p) ** k);
const WEIGHTS = [1, 2, 3, 4] as const;
const shares = (weights: readonly number[]) => {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / sum);
};
/** Ordered pairs without replacement, pair (i, j) in cell 4i + j; those of equal members cannot occur and are left out. */
const pairs = (weights: readonly number[]) => {
  const p = shares(weights);
  return p.flatMap((first, i) => p.map((second, j) => (i === j ? 0 : (first * second) / (1 - first))));
};
const possible = (cells: readonly number[]) => cells.filter((_, k) => k % 5 !== 0);

function permutationCounts(n: number, draws: number): number[] {
  const counts: Record<string, number> = {};
  for (let i = 0; i < draws; i++) {
    const key = torch.randperm(n).tolist().toString();
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return Object.values(counts);
}

/** Every discrete law, by what draws it. */
export const DISCRETE: Record<string, Discrete> = {
  bernoulli_: {
    count: () => tally(torch.empty(N).bernoulli_(0.3), 2),
    law: coin(0.3),
    wrong: coin(0.306),
  },
  "bernoulli_ of probabilities": {
    count: () => tally(torch.empty(N).bernoulli_(torch.tensor([0.7]).expand(N)), 2),
    law: coin(0.7),
    wrong: coin(0.714),
  },
  geometric_: {
    count: () => tally(torch.empty(N).geometric_(0.2).sub(1), 40),
    law: geometricLaw(0.2),
    wrong: geometricLaw(0.204),
  },
  "poisson, small rate": {
    count: () => tally(torch.poisson(torch.full([N], 4.5)), 20),
    law: poissonLaw(4.5, 20),
    wrong: poissonLaw(4.59, 20),
  },
  "poisson, large rate": {
    count: () => tally(torch.poisson(torch.full([N], 30.5)), 70),
    law: poissonLaw(30.5, 70),
    wrong: poissonLaw(31.11, 70),
  },
  "random_ bool": {
    count: () => tally(torch.empty(N, { dtype: torch.bool }).random_(), 2),
    law: coin(0.5),
    wrong: coin(0.51),
  },
  randint: { count: () => tally(torch.randint(0, 10, [N]), 10), law: equal(10), wrong: tilted(10) },
  randint_like: {
    count: () => tally(torch.randint_like(torch.empty(N), -3, 4).add(3), 7),
    law: equal(7),
    wrong: tilted(7),
  },
  "randperm, whole orders": {
    count: () => permutationCounts(4, 120000),
    law: equal(24),
    wrong: tilted(24, 0.05),
  },
  "multinomial with replacement": {
    count: () => tally(torch.tensor([...WEIGHTS], { dtype: torch.float32 }).multinomial(N, true), 4),
    law: shares(WEIGHTS),
    wrong: shares([1.05, 2, 3, 4]),
  },
  "multinomial without replacement": {
    count: () => {
      const rows = torch.tensor([...WEIGHTS], { dtype: torch.float32 }).expand(N / 4, 4);
      const drawn = rows.multinomial(2);
      return possible(tally(drawn.select(1, 0).mul(4).add(drawn.select(1, 1)), 16));
    },
    law: possible(pairs(WEIGHTS)),
    wrong: possible(pairs([1.1, 2, 3, 4])),
  },
  dropout: {
    count: () => tally(nn.functional.dropout(torch.ones(N), 0.3).eq(0), 2),
    law: coin(0.3),
    wrong: coin(0.306),
  },
  "dropout2d, whole channels": {
    count: () => tally(nn.functional.dropout2d(torch.ones(N / 2, 2, 1, 1), 0.3).eq(0), 2),
    law: coin(0.3),
    wrong: coin(0.306),
  },
  alpha_dropout: {
    count: () => tally(nn.functional.alpha_dropout(torch.zeros(N), 0.3, true).lt(0), 2),
    law: coin(0.3),
    wrong: coin(0.306),
  },
};
