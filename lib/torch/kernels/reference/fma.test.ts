import { describe, expect, it } from "vitest";
import { fmaFloat32, fmaFloat64 } from "./fma";
import { Mt19937 } from "./mt19937";

const { fround } = Math;
const draws = new Mt19937(11);
const float = new Float64Array(1);
const words = new BigUint64Array(float.buffer);

/** `x` as an integer times 2^exponent. */
function exact(x: number): { mantissa: bigint; exponent: number } {
  float[0] = x;
  const bits = words[0]!;
  const biased = Number((bits >> 52n) & 0x7ffn);
  const size = (bits & 0xfffffffffffffn) | (biased === 0 ? 0n : 1n << 52n);
  return { mantissa: x < 0 ? -size : size, exponent: Math.max(biased, 1) - 1075 };
}

/** The sign of `a · b + c - candidate - offset`, exactly. */
function compare([a, b, c]: readonly number[], candidate: number, offset = 0): number {
  const product = {
    mantissa: exact(a!).mantissa * exact(b!).mantissa,
    exponent: exact(a!).exponent + exact(b!).exponent,
  };
  const terms = [product, exact(c!), exact(-candidate), exact(-offset)];
  const least = Math.min(...terms.map((term) => term.exponent));
  const sum = terms.reduce(
    (total, { mantissa, exponent }) => total + (mantissa << BigInt(exponent - least)),
    0n,
  );
  return sum === 0n ? 0 : sum > 0n ? 1 : -1;
}

/** Whether `result` is the value nearest to `a · b + c`, judged against the points halfway to its neighbours. */
function isNearest(args: readonly number[], result: number, halfUlp: number): boolean {
  return compare(args, result, -halfUlp) >= 0 && compare(args, result, halfUlp) <= 0;
}

function draw(low: number, high: number): number {
  const mantissa = draws.next() / 2 ** 31 - 1;
  return mantissa * 2 ** (low + (draws.next() % (high - low)));
}

describe("fmaFloat32", () => {
  it("rounds once where rounding twice would go the wrong way", () => {
    // The product is 2^-12 + 2^-36 + …: beside 1 it lies just above or below half of a unit in the last place.
    const up = [1 + 2 ** -23, 2 ** -24, 1] as const;
    const down = [1 - 2 ** -24, 2 ** -24, 1] as const;
    expect(fmaFloat32(...up)).toBe(1 + 2 ** -23);
    expect(fmaFloat32(...down)).toBe(1);
    expect(fmaFloat32(1, 2 ** -24, 1)).toBe(1);
    expect(fmaFloat32(1, 2 ** -24, 1 + 2 ** -23)).toBe(1 + 2 ** -22);
    // Here the float64 sum itself is halfway, and only what it lost decides.
    expect(fmaFloat32(1 + 2 ** -23, 2 ** -24 * (1 - 2 ** -23), 1)).toBe(1);
    expect(fmaFloat32(2 ** -24, 1, 1 + 2 ** -23)).not.toBe(fmaFloat32(-(2 ** -24), 1, 1 + 2 ** -23));
  });

  it("is the nearest float32 for 20,000 drawn triples", () => {
    for (let i = 0; i < 20000; i++) {
      const args = [draw(-8, 8), draw(-8, 8), draw(-8, 8)].map(fround) as [number, number, number];
      const result = fmaFloat32(...args);
      const halfUlp = 2 ** (Math.max(Math.floor(Math.log2(Math.abs(result) || 1e-38)), -126) - 24);
      if (!isNearest(args, result, halfUlp)) throw new Error(`fma(${args.join(", ")}) = ${result}`);
    }
  });

  it("keeps infinities, NaN and the sign of zero", () => {
    expect(fmaFloat32(Number.POSITIVE_INFINITY, 2, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(fmaFloat32(Number.NaN, 2, 1)).toBeNaN();
    expect(fmaFloat32(3e38, 3e38, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(fmaFloat32(-1, 0, -0)).toBe(-0);
  });
});

describe("fmaFloat64", () => {
  it("is the nearest float64 for 20,000 drawn triples, some of them extreme", () => {
    for (let i = 0; i < 20000; i++) {
      const wide = i % 4 === 0 ? 500 : 20;
      const args = [draw(-wide, wide), draw(-wide, wide), draw(-wide, wide)] as const;
      const result = fmaFloat64(...args);
      if (!Number.isFinite(result)) continue;
      const exponent = Math.max(Math.floor(Math.log2(Math.abs(result) || 1)), -1021);
      if (!isNearest(args, result, 2 ** (exponent - 53)))
        throw new Error(`fma(${args.join(", ")}) = ${result}`);
    }
  });

  it("sees what a rounded product loses", () => {
    const x = 1 + 2 ** -30;
    expect(fmaFloat64(x, x, -(x * x))).toBe(2 ** -60);
    expect(fmaFloat64(0, 1, -0)).toBe(0);
    expect(fmaFloat64(-0, 1, -0)).toBe(-0);
    expect(fmaFloat64(2 ** -600, 2 ** -500, 2 ** -1074)).toBe(2 ** -1074);
  });
});
