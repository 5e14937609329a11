import type { Tensor } from "../../tensor";
import type { Rest } from "../arguments";
import { relu } from "../functional";
import { settingsOf } from "../settings";
import { hardtanh, leaky_relu, threshold } from "./piecewise";
import { celu, elu, selu } from "./smooth";

/**
 * `relu` in place. Source: `torch.nn.functional.relu_`.
 * @example
 * const x = torch.tensor([-1.5, 2]); F.relu_(x); x // => tensor([0., 2.])
 */
export function relu_(input: Tensor): Tensor {
  return relu(input, true);
}

/**
 * `selu` in place. Source: `torch.nn.functional.selu_`.
 * @example
 * const x = torch.tensor([-1.5, 2]); F.selu_(x); x // => tensor([-1.3658,  2.1014])
 */
export function selu_(input: Tensor): Tensor {
  return selu(input, true);
}

/**
 * `elu` in place. Source: `torch.nn.functional.elu_`.
 * @example
 * const x = torch.tensor([-1.5, 2]); F.elu_(x); x // => tensor([-0.7769,  2.0000])
 */
export function elu_(input: Tensor, ...given: Rest<[alpha: number], { alpha?: number }>): Tensor {
  const { alpha } = settingsOf("nn.functional.elu_", given, { alpha: 1 });
  return elu(input, alpha, true);
}

/**
 * `celu` in place. Source: `torch.nn.functional.celu_`.
 * @example
 * const x = torch.tensor([-1.5, 2]); F.celu_(x); x // => tensor([-0.7769,  2.0000])
 */
export function celu_(input: Tensor, ...given: Rest<[alpha: number], { alpha?: number }>): Tensor {
  const { alpha } = settingsOf("nn.functional.celu_", given, { alpha: 1 });
  return celu(input, alpha, true);
}

/**
 * `leaky_relu` in place. Source: `torch.nn.functional.leaky_relu_`.
 * @example
 * const x = torch.tensor([-1.5, 2]); F.leaky_relu_(x, 0.5); x // => tensor([-0.7500,  2.0000])
 */
export function leaky_relu_(
  input: Tensor,
  ...given: Rest<[negative_slope: number], { negative_slope?: number }>
): Tensor {
  const { negative_slope } = settingsOf("nn.functional.leaky_relu_", given, { negative_slope: 0.01 });
  return leaky_relu(input, negative_slope, true);
}

/**
 * `hardtanh` in place. Source: `torch.nn.functional.hardtanh_`.
 * @example
 * const x = torch.tensor([-1.5, 0.5]); F.hardtanh_(x); x // => tensor([-1.0000,  0.5000])
 */
export function hardtanh_(
  input: Tensor,
  ...given: Rest<[min_val: number, max_val: number], { min_val?: number; max_val?: number }>
): Tensor {
  const { min_val, max_val } = settingsOf("nn.functional.hardtanh_", given, { min_val: -1, max_val: 1 });
  return hardtanh(input, min_val, max_val, true);
}

/**
 * `threshold` in place. Source: `torch.nn.functional.threshold_`.
 * @example
 * const x = torch.tensor([-1.5, 2]); F.threshold_(x, 1, 0); x // => tensor([0., 2.])
 */
export function threshold_(input: Tensor, bar: number, value: number): Tensor {
  return threshold(input, bar, value, true);
}
