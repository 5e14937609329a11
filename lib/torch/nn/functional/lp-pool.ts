import { bindArguments } from "../../arguments";
import type { Tensor } from "../../tensor";
import type { Rest, Sizes } from "../arguments";
import { avg_pool1d, avg_pool2d } from "./avg-pool";

/** Keywords of the pools by a power. */
export type LPPoolOptions = { stride?: Sizes | null; ceil_mode?: boolean };
type LPRest = Rest<[stride: Sizes | null, ceil_mode: boolean], LPPoolOptions>;

/**
 * (Σ x^p)^(1/p) under each place of the kernel, p being `norm_type`: 1 sums, ∞ would be the largest. (N, C, L) or (C, L) →
 * (…, L'). The derivative is NaN where the sum is 0. Source: `torch.nn.functional.lp_pool1d`.
 * @example
 * F.lp_pool1d(torch.tensor([[3., 4, 6, 8]]), 2, 2) // => tensor([[ 5., 10.]])
 */
export function lp_pool1d(input: Tensor, norm_type: number, kernel_size: Sizes, ...rest: LPRest): Tensor {
  const { stride = null, ceil_mode = false } = bind("nn.functional.lp_pool1d", rest);
  const mean = avg_pool1d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode);
  const count = typeof kernel_size === "number" ? kernel_size : kernel_size[0]!;
  return rooted(mean, count, norm_type);
}

/**
 * The same over images: (N, C, H, W) or (C, H, W). Source: `torch.nn.functional.lp_pool2d`.
 * @example
 * F.lp_pool2d(torch.ones(1, 1, 2, 4), 2, 2) // => tensor([[[[2., 2.]]]])
 */
export function lp_pool2d(input: Tensor, norm_type: number, kernel_size: Sizes, ...rest: LPRest): Tensor {
  const { stride = null, ceil_mode = false } = bind("nn.functional.lp_pool2d", rest);
  const mean = avg_pool2d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode);
  const [height, width] = typeof kernel_size === "number" ? [kernel_size, kernel_size] : kernel_size;
  return rooted(mean, height! * width!, norm_type);
}

function bind(call: string, rest: readonly unknown[]): LPPoolOptions {
  return bindArguments<LPPoolOptions>(call, rest, { names: ["stride", "ceil_mode"] });
}

/** From the mean of the powers to the root of their sum. Sign and size go apart, as in PyTorch: it decides the derivative at 0. */
function rooted(mean: Tensor, count: number, norm_type: number): Tensor {
  return mean
    .sign()
    .mul(mean.abs().relu())
    .mul(count)
    .pow(1 / norm_type);
}
