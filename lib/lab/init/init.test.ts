/** What the papers claim of their initialisers, measured. */
import { describe, expect, it } from "vitest";
import torch, { nn, optim, type Tensor } from "@/lib/torch";
import lab from "..";

const { init } = lab;

describe("lab.init.delta_orthogonal_ (Xiao et al. 2018)", () => {
  it.each([
    ["one dimension", () => new nn.Conv1d(8, 8, 3, { padding: "same", bias: false }), [5, 8, 11]],
    ["more output channels", () => new nn.Conv2d(4, 9, 3, { padding: "same", bias: false }), [2, 4, 6, 5]],
    ["an even kernel", () => new nn.Conv2d(4, 4, [2, 4], { padding: "same", bias: false }), [2, 4, 6, 5]],
    ["three dimensions", () => new nn.Conv3d(3, 5, 3, { padding: 1, bias: false }), [2, 3, 4, 3, 5]],
  ] as const)("keeps the length of each place's channels: %s", (_, make, size) => {
    torch.manual_seed(1);
    const layer = make();
    init.delta_orthogonal_(layer.weight);
    const x = torch.randn(size);
    const y = torch.no_grad(() => (layer as nn.Layer)(x));
    expect(y.norm(2, 1).sub(x.norm(2, 1)).abs().max().item()).toBeLessThan(1e-5);
  });

  it("keeps the length through a hundred layers, and gain multiplies it", () => {
    torch.manual_seed(2);
    const layers = Array.from({ length: 100 }, () => new nn.Conv2d(6, 6, 3, { padding: 1, bias: false }));
    for (const layer of layers) init.delta_orthogonal_(layer.weight, 1.01);
    const x = torch.randn(2, 6, 5, 5);
    const y = torch.no_grad(() => new nn.Sequential(...layers)(x));
    expect(y.norm().item() / x.norm().item() / 1.01 ** 100).toBeCloseTo(1, 3);
  });

  it.each([
    [[3, 4, 3], "at least as many output as input channels, got 3 and 4"],
    [[4, 4], "For a matrix use nn.init.orthogonal_"],
    [[4, 4, 0], "a kernel with a centre"],
  ] as const)("refuses a weight of shape [%s]", (shape, message) => {
    expect(() => init.delta_orthogonal_(torch.empty(shape))).toThrow(message);
  });

  it("leaves the weight alone when it refuses a gain", () => {
    const weight = torch.ones(2, 2, 3);
    expect(() => init.delta_orthogonal_(weight, Number.NaN)).toThrow("gain is a finite number, got NaN");
    expect(() => init.delta_orthogonal_(new nn.Conv1d(2, 2, 3) as never)).toThrow("Pass layer.weight");
    expect(weight.eq(1).all().item()).toBeTruthy();
  });
});

describe("lab.init.lsuv_ (Mishkin & Matas 2016)", () => {
  class OutOfOrder extends nn.Module {
    second = new nn.Linear(30, 20);
    first = new nn.Linear(12, 30);
    override forward(x: Tensor) {
      return this.second(this.first(x).tanh());
    }
  }
  const variances = (model: nn.Module, data: Tensor): number[] => {
    const found: number[] = [];
    const handles = model
      .modules()
      .filter((module) => "weight" in module)
      .map((module) =>
        module.register_forward_hook((_, __, output) => {
          found.push(output.var(false).item());
        }),
      );
    model(data);
    for (const handle of handles) handle.remove();
    return found;
  };
  const far = () => torch.randn(64, 12).mul(7).add(3);

  it.each([
    [
      "convolutions and relu",
      () =>
        new nn.Sequential(
          new nn.Conv2d(1, 6, 3),
          new nn.ReLU(),
          new nn.Conv2d(6, 8, 2),
          new nn.ReLU(),
          new nn.Flatten(),
          new nn.Linear(24, 5),
        ),
      () => torch.randn(64, 1, 6, 4).mul(7).add(3),
    ],
    ["layers assigned in another order than they run", () => new OutOfOrder(), far],
  ] as const)("gives every layer's output variance 1: %s", (_, make, batch) => {
    torch.manual_seed(3);
    const model = make();
    const data = batch();
    expect(init.lsuv_(model, data, { tol: 1e-3 })).toBe(model);
    const found = variances(model, data);
    expect(found).toHaveLength(model instanceof OutOfOrder ? 2 : 3);
    for (const variance of found) expect(Math.abs(variance - 1)).toBeLessThan(1e-3);
    expect(model.parameters().every((parameter) => parameter.requires_grad && parameter.is_leaf)).toBe(true);
  });

  it("says which layer never gets there", () => {
    const dead = new nn.Sequential(new nn.Linear(12, 4), new nn.Threshold(100, 0), new nn.Linear(4, 4));
    expect(() => init.lsuv_(dead, torch.randn(8, 12))).toThrow(/the layer "2" does not reach .* is constant/);
    const stubborn = new nn.Linear(12, 4);
    stubborn.register_forward_hook((_, __, output) => output.div(output.std()).mul(3));
    expect(() => init.lsuv_(stubborn, torch.randn(8, 12), { max_iterations: 4 })).toThrow(
      "in 4 iterations, got 8.7",
    );
    const overflow = torch.full([8, 12], 3e38);
    expect(() => init.lsuv_(new nn.Linear(12, 4), overflow)).toThrow('the layer "" does not reach');
  });

  it("refuses before it changes anything, and leaves no hook behind", () => {
    class Half extends OutOfOrder {
      override forward(x: Tensor) {
        return this.first(x) as Tensor;
      }
    }
    const model = new Half();
    const before = model.first.weight.clone();
    expect(() => init.lsuv_(model, torch.randn(4, 12))).toThrow('does not pass the layer "second"');
    expect(() => init.lsuv_(model, torch.randn(4, 11))).toThrow("mat1 and mat2");
    expect(() => init.lsuv_(model, torch.randn(4, 12), { tol: 0 })).toThrow("tol is a number above 0");
    expect(() => init.lsuv_(model, torch.empty(0, 12))).toThrow("a batch of data");
    expect(() => init.lsuv_(model.first.weight as never, before)).toThrow("model is a module, got a tensor");
    expect(() => init.lsuv_(new nn.ReLU(), before)).toThrow("no linear layer");
    expect(torch.equal(model.first.weight, before)).toBe(true);
  });
});

describe("lab.init.fixup_ (Zhang, Dauphin & Ma 2019)", () => {
  class Residual extends nn.Module {
    stem = new nn.Linear(10, 16);
    branches: nn.ModuleList;
    head = new nn.Linear(16, 3);
    constructor(depth: number, m = 2) {
      super();
      const branch = () => {
        const layers = Array.from({ length: m }, () => [new nn.Linear(16, 16), new nn.ReLU()]).flat();
        return new nn.Sequential(...layers.slice(0, -1));
      };
      this.branches = new nn.ModuleList(Array.from({ length: depth }, branch));
    }
    features(x: Tensor): Tensor {
      let h = this.stem(x);
      for (const branch of this.branches) h = h.add(branch(h));
      return h;
    }
    override forward(x: Tensor) {
      return this.head(this.features(x));
    }
  }
  const options = (net: Residual) => ({ branches: [...net.branches], classifier: net.head });

  it.each([2, 3, 4])("scales the weights of branches of %i layers by L^(-1/(2m - 2))", (m) => {
    const net = new Residual(32, m);
    torch.manual_seed(4);
    init.fixup_(net, options(net));
    torch.manual_seed(4);
    nn.init.kaiming_normal_(torch.empty(16, 10), { nonlinearity: "relu" });
    const [first] = net.branches;
    for (const [name, parameter] of first!.named_parameters()) {
      if (name.endsWith("bias") || name === `${2 * m - 2}.weight`) {
        expect(parameter.eq(0).all().item()).toBeTruthy();
        continue;
      }
      const he = nn.init.kaiming_normal_(torch.empty(16, 16), { nonlinearity: "relu" });
      expect(torch.equal(parameter, he.mul(32 ** (-1 / (2 * m - 2))))).toBe(true);
    }
    expect(net.head.weight.eq(0).all().item()).toBeTruthy();
    expect(net.stem.weight.std().item()).toBeCloseTo(Math.sqrt(2 / 10), 1);
  });

  it("starts with an output that depth does not change", () => {
    const x = torch.randn(20, 10);
    for (const depth of [2, 100]) {
      const net = new Residual(depth);
      init.fixup_(net, options(net));
      expect(torch.equal(net.features(x), net.stem(x))).toBe(true);
      expect(net(x).eq(0).all().item()).toBeTruthy();
    }
  });

  it("moves by as much in three steps of SGD at any depth, where He's weights explode", () => {
    const change = (depth: number, start: (net: Residual) => unknown) => {
      torch.manual_seed(5);
      const net = new Residual(depth);
      const x = torch.randn(20, 10);
      const target = torch.randn(20, 3);
      start(net);
      const before = net(x).detach();
      const sgd = new optim.SGD(net.parameters(), { lr: 0.05 });
      for (let step = 0; step < 3; step++) {
        sgd.zero_grad();
        net(x).sub(target).square().mean().backward();
        sgd.step();
      }
      return net(x).sub(before).norm().item();
    };
    const fixup = [4, 16, 64].map((depth) => change(depth, (net) => init.fixup_(net, options(net))));
    expect(Math.max(...fixup) / Math.min(...fixup)).toBeLessThan(1.5);
    const he = (net: Residual) =>
      net.apply((m) => m instanceof nn.Linear && nn.init.kaiming_normal_(m.weight, { nonlinearity: "relu" }));
    const [shallow, deep] = [4, 64].map((depth) => change(depth, he)) as [number, number];
    expect(deep / shallow > 1e6 || !Number.isFinite(deep)).toBe(true);
  });

  it("names what is wrong with its branches", () => {
    const net = new Residual(2);
    const [first, second] = net.branches;
    const refusal = (given: unknown) => () => init.fixup_(net, given as never);
    expect(refusal(undefined)).toThrow("takes one object of options");
    expect(refusal({ branches: [] })).toThrow("at least one of branches");
    expect(refusal({ branches: net.branches })).toThrow("branches is a list");
    expect(refusal({ branches: [first, new nn.Linear(2, 2)] })).toThrow(
      "branches[1] is no part of the model",
    );
    expect(refusal({ branches: [first, first] })).toThrow("branches[1] shares a layer");
    expect(refusal({ branches: [first], classifier: second })).toThrow("classifier is one linear layer");
    expect(refusal({ branches: [first, (first as nn.Sequential)[1]] })).toThrow(
      "branches[1] has no linear layer",
    );
  });
});
