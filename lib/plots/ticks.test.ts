import { describe, expect, it } from "vitest";
import { formatNumber, formatTick, tickFormat } from "./format";
import { linearTicks, logTicks } from "./ticks";

describe("ticks", () => {
  it("mark layers at 1 and then at round numbers", () => {
    const layers = Array.from({ length: 30 }, (_, index) => index + 1);
    expect(linearTicks([1, 30], { count: 4, values: layers })).toEqual([1, 10, 20, 30]);
    expect(linearTicks([1, 10], { count: 5, values: layers.slice(0, 10) })).toEqual([1, 3, 5, 7, 9]);
    expect(linearTicks([1, 4], { count: 20, values: [1, 2, 3, 4] })).toEqual([1, 2, 3, 4]);
  });

  it("mark widths that are powers of two at such", () => {
    const values = [16, 32, 64, 128, 256, 512, 1024, 2048];
    expect(logTicks([16, 2048], { count: 8, values })).toEqual(values);
    expect(logTicks([16, 2048], { count: 4, values })).toEqual([16, 64, 256, 1024]);
  });

  it("mark few decades at 1 and 3, many at powers of ten", () => {
    expect(logTicks([0.012, 0.36], { count: 8 })).toEqual([0.03, 0.1, 0.3]);
    expect(logTicks([4e-5, 4], { count: 8 })).toEqual([1e-4, 1e-3, 1e-2, 1e-1, 1]);
    expect(logTicks([1e-38, 1e38], { count: 8 }).map(Math.log10)).toHaveLength(7);
  });

  it("never run away on odd domains", () => {
    expect(linearTicks([0, 0], { count: 5 })).toEqual([0]);
    expect(linearTicks([1e300, 1.7e308], { count: 5 }).length).toBeLessThan(20);
    expect(logTicks([5e-324, 1.7e308], { count: 6 }).length).toBeLessThan(12);
    expect(linearTicks([1, 1 + 1e-12], { count: 5 }).length).toBeLessThan(20);
  });
});

describe("numbers", () => {
  it("have four significant digits in text", () => {
    const said = [0.57982, 1536, 2.03e-4, 1e-5, 123456.7, 9.9996, 3.4028e38, -0.044194, 0].map(formatNumber);
    expect(said).toEqual(["0.5798", "1536", "0.000203", "1e-5", "123457", "10", "3.403e38", "-0.04419", "0"]);
    expect([formatNumber(null), formatNumber(Number.NaN)]).toEqual(["not finite", "not finite"]);
  });

  it("have a true minus and superscripts on an axis", () => {
    expect([0.1 + 0.2, -0.05, 1e-7, 3e8].map(formatTick)).toEqual(["0.3", "−0.05", "10⁻⁷", "3·10⁸"]);
    expect([1e-4, 1, 10].map(tickFormat([1e-4, 1, 10], true))).toEqual(["10⁻⁴", "1", "10"]);
  });
});
