/** Memory that is given back is never one that anybody can still see. tensor/poison.ts fills it with NaN. */
import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import torch, { nn, type Tensor } from "..";
import { spareBuffers } from "../tensor";

function mlp(depth: number): InstanceType<typeof nn.Sequential> {
  const layers = Array.from({ length: depth }, () => [new nn.Linear(8, 8), new nn.ReLU()]).flat();
  return new nn.Sequential(...layers);
}

/** The bits of tensors that somebody holds. */
function bitsOf(tensors: readonly Tensor[]): string {
  return tensors.map((tensor) => Buffer.from(tensor.toTypedArray().buffer).toString("hex")).join();
}

const small = spareBuffers.least;
afterEach(() => {
  spareBuffers.least = small;
});

describe("memory of gradients", () => {
  it("goes to later gradients of a run, whose values are those without reuse", () => {
    const grads = [small, Number.POSITIVE_INFINITY].map((least) => {
      spareBuffers.least = least;
      torch.manual_seed(0);
      const model = mlp(6);
      const x = torch.randn(5, 8);
      for (let i = 0; i < 3; i++) model(x).square().mean().backward();
      return bitsOf([...model.parameters()].map((parameter) => parameter.grad!));
    });
    expect(grads[0]).toBe(grads[1]);
  });

  it("is left alone where a hook, a module's hook or a replaced method has seen it", () => {
    torch.manual_seed(1);
    const model = mlp(4);
    const kept: Tensor[] = [];
    model.get_submodule("2").register_full_backward_hook((_module, _inputs, outputs) => {
      kept.push(...outputs.flatMap((grad) => (grad === null ? [] : [grad])));
    });
    const x = torch.randn(3, 8, { requires_grad: true });
    x.register_hook((grad) => {
      kept.push(grad);
    });
    const { mm } = torch.Tensor.prototype;
    const run = () => model(x).mul(2).square().sum().backward();
    run();
    try {
      torch.Tensor.prototype.mm = function (this: Tensor, other: Tensor) {
        const product = mm.call(this, other);
        kept.push(product);
        return product;
      };
      run();
    } finally {
      Reflect.deleteProperty(torch.Tensor.prototype, "mm");
    }
    expect(kept.length).toBeGreaterThan(6);
    const before = bitsOf(kept);
    for (let i = 0; i < 3; i++) run();
    expect(bitsOf(kept.slice(0, 6))).toBe(before.split(",").slice(0, 6).join());
    expect(bitsOf(kept).startsWith(before)).toBe(true);
  });

  it("is left alone where it became a leaf's grad, a retained one, or a result of torch.autograd.grad", () => {
    torch.manual_seed(2);
    const w = torch.randn(8, 8, { requires_grad: true });
    const x = torch.randn(4, 8, { requires_grad: true });
    const middle = x.matmul(w);
    middle.retain_grad();
    middle.add(x).tanh().sum().backward();
    const found = torch.autograd.grad(x.mul(x).matmul(w).exp().sum(), [x, w]) as Tensor[];
    const kept = [w.grad!, x.grad!, middle.grad!, ...found];
    const before = bitsOf(kept);
    for (let i = 0; i < 4; i++)
      torch.randn(4, 8, { requires_grad: true }).matmul(w.detach()).tanh().sum().backward();
    expect(bitsOf(kept)).toBe(before);
  });

  it("is never that of a tensor that is alive, whatever is computed", () => {
    const steps: readonly ((x: Tensor, w: Tensor) => Tensor)[] = [
      (x, w) => x.matmul(w),
      (x) => x.tanh(),
      (x) => x.t(),
      (x) => x.add(x),
      (x, w) => x.mul(w),
      (x) => x.reshape(2, 8).view(4, 4),
      (x) => x.expand(2, 4, 4).sum(0),
      (x) => torch.cat([x.at(torch.slice(2, 4)), x.at(torch.slice(0, 2))]),
      (x) => x.softmax(1),
      (x) => x.clone().add_(1).relu(),
    ];
    const program = fc.array(fc.nat(steps.length - 1), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(program, fc.nat(100), fc.boolean(), (numbers, seed, retain_graph) => {
        const run = (least: number) => {
          spareBuffers.least = least;
          torch.manual_seed(seed);
          const w = torch.randn(4, 4, { requires_grad: true });
          const x = torch.randn(4, 4, { requires_grad: true });
          const alive: Tensor[] = [w, x];
          for (const number of numbers) alive.push(steps[number]!(alive.at(-1)!, w));
          const forward = bitsOf(alive.map((tensor) => tensor.detach()));
          const loss = alive.at(-1)!.square().sum();
          loss.backward(null, { retain_graph });
          if (retain_graph) loss.backward();
          expect(bitsOf(alive.map((tensor) => tensor.detach()))).toBe(forward);
          return bitsOf([w, x].flatMap(({ grad }) => (grad === null ? [] : [grad])));
        };
        expect(run(small)).toBe(run(Number.POSITIVE_INFINITY));
      }),
      { seed: 4, numRuns: 150 },
    );
  });
});
