import { empty, type Tensor, zeros } from "../../tensor";
import { warn } from "../../warnings";
import type { Rest } from "../arguments";
import { checkInput } from "../functional";
import { settingsOf } from "../settings";

/** Keywords of `gumbel_softmax`. */
export type GumbelOptions = { tau?: number; hard?: boolean; eps?: number; dim?: number };

/**
 * Classes drawn from logits, so that a gradient can pass: the softmax of `(x + g) / tau` with g = -ln e for exponential draws e.
 * `hard` gives rows with a single 1 and the gradient of the soft ones. `eps` has no effect, with a warning.
 * Jang, Gu & Poole 2017; Maddison, Mnih & Teh 2017. Source: `torch.nn.functional.gumbel_softmax`.
 * @example
 * torch.manual_seed(0); F.gumbel_softmax(torch.tensor([0.5, 1, 2]), { hard: true }) // => tensor([0., 0., 1.])
 */
export function gumbel_softmax(
  logits: Tensor,
  ...given: Rest<[tau: number, hard: boolean, eps: number, dim: number], GumbelOptions>
): Tensor {
  const call = "nn.functional.gumbel_softmax";
  checkInput(call, logits);
  const { tau, hard, eps, dim } = settingsOf(call, given, { tau: 1, hard: false, eps: 1e-10, dim: -1 });
  if (eps !== 1e-10) warn("`eps` parameter is deprecated and has no effect.");
  const { shape, dtype } = logits;
  const gumbels = empty(shape, { dtype }).exponential_().log().neg();
  const soft = logits.add(gumbels).div(tau).softmax(dim);
  if (!hard) return soft;
  const [, index] = soft.max(dim, true);
  const ones = zeros(shape, { dtype }).scatter_(dim, index!, 1);
  return ones.sub(soft.detach()).add(soft);
}
