import { afterEach, expect, it, vi } from "vitest";
import torch, { nn, type Tensor } from "../..";

const warnings = vi.spyOn(console, "warn").mockImplementation(() => {});
afterEach(() => warnings.mockClear());

it("the mean of kl_div warns that it is not the divergence, and batchmean does not", () => {
  const [logs, chances] = [torch.zeros(2, 2), torch.ones(2, 2)];
  nn.functional.kl_div(logs, chances, { reduction: "batchmean" });
  expect(warnings).not.toHaveBeenCalled();
  new nn.KLDivLoss()(logs, chances);
  expect(warnings).toHaveBeenCalledWith(
    expect.stringContaining("'batchmean' divides only by the batch size"),
  );
});

it("the deprecated eps of gumbel_softmax warns", () => {
  nn.functional.gumbel_softmax(torch.ones(2), { eps: 0.5 });
  expect(warnings).toHaveBeenCalledWith(expect.stringContaining("`eps` parameter is deprecated"));
});

it("a distance that is a module with weights belongs to its loss", () => {
  class Scaled extends nn.Module {
    scale = new nn.Parameter(torch.ones(1));
    override forward(x1: Tensor, x2: Tensor): Tensor {
      return x1.sub(x2).abs().sum(1).mul(this.scale);
    }
  }
  const loss = new nn.TripletMarginWithDistanceLoss({ distance_function: new Scaled() });
  expect([...loss.named_parameters()].map(([name]) => name)).toEqual(["distance_function.scale"]);
  loss(torch.zeros(1, 2), torch.ones(1, 2), torch.ones(1, 2)).backward();
  expect([...loss.parameters()][0]!.grad?.tolist()).toEqual([0]);
});
