import { bindArguments } from "../../arguments";
import { no_grad } from "../../autograd";
import { RuntimeError, ValueError } from "../../errors";
import type { Tensor } from "../../tensor";
import { warn } from "../../warnings";
import { checkReduction, checkValid, type Reduction, type ReductionOptions, reduce } from "./reduction";

/** Keywords of `kl_div`; "batchmean" divides the sum by the size of the batch alone. */
export type KLOptions = { reduction?: Reduction | "batchmean"; log_target?: boolean };
/** Keywords of `poisson_nll_loss`. */
export type PoissonOptions = ReductionOptions & { log_input?: boolean; full?: boolean; eps?: number };
/** Keywords of `gaussian_nll_loss`. */
export type GaussianOptions = ReductionOptions & { full?: boolean; eps?: number };

const MEAN_IS_NOT_KL =
  "reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' divides only by the batch size, and aligns with the KL div math definition.'mean' will be changed to behave the same as 'batchmean' in the next major release.";

/**
 * Kullback and Leibler's divergence, elementwise `t · (ln t - x)` for log-probabilities x and probabilities t, or with
 * `log_target` `e^t · (t - x)`. The mean over elements warns: the divergence itself is "batchmean". Errors: tensors of integers.
 * Source: `torch.nn.functional.kl_div`.
 * @example
 * F.kl_div(torch.tensor([[0.25, 0.75]]).log(), torch.tensor([[0.5, 0.5]]), { reduction: "batchmean" }) // => tensor(0.1438)
 */
export function kl_div(input: Tensor, target: Tensor, options: KLOptions = {}): Tensor {
  const call = "nn.functional.kl_div";
  const bound = bindArguments<KLOptions>(call, [options], { names: [], only: ["reduction", "log_target"] });
  const { reduction = "mean", log_target = false } = bound;
  if (reduction === "mean") warn(MEAN_IS_NOT_KL);
  const plain = reduction === "batchmean" ? "sum" : reduction;
  checkReduction(call, plain);
  if (!input.is_floating_point() || !target.is_floating_point()) {
    throw new RuntimeError(call, "kl_div: Integral inputs not supported.");
  }
  const losses = log_target
    ? target.exp().mul(target.sub(input))
    : target.xlogy(target).sub(target.mul(input));
  const reduced = reduce(losses, plain);
  return reduction === "batchmean" && input.ndim > 0 ? reduced.div(input.shape[0]!) : reduced;
}

/**
 * The negative log-likelihood of counts t under Poisson's distribution without its constant: `e^x - t x` for the logarithm x of
 * the rate, or with `log_input: false` `x - t · ln(x + eps)`. `full` adds Stirling's `t ln t - t + ln(2πt) / 2` where t > 1.
 * Source: `torch.nn.functional.poisson_nll_loss`.
 * @example
 * F.poisson_nll_loss(torch.tensor([0.5, 1]), torch.tensor([2, 3])) // => tensor(0.1835)
 */
export function poisson_nll_loss(
  input: Tensor,
  target: Tensor,
  ...given:
    | [log_input?: boolean, full?: boolean]
    | [log_input: boolean, full: boolean, options: PoissonOptions]
    | [log_input: boolean, options: PoissonOptions]
    | [options: PoissonOptions]
): Tensor {
  const call = "nn.functional.poisson_nll_loss";
  const bound = bindArguments<PoissonOptions>(call, given, {
    names: ["log_input", "full"],
    only: ["eps", "reduction"],
  });
  const { log_input = true, full = false, eps = 1e-8, reduction = "mean" } = bound;
  checkValid(call, reduction);
  const losses = log_input ? input.exp().sub(target.mul(input)) : input.sub(target.mul(input.add(eps).log()));
  if (!full) return reduce(losses, reduction);
  const root = target.mul(2 * Math.PI).log();
  const stirling = target.mul(target.log()).sub(target).add(root.mul(0.5));
  return reduce(losses.add(stirling.masked_fill(target.le(1), 0)), reduction);
}

/** The variances, with a last dimension where one stands for a whole row. */
function alignVariances(call: string, input: Tensor, variances: Tensor): Tensor {
  const [shape, own] = [String(input.shape), String(variances.shape)];
  const leading = String(input.shape.slice(0, -1));
  if (own === shape) return variances;
  if (own === leading) return variances.unsqueeze(-1);
  if (variances.ndim === input.ndim && String(variances.shape.slice(0, -1)) === leading)
    if (variances.size(-1) === 1) return variances;
  throw new ValueError(call, "var is of incorrect size");
}

/**
 * The negative log-likelihood under normal distributions with means `input`, `(ln v + (x - t)² / v) / 2` with v = max(var, eps),
 * through which the gradient passes as it is; `full` adds ln(2π) / 2. `var` has the shape of the input, or one value a row.
 * Errors: `var is of incorrect size`, `var has negative entry/entries`. Nix & Weigend 1994.
 * Source: `torch.nn.functional.gaussian_nll_loss`.
 * @example
 * F.gaussian_nll_loss(torch.tensor([0.5, 1]), torch.tensor([1, 1]), torch.tensor([0.25, 0.5])) // => tensor(-0.2699)
 */
export function gaussian_nll_loss(
  input: Tensor,
  target: Tensor,
  variances: Tensor,
  ...given:
    | [full?: boolean, eps?: number]
    | [full: boolean, eps: number, options: GaussianOptions]
    | [full: boolean, options: GaussianOptions]
    | [options: GaussianOptions]
): Tensor {
  const call = "nn.functional.gaussian_nll_loss";
  const names = { names: ["full", "eps", "reduction"] } as const;
  const { full = false, eps = 1e-6, reduction = "mean" } = bindArguments<GaussianOptions>(call, given, names);
  const aligned = alignVariances(call, input, variances);
  checkValid(call, reduction);
  if (aligned.lt(0).any().item()) throw new ValueError(call, "var has negative entry/entries");
  const bounded = aligned.clone();
  no_grad(() => bounded.clamp_(eps));
  const losses = bounded.log().add(input.sub(target).pow(2).div(bounded)).mul(0.5);
  return reduce(full ? losses.add(0.5 * Math.log(2 * Math.PI)) : losses, reduction);
}
