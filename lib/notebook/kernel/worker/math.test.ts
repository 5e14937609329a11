import { describe, expect, it } from "vitest";
import golden from "@/tests/golden/math.json";
import { pinMath } from "./math";

const UNARY = [
  "acos",
  "acosh",
  "asin",
  "asinh",
  "atan",
  "atanh",
  "cbrt",
  "cos",
  "cosh",
  "exp",
  "expm1",
  "log",
  "log1p",
  "log2",
  "log10",
  "sin",
  "sinh",
  "tan",
  "tanh",
] as const;
const BINARY = ["atan2", "pow", "hypot"] as const;

const CHECKSUMS = {
  acos: "ede962f511a10e81",
  acosh: "d7631d75bcef51fb",
  asin: "7780f9dfcadf6774",
  asinh: "ab719cf9107add2a",
  atan: "8d130af82cc8730a",
  atanh: "180c5093b1a908dc",
  cbrt: "88a792fd40a3ec4f",
  cos: "ea26d9b1f058829c",
  cosh: "58a49daf5a3a5b16",
  exp: "88da2cbd6b6f138d",
  expm1: "694afba7342112ab",
  log: "57efb5b1dde0370a",
  log1p: "ee9cb03aae6f4e1a",
  log2: "d2db1b955a38e2df",
  log10: "4b4dc889ee6783e2",
  sin: "11baa89a220f7b96",
  sinh: "c01e1f75fd824558",
  tan: "250ab8755ba35385",
  tanh: "6d85f2f34266c94c",
  atan2: "851652d5c5d8ef4a",
  pow: "695e9638f6af80db",
  hypot: "9e41ff8dcea5b59e",
};

/** Where ECMAScript fixes a result, or where ports are known to slip. */
const EDGES = [
  [0, 5e-324, 1e-300, 1e-10, 0.1, 0.5, 1, 2, 3, 8, 22, 27, 100, 709.5, 710, 745.2, 1024, 1075, 1e22, 1e300],
  [
    1 - 2 ** -53,
    1 + 2 ** -52,
    Math.PI / 4,
    2 ** 31,
    2 ** 53,
    2 ** 53 + 2,
    Number.MAX_VALUE,
    Number.POSITIVE_INFINITY,
  ],
  [Number.NaN],
]
  .flat()
  .flatMap((value) => [value, -value]);

function copyOfMath(): Math {
  return Object.defineProperties({}, Object.getOwnPropertyDescriptors(Math)) as Math;
}

function pinnedMath(): Math {
  const target = copyOfMath();
  pinMath(target);
  return target;
}

/** How many doubles lie between two, or Infinity where one is zero, infinite or NaN and the other isn't the same. */
function ulpsApart(a: number, b: number): number {
  // The last of the subnormals may be lost.
  if (Object.is(a, b) || Math.abs(a) + Math.abs(b) === Number.MIN_VALUE) return 0;
  if (!Number.isFinite(a) || !Number.isFinite(b) || Math.sign(a) !== Math.sign(b) || a === 0)
    return Number.POSITIVE_INFINITY;
  const [first, second] = new BigInt64Array(new Float64Array([Math.abs(a), Math.abs(b)]).buffer);
  return Math.abs(Number(first! - second!));
}

describe("a pinned Math", () => {
  const pinned = pinnedMath();

  it.each(UNARY)("agrees with the host's %s at the edges, to 2 ulp", (name) => {
    for (const x of EDGES)
      expect(ulpsApart(pinned[name](x), Math[name](x)), `${name}(${x})`).toBeLessThanOrEqual(2);
  });

  it.each(BINARY)("agrees with the host's %s at every pair of edges, to 2 ulp", (name) => {
    for (const x of EDGES)
      for (const y of EDGES)
        expect(ulpsApart(pinned[name](x, y), Math[name](x, y)), `${name}(${x}, ${y})`).toBeLessThanOrEqual(2);
  });

  it("keeps to ECMAScript where IEEE's pow differs", () => {
    expect(pinned.pow(1, Number.NaN)).toBeNaN();
    expect(pinned.pow(1, Number.POSITIVE_INFINITY)).toBeNaN();
    expect(pinned.pow(-1, Number.NEGATIVE_INFINITY)).toBeNaN();
    expect(pinned.pow(Number.NaN, 0)).toBe(1);
    expect(pinned.pow(Number.NEGATIVE_INFINITY, 0.5)).toBe(Number.POSITIVE_INFINITY);
    expect(pinned.pow(-0, -3)).toBe(Number.NEGATIVE_INFINITY);
    expect(pinned.pow(-8, 1 / 3)).toBeNaN();
  });

  it("gives exact powers exactly", () => {
    for (let exponent = -1074; exponent < 1024; exponent++)
      expect(pinned.pow(2, exponent)).toBe(2 ** exponent);
    for (let exponent = 0; exponent <= 22; exponent++)
      expect(pinned.pow(10, exponent)).toBe(Number(`1e${exponent}`));
    for (let base = -300; base <= 300; base++) expect(pinned.pow(base, 3)).toBe(base * base * base);
  });

  it("takes any number of legs in hypot, an infinite one winning over NaN", () => {
    expect(Object.is(pinned.hypot(), 0)).toBe(true);
    expect(pinned.hypot(-3)).toBe(3);
    expect(Object.is(pinned.hypot(-0), 0)).toBe(true);
    expect(pinned.hypot(2, 3, 6)).toBe(7);
    expect(pinned.hypot(1e300, 1e300, 1e300, 1e300)).toBe(2e300);
    expect(pinned.hypot(1, Number.NaN, Number.NEGATIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(pinned.hypot(1, Number.NaN, 2)).toBeNaN();
    expect(pinned.hypot(...new Array<number>(10_000).fill(1))).toBe(100);
  });

  it("coerces as the originals do, each argument once and in order", () => {
    const seen: string[] = [];
    function number(name: string, value: number): number {
      return { valueOf: () => value - 0 * seen.push(name) } as unknown as number;
    }
    expect(pinned.atan2(number("y", 0), number("x", -1))).toBe(Math.PI);
    expect(pinned.hypot(number("a", Number.POSITIVE_INFINITY), number("b", 1), number("c", 1))).toBe(
      Infinity,
    );
    expect(seen).toEqual(["y", "x", "a", "b", "c"]);
    expect(pinned.exp("1" as unknown as number)).toBe(pinned.exp(1));
    expect(pinned.cos(null as unknown as number)).toBe(1);
    expect(pinned.sin(undefined as unknown as number)).toBeNaN();
    expect(() => pinned.exp(1n as unknown as number)).toThrow(TypeError);
    expect(() => pinned.pow(2, Symbol("two") as unknown as number)).toThrow(TypeError);
  });

  it.each([...UNARY, ...BINARY])("keeps the name, length and attributes of %s", (name) => {
    const { value: original, ...attributes } = Object.getOwnPropertyDescriptor(Math, name)!;
    const { value, ...kept } = Object.getOwnPropertyDescriptor(pinned, name)!;
    expect(value).not.toBe(original);
    expect([value.name, value.length, kept]).toEqual([name, original.length, attributes]);
    expect(() => Reflect.construct(value, [])).toThrow(TypeError);
  });

  it("leaves what every host computes alike as it was", () => {
    for (const name of ["sqrt", "abs", "floor", "fround", "random", "sign", "trunc", "max"] as const)
      expect(pinned[name]).toBe(Math[name]);
  });

  it("computes on when a cell has broken the host's own functions", () => {
    const target = pinnedMath();
    const { push, reduce } = Array.prototype;
    const iterator = Array.prototype[Symbol.iterator];
    try {
      for (const key of ["push", "reduce", Symbol.iterator]) Reflect.deleteProperty(Array.prototype, key);
      expect(target.hypot(2, 3, 6) + target.exp(0) + target.pow(2, 3)).toBe(16);
    } finally {
      Object.assign(Array.prototype, { push, reduce });
      Object.defineProperty(Array.prototype, Symbol.iterator, {
        value: iterator,
        writable: true,
        configurable: true,
      });
      for (const key of ["push", "reduce"])
        Object.defineProperty(Array.prototype, key, { enumerable: false });
    }
  });
});

describe("the values of a pinned Math", () => {
  const pinned = pinnedMath();

  it.each([...UNARY, ...BINARY])("%s is within 2 ulp of the truth", (name) => {
    for (const words of golden.cases[name]) {
      const numbers = words.map(fromBits);
      const truth = numbers.pop()!;
      const [x, y] = numbers as [number, number];
      expect(ulpsApart(pinned[name](x, y), truth), `${name}(${numbers})`).toBeLessThanOrEqual(2);
    }
  });

  /** Of the port itself. A new version of it that changes one of them changes what was baked: raise the bits version. */
  it.each(Object.entries(CHECKSUMS))("%s has the same bits on every host", (name, checksum) => {
    let sum = 0n;
    for (const words of golden.cases[name as keyof typeof CHECKSUMS]) {
      const [x, y] = words.slice(0, -1).map(fromBits) as [number, number];
      sum = BigInt.asUintN(64, sum * 31n + toBits(pinned[name as keyof typeof CHECKSUMS](x, y)));
    }
    expect(sum.toString(16)).toBe(checksum);
  });
});

function fromBits(hex: string): number {
  return new Float64Array(new BigUint64Array([BigInt(`0x${hex}`)]).buffer)[0]!;
}

function toBits(value: number): bigint {
  return new BigUint64Array(new Float64Array([value]).buffer)[0]!;
}
