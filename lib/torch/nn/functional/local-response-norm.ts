import { ValueError } from "../../errors";
import type { Tensor } from "../../tensor";
import type { Rest } from "../arguments";
import { checkInput } from "../functional";
import { settingsOf } from "../settings";
import { pad } from "./pad";

/** Keywords of `local_response_norm`. */
export type ResponseOptions = { alpha?: number; beta?: number; k?: number };

/**
 * `x / (k + alpha · m)^beta`, m being the mean of the squares over `size` neighbouring channels, those beyond the edge counting
 * as 0. Shapes: (N, C, …) → the same. Errors: fewer than 3 dimensions. Krizhevsky, Sutskever & Hinton 2012.
 * Source: `torch.nn.functional.local_response_norm`.
 * @example
 * F.local_response_norm(torch.tensor([[[3], [4.5]]]), 2, 1) // => tensor([[[0.8353],\n         [0.5726]]])
 */
export function local_response_norm(
  input: Tensor,
  size: number,
  ...given: Rest<[alpha: number, beta: number, k: number], ResponseOptions>
): Tensor {
  const call = "nn.functional.local_response_norm";
  checkInput(call, input);
  const { alpha, beta, k } = settingsOf(call, given, { alpha: 1e-4, beta: 0.75, k: 1 });
  if (input.ndim < 3) {
    // The spaces stand in PyTorch's sentence.
    const gap = " ".repeat(25);
    throw new ValueError(
      call,
      `Expected 3D or higher dimensionality ${gap}input (got ${input.ndim} dimensions)`,
    );
  }
  if (input.numel() === 0) return input;
  const below = new Array<number>(2 * (input.ndim - 2)).fill(0);
  const around = [Math.floor(size / 2), Math.floor((size - 1) / 2)];
  const squares = pad(input.mul(input), [...below, ...around]);
  const means = squares.unfold(1, size, 1).mean(-1);
  return input.div(means.mul(alpha).add(k).pow(beta));
}
