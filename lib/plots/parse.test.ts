import { describe, expect, it } from "vitest";
import { parseFigure } from "./parse";
import { depthExample, examples, linesExample, scalingExample } from "./testing/examples";

function problemOf(value: unknown): string {
  const parsed = parseFigure(value);
  return parsed.ok ? "" : parsed.problem;
}

describe("parseFigure", () => {
  it.each(examples)("takes a $kind figure as it comes out of JSON", (example) => {
    expect(parseFigure(JSON.parse(JSON.stringify(example)))).toEqual({ ok: true, figure: example });
  });

  it.each([
    ["nothing", null],
    ["an unknown kind", { ...scalingExample(), kind: "pie" }],
    ["a key of its own", { ...scalingExample(), onclick: "alert(1)" }],
    ["an option of Plot", { ...scalingExample(), marks: [] }],
    [
      "a scheme that does not exist",
      { ...scalingExample(), measured: [{ scheme: "best", label: "a", x: [1], y: [1] }] },
    ],
    [
      "a colour that is CSS",
      { ...linesExample(), series: [{ label: "a", colour: "url(x)", mark: "dots", x: [1], y: [1] }] },
    ],
    ["NaN", { ...depthExample(), layers: [Number.NaN] }],
    ["infinity", { ...depthExample(), wanted: Number.POSITIVE_INFINITY }],
    ["a title without end", { ...scalingExample(), title: "a".repeat(81) }],
    ["an empty axis name", { ...scalingExample(), x: { name: "", short: "", log: false } }],
    [
      "series of two lengths",
      { ...scalingExample(), measured: [{ scheme: "he", label: "a", x: [1, 2], y: [1] }] },
    ],
    ["layers without values", { ...depthExample(), layers: [1, 2] }],
    ["too many series", { ...linesExample(), series: Array(25).fill(linesExample().series[0]) }],
  ])("refuses %s", (_name, value) => {
    expect(problemOf(value)).toMatch(/^figure: /);
  });

  it("refuses an array over the limit, and a figure whose arrays are too many numbers together", () => {
    const long = (length: number) => ({
      label: "a",
      colour: "ink",
      mark: "dots",
      x: Array(length).fill(1),
      y: Array(length).fill(1),
    });
    expect(problemOf({ ...linesExample(), series: [long(100_001)] })).toContain("series.0.x");
    expect(problemOf({ ...linesExample(), series: [long(60_000), long(60_000)] })).toContain(
      "at most 200000 numbers, got 240000",
    );
    expect(problemOf({ ...linesExample(), series: [long(99_000)] })).toBe("");
  });
});
