import type { Tensor } from "../../tensor";

/** Softmax over the last dimension: e^(x - max)/Σ e^(x - max). */
export function softmaxLast(input: Tensor): Tensor {
  const { values } = input.detach().max(-1, true);
  const powers = input.sub(values).exp();
  return powers.div(powers.sum(-1, true));
}
