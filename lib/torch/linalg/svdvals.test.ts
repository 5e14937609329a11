import { expect, it } from "vitest";
import torch from "..";

it("svdvals ends for matrices whose rank is not full", () => {
  const values = torch.linalg.svdvals(torch.ones(60, 40));
  expect(values.at(0).item()).toBeCloseTo(Math.sqrt(2400), 3);
  expect(values.at(1).item()).toBeLessThan(1e-5);
});
