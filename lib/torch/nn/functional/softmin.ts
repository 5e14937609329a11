import type { Tensor } from "../../tensor";
import { bindSoftmax, checkInput, type SoftmaxRest } from "../functional";

/**
 * `softmax(-x)` along a dimension; see `Tensor.softmax`. Source: `torch.nn.functional.softmin`.
 * @example
 * F.softmin(torch.tensor([0.5, 1, 2]), 0) // => tensor([0.5465, 0.3315, 0.1220])
 */
export function softmin(input: Tensor, ...given: SoftmaxRest): Tensor {
  const call = "nn.functional.softmin";
  checkInput(call, input);
  const { dim, ...options } = bindSoftmax(call, input, given);
  return input.neg().softmax(dim, options);
}
