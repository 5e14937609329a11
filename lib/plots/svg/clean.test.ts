import { describe, expect, it } from "vitest";
import { cleanSvg } from "./clean";
import { hostile, MARKER, malformed } from "./hostile";
import { parseSvg } from "./parse";
import { type SvgNode, toMarkup } from "./tree";

function clean(svg: string): string {
  const tree = parseSvg(svg);
  const kept = tree && cleanSvg(tree, { prefix: "out" });
  return kept ? toMarkup(kept) : "";
}

function allNodes(node: SvgNode): SvgNode[] {
  return [node, ...node.children.flatMap((child) => (typeof child === "string" ? [] : allNodes(child)))];
}

const ELEMENTS = /^(svg|g|path|rect|text|title|desc|pattern|marker)$/;
const ATTRIBUTES = /^(xmlns|width|height|viewBox|fill|stroke|id|d|marker-mid|stroke-dasharray|x|y)$/;

describe("cleanSvg", () => {
  it.each(Object.entries(hostile))("leaves nothing harmful of: %s", (_name, svg) => {
    const markup = clean(svg);
    const tree = parseSvg(markup);
    expect(tree?.name).toBe("svg");
    for (const { name, attributes } of allNodes(tree!)) {
      expect(name).toMatch(ELEMENTS);
      for (const [key, value] of Object.entries(attributes)) {
        expect(key).toMatch(ATTRIBUTES);
        expect(value.replace("http://www.w3.org/2000/svg", "")).not.toMatch(
          /url\((?!#out-)|:\/\/|javascript|\\/i,
        );
      }
    }
    expect(markup).not.toContain(MARKER);
  });

  it.each(Object.entries(malformed))("refuses whole: %s", (_name, svg) => {
    expect(clean(svg)).toBe("");
  });

  it("reads its own output as the same", () => {
    for (const svg of Object.values(hostile)) {
      const once = clean(svg);
      const prefixed = cleanSvg(parseSvg(once)!, { prefix: "out" });
      expect(prefixed && allNodes(prefixed).length).toBe(allNodes(parseSvg(once)!).length);
    }
  });

  it("keeps what Plot draws, with ids and references prefixed together", () => {
    const svg =
      '<svg width="640" height="400" viewBox="0 0 640 400"><clipPath id="plot-clip-1"><rect x="40" width="580" height="350"/></clipPath>' +
      '<g clip-path="url(#plot-clip-1)" fill="var(--color-he)" style="font-variant: tabular-nums; cursor: help">' +
      '<path d="M40.123456789,370L1e-7,2" stroke="rgba(1, 2, 3, 0.5)"/><text dy="0.32em">a &lt; b<tspan>c</tspan></text></g></svg>';
    expect(clean(svg)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" viewBox="0 0 640 400">' +
        '<clipPath id="out-plot-clip-1"><rect x="40" width="580" height="350"/></clipPath>' +
        '<g clip-path="url(#out-plot-clip-1)" fill="var(--color-he)" font-variant="tabular-nums">' +
        '<path d="M40.1235,370L1e-7,2" stroke="rgba(1, 2, 3, 0.5)"/><text dy="0.32em">a &lt; b<tspan>c</tspan></text></g></svg>',
    );
  });

  it("bounds the size of the root and gives it a view box", () => {
    expect(clean(hostile["root without end"]!)).toContain(
      'width="2000" height="4000" viewBox="0 0 2000 4000"',
    );
  });

  it("shows a link's text and leads nowhere", () => {
    expect(clean(hostile["javascript link"]!)).toContain("<text>press</text>");
  });

  it("lets nothing inside a pattern or a marker refer on, and drops one that is too heavy", () => {
    expect(clean(hostile["cascading patterns"]!)).not.toContain("url(");
    expect(clean(hostile["a marker on each of its own points"]!)).not.toContain("url(");
    expect(clean(hostile["a heavy marker"]!)).not.toContain("marker");
  });
});
