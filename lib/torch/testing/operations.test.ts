/**
 * Laws that hold for any operands: how operations broadcast, how they treat layout, and that the forms of one operation
 * agree. Shapes and values are drawn by fast-check, which prints seed and counterexample when a law fails.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import torch, { Tensor } from "..";

const SETTINGS = { seed: 11, numRuns: 60 };
type Method = keyof Tensor & string;

/** Two shapes that broadcast: sizes of a common shape, each kept, set to 1, or (in front) left out. */
const shapes = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }), fc.infiniteStream(fc.boolean()))
  .map(([common, stream]) => {
    const flips = () => stream.next().value === true;
    const side = (): number[] => {
      const sizes = common.map((size) => (flips() ? size : 1));
      return flips() ? sizes.slice(Math.min(1, sizes.length)) : sizes;
    };
    const a = side();
    const b = side();
    return { a, b };
  });

const DTYPES = [torch.float32, torch.float64, torch.int64, torch.bool] as const;
const dtype = fc.constantFrom(...DTYPES);

function fill(shape: readonly number[], kind: (typeof DTYPES)[number], seed: number): Tensor {
  torch.manual_seed(seed);
  if (kind === torch.bool) return torch.rand([...shape]).gt(0.5);
  if (kind === torch.int64) return torch.randint(-9, 10, [...shape]);
  return torch.randn([...shape], { dtype: kind }).mul(2);
}

function call(x: Tensor, name: Method, ...args: unknown[]): unknown {
  return (x[name] as (...args: unknown[]) => unknown).apply(x, args);
}

/** The value, or the sentence of the error, so that failures are compared too. */
function outcome(body: () => unknown): string {
  try {
    const value = body();
    if (value instanceof Tensor)
      return `${value.dtype} [${value.shape}] ${Array.from(value.toTypedArray() as ArrayLike<unknown>, (v) => (Object.is(v, -0) ? "-0" : String(v)))}`;
    if (typeof value === "object" && value !== null && Symbol.iterator in value)
      return [...(value as Iterable<Tensor>)].map((part) => outcome(() => part)).join("; ");
    return String(value);
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message.replace(/^[\w.]+: /, "")}`;
  }
}

const BINARY: readonly Method[] = [
  ...(["add", "sub", "mul", "div", "remainder", "maximum", "minimum"] as const),
  ...(["eq", "ne", "lt", "le", "gt", "ge", "logical_and", "logical_or", "logical_xor"] as const),
  ...(["atan2", "fmod", "fmax", "fmin", "hypot", "copysign", "xlogy", "logaddexp", "logaddexp2"] as const),
  ...(["nextafter", "bitwise_and", "bitwise_or", "bitwise_xor", "gcd", "lcm", "float_power"] as const),
];
const COMMUTATIVE = new Set<Method>([
  ...(["add", "mul", "maximum", "minimum", "eq", "ne", "logical_and", "logical_or", "logical_xor"] as const),
  ...([
    "fmax",
    "fmin",
    "hypot",
    "logaddexp",
    "logaddexp2",
    "bitwise_and",
    "bitwise_or",
    "bitwise_xor",
  ] as const),
  ...(["gcd", "lcm"] as const),
]);

function commonShape(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, d) =>
    Math.max(a[a.length - rank + d] ?? 1, b[b.length - rank + d] ?? 1),
  );
}

describe("two operands", () => {
  it.each(BINARY)("%s broadcasts as if both were expanded first", (name) => {
    fc.assert(
      fc.property(shapes, dtype, dtype, fc.nat(), ({ a, b }, first, second, seed) => {
        const x = fill(a, first, seed);
        const y = fill(b, second, seed + 1);
        const shape = commonShape(a, b);
        // A tensor without dimensions takes less part in promotion, and expanding one gives it some.
        fc.pre(a.length > 0 === b.length > 0);
        const spread = (t: Tensor) => t.expand(shape).contiguous();
        const result = outcome(() => call(x, name, y));
        if (!result.includes("Error")) expect(result).toContain(`[${shape}]`);
        expect(result).toBe(outcome(() => call(spread(x), name, spread(y))));
      }),
      SETTINGS,
    );
  });

  it.each(BINARY.filter((name) => COMMUTATIVE.has(name)))("%s does not mind their order", (name) => {
    fc.assert(
      fc.property(shapes, dtype, dtype, fc.nat(), ({ a, b }, first, second, seed) => {
        const x = fill(a, first, seed);
        const y = fill(b, second, seed + 1);
        expect(outcome(() => call(x, name, y))).toBe(outcome(() => call(y, name, x)));
      }),
      SETTINGS,
    );
  });

  it.each(BINARY.filter((name) => `${name}_` in Tensor.prototype))("%s_ writes what %s gives", (name) => {
    fc.assert(
      fc.property(shapes, dtype, fc.nat(), ({ a, b }, kind, seed) => {
        const y = fill(b, kind, seed + 1).expand(commonShape(a, b));
        const x = fill(commonShape(a, b), kind, seed);
        const before = x.clone();
        const result = outcome(() => {
          const made = call(before, name, y);
          return made instanceof Tensor ? made.to(kind) : made;
        });
        const inPlace = outcome(() => call(x, `${name}_` as Method, y));
        if (inPlace.includes("can't be cast") || inPlace.includes("requires dtype")) return;
        expect(inPlace).toBe(result);
      }),
      SETTINGS,
    );
  });
});

const ALONG: readonly [Method, ...unknown[]][] = [
  ["sum"],
  ["mean"],
  ["prod"],
  ["std"],
  ["norm", 3],
  ["amax"],
  ["amin"],
  ["max"],
  ["min"],
  ["argmax"],
  ["any"],
  ["all"],
  ["nansum"],
  ["count_nonzero"],
  ["logsumexp"],
  ["softmax"],
  ["log_softmax"],
  ["cumsum"],
  ["cumprod"],
  ["cummax"],
  ["cummin"],
  ["logcumsumexp"],
  ["sort"],
  ["argsort"],
  ["median"],
  ["mode"],
  ["quantile", 0.4],
  ["topk", 1],
  ["kthvalue", 1],
  ["unique"],
];

describe("along a dimension", () => {
  const shape = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });

  it.each(ALONG)("%s sees the values, not how they lie in memory", (name, ...args) => {
    fc.assert(
      fc.property(shape, dtype, fc.nat(), fc.nat(), (sizes, kind, place, seed) => {
        const x = fill(sizes, kind, seed);
        const order = x.shape.map((_, d) => (d + 1) % x.ndim);
        const turned = x.permute(order);
        const dim = name === "unique" ? { dim: place % x.ndim } : place % x.ndim;
        const own = outcome(() => call(turned, name, ...args, dim));
        expect(own).toBe(outcome(() => call(turned.contiguous(), name, ...args, dim)));
        const fromEnd = name === "unique" ? dim : (place % x.ndim) - x.ndim;
        expect(own).toBe(outcome(() => call(turned, name, ...args, fromEnd)));
      }),
      SETTINGS,
    );
  });

  it("sort is a permutation in order, and argsort, topk, kthvalue, median and quantile agree with it", () => {
    fc.assert(
      fc.property(shape, fc.constantFrom(torch.float32, torch.float64), fc.nat(), (sizes, kind, seed) => {
        const x = fill(sizes, kind, seed).mul(2).round();
        const { values, indices } = x.sort();
        const count = x.shape.at(-1)!;
        const last = x.ndim - 1;
        const rows = x.reshape(-1, count).tolist() as number[][];
        const places = indices.reshape(-1, count).tolist() as number[][];
        const sorted = values.reshape(-1, count).tolist() as number[][];
        rows.forEach((row, r) => {
          expect(places[r]!.map((place) => row[place])).toEqual(sorted[r]);
          expect([...places[r]!].sort((i, j) => i - j)).toEqual([...row.keys()]);
          places[r]!.slice(1).forEach((place, k) => {
            const before = places[r]![k]!;
            expect(row[before]! < row[place]! || (row[before] === row[place] && before < place)).toBe(true);
          });
        });
        const at = (k: number) => values.select(last, k);
        for (let k = 1; k <= count; k++) expect(torch.equal(x.kthvalue(k).values, at(k - 1))).toBe(true);
        expect(torch.equal(x.median(last).values, at((count - 1) >> 1))).toBe(true);
        expect(torch.equal(x.topk(count, last, false).values, values)).toBe(true);
        expect(torch.equal(x.quantile(0, last), at(0))).toBe(true);
        expect(torch.equal(x.quantile(1, last), at(count - 1))).toBe(true);
        expect(torch.equal(x.argsort(), indices)).toBe(true);
      }),
      SETTINGS,
    );
  });

  it("the last running value is the whole", () => {
    fc.assert(
      fc.property(shape, dtype, fc.nat(), (sizes, kind, seed) => {
        const x = fill(sizes, kind, seed);
        const end = (t: Tensor) => t.select(0, -1);
        const near = (a: Tensor, b: Tensor) =>
          expect(torch.allclose(a, b, { rtol: 1e-4, atol: 1e-5 })).toBe(true);
        near(end(x.cumsum(0)), x.sum(0));
        near(end(x.cumprod(0)), x.prod(0));
        expect(torch.equal(end(x.cummax(0).values), x.amax(0))).toBe(true);
        expect(torch.equal(end(x.cummin(0).values), x.amin(0))).toBe(true);
        if (kind.is_floating_point) near(end(x.logcumsumexp(0)), x.logsumexp(0));
      }),
      SETTINGS,
    );
  });

  it("unique, bincount and histogram count every value once", () => {
    fc.assert(
      fc.property(shape, fc.nat(), (sizes, seed) => {
        const x = fill(sizes, torch.int64, seed);
        const [values, inverse, counts] = x.unique(true, true, true);
        expect(counts!.sum().item()).toBe(x.numel());
        expect(torch.equal(values!.at(inverse!.reshape(-1)), x.reshape(-1))).toBe(true);
        const shifted = x.reshape(-1).add(9);
        expect(shifted.bincount(null, 19).sum().item()).toBe(x.numel());
        expect(x.float().histogram(5).hist.sum().item()).toBe(x.numel());
      }),
      SETTINGS,
    );
  });
});
