import { bindArguments } from "../../arguments";
import { AssertionError, ValueError } from "../../errors";
import type { Tensor } from "../../tensor";
import type { Rest } from "../arguments";
import { Loss, WeightedLoss } from "./base";
import {
  type MultiLabelOptions,
  type MultiMarginOptions,
  multi_margin_loss,
  multilabel_margin_loss,
  multilabel_soft_margin_loss,
  soft_margin_loss,
} from "./margins";
import type { ReductionOptions } from "./reduction";

const ONLY_REDUCTION = { names: [], only: ["reduction"] } as const;

/**
 * The logistic loss of targets 1 and -1; see `soft_margin_loss`. Source: `torch.nn.SoftMarginLoss`.
 * @example
 * new nn.SoftMarginLoss()(torch.tensor([0.5, -1]), torch.tensor([1, -1])) // => tensor(0.3937)
 */
export class SoftMarginLoss extends Loss {
  constructor(options: ReductionOptions = {}) {
    super(bindArguments<ReductionOptions>("nn.SoftMarginLoss", [options], ONLY_REDUCTION));
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return soft_margin_loss(input, target, { reduction: this.reduction });
  }
}

/**
 * The hinge loss of several classes; see `multi_margin_loss`. Errors: p other than 1 and 2. Source: `torch.nn.MultiMarginLoss`.
 * @example
 * new nn.MultiMarginLoss()(torch.tensor([[0.5, 1, 2]]), torch.tensor([2])) // => tensor(0.)
 */
export class MultiMarginLoss extends WeightedLoss {
  readonly p: number;
  readonly margin: number;

  constructor(...given: Rest<[p: number, margin: number, weight: Tensor | null], MultiMarginOptions>) {
    const call = "nn.MultiMarginLoss";
    const {
      p = 1,
      margin = 1,
      ...rest
    } = bindArguments<MultiMarginOptions>(call, given, {
      names: ["p", "margin", "weight"],
      only: ["reduction"],
    });
    super(rest);
    if (p !== 1 && p !== 2) throw new ValueError(call, "only p == 1 and p == 2 supported");
    if (rest.weight && rest.weight.ndim !== 1) {
      throw new AssertionError(
        call,
        "",
        `weight must be one-dimensional, got ${rest.weight.ndim} dimensions`,
      );
    }
    this.p = p;
    this.margin = margin;
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    const { p, margin, weight, reduction } = this;
    return multi_margin_loss(input, target, { p, margin, weight, reduction });
  }
}

/**
 * The hinge loss of rows with several classes each; see `multilabel_margin_loss`. Source: `torch.nn.MultiLabelMarginLoss`.
 * @example
 * new nn.MultiLabelMarginLoss()(torch.tensor([0.5, 1, 2]), torch.tensor([2, 0, -1])) // => tensor(0.5000)
 */
export class MultiLabelMarginLoss extends Loss {
  constructor(options: ReductionOptions = {}) {
    super(bindArguments<ReductionOptions>("nn.MultiLabelMarginLoss", [options], ONLY_REDUCTION));
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return multilabel_margin_loss(input, target, { reduction: this.reduction });
  }
}

/**
 * Each class as a yes or no of its own; see `multilabel_soft_margin_loss`. Source: `torch.nn.MultiLabelSoftMarginLoss`.
 * @example
 * new nn.MultiLabelSoftMarginLoss()(torch.tensor([[0.5, -1]]), torch.tensor([[1, 0]])) // => tensor(0.3937)
 */
export class MultiLabelSoftMarginLoss extends WeightedLoss {
  constructor(...given: Rest<[weight: Tensor | null], MultiLabelOptions>) {
    super(
      bindArguments<MultiLabelOptions>("nn.MultiLabelSoftMarginLoss", given, {
        names: ["weight"],
        only: ["reduction"],
      }),
    );
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    const { weight, reduction } = this;
    return multilabel_soft_margin_loss(input, target, { weight, reduction });
  }
}
