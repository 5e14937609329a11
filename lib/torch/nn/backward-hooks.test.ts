import { describe, expect, it } from "vitest";
import torch, { nn, type Tensor } from "..";

type Gradients = readonly (Tensor | null)[];

function text(gradients: Gradients): string {
  return gradients.map((gradient) => String(gradient?.tolist() ?? null)).join(" | ");
}

class Scale extends nn.Module {
  override forward(x: Tensor, factor: number, y: Tensor): Tensor[] {
    return [x.mul(factor), y.mul(2)];
  }
}

describe("register_full_backward_hook", () => {
  it("sees the gradients of inputs and outputs together, null for what is no tensor", () => {
    const module = new Scale();
    const seen: string[] = [];
    const handle = module.register_full_backward_hook((_, inputs, outputs) => {
      seen.push(`${text(inputs)} from ${text(outputs)}`);
    });
    const [x, y] = [torch.ones(2, { requires_grad: true }), torch.ones(1, { requires_grad: true })];
    const run = () => {
      const [a] = module(x, 3, y);
      a!.sum().backward();
    };
    run();
    // The second result was not used: nothing arrived there, and zeros go on.
    expect(seen).toEqual(["3,3 | null | 0 from 1,1 | null"]);
    expect(text([x.grad, y.grad])).toBe("3,3 | 0");
    handle.remove();
    run();
    expect(seen).toHaveLength(1);
    expect(text([x.grad])).toBe("6,6");
  });

  it("may replace the gradients of the inputs, but not their number", () => {
    const module = new nn.Linear(2, 1, { bias: false });
    nn.init.ones_(module.weight);
    const x = torch.ones(1, 2, { requires_grad: true });
    const handle = module.register_full_backward_hook((_, [gradient]) => [gradient!.mul(10)]);
    module(x).sum().backward();
    expect(text([x.grad, module.weight.grad])).toBe("10,10 | 1,1");
    handle.remove();
    module.register_full_backward_hook(() => [null, null]);
    expect(() => module(x).sum().backward()).toThrow(
      "Backward hook returned an invalid number of grad_input, got 2, but expected 1",
    );
  });

  it("runs for a first layer, whose input has no gradient, and then may not return one", () => {
    const module = new nn.Linear(2, 1);
    const seen: string[] = [];
    module.register_full_backward_hook((_, inputs, outputs) => {
      seen.push(`${text(inputs)} from ${text(outputs)}`);
    });
    module(torch.ones(1, 2)).sum().backward();
    expect(seen).toEqual(["null from 1"]);
    module.register_full_backward_hook((_, __, outputs) => [outputs[0]!]);
    expect(() => module(torch.ones(1, 2)).sum().backward()).toThrow(
      "Backward hook for Modules where no input requires gradient should always return None",
    );
  });

  it("refuses writes to the output of a watched module", () => {
    const module = new nn.Linear(2, 1);
    module.register_full_backward_hook(() => {});
    expect(() => module(torch.ones(1, 2)).add_(1)).toThrow(
      "Output 0 of BackwardHookFunctionBackward is a view and is being modified inplace. This view was created inside a custom Function",
    );
  });
});

describe("zero_grad of a module", () => {
  it("drops the gradients, or sets them to 0", () => {
    const module = new nn.Linear(2, 1);
    const run = () => module(torch.ones(1, 2)).sum().backward();
    run();
    const { grad } = module.weight;
    module.zero_grad({ set_to_none: false });
    expect([module.weight.grad === grad, text([grad])]).toEqual([true, "0,0"]);
    module.zero_grad();
    expect(module.weight.grad).toBeNull();
  });
});
