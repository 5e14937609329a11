import type { Tensor } from "../../tensor";
import type { Rest } from "../arguments";
import { checkInput } from "../functional";
import { settingsOf } from "../settings";

/** Keywords of `normalize`. */
export type NormalizeOptions = { p?: number; dim?: number; eps?: number };

/**
 * `x / max(‖x‖_p, eps)` along a dimension: vectors of length 1, while zeros stay zeros. Source: `torch.nn.functional.normalize`.
 * @example
 * F.normalize(torch.tensor([[3, 4.5], [0, 0]])) // => tensor([[0.5547, 0.8321],\n        [0.0000, 0.0000]])
 */
export function normalize(
  input: Tensor,
  ...given: Rest<[p: number, dim: number, eps: number], NormalizeOptions>
): Tensor {
  const call = "nn.functional.normalize";
  checkInput(call, input);
  const { p, dim, eps } = settingsOf(call, given, { p: 2, dim: 1, eps: 1e-12 });
  return input.div(input.norm(p, dim, true).clamp_min(eps).expand_as(input));
}
