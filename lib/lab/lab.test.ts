import { describe, expect, it } from "vitest";
import { FIGURE_MIME, parseFigure } from "@/lib/plots";
import torch, { nn } from "@/lib/torch";
import lab, { Figure, type SignalByDepthOptions } from ".";
import { meanSquareAfter, signalTheory } from "./theory";

const digits = (values: readonly (number | null)[] | undefined) =>
  values?.map((value) => Number(value?.toFixed(4)));

describe("lab.signalByDepth", () => {
  it("has the stds that PyTorch 1.13 prints for thirty default layers of width 512, seed 0", {
    timeout: 120_000,
  }, () => {
    // Printed by lab.py (all layers first, then the input); the first ten.
    const printed = [0.5798, 0.2347, 0.1017, 0.0503, 0.0318, 0.0284, 0.0283, 0.0283, 0.0282, 0.0278];
    const theory = [0.5779, 0.2373, 0.1002, 0.0482, 0.0322, 0.0287, 0.0281, 0.028, 0.028, 0.028];
    const run = lab.signalByDepth({ depth: 30, width: 512, act: nn.ReLU, schemes: ["default"] });
    for (const [index, std] of printed.entries())
      expect(Math.abs(run.measured.default![index]! - std)).toBeLessThan(1.5e-4);
    expect(digits(run.theory.default)?.slice(0, 10)).toEqual(theory);
    expect(String(run)).toBe(
      "Preactivation std by layer, ReLU, width 512. default: 0.5798 at layer 1, 0.02831 at layer 30 (vanishing, theory 0.02795).",
    );
  });

  it("starts every scheme from the same seed, and takes the field's other names for them", () => {
    const run = lab.signalByDepth({
      depth: 3,
      width: 32,
      act: nn.Identity,
      schemes: ["LeCun", "glorot", "Kaiming"],
      batch: 16,
    });
    // On a square layer LeCun and Xavier are one number, so with one seed they are one network.
    expect(run.measured.lecun).toEqual(run.measured.xavier);
    expect(run.measured.he![0]! / run.measured.lecun![0]!).toBeCloseTo(Math.SQRT2, 5);
  });

  it("takes a function for the nonlinearity, and says zeros as zeros", () => {
    const run = lab.signalByDepth({ depth: 2, width: 8, act: torch.tanh, schemes: ["zeros"], batch: 4 });
    expect(run.measured.zeros).toEqual([0, 0]);
    expect(run.spec.title).toBe("Preactivation std by layer, tanh, width 8");
  });

  it.each([
    [{ depth: 0 }, "lab.signalByDepth: depth is a whole number above 0, got 0."],
    [{ schemes: ["LSUV"] }, /initialises by zeros, default, LeCun, Xavier and He, got "LSUV"/],
    [{ schemes: ["best"] }, /knows the schemes "zeros".*got "best"/],
    [{ schemes: "He" }, /schemes is a list, got "He"/],
    [{ act: undefined }, /act is a module class such as nn.ReLU/],
  ])("says which rule %j breaks", (wrong, message) => {
    const options = { depth: 1, width: 4, act: nn.ReLU, schemes: ["He"], ...wrong };
    expect(() => lab.signalByDepth(options as unknown as SignalByDepthOptions)).toThrow(message);
  });

  it("says how to call it when it is called as in Python", () => {
    const call = lab.signalByDepth as (...given: unknown[]) => unknown;
    expect(() => call(10, 512)).toThrow(
      "takes one object of options, got 10. Write lab.signalByDepth({ depth: 10",
    );
  });
});

describe("signalTheory", () => {
  it("has the second moments of CURRICULUM's table of gains", () => {
    expect(meanSquareAfter((x) => x.relu(), 1)).toBeCloseTo(0.5, 9);
    expect(meanSquareAfter((x) => x.tanh(), 1)).toBeCloseTo(0.394294, 6);
    expect(meanSquareAfter((x) => x.sigmoid(), 1)).toBeCloseTo(0.293379, 6);
  });

  it("falls to the default's floor, √(2/5n) for ReLU", () => {
    const [last] = signalTheory({
      act: (x) => x.relu(),
      depth: 40,
      weightVariance: 1 / 3,
      biasVariance: 1 / 1536,
    }).slice(-1);
    expect(last).toBeCloseTo(Math.sqrt(2 / (5 * 512)), 12);
  });
});

describe("lab.stdByFanIn", () => {
  it("puts the formulas beside what was measured", () => {
    const figure = lab.stdByFanIn([48, 192], torch.tensor([0.0834, 0.0417]), {
      lines: ["default", "He", "Xavier"],
      fan_out: 48,
    });
    const { measured, theory } = figure.spec;
    expect(measured[0]).toMatchObject({ scheme: "default", x: [48, 192] });
    expect(theory.map(({ label }) => label)).toEqual(["default 1/√(3n)", "He √(2/n)", "Xavier √(2/(n+m))"]);
    expect(theory[0]?.y[0]).toBeCloseTo(1 / 12, 12);
    expect(theory[2]?.y[0]).toBeCloseTo(Math.sqrt(2 / 96), 12);
  });

  it("refuses lists of two lengths, and a formula that lacks a fan", () => {
    expect(() => lab.stdByFanIn([1, 2], [1])).toThrow(
      "needs one std for each width, got 2 widths and 1 stds.",
    );
    expect(() => lab.stdByFanIn([1], [1], { lines: ["Xavier"] })).toThrow(
      /Xavier needs more than fan_in.*Pass fan_out/,
    );
  });
});

describe("lab.histogram", () => {
  it("counts a tensor's values, each once, and says what is not finite", () => {
    const { spec } = lab.histogram(torch.tensor([0, 0.5, 1, 1, Number.NaN, Number.POSITIVE_INFINITY]), {
      bins: 2,
    });
    expect(spec).toMatchObject({
      edges: [0, 0.5, 1],
      counts: [1, 3],
      stats: { count: 6, notFinite: 2, min: 0, max: 1 },
    });
  });

  it("divides by N − 1 as Tensor.std does, and survives a single value", () => {
    const values = [1, 2, 4, 8.5];
    expect(lab.histogram(values).spec.stats.std).toBeCloseTo(torch.tensor(values).std().item() as number, 6);
    expect(lab.histogram([3]).spec).toMatchObject({
      stats: { std: null, mean: 3 },
      edges: expect.arrayContaining([2.5, 3.5]),
    });
  });

  it("lays laws over it and marks bounds by their names", () => {
    const { spec } = lab.histogram([1, -1], {
      density: [{ uniform: 1 }, { normal: 0.5 }],
      bounds: { "1/√n": 1 },
    });
    expect(spec.densities.map(({ label }) => label)).toEqual(["uniform on ±1", "normal, std 0.5"]);
    expect(spec.bounds).toEqual([{ at: 1, label: "1/√n" }]);
  });

  it.each([
    [
      () => lab.histogram(torch.empty(0)),
      "lab.histogram: needs at least one finite value, got an empty tensor.",
    ],
    [() => lab.histogram([Number.NaN]), "got 1 value, none finite."],
    [() => lab.histogram(3 as never), "needs a tensor or a list of numbers, got 3."],
    [
      () => lab.histogram([torch.tensor(1)] as never),
      "got a list that holds a tensor. Take the number out of a tensor by item().",
    ],
    [() => lab.histogram([1], { bins: 0 }), "bins is a whole number from 1 to 1000, got 0."],
    [() => lab.histogram([1], { density: { normal: 0 } }), "the std of a normal density is above 0, got 0."],
  ])("says which rule was broken (%#)", (call, message) => {
    expect(call).toThrow(message);
  });
});

describe("lab.figure", () => {
  const base = { title: "T", x: "layer", y: { name: "std", log: true } };

  it("counts x from 1, takes formulas, and gives series a colour each", () => {
    const series = [
      { name: "measured", y: torch.tensor([0.5, 0.25]), color: "He" },
      { name: "theory", as: "theory" as const, x: [1, 2, 3], y: (layer: number) => 2 ** -layer },
    ];
    const { spec } = lab.figure({ ...base, series });
    expect(spec.series).toEqual([
      { label: "measured", colour: "he", mark: "dots", x: [1, 2], y: [0.5, 0.25] },
      { label: "theory", colour: "press", mark: "dashed", x: [1, 2, 3], y: [0.5, 0.25, 0.125] },
    ]);
  });

  it("says which series is wrong, and that a formula needs its x", () => {
    expect(() => lab.figure({ ...base, series: [] })).toThrow("needs at least one of series, got none.");
    expect(() => lab.figure({ ...base, series: [{ name: "a", x: [1], y: [1, 2] }] })).toThrow(
      'the series "a" needs one x for each y',
    );
    expect(() => lab.figure({ ...base, series: [{ name: "a", y: Math.sqrt }] })).toThrow(
      "it needs the x to compute it at",
    );
  });

  it("refuses what the page would refuse, at the cell that made it", () => {
    const series = [{ name: "a".repeat(60), y: [1] }];
    expect(() => lab.figure({ ...base, series })).toThrow(/^lab\.figure: series\.0\.label/);
  });
});

describe("Figure", () => {
  it("shows itself as words and as data that the page takes", () => {
    const figure = lab.histogram([1, 2, 3]);
    const bundle = figure[Symbol.for("fan-in.display") as never] as unknown as () => Record<string, unknown>;
    const shown = bundle.call(figure);
    expect(shown["text/plain"]).toBe(String(figure));
    expect(parseFigure(JSON.parse(JSON.stringify(shown[FIGURE_MIME])))).toMatchObject({ ok: true });
    expect(figure).toBeInstanceOf(Figure);
    expect(figure.table().rows).toHaveLength(40);
  });

  it("lists the seven schemes with their formulas", () => {
    expect(lab.schemes.map(({ key }) => key)).toEqual([
      "zeros",
      "default",
      "lecun",
      "xavier",
      "he",
      "orthogonal",
      "lsuv",
    ]);
    const he = lab.schemes.find(({ key }) => key === "he");
    expect(he?.weightStd({ fan_in: 512 })).toBe(0.0625);
  });
});

describe("the course's data and network", () => {
  it("has the rows that PyTorch draws, in balance, and leaves the default generator alone", () => {
    torch.manual_seed(7);
    const { X, Y } = lab.xor();
    const after = torch.rand(1).item();
    torch.manual_seed(7);
    expect(torch.rand(1).item()).toBe(after);
    // As PyTorch prints them.
    expect(String(X.narrow(0, 0, 2))).toBe("tensor([[-1.1258,  1.1524],\n        [-0.2506, -0.4339]])");
    expect(Y.sum().item()).toBe(128);
    const [x, y] = [X.select(1, 0), X.select(1, 1)];
    expect(torch.equal(x.mul(y).gt(0).long(), Y)).toBe(true);
  });

  it("builds the network in the order in which data passes, and applies an init afterwards", () => {
    const seen: string[] = [];
    const net = lab.mlp({
      depth: 2,
      act: nn.Tanh,
      init: (module) => void seen.push(module.constructor.name),
    });
    expect(String(net)).toContain("(4): Linear(in_features=64, out_features=2, bias=True)");
    expect(seen).toEqual(["Linear", "Tanh", "Linear", "Tanh", "Linear", "Sequential"]);
    expect(() => lab.mlp({ depth: 0 })).toThrow("lab.mlp: depth is a whole number above 0, got 0.");
  });
});
