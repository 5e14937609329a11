/** The order of additions is part of what the engine promises: one browser must be able to confirm another's bits. */
import { expect, it } from "vitest";
import { matmulFloat32 } from "./matmul";
import { Mt19937 } from "./mt19937";
import { sumFloat32 } from "./sum";
import { fillUniform } from "./uniform";

const { fround } = Math;

function drawn(count: number): Float32Array {
  const values = new Float32Array(count);
  fillUniform(values, new Mt19937(count), { from: -1, to: 1, offset: 0, count });
  return values;
}

/** The sum by the words of TORCH.md: 16 interleaved lanes over blocks of 4,096; lanes, then blocks joined pairwise. */
function sumByTheBook(values: readonly number[]): number {
  const join = (parts: readonly number[]): number => {
    if (parts.length < 2) return parts[0] ?? 0;
    const pairs: number[] = [];
    for (let i = 0; i < parts.length; i += 2) pairs.push(fround(parts[i]! + (parts[i + 1] ?? 0)));
    return join(pairs);
  };
  const blocks: number[] = [];
  for (let start = 0; start < values.length; start += 4096) {
    const lanes = new Array<number>(16).fill(0);
    values.slice(start, start + 4096).forEach((value, i) => {
      lanes[i % 16] = fround(lanes[i % 16]! + value);
    });
    for (let half = 8; half >= 1; half /= 2) {
      for (let l = 0; l < half; l++) lanes[l] = fround(lanes[l]! + lanes[l + half]!);
    }
    blocks.push(lanes[0]!);
  }
  return join(blocks);
}

it.each([0, 1, 15, 16, 17, 100, 4095, 4096, 4097, 12289, 70000])(
  "a float32 sum of %i values keeps its order",
  (count) => {
    const values = drawn(count);
    expect(sumFloat32(values, { offset: 0, stride: 1, count })).toBe(sumByTheBook([...values]));
  },
);

it("a strided sum adds in the order of its elements", () => {
  const values = drawn(300);
  const every = [...values].filter((_, i) => i % 3 === 0);
  expect(sumFloat32(values, { offset: 0, stride: 3, count: 100 })).toBe(sumByTheBook(every));
});

it.each([
  [1, 1, 1],
  [3, 17, 5],
  [4, 64, 9],
  [9, 33, 16],
])("a float32 product %ix%ix%i adds with k ascending, each step rounded", (m, k, n) => {
  const a = drawn(m * k);
  const b = drawn(k * n);
  const out = new Float32Array(m * n);
  matmulFloat32(
    out,
    { data: a, offset: 0, rowStep: k, columnStep: 1 },
    { data: b, offset: 0, rowStep: n, columnStep: 1 },
    { m, k, n },
  );
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) sum = fround(sum + fround(a[i * k + p]! * b[p * n + j]!));
      expect(out[i * n + j]).toBe(sum);
    }
  }
});
