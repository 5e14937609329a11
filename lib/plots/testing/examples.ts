/** One small figure of each kind that is drawn from data, for tests. */
import type { DepthSpec, HistogramSpec, LinesSpec, ScalingSpec } from "../spec";

const WIDTHS = [16, 64, 256, 1024];

export function scalingExample(): ScalingSpec {
  const law = (factor: number) => WIDTHS.map((fan_in) => Math.sqrt(factor / fan_in));
  return {
    kind: "scaling",
    title: "Std of the weight by fan_in",
    caption: "Dots: measured. Dashed: theory.",
    x: { name: "fan_in", short: "fan_in", log: true },
    y: { name: "std of the weight", short: "std", log: true },
    measured: [{ scheme: "default", label: "default", x: WIDTHS, y: [0.1452, 0.0724, 0.03611, 0.01805] }],
    theory: [
      { scheme: "default", label: "default 1/√(3n)", x: WIDTHS, y: law(1 / 3) },
      { scheme: "lecun", label: "LeCun 1/√n", x: WIDTHS, y: law(1) },
      { scheme: "he", label: "He √(2/n)", x: WIDTHS, y: law(2) },
    ],
  };
}

/** Four schemes whose lines end at one place, and one that is exactly zero. */
export function depthExample(depth = 10): DepthSpec {
  const layers = Array.from({ length: depth }, (_, index) => index + 1);
  const falling = (factor: number) => layers.map((layer) => factor ** (layer - 1));
  const schemes: DepthSpec["schemes"] = [
    { scheme: "default", label: "default", measured: falling(0.41), theory: falling(0.408) },
    { scheme: "lecun", label: "LeCun", measured: falling(0.411), theory: falling(0.409) },
    { scheme: "xavier", label: "Xavier", measured: falling(0.412), theory: [] },
    { scheme: "orthogonal", label: "orthogonal", measured: falling(0.409), theory: [] },
    { scheme: "he", label: "He", measured: layers.map(() => 1.41), theory: layers.map(() => Math.SQRT2) },
    { scheme: "zeros", label: "zeros", measured: layers.map(() => 0), theory: [] },
  ];
  return {
    kind: "depth",
    title: "Preactivation std by layer",
    caption: "",
    x: { name: "layer", short: "layer", log: false },
    y: { name: "preactivation std", short: "std", log: true },
    wanted: 1,
    layers,
    schemes,
  };
}

export function histogramExample(): HistogramSpec {
  return {
    kind: "histogram",
    title: "Weights",
    caption: "",
    x: { name: "weight", short: "weight", log: false },
    y: { name: "density", short: "density", log: false },
    colour: "default",
    edges: [-0.5, -0.25, 0, 0.25, 0.5],
    counts: [10, 12, 9, 9],
    stats: { count: 41, notFinite: 1, mean: 0.001, std: 0.2887, min: -0.5, max: 0.5 },
    densities: [{ law: "uniform", low: -0.5, high: 0.5, label: "uniform on ±1/√n", colour: "ink" }],
    bounds: [
      { at: -0.5, label: "−1/√n" },
      { at: 0.5, label: "1/√n" },
    ],
  };
}

export function linesExample(points = 20): LinesSpec {
  const x = Array.from({ length: points }, (_, index) => index + 1);
  return {
    kind: "lines",
    title: "To NaN",
    caption: "",
    x: { name: "layer", short: "layer", log: false },
    y: { name: "std of the output", short: "std", log: true },
    series: [
      {
        label: "measured",
        colour: "explode",
        mark: "dots",
        x,
        y: x.map((layer) => (layer < 18 ? 22.6 ** layer : null)),
      },
      { label: "√512 a layer", colour: "ink", mark: "dashed", x, y: x.map((layer) => 22.627 ** layer) },
    ],
    rules: [{ axis: "y", at: 3.4e38, label: "float32 ends" }],
    wanted: null,
  };
}

export const examples = [scalingExample(), depthExample(), histogramExample(), linesExample()] as const;
