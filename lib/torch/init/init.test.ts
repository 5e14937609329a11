import { afterEach, describe, expect, it, vi } from "vitest";
import torch, { nn } from "..";

describe("initialisers", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  afterEach(() => warn.mockClear());

  it("return the tensor that they were given, of its own type", () => {
    const weight = new nn.Parameter(torch.empty(2, 2));
    expect(nn.init.xavier_normal_(weight)).toBe(weight);
    expect(nn.init.zeros_(weight)).toBe(weight);
    expect(nn.init.eye_(weight)).toBe(weight);
    expect(weight.requires_grad && weight.is_leaf).toBe(true);
  });

  it("warn under their old names, and do the same", () => {
    torch.manual_seed(1);
    const old = nn.init.xavier_uniform(torch.empty(3, 3));
    torch.manual_seed(1);
    expect(nn.init.xavier_uniform_(torch.empty(3, 3)).equal(old)).toBe(true);
    expect(warn.mock.calls).toEqual([
      ["UserWarning: nn.init.xavier_uniform is now deprecated in favor of nn.init.xavier_uniform_."],
    ]);
  });

  it("warn where there is nothing to fill, and draw nothing", () => {
    torch.manual_seed(0);
    new nn.Linear(0, 5);
    expect(warn.mock.calls).toEqual([["UserWarning: Initializing zero-element tensors is a no-op"]]);
  });

  it("never fill with nan in silence: they refuse, or warn where PyTorch lets it pass", () => {
    const { NaN: nan } = Number;
    const w = torch.empty(3, 3);
    expect(() => nn.init.uniform_(w, nan, 1)).toThrow("from is out of bounds for float");
    expect(() => nn.init.xavier_normal_(w, nan)).toThrow("normal expects std >= 0.0, but found std nan");
    expect(() => nn.init.sparse_(w, nan)).toThrow("cannot convert float NaN to integer");
    warn.mockClear();
    nn.init.normal_(w, nan);
    nn.init.constant_(w, nan);
    nn.init.calculate_gain("leaky_relu", nan);
    w.cauchy_(nan);
    expect(warn.mock.calls.flat()).toEqual([
      "UserWarning: Tensor.normal_: mean is nan",
      "UserWarning: nn.init.constant_: val is nan",
      "UserWarning: nn.init.calculate_gain: negative_slope is nan",
      "UserWarning: Tensor.cauchy_: median is nan",
    ]);
  });

  it("say what they were given instead of a tensor", () => {
    const relu = new nn.ReLU();
    // @ts-expect-error A ReLU has no weight.
    expect(() => nn.init.kaiming_normal_(relu.weight)).toThrow(
      "undefined was given: does this module have a weight?",
    );
    expect(() => nn.init.zeros_(new nn.Linear(2, 2, { bias: false }).bias as never)).toThrow(
      "'NoneType' object has no attribute 'zero_'",
    );
    expect(() => nn.init.normal_(torch.empty(2), "0.1" as never)).toThrow("must be float, not str");
  });
});
