import { describe, expect, it } from "vitest";
import torch, { nn, type Tensor } from "..";

function names(pairs: readonly (readonly [string, unknown])[]): string {
  return pairs.map(([name]) => name).join(" ");
}

class Net extends nn.Module {
  first = new nn.Linear(2, 3);
  act = new nn.ReLU();
  last = new nn.Linear(3, 1);

  override forward(x: Tensor): Tensor {
    return this.last(this.act(this.first(x)));
  }
}

describe("Module", () => {
  it("registers class fields, is a function, and calls forward", () => {
    torch.manual_seed(0);
    const net = new Net();
    expect(typeof net).toBe("function");
    expect(names(net.named_parameters())).toBe("first.weight first.bias last.weight last.bias");
    expect(net(torch.ones(4, 2)).shape).toEqual([4, 1]);
    expect(String(net)).toBe(
      "Net(\n  (first): Linear(in_features=2, out_features=3, bias=True)\n  (act): ReLU()\n  (last): Linear(in_features=3, out_features=1, bias=True)\n)",
    );
  });

  it("keeps the order in which a name was first given a module, not JavaScript's", () => {
    class Later extends nn.Module {
      // An empty slot comes first in JavaScript's own order, as integer-like keys do.
      b: unknown;
      a = new nn.Linear(1, 1);

      constructor() {
        super();
        this.b = new nn.Linear(1, 1);
        Reflect.set(this, "1", new nn.Linear(1, 1));
        Reflect.set(this, "0", new nn.Linear(1, 1));
        this.a = new nn.Linear(2, 2);
      }
    }
    expect(names(new Later().named_children())).toBe("a b 1 0");
  });

  it("registers parameters and buffers as they are assigned, and forgets what is deleted", () => {
    class Scaled extends nn.Module {
      scale: unknown = new nn.Parameter(torch.ones(2));

      constructor() {
        super();
        this.register_buffer("seen", torch.zeros(1));
        this.register_parameter("none", null);
      }
    }
    const module = new Scaled();
    expect(Object.keys(module.state_dict())).toEqual(["scale", "seen"]);
    expect(() => {
      module.scale = torch.zeros(2);
    }).toThrow(
      "cannot assign 'torch.FloatTensor' as parameter 'scale' (torch.nn.Parameter or None expected)",
    );
    module.scale = null;
    expect(Object.keys(module.state_dict())).toEqual(["seen"]);
    Reflect.deleteProperty(module, "seen");
    expect(Object.keys(module.state_dict())).toEqual([]);
  });

  it("is an instance of its classes, and lacks what it lacks", () => {
    const layer = new nn.Linear(2, 2);
    expect(layer instanceof nn.Linear && layer instanceof nn.Module).toBe(true);
    expect(layer instanceof nn.ReLU).toBe(false);
    expect(Reflect.get(new nn.ReLU(), "weight")).toBeUndefined();
    expect(Reflect.has(layer, "name") || Reflect.has(layer, "length")).toBe(false);
  });

  it("applies to children first, and says which module lacks a weight", () => {
    const net = new nn.Sequential(new nn.Linear(2, 2), new nn.Sequential(new nn.ReLU()));
    const visited: string[] = [];
    expect(net.apply((m) => visited.push(m.constructor.name))).toBe(net);
    expect(visited).toEqual(["Linear", "ReLU", "Sequential", "Sequential"]);
    expect(() => net.apply((m) => nn.init.xavier_uniform_(Reflect.get(m, "weight") as Tensor))).toThrow(
      "'ReLU' object has no attribute 'weight'",
    );
    // @ts-expect-error The function must be handed over, not its result.
    expect(() => net.apply(undefined)).toThrow("'NoneType' object is not callable");
  });

  it("runs hooks before and after forward, until they are removed", () => {
    const layer = new nn.Identity();
    const seen: number[] = [];
    const before = layer.register_forward_pre_hook((_, [x]) => (x as Tensor).add(1));
    const after = layer.register_forward_hook((_, inputs, output) => {
      seen.push(inputs.length, output.item());
      return output.mul(10);
    });
    expect(layer(torch.tensor(1)).item()).toBe(20);
    before.remove();
    expect(layer(torch.tensor(1)).item()).toBe(10);
    after.remove();
    expect(layer(torch.tensor(1)).item()).toBe(1);
    expect(seen).toEqual([1, 2, 1, 1]);
  });

  it("counts a shared module and a shared parameter once", () => {
    const shared = new nn.Linear(2, 2);
    const net = new nn.Sequential(shared, new nn.ReLU(), shared);
    expect(net.parameters()).toHaveLength(2);
    expect(names(net.named_modules())).toBe(" 0 1");
    const x = torch.ones(1, 2);
    expect(net(x).equal(shared(shared(x).relu()))).toBe(true);
    expect(net.length).toBe(3);
  });

  it("switches training mode everywhere and loads a state", () => {
    const net = new Net();
    expect(net.eval().act.training).toBe(false);
    expect(net.train().act.training).toBe(true);
    const other = new Net();
    expect(String(other.load_state_dict(net.state_dict()))).toBe("<All keys matched successfully>");
    expect(other.first.weight.equal(net.first.weight)).toBe(true);
    net.first.weight.detach().fill_(0);
    expect(other.first.weight.equal(net.first.weight)).toBe(false);
  });

  it("takes named members in Sequential, and finds them by position", () => {
    const net = new nn.Sequential({ fc: new nn.Linear(2, 3), act: new nn.Tanh() });
    expect(names(net.named_children())).toBe("fc act");
    expect(net.at(-1) instanceof nn.Tanh).toBe(true);
    expect([...new nn.Sequential(new nn.ReLU())][0] instanceof nn.ReLU).toBe(true);
    expect(new nn.Sequential(new nn.ReLU(), new nn.Tanh())[1] instanceof nn.Tanh).toBe(true);
    expect(() => net.at(2)).toThrow("index 2 is out of range");
  });
});
