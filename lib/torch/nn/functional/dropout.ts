import { ValueError } from "../../errors";
import { float64, rand, type Tensor } from "../../tensor";

/**
 * Sets each value to 0 with probability p and divides the others by 1 - p, so that their mean stays; outside training, or for
 * p = 0, the input itself. Each value takes one draw of 53 bits, as PyTorch's processor does without MKL.
 * Errors: p outside [0, 1]. Srivastava, Hinton, Krizhevsky, Sutskever & Salakhutdinov 2014.
 * Source: `torch.nn.functional.dropout`.
 * @example
 * torch.manual_seed(0); F.dropout(torch.ones(5), 0.5) // => tensor([0., 0., 2., 0., 0.])
 */
export function dropout(input: Tensor, p = 0.5, training = true, inplace = false): Tensor {
  if (!(p >= 0 && p <= 1)) {
    throw new ValueError(
      "nn.functional.dropout",
      `dropout probability has to be between 0 and 1, but got ${p}`,
    );
  }
  if (!training || p === 0 || input.numel() === 0) return input;
  if (p === 1) return inplace ? input.mul_(0) : input.mul(0);
  const noise = rand(input.shape, { dtype: float64 })
    .lt(1 - p)
    .to(input.dtype)
    .div(1 - p);
  return inplace ? input.mul_(noise) : input.mul(noise);
}
