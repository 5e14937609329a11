import { describe, expect, it } from "vitest";
import { tabulate } from "./tabulate";
import { depthExample, histogramExample, linesExample, scalingExample } from "./testing/examples";

describe("tabulate", () => {
  it("has one row a width and one column a series, numbers unrounded", () => {
    const { columns, rows } = tabulate(scalingExample());
    expect(columns).toEqual([
      "fan_in",
      "default, measured",
      "default 1/√(3n), theory",
      "LeCun 1/√n, theory",
      "He √(2/n), theory",
    ]);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual([16, 0.1452, Math.sqrt(1 / 48), 0.25, Math.sqrt(2 / 16)]);
  });

  it("names a value that is not finite, and leaves out series without values", () => {
    expect(tabulate(linesExample()).rows.at(-1)).toEqual([20, "not finite", 22.627 ** 20]);
    expect(tabulate(depthExample()).columns).not.toContain("zeros, theory");
  });

  it("keeps every value where a series has several at one x", () => {
    const spec = linesExample();
    spec.series = [{ label: "a", colour: "ink", mark: "dots", x: [2, 1, 2], y: [5, 6, 7] }];
    expect(tabulate(spec).rows).toEqual([
      [1, 6],
      [2, 5],
      [2, 7],
    ]);
  });

  it("gives counts and densities of a histogram", () => {
    expect(tabulate(histogramExample()).rows[0]).toEqual([-0.5, -0.25, 10, 1]);
  });
});
