import { bindArguments } from "../../arguments";
import type { Tensor } from "../../tensor";
import { Loss, WeightedLoss } from "./base";
import { binary_cross_entropy, binary_cross_entropy_with_logits } from "./binary";
import { type CrossEntropyOptions, cross_entropy, type NLLOptions, nll_loss } from "./classes";
import type { Reduction, ReductionOptions } from "./reduction";
import { huber_loss, l1_loss, mse_loss, smooth_l1_loss } from "./regression";

function onlyReduction(call: string, given: readonly unknown[]): ReductionOptions {
  return bindArguments<ReductionOptions>(call, given, { names: [], only: ["reduction"] });
}

/**
 * The mean of `(input - target)²`. Source: `torch.nn.MSELoss`.
 * @example
 * new nn.MSELoss()(torch.tensor([1.5, 5, 3]), torch.tensor([0.5, 1, 2])) // => tensor(6.)
 */
export class MSELoss extends Loss {
  constructor(options: ReductionOptions = {}) {
    super(onlyReduction("nn.MSELoss", [options]));
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return mse_loss(input, target, { reduction: this.reduction });
  }
}

/**
 * The mean of `|input - target|`. Source: `torch.nn.L1Loss`.
 * @example
 * new nn.L1Loss()(torch.tensor([1.5, 5, 3]), torch.tensor([0.5, 1, 2])) // => tensor(2.)
 */
export class L1Loss extends Loss {
  constructor(options: ReductionOptions = {}) {
    super(onlyReduction("nn.L1Loss", [options]));
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return l1_loss(input, target, { reduction: this.reduction });
  }
}

/**
 * A square near 0 and |d| beyond `beta`; see `smooth_l1_loss`. Source: `torch.nn.SmoothL1Loss`.
 * @example
 * new nn.SmoothL1Loss()(torch.tensor([1.5, 5, 3]), torch.tensor([0.5, 1, 2])) // => tensor(1.5000)
 */
export class SmoothL1Loss extends Loss {
  readonly beta: number;

  constructor(options: ReductionOptions & { beta?: number } = {}) {
    const { beta = 1, ...rest } = bindArguments<Required<typeof options>>("nn.SmoothL1Loss", [options], {
      names: [],
      only: ["reduction", "beta"],
    });
    super(rest);
    this.beta = beta;
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return smooth_l1_loss(input, target, { reduction: this.reduction, beta: this.beta });
  }
}

/**
 * A square near 0 and `delta · |d|` beyond; see `huber_loss`. Source: `torch.nn.HuberLoss`.
 * @example
 * new nn.HuberLoss()(torch.tensor([1.5, 5, 3]), torch.tensor([0.5, 1, 2])) // => tensor(1.5000)
 */
export class HuberLoss extends Loss {
  readonly delta: number;

  constructor(options: ReductionOptions & { delta?: number } = {}) {
    const { delta = 1, ...rest } = bindArguments<Required<typeof options>>("nn.HuberLoss", [options], {
      names: ["reduction", "delta"],
    });
    super(rest);
    this.delta = delta;
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return huber_loss(input, target, { reduction: this.reduction, delta: this.delta });
  }
}

/**
 * The negative log-likelihood of classes; see `nll_loss`. Source: `torch.nn.NLLLoss`.
 * @example
 * new nn.NLLLoss()(torch.tensor([[1.5, 2], [3, 4]]).log_softmax(1), torch.tensor([0, 1])) // => tensor(0.6437)
 */
export class NLLLoss extends WeightedLoss {
  readonly ignore_index: number;

  constructor(weight?: Tensor | null, options?: NLLOptions);
  constructor(options?: NLLOptions);
  constructor(...given: unknown[]) {
    const { ignore_index = -100, ...rest } = bindArguments<NLLOptions>("nn.NLLLoss", given, {
      names: ["weight"],
      only: ["ignore_index", "reduction"],
    });
    super(rest);
    this.ignore_index = ignore_index;
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    const { weight, ignore_index, reduction } = this;
    return nll_loss(input, target, { weight, ignore_index, reduction });
  }
}

/**
 * The cross entropy of logits and classes or probabilities; see `cross_entropy`. Source: `torch.nn.CrossEntropyLoss`.
 * @example
 * new nn.CrossEntropyLoss()(torch.tensor([[1.5, 2], [3, 4]]), torch.tensor([0, 1])) // => tensor(0.6437)
 */
export class CrossEntropyLoss extends WeightedLoss {
  readonly ignore_index: number;
  readonly label_smoothing: number;

  constructor(weight?: Tensor | null, options?: CrossEntropyOptions);
  constructor(options?: CrossEntropyOptions);
  constructor(...given: unknown[]) {
    const {
      ignore_index = -100,
      label_smoothing = 0,
      ...rest
    } = bindArguments<CrossEntropyOptions>("nn.CrossEntropyLoss", given, {
      names: ["weight"],
      only: ["ignore_index", "reduction", "label_smoothing"],
    });
    super(rest);
    this.ignore_index = ignore_index;
    this.label_smoothing = label_smoothing;
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    const { weight, ignore_index, reduction, label_smoothing } = this;
    return cross_entropy(input, target, { weight, ignore_index, reduction, label_smoothing });
  }
}

/**
 * The cross entropy of probabilities of one class; see `binary_cross_entropy`. Source: `torch.nn.BCELoss`.
 * @example
 * new nn.BCELoss()(torch.tensor([0.25, 0.75]), torch.tensor([0.5, 1])) // => tensor(0.5623)
 */
export class BCELoss extends WeightedLoss {
  constructor(weight?: Tensor | null, options?: ReductionOptions);
  constructor(options?: ReductionOptions & { weight?: Tensor | null });
  constructor(...given: unknown[]) {
    super(
      bindArguments<{ weight: Tensor | null; reduction: Reduction }>("nn.BCELoss", given, {
        names: ["weight"],
        only: ["reduction"],
      }),
    );
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return binary_cross_entropy(input, target, { weight: this.weight, reduction: this.reduction });
  }
}

/**
 * The same of logits; see `binary_cross_entropy_with_logits`. Source: `torch.nn.BCEWithLogitsLoss`.
 * @example
 * new nn.BCEWithLogitsLoss()(torch.tensor([-0.5, 2]), torch.tensor([0.5, 1])) // => tensor(0.4255)
 */
export class BCEWithLogitsLoss extends WeightedLoss {
  declare pos_weight: Tensor | null;

  constructor(weight?: Tensor | null, options?: ReductionOptions & { pos_weight?: Tensor | null });
  constructor(options?: ReductionOptions & { weight?: Tensor | null; pos_weight?: Tensor | null });
  constructor(...given: unknown[]) {
    const { pos_weight = null, ...rest } = bindArguments<{
      weight: Tensor | null;
      reduction: Reduction;
      pos_weight: Tensor | null;
    }>("nn.BCEWithLogitsLoss", given, { names: ["weight"], only: ["reduction", "pos_weight"] });
    super(rest);
    this.register_buffer("pos_weight", pos_weight);
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    const { weight, pos_weight, reduction } = this;
    return binary_cross_entropy_with_logits(input, target, { weight, pos_weight, reduction });
  }
}
