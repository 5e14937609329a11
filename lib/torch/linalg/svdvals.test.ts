import { expect, it } from "vitest";
import torch from "..";
import { singularValues } from "../kernels";

/** The matrix as columns of float64, from a function of row and column. */
function columnsOf(rows: number, columns: number, entry: (i: number, j: number) => number) {
  const data = Float64Array.from({ length: rows * columns }, (_, k) => entry(k % rows, Math.floor(k / rows)));
  return { data, rows, columns };
}

it("svdvals ends for matrices whose rank is not full", () => {
  const values = torch.linalg.svdvals(torch.ones(60, 40));
  expect(values.at(0).item()).toBeCloseTo(Math.sqrt(2400), 3);
  expect(values.at(1).item()).toBeLessThan(1e-5);
});

it.each([
  ["Hilbert", 60, (i: number, j: number) => 1 / (i + j + 1)],
  ["graded over the whole range of float64", 40, (i: number, j: number) => 10 ** (300 - 15 * (i + j))],
  ["Kahan", 80, (i: number, j: number) => (i > j ? 0 : 0.6 ** i * (i === j ? 1 : -0.8))],
  ["Wilkinson", 81, (i: number, j: number) => (i === j ? Math.abs(i - 40) : Math.abs(i - j) === 1 ? 1 : 0)],
  ["next to the smallest numbers", 30, (i: number, j: number) => 1e-305 * ((i * 7 + j * 3) % 5)],
  ["one repeated value", 50, (i: number, j: number) => (i === j ? 1 : 0)],
  ["a Jordan block of 0", 64, (i: number, j: number) => (j === i + 1 ? 1 : 0)],
  ["alternating signs of one size", 48, (i: number, j: number) => ((i * j) % 3 === 0 ? 1 : -1)],
])("singular values are found of a matrix that is hard: %s", (_, size, entry) => {
  const { values, missing } = singularValues(columnsOf(size, size, entry));
  expect(missing).toBe(0);
  expect(values.every((value, i) => value >= 0 && value <= (values[i - 1] ?? Number.POSITIVE_INFINITY))).toBe(
    true,
  );
  const { data } = columnsOf(size, size, entry);
  // The squares of the singular values add up to those of the entries.
  const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const square = (sum: number, value: number) => sum + (value / largest) ** 2;
  expect(values.reduce(square, 0) / data.reduce(square, 0)).toBeCloseTo(1, 12);
});

it("singular values that do not come within the steps allowed are counted, not waited for", () => {
  const hilbert = columnsOf(20, 20, (i, j) => 1 / (i + j + 1));
  expect(singularValues(hilbert, 0.5).missing).toBeGreaterThan(0);
});

it("svdvals refuses infinity, where PyTorch 1.13 returns NaN", () => {
  const infinite = torch.tensor([
    [1, 2],
    [Number.POSITIVE_INFINITY, 3],
  ]);
  const sentence =
    "linalg.svd: The algorithm failed to converge because the input matrix contained non-finite values.";
  expect(() => torch.linalg.svdvals(infinite)).toThrow(sentence);
  expect(() => torch.linalg.svdvals(infinite)).toThrow(torch.linalg.LinAlgError);
});
