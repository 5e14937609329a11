import { expect, test } from "vitest";
import type { DepthSpec } from "@/lib/plots";
import { cutDepth, toReadings } from "./reading";

const figure: DepthSpec = {
  kind: "depth",
  title: "Signal",
  caption: "",
  x: { name: "layer", short: "layer", log: false },
  y: { name: "preactivation std", short: "std", log: true },
  wanted: 1,
  layers: [1, 2, 3],
  schemes: [
    { scheme: "he", label: "He", measured: [1.4, 1.5, 1.3], theory: [1.41, 1.41, 1.41] },
    { scheme: "default", label: "default", measured: [0.58, 0.23, 0.1], theory: [] },
  ],
};

test("a reading follows the signal scale layer by layer", () => {
  const [he, usual] = toReadings(figure);
  expect(he?.signals).toEqual(["healthy", "healthy", "healthy"]);
  expect(usual?.signals).toEqual(["healthy", "vanishing", "vanishing"]);
  expect(usual?.end).toBe("vanishing");
});

test("a cut keeps the first layers of what was measured and of what theory says", () => {
  const cut = cutDepth(figure, 2);
  expect(cut.layers).toEqual([1, 2]);
  expect(cut.schemes.map(({ measured, theory }) => [measured.length, theory.length])).toEqual([
    [2, 2],
    [2, 0],
  ]);
  expect(figure.layers).toHaveLength(3);
});
