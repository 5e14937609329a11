import { RuntimeError } from "../../errors";
import { empty, float64, ones, renameNode, type Tensor } from "../../tensor";
import { leaky_relu } from "../activation";
import type { Rest } from "../arguments";
import { finish, settingsOf } from "../settings";

/** Keywords of `rrelu`. */
export type RReLUOptions = { lower?: number; upper?: number; training?: boolean; inplace?: boolean };

/**
 * `x` where positive, else `a · x`; `a` is drawn anew for each value from [lower, upper) while training, and else their mean.
 * One float64 uniform for each value that is not positive. Xu et al. 2015. Source: `torch.nn.functional.rrelu`.
 * @example
 * F.rrelu(torch.tensor([-1.5, 0.5, 2]), 0.25, 0.75) // => tensor([-0.7500,  0.5000,  2.0000])
 */
export function rrelu(
  input: Tensor,
  ...given: Rest<[lower: number, upper: number, training: boolean, inplace: boolean], RReLUOptions>
): Tensor {
  const call = "nn.functional.rrelu";
  const defaults = { lower: 1 / 8, upper: 1 / 3, training: false, inplace: false };
  const { lower, upper, training, inplace } = settingsOf(call, given, defaults);
  if (lower > upper) {
    throw new RuntimeError(call, "Lower bound should be less than or equal to the upper bound");
  }
  if (!training)
    return renameNode(leaky_relu(input, (lower + upper) / 2, inplace), "RreluWithNoiseBackward0");
  const slopes = drawnSlopes(input, lower, upper);
  return finish(input, renameNode(input.mul(slopes), "RreluWithNoiseBackward0"), inplace);
}

/**
 * `rrelu` in place. Source: `torch.nn.functional.rrelu_`.
 * @example
 * const x = torch.tensor([-1.5, 2]); F.rrelu_(x, 0.25, 0.75); x // => tensor([-0.7500,  2.0000])
 */
export function rrelu_(
  input: Tensor,
  ...given: Rest<[lower: number, upper: number, training: boolean], Omit<RReLUOptions, "inplace">>
): Tensor {
  const defaults = { lower: 1 / 8, upper: 1 / 3, training: false };
  const { lower, upper, training } = settingsOf("nn.functional.rrelu_", given, defaults);
  return rrelu(input, lower, upper, training, true);
}

/** 1 where the input is positive; only the others draw. The bounds are of the input's dtype, as in PyTorch. */
function drawnSlopes(input: Tensor, lower: number, upper: number): Tensor {
  const [low, high] = input.dtype === float64 ? [lower, upper] : [Math.fround(lower), Math.fround(upper)];
  const slopes = ones(input.shape, { dtype: input.dtype });
  const places = input.detach().le(0);
  const drawn = empty([Number(places.sum().item())], { dtype: float64 }).uniform_(low, high);
  return slopes.masked_scatter(places, drawn.to(input.dtype));
}
