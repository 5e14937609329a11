import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { draw } from "./draw";
import { parseFigure } from "./parse";
import type { LinesSpec } from "./spec";
import { linesExample } from "./testing/examples";

const { document } = parseHTML("<!doctype html><html><body></body></html>");

const extreme = fc.constantFrom(0, -0, 5e-324, 1e-300, 1e300, 1.7e308, -1.7e308, 1, -1);
const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), extreme);
const series = fc.record({
  label: fc.string({ minLength: 1, maxLength: 48 }),
  colour: fc.constantFrom("he", "ink", "zeros", "explode"),
  mark: fc.constantFrom("dots", "line", "dashed"),
  points: fc.array(fc.tuple(value, fc.option(value)), { maxLength: 12 }),
});
const figure = fc
  .record({
    series: fc.array(series, { maxLength: 5 }),
    logs: fc.tuple(fc.boolean(), fc.boolean()),
    wanted: fc.boolean(),
    at: value,
  })
  .map(({ series, logs, wanted, at }): LinesSpec => {
    const base = linesExample();
    return {
      ...base,
      x: { ...base.x, log: logs[0] },
      y: { ...base.y, log: logs[1] },
      series: series.map(({ points, ...one }) => ({
        ...one,
        x: points.map(([x]) => x),
        y: points.map(([, y]) => y),
      })) as LinesSpec["series"],
      rules: [{ axis: "x", at, label: "here" }],
      wanted: wanted ? 1 : null,
    };
  });

it("draws whatever a figure may hold, and never at a place that is no number", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(figure, fc.constantFrom(100, 330, 640), (spec, width) => {
      expect(parseFigure(spec).ok).toBe(true);
      const svg = draw(spec, { document, width });
      for (const one of [svg, ...svg.querySelectorAll("*")]) {
        for (const name of [
          "d",
          "x",
          "y",
          "x1",
          "x2",
          "y1",
          "y2",
          "cx",
          "cy",
          "transform",
          "width",
          "height",
          "offset",
        ]) {
          expect(one.getAttribute(name) ?? "").not.toMatch(/NaN|Infinity|undefined/);
        }
      }
    }),
    { seed: 11, numRuns: 60 },
  );
});
