/** What is wanted of one build on one work: so many times native's speed, so many GFLOP/s, or at most so many milliseconds. */
export type Wanted = { times: number } | { gigaflops: number } | { milliseconds: number };

export type Work = {
  /** As every contender knows it: a kind and its sizes. */
  name: string;
  what: string;
  /** Values drawn, or operations on floats: the unit follows from which. */
  values?: number;
  flop?: number;
  wanted?: { relaxed: Wanted; simd: Wanted };
};

const MILLION = 1_000_000;

function both(wanted: Wanted) {
  return { relaxed: wanted, simd: wanted };
}

function product(kind: "matmul" | "transposed", [m, k, n]: readonly [number, number, number]): Work {
  const size = m === k && k === n ? `${m}³` : `${m}×${k}×${n}`;
  return {
    name: `${kind} ${m} ${k} ${n}`,
    what: kind === "matmul" ? `matmul ${size}` : `matmul ${size}, right one transposed`,
    flop: 2 * m * k * n,
  };
}

function draws(kind: string, what: string, values = MILLION): Work {
  return { name: `${kind} ${values}`, what, values };
}

const fast = both({ gigaflops: 18 });

/** The rows of the table, in its order; the bounds are those of the issue that set them. */
export const WORKS: readonly Work[] = [
  {
    ...draws("uniform", "10⁶ uniforms into a tensor"),
    wanted: { relaxed: { times: 3 }, simd: { times: 2.2 } },
  },
  draws("rand", "10⁶ uniforms in a new tensor"),
  {
    ...draws("normal", "10⁶ normals into a tensor"),
    wanted: { relaxed: { times: 1.5 }, simd: { times: 1.2 } },
  },
  draws("randn", "10⁶ normals in a new tensor"),
  { ...product("matmul", [512, 512, 512]), wanted: fast },
  product("transposed", [512, 512, 512]),
  { ...product("matmul", [64, 1024, 1024]), wanted: fast },
  { name: "step", what: "SGD step, 10-layer ReLU MLP of 256, batch 128", wanted: both({ milliseconds: 32 }) },
  { name: "layers", what: "50 × Linear(512, 512), batch 256, std", wanted: both({ milliseconds: 420 }) },
  { name: "spread 4096", what: "uniform_(-1, 1) of 4096²", values: 4096 ** 2 },
  { name: "kaiming 4096", what: "kaiming_uniform_ of 4096²", values: 4096 ** 2 },
];

/** How a cost grows: fills from 10² to 10⁸ values, products from 32³ to 1024³. */
export const GROWTH: readonly Work[] = [
  ...[2, 3, 4, 5, 6, 7, 8].flatMap((power) => [
    draws("uniform", `10^${power} uniforms`, 10 ** power),
    draws("normal", `10^${power} normals`, 10 ** power),
  ]),
  ...[32, 64, 128, 256, 512, 1024].map((n) => product("matmul", [n, n, n])),
];

export type Unit = "ns" | "GFLOP/s" | "ms";

/** The unit in which a work is shown. */
export function unitOf({ values, flop }: Work): Unit {
  if (values !== undefined) return "ns";
  return flop === undefined ? "ms" : "GFLOP/s";
}

/** Milliseconds of one run in that unit. */
export function toUnit({ values, flop }: Work, milliseconds: number): number {
  if (values !== undefined) return (milliseconds * 1e6) / values;
  return flop === undefined ? milliseconds : flop / milliseconds / 1e6;
}
