/** Every build of the kernels gives the bits of the reference kernels, which are the bits of PyTorch. */
import { setFlagsFromString } from "node:v8";
import { beforeAll, describe, expect, it } from "vitest";
import { matmulFloat32, matmulFloat64, type Sizes } from "../reference/matmul";
import { Mt19937 } from "../reference/mt19937";
import { fillNormalFloat32 } from "../reference/normal";
import { addScaledFloat32 } from "../reference/scaled";
import * as reference from "../reference/sum";
import { fillUniform } from "../reference/uniform";
import { matmulKernels } from "./matmul";
import { type Build, build as chosen, fuses, usableBuilds } from "./module";
import { randomKernels } from "./random";
import { scaledKernels } from "./scaled";
import { sumKernels } from "./sum";

let builds: Build[] = [];

beforeAll(() => {
  // Node 20 has relaxed SIMD behind a flag, which counts for what is compiled after it is set.
  if (process.versions.node.startsWith("20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");
  builds = [...usableBuilds()];
});

type Floats = Float32Array | Float64Array;

function bytesOf(data: Floats | Uint32Array): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** Compares bit by bit; Buffer's comparison is quicker than a matcher's. */
function isSame(a: Floats | Uint32Array, b: Floats | Uint32Array): boolean {
  return Buffer.compare(bytesOf(a), bytesOf(b)) === 0;
}

function drawn<A extends Floats>(values: A, seed: number): A {
  fillUniform(values, new Mt19937(seed), { from: -1, to: 1, offset: 0, count: values.length });
  return values;
}

function expectSameStream(a: Mt19937, b: Mt19937): void {
  expect([a.position, a.draws]).toEqual([b.position, b.draws]);
  expect(isSame(a.words, b.words)).toBe(true);
}

describe("the builds", () => {
  it("are both there on this host, and the one in use is among them", () => {
    expect(builds.map(({ name }) => name)).toContain("simd");
    expect(chosen).not.toBeNull();
  });

  it("are chosen by whether a multiply-add rounds once", () => {
    for (const { name, exports } of builds) {
      if (name === "relaxed") expect(fuses(exports)).toBe(true);
      expect(fuses({ ...exports, probeFloat32: (a, b, c) => Math.fround(Math.fround(a * b) + c) })).toBe(
        false,
      );
    }
  });
});

describe("random kernels", () => {
  const laws = [
    [0, 1],
    [-1, 1],
    [0.1, 3],
    [0, -2],
    [1, 1.0000001],
    [-0.04419417382415922, 0.04419417382415922],
    [1e-30, 1e-25],
  ] as const;

  it.each(laws)(
    "uniforms from %f to %f are those of the reference, wherever in a block they begin",
    (from, to) => {
      for (const { count, skipped } of [
        { count: 128, skipped: 0 },
        { count: 624, skipped: 1 },
        { count: 1001, skipped: 623 },
        { count: 40000, skipped: 300 },
      ]) {
        for (const make of [() => new Float32Array(count + 5), () => new Float64Array(count + 5)]) {
          const law = { from, to, offset: 3, count };
          const expected = make();
          const theirs = new Mt19937(count);
          for (let i = 0; i < skipped; i++) theirs.next();
          fillUniform(expected, theirs, law);
          for (const build of builds) {
            const out = make();
            const draws = new Mt19937(count);
            for (let i = 0; i < skipped; i++) draws.next();
            randomKernels(build).fillUniform(out, draws, law);
            expect(isSame(out, expected), build.name).toBe(true);
            expectSameStream(draws, theirs);
          }
        }
      }
    },
  );

  it.each([
    [0, 1],
    [0, 0.0625],
    [0.5, 2.3],
    [-3, 1e-4],
  ])("normals with mean %f and std %f are those of the reference, with and without a rest", (mean, std) => {
    for (const count of [128, 130, 1000, 16384, 50007]) {
      const law = { mean, std, offset: 2, count };
      const expected = new Float32Array(count + 4);
      const theirs = new Mt19937(count);
      fillNormalFloat32(expected, theirs, law);
      for (const build of builds) {
        const out = new Float32Array(count + 4);
        const draws = new Mt19937(count);
        randomKernels(build).fillNormalFloat32(out, draws, law);
        expect(isSame(out, expected), build.name).toBe(true);
        expectSameStream(draws, theirs);
      }
    }
  });
});

describe("normals without a fused instruction", () => {
  it("are the fused ones for every uniform that there is", ({ skip }) => {
    // Logarithm and angle have 2^24 possible arguments each. Here each pair of lanes takes all of them once.
    const [relaxed, simd] = builds;
    if (relaxed === undefined || simd === undefined) return skip();
    const views = [relaxed, simd].map(
      ({ exports }) =>
        new Float32Array(exports.memory.buffer, exports.STAGE.value, exports.STAGE_BYTES.value / 8),
    );
    const [theirs, ours] = views as [Float32Array, Float32Array];
    for (let start = 0; start < 2 ** 24; start += ours.length / 2) {
      for (let i = 0; i < ours.length; i += 16) {
        for (let lane = 0; lane < 8; lane++) {
          const uniform = (start + i / 2 + lane) * 2 ** -24;
          ours[i + lane] = uniform;
          ours[i + lane + 8] = (uniform * 5 + 0.25) % 1;
        }
      }
      theirs.set(ours);
      for (const { exports } of [relaxed, simd])
        exports.transformUniforms(exports.STAGE.value, ours.length, 0, 1);
      if (!isSame(ours, theirs)) throw new Error(`differs among the uniforms from ${start} · 2^-24 on`);
    }
  });
});

describe("matrix products", () => {
  const sizes: Sizes[] = [
    { m: 1, k: 1, n: 1 },
    { m: 5, k: 7, n: 3 },
    { m: 4, k: 16, n: 8 },
    { m: 33, k: 65, n: 31 },
    { m: 131, k: 513, n: 17 },
    { m: 6, k: 1030, n: 1027 },
  ];

  function operand<A extends Floats>(data: A, rows: number, columns: number, layout: string) {
    if (layout === "transposed") return { data, offset: 1, rowStep: 1, columnStep: rows };
    if (layout === "with gaps") return { data, offset: 1, rowStep: 2 * columns + 1, columnStep: 2 };
    if (layout === "one row for all") return { data, offset: 1, rowStep: 0, columnStep: 1 };
    return { data, offset: 1, rowStep: columns, columnStep: 1 };
  }

  const layouts = ["row-major", "transposed", "with gaps", "one row for all"];

  it.each(sizes)("$m×$k times $k×$n have the bits of the reference in every layout", ({ m, k, n }) => {
    for (const [left, right] of layouts.flatMap((l) => layouts.map((r) => [l, r] as const))) {
      for (const build of builds) {
        const products = matmulKernels(build);
        const [out, expected] = [new Float32Array(m * n), new Float32Array(m * n)];
        const a = operand(drawn(new Float32Array(3 * m * k + m + 1), 1), m, k, left);
        const b = operand(drawn(new Float32Array(3 * k * n + k + 1), 2), k, n, right);
        products.matmulFloat32(out, a, b, { m, k, n });
        matmulFloat32(expected, a, b, { m, k, n });
        expect(isSame(out, expected), `${build.name}: ${left} times ${right}`).toBe(true);
      }
    }
  });

  it.each(sizes)("$m×$k times $k×$n have the bits of the reference in float64", ({ m, k, n }) => {
    for (const layout of layouts) {
      for (const build of builds) {
        const products = matmulKernels(build);
        const [out, expected] = [new Float64Array(m * n), new Float64Array(m * n)];
        const a = operand(drawn(new Float64Array(3 * m * k + m + 1), 3), m, k, layout);
        const b = operand(drawn(new Float64Array(3 * k * n + k + 1), 4), k, n, "row-major");
        products.matmulFloat64(out, a, b, { m, k, n });
        matmulFloat64(expected, a, b, { m, k, n });
        expect(isSame(out, expected), `${build.name}: ${layout}`).toBe(true);
      }
    }
  });

  it("keep infinities, NaN and the sign of a sum of zeros", () => {
    const data = Float32Array.from(
      { length: 64 },
      (_, i) => [Number.POSITIVE_INFINITY, 0, -0, Number.NaN, 1][i % 5]!,
    );
    const matrix = { data, offset: 0, rowStep: 8, columnStep: 1 };
    const sizes = { m: 8, k: 8, n: 8 };
    const expected = new Float32Array(64);
    matmulFloat32(expected, matrix, matrix, sizes);
    for (const build of builds) {
      const out = new Float32Array(64);
      matmulKernels(build).matmulFloat32(out, matrix, matrix, sizes);
      expect([...out]).toEqual([...expected]);
    }
  });
});

describe("sums", () => {
  const counts = [256, 257, 4095, 4096, 4097, 16_384, 32_768, 40_001, 100_000];
  const kinds = [
    ["float32", (count: number) => new Float32Array(count + 7)],
    ["float64", (count: number) => new Float64Array(count + 7)],
  ] as const;

  it.each(kinds)(
    "of %s have the bits of the reference, whatever is left over after whole blocks",
    (_, make) => {
      for (const build of builds) {
        const ours = sumKernels(build);
        for (const count of counts) {
          const data = drawn(make(count), count);
          const stretch = { offset: 3, stride: 1, count };
          const at = `${build.name}, ${count}`;
          if (data instanceof Float32Array)
            expect(ours.sumFloat32(data, stretch), at).toBe(reference.sumFloat32(data, stretch));
          expect(ours.sumFloat64(data, stretch), at).toBe(reference.sumFloat64(data, stretch));
          expect(ours.sumSquares(data, stretch), at).toBe(reference.sumSquares(data, stretch));
          expect(ours.sumDistances(data, stretch, 0.3), at).toBe(reference.sumDistances(data, stretch, 0.3));
        }
      }
    },
  );

  it("keep infinities and NaN, and step over gaps", () => {
    const data = drawn(new Float32Array(2000), 1);
    for (const build of builds) {
      const ours = sumKernels(build);
      const everyThird = { offset: 1, stride: 3, count: 600 };
      expect(ours.sumFloat32(data, everyThird)).toBe(reference.sumFloat32(data, everyThird));
      for (const odd of [Number.POSITIVE_INFINITY, Number.NaN]) {
        const with1 = data.slice();
        with1[777] = odd;
        expect(ours.sumFloat32(with1, { offset: 0, stride: 1, count: 2000 })).toBe(odd);
      }
    }
  });
});

describe("x + factor · y", () => {
  const lane = (data: Float32Array) => ({ data, start: 2, step: 1 });

  it.each([
    ["ordinary", 1, 1],
    ["nearly cancelling", 1, -1],
    ["so small that results have fewer bits", 1e-38, 1e-3],
    ["huge", 3e38, 2],
  ])("has the bits of the reference for values that are %s, also in place", (_, size, factor) => {
    for (const count of [64, 1000, 20_003]) {
      const x = drawn(new Float32Array(count + 9), count).map((value) => value * size);
      // Neighbours of x, so that a factor of -1 cancels all but the last bits, and zeros of both signs among them.
      const y = x.map((value, i) => (i % 7 === 0 ? 0 : i % 11 === 0 ? -0 : value * (1 + (i % 5) * 2 ** -23)));
      const scale = Math.fround(factor * 0.9999999);
      const expected = new Float32Array(count + 9);
      addScaledFloat32(lane(expected), lane(x), lane(y), { count, factor: scale });
      for (const build of builds) {
        const ours = scaledKernels(build);
        const out = new Float32Array(count + 9);
        ours.addScaledFloat32(lane(out), lane(x), lane(y), { count, factor: scale });
        expect(isSame(out, expected), build.name).toBe(true);
        const own = x.slice();
        ours.addScaledFloat32(lane(own), lane(own), lane(y), { count, factor: scale });
        expect(isSame(own.subarray(2, count + 2), expected.subarray(2, count + 2)), build.name).toBe(true);
      }
    }
  });
});
