import { describe, expect, it } from "vitest";
import { toDrawn } from "./drawn";
import { createDocument, plotModule } from "./plain";
import { figureSchema } from "./spec";
import { parseSvg } from "./svg/parse";

const Plot = plotModule({ document: createDocument(), width: () => 330 });
const data = Array.from({ length: 12 }, (_, index) => ({
  x: index,
  y: Math.sin(index),
  kind: index % 2 ? "odd" : "even",
}));

function drawn(value: unknown) {
  const figure = toDrawn(value);
  expect(figure).not.toBeNull();
  expect(figureSchema.safeParse(figure).success).toBe(true);
  return figure!;
}

describe("Plot in a worker", () => {
  it("draws for the page's width, in the page's type, with no document to be found", () => {
    const { svg, label } = drawn(
      Plot.plot({ marks: [Plot.lineY([1, 3, 2]), Plot.dot(data, { x: "x", y: "y" })] }),
    );
    const root = parseSvg(svg)!;
    expect(root.attributes).toMatchObject({
      xmlns: "http://www.w3.org/2000/svg",
      width: "330",
      "font-size": "12px",
    });
    expect(svg).not.toMatch(/<style|class=|style=/);
    expect(label).toBe("line (1), dot (12)");
  });

  it("draws by mark.plot() too, and lets a width and a style of the learner's own win", () => {
    const { svg } = drawn(
      Plot.rectY(data, Plot.binX({ y: "count" }, { x: "y" })).plot({
        width: 500,
        style: { fontSize: "14px" },
      }),
    );
    expect(parseSvg(svg)!.attributes).toMatchObject({ width: "500", "font-size": "14px" });
  });

  it("sends title, subtitle, caption and swatches as data", () => {
    const options = { title: "T <b>", subtitle: "S", caption: "C", color: { legend: true } };
    const figure = drawn(
      Plot.plot({ ...options, marks: [Plot.dot(data, { x: "x", y: "y", fill: "kind" })] }),
    );
    expect(figure).toMatchObject({ title: "T <b>", subtitle: "S", caption: "C" });
    expect(figure.legends).toEqual([
      {
        type: "swatches",
        swatches: [
          { label: "even", color: "#4269d0", symbol: null },
          { label: "odd", color: "#efb118", symbol: null },
        ],
      },
    ]);
  });

  it("sends a symbol legend's shapes", () => {
    const [legend] = drawn(
      Plot.plot({ symbol: { legend: true }, marks: [Plot.dot(data, { x: "x", y: "y", symbol: "kind" })] }),
    ).legends;
    expect(legend).toMatchObject({
      type: "swatches",
      swatches: [{ symbol: expect.stringMatching(/^M/) }, {}],
    });
  });

  it("paints a ramp legend and a coarse raster as rectangles", () => {
    const figure = drawn(
      Plot.plot({ color: { legend: true }, marks: [Plot.cell(data, { x: "x", fill: "y" })] }),
    );
    expect(figure.legends[0]).toMatchObject({ type: "svg", svg: expect.stringContaining("<rect") });
    const fill = (x: number, y: number) => x + y;
    const raster = drawn(Plot.raster({ x1: 0, x2: 1, y1: 0, y2: 1, fill, pixelSize: 40 }).plot());
    expect(parseSvg(raster.svg)).toBeDefined();
    expect(raster.svg).not.toContain("<image");
    expect(raster.svg.match(/fill="#[0-9a-f]{6}"/g)!.length).toBeGreaterThan(20);
  });

  it("says what to do when a raster is too fine", () => {
    const fine = () =>
      Plot.raster({
        x1: 0,
        x2: 1,
        y1: 0,
        y2: 1,
        fill: (x: number, y: number) => Math.sin(90 * x * y),
      }).plot();
    expect(fine).toThrow(/^Plot\.raster: .* at most 6000 rectangles.*pixelSize/);
  });

  it("lays out a tip at once, since no animation frame will come", () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, "requestAnimationFrame");
    const { svg } = drawn(Plot.plot({ marks: [Plot.tip(["hello"], { x: 1, y: 1 })] }));
    expect(svg).toContain("hello");
    expect(svg).toMatch(/<path d="M0,0/);
    expect(Object.getOwnPropertyDescriptor(globalThis, "requestAnimationFrame")).toEqual(before);
  });

  it("takes a learner's links, images and handlers out before they travel", () => {
    const figure = drawn(
      Plot.plot({
        marks: [
          Plot.dot(data, { x: "x", y: "y", href: () => "javascript:alert(1)" }),
          Plot.image(data, { x: "x", y: "y", src: () => "https://marker.invalid/a.png" }),
        ],
      }),
    );
    expect(figure.svg).not.toMatch(/javascript|marker\.invalid|<a\b|<image/);
  });

  it("knows what is no figure", () => {
    for (const value of [null, undefined, 3, "svg", {}, [], { nodeType: 1 }, () => 1])
      expect(toDrawn(value)).toBeNull();
  });

  it("refuses a figure that is too large to show, and says what to do", () => {
    const many = Array.from({ length: 120_000 }, (_, index) => Math.sin(index));
    expect(() => toDrawn(Plot.lineY(many).plot())).toThrow(
      /at most 1500 kB of SVG, got \d+ kB\. Bin the data/,
    );
  });
});
