import type { DrawOptions, Tensor } from "../tensor";
import { checkInput } from "./input";

/**
 * A tensor of 0 and 1: each 1 with the probability that stands in `input`, or with `p` everywhere if it is given.
 * Errors: probabilities outside [0, 1]; integers. Source: `torch.bernoulli`.
 * @example
 * torch.manual_seed(0); torch.bernoulli(torch.full([4], 0.5)) // => tensor([1., 0., 1., 1.])
 */
export function bernoulli(input: Tensor, options?: DrawOptions): Tensor;
export function bernoulli(input: Tensor, p: number, options?: DrawOptions): Tensor;
export function bernoulli(input: Tensor, ...rest: unknown[]): Tensor {
  checkInput("bernoulli", input);
  return input.bernoulli(...(rest as [number]));
}

/**
 * Indices drawn with given probabilities; see `Tensor.multinomial`.
 * @example
 * torch.manual_seed(0); torch.multinomial(torch.tensor([0.5, 0.25, 0.25]), 2) // => tensor([2, 1])
 */
export function multinomial(
  input: Tensor,
  num_samples: number,
  replacement?: boolean,
  options?: DrawOptions,
): Tensor;
export function multinomial(
  input: Tensor,
  num_samples: number,
  options: DrawOptions & { replacement?: boolean },
): Tensor;
export function multinomial(input: Tensor, ...rest: unknown[]): Tensor {
  checkInput("multinomial", input);
  return input.multinomial(...(rest as [number]));
}
