import { describe, expect, it } from "vitest";
import torch from "..";
import { together } from "./derivatives";
import { recordAll } from "./make";
import { STRIDED } from "./symbols";

describe("together", () => {
  it("gives the gradients of all inputs from those of several results, null where none arrived", () => {
    const x = torch.ones(2, { requires_grad: true });
    const views = [x.detach().mul(2), x.detach().mul(3)].map((tensor) => tensor[STRIDED]);
    const derivatives = together([x], ([first, second], [needed], saved) => {
      expect([needed, saved === x]).toEqual([true, true]);
      return [(first?.mul(2) ?? torch.zeros(2)).add(second?.mul(3) ?? 0)];
    });
    const [double, triple] = recordAll("PairBackward0", [x], views, derivatives);
    expect([double!.grad_fn, String(triple!.grad_fn)]).toEqual([triple!.grad_fn, "<PairBackward0 object>"]);
    triple!.sum().backward({ retain_graph: true });
    expect(String(x.grad)).toBe("tensor([3., 3.])");
    double!.add(triple!).sum().backward();
    expect(String(x.grad)).toBe("tensor([8., 8.])");
  });
});
