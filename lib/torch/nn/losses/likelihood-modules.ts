import { bindArguments } from "../../arguments";
import type { Tensor } from "../../tensor";
import type { Rest } from "../arguments";
import { Module } from "../module";
import { Loss } from "./base";
import {
  type GaussianOptions,
  gaussian_nll_loss,
  type KLOptions,
  kl_div,
  type PoissonOptions,
  poisson_nll_loss,
} from "./likelihood";
import type { Reduction } from "./reduction";

/**
 * Kullback and Leibler's divergence of log-probabilities from probabilities; see `kl_div`. Source: `torch.nn.KLDivLoss`.
 * @example
 * new nn.KLDivLoss({ reduction: "batchmean" })(torch.tensor([[0.25, 0.75]]).log(), torch.tensor([[0.5, 0.5]])) // => tensor(0.1438)
 */
export class KLDivLoss extends Module {
  readonly reduction: Reduction | "batchmean";
  readonly log_target: boolean;

  constructor(options: KLOptions = {}) {
    super();
    const { reduction = "mean", log_target = false } = bindArguments<KLOptions>("nn.KLDivLoss", [options], {
      names: [],
      only: ["reduction", "log_target"],
    });
    this.reduction = reduction;
    this.log_target = log_target;
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    const { reduction, log_target } = this;
    return kl_div(input, target, { reduction, log_target });
  }
}

/**
 * The negative log-likelihood of counts under Poisson's distribution; see `poisson_nll_loss`. Source: `torch.nn.PoissonNLLLoss`.
 * @example
 * new nn.PoissonNLLLoss()(torch.tensor([0.5, 1]), torch.tensor([2, 3])) // => tensor(0.1835)
 */
export class PoissonNLLLoss extends Loss {
  readonly log_input: boolean;
  readonly full: boolean;
  readonly eps: number;

  constructor(...given: Rest<[log_input: boolean, full: boolean], PoissonOptions>) {
    const bound = bindArguments<PoissonOptions>("nn.PoissonNLLLoss", given, {
      names: ["log_input", "full"],
      only: ["eps", "reduction"],
    });
    const { log_input = true, full = false, eps = 1e-8, ...rest } = bound;
    super(rest);
    this.log_input = log_input;
    this.full = full;
    this.eps = eps;
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    const { log_input, full, eps, reduction } = this;
    return poisson_nll_loss(input, target, { log_input, full, eps, reduction });
  }
}

/**
 * The negative log-likelihood under normal distributions; see `gaussian_nll_loss`. Source: `torch.nn.GaussianNLLLoss`.
 * @example
 * new nn.GaussianNLLLoss()(torch.tensor([0.5, 1]), torch.tensor([1, 1]), torch.tensor([0.25, 0.5])) // => tensor(-0.2699)
 */
export class GaussianNLLLoss extends Loss {
  readonly full: boolean;
  readonly eps: number;

  constructor(options: GaussianOptions = {}) {
    const bound = bindArguments<GaussianOptions>("nn.GaussianNLLLoss", [options], {
      names: [],
      only: ["full", "eps", "reduction"],
    });
    const { full = false, eps = 1e-6, ...rest } = bound;
    super(rest);
    this.full = full;
    this.eps = eps;
  }

  override forward(input: Tensor, target: Tensor, variances: Tensor): Tensor {
    const { full, eps, reduction } = this;
    return gaussian_nll_loss(input, target, variances, { full, eps, reduction });
  }
}
