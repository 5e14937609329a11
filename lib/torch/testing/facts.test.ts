/**
 * Facts of the curriculum (its section 8) that are not a single tensor of PyTorch's: closed forms, depths at which chains
 * break, and measurements owed to four digits. The tensors are in tests/golden/engine-*.json.
 */
import { describe, expect, it } from "vitest";
import torch, { nn, type Tensor } from "..";

const { sqrt, fround } = Math;

describe("facts of the curriculum", () => {
  it("kaiming(a=√5) and 1/√n are one float32 bound for all n up to 65,536", () => {
    const gain = nn.init.calculate_gain("leaky_relu", sqrt(5));
    for (let n = 1; n <= 65536; n++) {
      const bound = sqrt(3) * (gain / sqrt(n));
      if (fround(bound) !== fround(1 / sqrt(n))) throw new Error(`the bounds differ at n = ${n}`);
    }
    expect(sqrt(3) * (gain / sqrt(512))).toBe(0.04419417382415921);
  });

  it("the default weight of Linear is uniform_(±1/√fan_in), bit for bit", () => {
    torch.manual_seed(0);
    const { weight, bias } = new nn.Linear(512, 512);
    torch.manual_seed(0);
    const drawn = torch.empty(512, 512).uniform_(-1 / sqrt(512), 1 / sqrt(512));
    expect(torch.equal(weight, drawn)).toBe(true);
    expect(weight.std().item()).toBeCloseTo(0.0255222, 6);
    expect(weight.abs().max().item()).toBeCloseTo(0.044194, 6);
    expect(bias!.std().item()).toBeCloseTo(0.0258, 3);
    const preactivation = new nn.Linear(512, 512)(torch.randn(256, 512)).var().item();
    expect(preactivation).toBeCloseTo(0.334, 2);
  });

  it("a Linear(3, 2) consumes 8 draws, and what comes next follows them", () => {
    const generator = torch.manual_seed(0);
    new nn.Linear(3, 2);
    expect(generator.digest().draws).toBe(8);
  });

  it.each([
    [512, 29],
    [256, 32],
  ])(
    "unit normals of width %i: tensor %i is the first that is not finite",
    (n, first) => {
      torch.manual_seed(0);
      let x = torch.randn(n);
      for (let layer = 1; layer <= first; layer++) {
        x = torch.randn(n, n).matmul(x);
        const finite = x.isfinite().all().item();
        expect([layer, Boolean(finite)]).toEqual([layer, layer < first]);
        if (n === 512 && layer === 28) expect(Number.isFinite(x.std().item())).toBe(false);
      }
    },
    60000,
  );

  it.each([
    ["linear", 70, (x: Tensor) => x],
    ["ReLU", 57, (x: Tensor) => x.relu()],
  ] as const)(
    "normals of std 0.01, width 512, %s: layer %i is the first that is 0 throughout",
    (_, zero, act) => {
      torch.manual_seed(0);
      let x = torch.randn(512);
      for (let layer = 1; layer <= zero; layer++) {
        x = act(torch.randn(512, 512).mul(0.01).matmul(x));
        if (layer >= zero - 1) expect(x.eq(0).all().item()).toBe(layer === zero);
      }
    },
    60000,
  );

  it("ten default ReLU layers of width 512 fall to their floor", () => {
    torch.manual_seed(0);
    const layers = Array.from({ length: 30 }, () => new nn.Linear(512, 512));
    let x = torch.randn(256, 512);
    const measured = layers.slice(0, 10).map((layer) => {
      const z = torch.no_grad(() => layer(x));
      x = z.relu();
      return z.std().item();
    });
    const owed = [0.5798, 0.2347, 0.1017, 0.0503, 0.0318, 0.0284, 0.0283, 0.0283, 0.0282, 0.0278];
    measured.forEach((std, i) => {
      expect(Math.abs(std - owed[i]!)).toBeLessThan(1e-4);
    });
  }, 60000);

  it("He-uniform divided by the default on one seed is √6 for every entry", () => {
    torch.manual_seed(0);
    const usual = new nn.Linear(64, 32).weight;
    torch.manual_seed(0);
    const he = nn.init.kaiming_uniform_(torch.empty(32, 64), { nonlinearity: "relu" });
    const ratio = he.div(usual.detach());
    expect(ratio.min().item()).toBeCloseTo(sqrt(6), 4);
    expect(ratio.max().item()).toBeCloseTo(sqrt(6), 4);
  });

  it("the formula of the thread is wrong by fan_in", () => {
    expect(sqrt((1 / 3.0) * 512)).toBeCloseTo(13.063945, 6);
    expect(sqrt(1 / (3.0 * 512))).toBeCloseTo(0.02551552, 8);
  });
});
