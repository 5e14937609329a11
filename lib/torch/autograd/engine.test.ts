import { describe, expect, it, vi } from "vitest";
import torch, { nn, type Tensor } from "..";

const ones = (...shape: number[]) => torch.ones(shape, { requires_grad: true });
const HINT =
  "Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True).";

describe("backward", () => {
  it("adds up in leaves, over calls and over the paths of one graph", () => {
    const x = torch.tensor([1, 2], { dtype: torch.float32, requires_grad: true });
    const y = x.mul(x).add(x);
    y.sum().backward();
    expect(String(x.grad)).toBe("tensor([3., 5.])");
    x.mul(10).sum().backward();
    expect(String(x.grad)).toBe("tensor([13., 15.])");
    x.grad = null;
    expect(x.grad).toBeNull();
  });

  it("keeps the gradients of leaves apart where one gradient serves several", () => {
    const [a, b] = [ones(2), ones(2)];
    a.add(b).sum().backward();
    torch.no_grad(() => a.grad!.mul_(5));
    expect(String(b.grad)).toBe("tensor([1., 1.])");
  });

  it("walks a chain of 10⁵ nodes without recursion", () => {
    const x = ones(1);
    let y: Tensor = x;
    for (let i = 0; i < 100_000; i++) y = y.add(1);
    y.backward();
    expect(x.grad!.item()).toBe(1);
  });

  it("shares a parameter between two layers", () => {
    const layer = new nn.Linear(2, 2, { bias: false });
    nn.init.eye_(layer.weight);
    layer(layer(torch.ones(1, 2)))
      .sum()
      .backward();
    expect(String(layer.weight.grad)).toBe("tensor([[2., 2.],\n        [2., 2.]])");
  });

  it("frees what was saved, and says so the second time, unless nothing was or retain_graph", () => {
    const x = ones(3);
    const y = x.mul(x).sum();
    y.backward({ retain_graph: true });
    y.backward();
    expect(() => y.backward()).toThrow(
      "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.",
    );
    const z = x.sum();
    z.backward();
    expect(() => z.backward()).not.toThrow();
  });

  it("gives only the inputs their gradients if they are named", () => {
    const [a, b] = [ones(2), ones(2)];
    a.mul(b)
      .sum()
      .backward({ inputs: [a] });
    expect(String(a.grad)).toBe("tensor([1., 1.])");
    expect(b.grad).toBeNull();
  });

  it("refuses in PyTorch's words", () => {
    const x = ones(3);
    expect(() => torch.ones(3).backward()).toThrow(
      "element 0 of tensors does not require grad and does not have a grad_fn",
    );
    expect(() => x.mul(2).backward()).toThrow("grad can be implicitly created only for scalar outputs");
    expect(() => x.mul(2).backward(torch.ones(2))).toThrow(
      "Mismatch in shape: grad_output[0] has a shape of torch.Size([2]) and output[0] has a shape of torch.Size([3]).",
    );
    expect(() => x.floor_divide(2).sum().backward()).toThrow("is not implemented");
    expect(() => torch.autograd.grad(x.sum(), ones(1))).toThrow(
      "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.",
    );
    expect(torch.autograd.grad(x.sum(), ones(1), { allow_unused: true })).toEqual([null]);
  });
});

describe("in-place operations", () => {
  it("are noticed where a value was needed", () => {
    const x = ones(3);
    const y = x.exp();
    y.add_(1);
    expect(() => y.sum().backward()).toThrow(
      `one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [3]], which is output 0 of ExpBackward0, is at version 1; expected version 0 instead. ${HINT}`,
    );
    const w = ones(3);
    const z = x.mul(w);
    torch.no_grad(() => w.add_(1));
    expect(() => z.sum().backward()).toThrow(
      `[torch.FloatTensor [3]] is at version 1; expected version 0 instead. ${HINT}`,
    );
  });

  it("are refused on leaves, their views, and views made under no_grad", () => {
    const x = ones(3);
    expect(() => x.add_(1)).toThrow(
      "a leaf Variable that requires grad is being used in an in-place operation.",
    );
    expect(() => x.at(0).add_(1)).toThrow("a view of a leaf Variable that requires grad is being used");
    const view = torch.no_grad(() => x.at(0));
    expect(() => view.add_(1)).toThrow(
      "A view was created in no_grad mode and is being modified inplace with grad mode enabled.",
    );
  });

  it("on a view make the base's history, and the view's anew", () => {
    const base = torch.zeros(3);
    const view = base.at(torch.slice(0, 2));
    view.mul_(ones(2));
    expect(base.grad_fn!.name()).toBe("CopySlices");
    expect(view.grad_fn!.name()).toBe("AsStridedBackward0");
    expect(base.requires_grad).toBe(true);
  });
});

describe("hooks, retain_grad and the graph", () => {
  it("hooks see and change the gradient; retain_grad keeps what they leave", () => {
    const x = ones(2);
    const y = x.mul(3);
    y.retain_grad();
    const handle = y.register_hook((grad) => grad.mul(2));
    y.sum().backward();
    expect(String(y.grad)).toBe("tensor([2., 2.])");
    expect(String(x.grad)).toBe("tensor([6., 6.])");
    handle.remove();
    expect(() => {
      const z = x.mul(1);
      z.register_hook(() => torch.ones(3));
      z.sum().backward();
    }).toThrow("has changed the size of value");
    expect(() => torch.ones(1).register_hook(() => null)).toThrow(
      "cannot register a hook on a tensor that doesn't require gradient",
    );
    expect(() => torch.ones(1).retain_grad()).toThrow(
      "can't retain_grad on Tensor that has requires_grad=False",
    );
  });

  it("warns where a grad will never be", () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(ones(1).mul(2).grad).toBeNull();
    expect(warned.mock.lastCall?.[0]).toContain("The .grad attribute of a Tensor that is not a leaf Tensor");
    warned.mockRestore();
  });

  it("shows the nodes as PyTorch does", () => {
    const y = torch.nn.functional.linear(torch.ones(1, 3), ones(2, 3), ones(2));
    expect(String(y.grad_fn)).toBe("<AddmmBackward0 object>");
    expect(y.grad_fn!.next_functions.map(([node, index]) => `${node} ${index}`)).toEqual([
      "<AccumulateGrad object> 0",
      "null 0",
      "<TBackward0 object> 0",
    ]);
  });

  it("records nothing under no_grad, and detach cuts", () => {
    const x = ones(2);
    const y = torch.no_grad(() => x.mul(2));
    expect([y.requires_grad, y.grad_fn]).toEqual([false, null]);
    x.mul(x.detach()).sum().backward();
    expect(String(x.grad)).toBe("tensor([1., 1.])");
    const z = x.mul(2).detach_();
    expect([z.is_leaf, z.requires_grad]).toEqual([true, false]);
  });

  it("refuses a grad that does not fit", () => {
    const x = ones(3);
    const assign = (value: unknown) => () => Reflect.set(x, "grad", value, x);
    expect(assign(torch.ones(2))).toThrow("assigned grad has data of a different size");
    expect(assign(torch.ones(3, { dtype: torch.float64 }))).toThrow(
      "assigned grad has data of a different type",
    );
    expect(assign(3)).toThrow("assigned grad expected to be a Tensor or None but got grad of type");
    expect(assign(x)).toThrow("can't assign Variable as its own grad");
  });

  it("gives second derivatives", () => {
    const x = torch.tensor(2, { dtype: torch.float32, requires_grad: true });
    const [slope] = torch.autograd.grad(x.pow(3), x, { create_graph: true });
    expect(torch.autograd.grad(slope!, x)[0]!.item()).toBe(12);
  });
});
