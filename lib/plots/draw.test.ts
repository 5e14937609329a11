import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { toChart } from "./chart";
import { draw } from "./draw";
import { TYPE } from "./frame";
import { layOut } from "./layout";
import type { ChartSpec } from "./spec";
import { summarise } from "./summarise";
import { depthExample, examples, histogramExample, linesExample, scalingExample } from "./testing/examples";
import { textWidth, wrapText } from "./text";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const WIDTHS = [240, 330, 640, 900];

function drawAt(spec: ChartSpec, width = 640): SVGSVGElement {
  return draw(spec, { document, width, prefix: "cell-3" });
}

function valuesOf(svg: SVGSVGElement, ...names: string[]): string[] {
  const all = [svg, ...svg.querySelectorAll("*")];
  return all.flatMap((one) => names.map((name) => one.getAttribute(name))).filter((value) => value !== null);
}

describe("draw", () => {
  it.each(examples)("draws a $kind figure as one image with its summary as its name", (spec) => {
    const svg = drawAt(spec);
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("aria-label")).toBe(summarise(spec));
    expect(svg.getAttribute("width")).toBe("640");
    expect(svg.querySelectorAll("style, script, foreignObject, image")).toHaveLength(0);
  });

  it.each(examples)(
    "colours a $kind figure by the page's variables alone, so that light and dark are one drawing",
    (spec) => {
      for (const paint of valuesOf(drawAt(spec), "fill", "stroke", "stop-color")) {
        expect(paint).toMatch(/^(var\(--color-[a-z]+\)|none|transparent|url\(#cell-3-[a-z]+\))$/);
      }
    },
  );

  it.each(examples)("keeps the type of a $kind figure at 11 pixels or more, on a phone too", (spec) => {
    for (const width of WIDTHS) {
      for (const size of valuesOf(drawAt(spec, width), "font-size"))
        expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(11);
    }
  });

  it.each(examples)("keeps the names of a $kind figure apart and inside it at every width", (spec) => {
    for (const width of WIDTHS) {
      const { frame, names } = layOut(toChart(spec), width);
      const boxes = names.map(({ lines, y }) => ({
        low: y - (lines.length * TYPE.line) / 2,
        high: y + (lines.length * TYPE.line) / 2,
      }));
      boxes.sort((a, b) => a.low - b.low);
      for (const [index, { low, high }] of boxes.entries()) {
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(frame.height);
        expect(high).toBeLessThanOrEqual((boxes[index + 1]?.low ?? frame.height) + 1e-6);
      }
      const widest = Math.max(
        0,
        ...names.flatMap(({ lines }) => lines.map((line) => textWidth(line, TYPE.name))),
      );
      expect(frame.margins.right).toBeGreaterThanOrEqual(widest + 10);
    }
  });

  it("grows in height where many names would not fit", () => {
    const spec = linesExample();
    const one = spec.series[1]!;
    spec.series = Array.from({ length: 24 }, (_, index) => ({ ...one, label: `series number ${index}` }));
    const { frame, names } = layOut(toChart(spec), 330);
    expect(names).toHaveLength(24);
    expect(frame.height).toBeGreaterThan(24 * TYPE.line);
  });

  it("puts the measured and the theoretical number on each dot", () => {
    const titles = [...drawAt(scalingExample()).querySelectorAll("[data-series=default] > title")].map(
      (one) => one.textContent,
    );
    expect(titles).toHaveLength(4);
    expect(titles[0]).toBe("default: measured 0.1452, theory 0.1443 at fan_in 16");
  });

  it("lets the numbers of a line without dots be read off it", () => {
    const points = drawAt(scalingExample()).querySelectorAll("[data-point][data-series=he] > title");
    expect(points[0]?.textContent).toBe("He √(2/n): 0.3536 at fan_in 16");
  });

  it("says of each bar its range, count and density", () => {
    const bars = drawAt(histogramExample()).querySelectorAll("rect[data-point] > title");
    expect(bars).toHaveLength(4);
    expect(bars[0]?.textContent).toBe("-0.5 to -0.25: 10 values, density 1");
  });

  it("tells schemes apart without colour: by marker and by dash", () => {
    const svg = drawAt(depthExample());
    const shapes = ["default", "lecun", "xavier", "orthogonal", "he"].map((scheme) => {
      const mark = svg.querySelector(`[data-series=${scheme}]`);
      return mark?.getAttribute("d") ?? mark?.localName;
    });
    expect(new Set(shapes).size).toBe(5);
    expect(new Set(valuesOf(svg, "stroke-dasharray")).size).toBe(3);
  });

  it("stands exact zeros on the edge of a log axis, and says so", () => {
    const svg = drawAt(depthExample());
    const zeros = svg.querySelectorAll("[data-series=zeros] > title");
    expect(zeros).toHaveLength(10);
    expect(zeros[0]?.textContent).toBe("zeros: measured 0 at layer 1 (below this axis)");
    expect(svg.textContent).toContain("zeros: all 0");
  });

  it("leaves out what is not finite", () => {
    expect(drawAt(linesExample()).querySelectorAll("[data-series=explode]")).toHaveLength(17);
    const empty = linesExample();
    empty.series = [{ label: "nothing", colour: "ink", mark: "dots", x: [1, 2], y: [null, null] }];
    expect(drawAt(empty).querySelectorAll("[data-point]")).toHaveLength(0);
  });

  it("draws more than 300 dots as one path, and a long line thinned to its extremes", () => {
    const x = Array.from({ length: 50_000 }, (_, index) => index);
    const spec = linesExample();
    spec.rules = [];
    spec.y = { name: "loss", short: "loss", log: false };
    spec.series = [
      { label: "dots", colour: "he", mark: "dots", x, y: x.map((at) => Math.sin(at)) },
      { label: "line", colour: "ink", mark: "line", x, y: x.map((at) => Math.cos(at)) },
    ];
    const svg = drawAt(spec);
    expect(svg.querySelectorAll("[data-point]")).toHaveLength(0);
    expect(svg.outerHTML.length).toBeLessThan(1_000_000);
  });

  it("begins every id with the figure's prefix", () => {
    expect(valuesOf(drawAt(depthExample()), "id")).toEqual(["cell-3-ground", "cell-3-strip"]);
  });
});

describe("wrapText", () => {
  it("breaks between words, and inside a word only where it must", () => {
    expect(wrapText("uniform on ±1/√n", { width: 70, size: 13 })).toEqual(["uniform", "on ±1/√n"]);
    const lines = wrapText("unbreakableunbreakable", { width: 60, size: 13 });
    expect(lines.join("")).toBe("unbreakableunbreakable");
    for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(60);
  });
});
