import { describe, expect, it } from "vitest";
import { formatTable } from "../inspect";

describe("formatTable", () => {
  it("aligns records by their columns, numbers to the right", () => {
    const rows = [
      { layer: "fc1", std: 0.57735, n: 128 },
      { layer: "output", std: 0.1, n: 4, extra: [1] },
    ];
    expect(formatTable(rows).split("\n")).toEqual([
      "(index)  layer       std    n  extra",
      "───────  ──────  ───────  ───  ─────",
      "      0  fc1     0.57735  128",
      "      1  output      0.1    4  [1]",
    ]);
    expect(formatTable(rows, ["n", "missing"]).split("\n")).toEqual([
      "(index)    n  missing",
      "───────  ───  ───────",
      "      0  128",
      "      1    4",
    ]);
  });

  it("takes lists, lists of lists, objects, maps and sets", () => {
    expect(formatTable([[1, 2], [3]])).toBe("(index)  0  1\n───────  ─  ─\n      0  1  2\n      1  3");
    expect(formatTable({ a: 1, b: "x" })).toBe("(index)  Value\n───────  ─────\na        1\nb        x");
    expect(formatTable(new Map([["k", 1]]))).toBe(
      "(index)  Key  Value\n───────  ───  ─────\n      0  k        1",
    );
    expect(formatTable(new Set(["v"]))).toBe("(index)  Value\n───────  ─────\n      0  v");
    expect(formatTable(new Float32Array([0.5]))).toBe("(index)  Value\n───────  ─────\n      0    0.5");
  });

  it("prints what has no rows as console.log would, and folds what is long", () => {
    expect(formatTable("text")).toBe("text");
    expect(formatTable({ toString: () => "tensor(1.)" })).toBe("tensor(1.)");
    expect(formatTable(Array.from({ length: 150 }, () => ({ a: "y".repeat(99) }))).split("\n")).toHaveLength(
      103,
    );
    expect(formatTable([{ a: "two\nlines" }])).toContain("'two\\nlines'");
  });
});
