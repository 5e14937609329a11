import type { Tensor } from "../../tensor";

/**
 * x where x > 0, else weight · x, with one weight for all or one for each channel (dimension 1). He, Zhang, Ren & Sun 2015.
 * Errors: weights and channels that differ in number. Source: `torch.nn.functional.prelu`.
 * @example
 * F.prelu(torch.tensor([-2.5, 4]), torch.tensor([0.5])) // => tensor([-1.2500,  4.0000])
 */
export function prelu(input: Tensor, weight: Tensor): Tensor {
  return input.prelu(weight);
}
