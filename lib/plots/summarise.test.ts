import { describe, expect, it } from "vitest";
import { summarise } from "./summarise";
import { depthExample, histogramExample, linesExample, scalingExample } from "./testing/examples";

describe("summarise", () => {
  it("says of a scaling figure what was measured, how near theory is, and the lines beside it", () => {
    expect(summarise(scalingExample())).toBe(
      "Std of the weight by fan_in. default measured 0.1452 at fan_in 16, 0.01805 at fan_in 1024, within 1% of default 1/√(3n). " +
        "Theory beside it: LeCun 1/√n (0.25 at fan_in 16, 0.03125 at fan_in 1024); He √(2/n) (0.3536 at fan_in 16, 0.04419 at fan_in 1024).",
    );
  });

  it("says of each scheme where its signal begins and ends, and what that amounts to", () => {
    const words = summarise(depthExample());
    expect(words).toContain("default: 1 at layer 1, 0.0003274 at layer 10 (vanishing, theory 0.0003133).");
    expect(words).toContain("He: 1.41 at layer 1, 1.41 at layer 10 (healthy, theory 1.414).");
    expect(words).toContain("zeros: 0 at layer 1, 0 at layer 10 (vanishing).");
  });

  it("calls a signal that is not finite exploding", () => {
    const spec = depthExample(2);
    spec.schemes = [{ scheme: "he", label: "He", measured: [1e30, null], theory: [] }];
    expect(summarise(spec)).toContain("He: 1e30 at layer 1, not finite at layer 2 (exploding).");
  });

  it("gives a histogram's size, moments, range, and the values that are not finite", () => {
    expect(summarise(histogramExample())).toBe(
      "Weights: 41 values in 4 bins. 1 of them not finite. Mean 0.001, std 0.2887, from -0.5 to 0.5. " +
        "Drawn over it: uniform on -0.5 to 0.5. Marked: −1/√n at -0.5; 1/√n at 0.5.",
    );
  });

  it("says where a series stops being finite", () => {
    expect(summarise(linesExample())).toContain("measured: 22.6 at layer 1, not finite at layer 20.");
  });

  it("repeats a drawn figure's own words", () => {
    const drawn = { kind: "drawn", svg: "<svg/>", title: "Sine", label: "line (1)", legends: [] } as const;
    expect(summarise({ ...drawn, legends: [] })).toBe("Figure drawn with Observable Plot: line (1). Sine");
  });
});
