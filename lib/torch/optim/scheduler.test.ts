import { expect, it, vi } from "vitest";
import torch, { optim } from "..";

it("a schedule that steps before its optimiser warns, once, as PyTorch does", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const w = torch.ones(2, { requires_grad: true });
  const sgd = new optim.SGD([w], { lr: 0.5 });
  const early = new optim.lr_scheduler.StepLR(sgd, 2);
  early.step();
  early.step();
  const sentences = warn.mock.calls.map(String);
  expect(sentences).toHaveLength(1);
  expect(sentences[0]).toContain("Detected call of `lr_scheduler.step()` before `optimizer.step()`.");
  warn.mockClear();
  const late = new optim.lr_scheduler.StepLR(sgd, 2);
  sgd.step();
  late.step();
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});
