import { describe, expect, it } from "vitest";
import torch, { nn, type Tensor } from "..";

describe("containers", () => {
  it("hold members under their positions, and follow an assignment to one", () => {
    const list = new nn.ModuleList([new nn.Linear(2, 2), new nn.ReLU()]);
    expect(list[0] instanceof nn.Linear).toBe(true);
    Reflect.set(list, "1", new nn.Tanh());
    expect([...list].map((layer) => layer._get_name())).toEqual(["Linear", "Tanh"]);
    list.set(-1, new nn.Linear(2, 1)).delete(0);
    expect(list.parameters().map(({ shape }) => shape)).toEqual([[1, 2], [1]]);
    expect(Reflect.has(list, "1")).toBe(false);
  });

  it("make a network know what a plain array would hide", () => {
    class Net extends nn.Module {
      hidden = [new nn.Linear(2, 2)];
      known = new nn.ModuleList([new nn.Linear(2, 2)]);
      scales = new nn.ParameterList([torch.ones(2)]);
      heads = new nn.ModuleDict({ a: new nn.Linear(2, 1) });
    }
    const names = new Net().named_parameters().map(([name]) => name);
    expect(names).toEqual(["known.0.weight", "known.0.bias", "scales.0", "heads.a.weight", "heads.a.bias"]);
  });
});

describe("copies of a layer", () => {
  it("start alike and share nothing, whatever the layer is made of", () => {
    class Block extends nn.Module {
      fc = new nn.Linear(2, 2);
      again = this.fc;
      rates = [0.1, 0.2];
      mask: Tensor;

      constructor() {
        super();
        this.mask = torch.ones(2);
        this.register_buffer("seen", torch.zeros(1), false);
        this.register_forward_hook((_, __, output) => output.mul(2));
      }

      override forward(x: Tensor): Tensor {
        return this.fc(x);
      }
    }
    const block = new Block();
    const generator = torch.manual_seed(0);
    const before = generator.digest().draws;
    const copy = block._deepcopy();
    expect(generator.digest().draws).toBe(before);
    expect(copy instanceof Block).toBe(true);
    expect(copy.again).toBe(copy.fc);
    expect(copy.fc).not.toBe(block.fc);
    expect(copy.rates).toEqual(block.rates);
    expect(copy.rates).not.toBe(block.rates);
    expect(Object.keys(copy.state_dict())).toEqual(Object.keys(block.state_dict()));
    const x = torch.ones(1, 2);
    expect(copy(x).equal(block(x))).toBe(true);
    torch.no_grad(() => copy.fc.weight.zero_());
    expect(block.fc.weight.abs().sum().item()).toBeGreaterThan(0);
  });

  it("are what an encoder is made of: equal values, separate parameters", () => {
    const layer = new nn.TransformerEncoderLayer(4, 2, 8);
    const encoder = new nn.TransformerEncoder(layer, 2);
    const [first, second] = encoder.layers as unknown as Iterable<nn.TransformerEncoderLayer>;
    expect(first!.linear1.weight.equal(second!.linear1.weight)).toBe(true);
    expect(first!.linear1.weight === second!.linear1.weight).toBe(false);
    expect(encoder.parameters()).toHaveLength(2 * layer.parameters().length);
  });
});

describe("layers", () => {
  it("take their arguments by position, by name, or both", () => {
    const texts = [
      new nn.Conv2d(1, 2, 3, 1, { padding: 1 }),
      new nn.Conv2d(1, 2, 3, { stride: 1, padding: 1 }),
      new nn.Conv2d(1, 2, { kernel_size: 3, padding: 1 }),
      new nn.Conv2d(1, 2, 3, 1, 1),
    ].map(String);
    expect(new Set(texts)).toEqual(
      new Set(["Conv2d(1, 2, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))"]),
    );
    // @ts-expect-error There is no such keyword.
    expect(() => new nn.Conv2d(1, 2, 3, { strides: 2 })).toThrow("unexpected keyword argument 'strides'");
  });

  it("give fresh row-major outputs, which can be viewed and written to", () => {
    torch.manual_seed(0);
    for (const batch of [1, 3]) {
      const y = torch.no_grad(() => new nn.Conv2d(2, 3, 3)(torch.randn(batch, 2, 5, 5)));
      expect(y.is_contiguous() && y._base === null).toBe(true);
      expect(y.view(batch, -1).shape).toEqual([batch, 27]);
    }
  });

  it("keep infinities out of neighbouring outputs of a transposed convolution", () => {
    const layer = new nn.ConvTranspose1d(1, 1, 2, { stride: 2, bias: false });
    torch.no_grad(() => layer.weight.fill_(1));
    const x = torch.tensor([[[Number.POSITIVE_INFINITY, 1]]]);
    expect(torch.no_grad(() => layer(x)).tolist()).toEqual([
      [[Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 1, 1]],
    ]);
  });

  it("count batches in int64, and not in evaluation", () => {
    const norm = new nn.BatchNorm1d(2);
    norm(torch.randn(4, 2));
    norm.eval()(torch.randn(4, 2));
    expect(norm.num_batches_tracked!.dtype).toBe(torch.int64);
    expect(norm.num_batches_tracked!.item()).toBe(1);
  });

  it("leave the weight to its norm: writing to g changes the next call", () => {
    const layer = nn.utils.weight_norm(new nn.Linear(2, 2, { bias: false }));
    const x = torch.ones(1, 2);
    const before = layer(x);
    torch.no_grad(() => layer.weight_g.mul_(2));
    expect(torch.allclose(layer(x), before.mul(2))).toBe(true);
    expect(layer.parameters()).toHaveLength(2);
  });
});
