import { bindArguments } from "../arguments";
import { full_like, type Tensor, tensor } from "../tensor";
import { addProduct, addQuotient } from "./fused";
import { checkSetting, kept, Optimizer, type ParamGroup, type ParamState, type Params } from "./optimizer";

/** Settings of `optim.Adagrad`. */
export type AdagradOptions = {
  lr: number;
  lr_decay: number;
  weight_decay: number;
  initial_accumulator_value: number;
  eps: number;
  maximize: boolean;
};

/**
 * Adagrad: `s ← s + g²`, `p ← p - lr / (1 + (t-1) · lr_decay) · g / (√s + eps)`. Source: `torch.optim.Adagrad`;
 * Duchi, Hazan & Singer 2011, "Adaptive subgradient methods for online learning and stochastic optimization".
 * @example
 * const w = torch.tensor([3, 0.5], { requires_grad: true }); w.square().sum().backward(); new torch.optim.Adagrad([w], { lr: 0.1 }).step(); w // => tensor([2.9000, 0.4000], requires_grad=True)
 */
export class Adagrad extends Optimizer<AdagradOptions> {
  constructor(params: Params<AdagradOptions>, lr: number, options?: Partial<AdagradOptions>);
  constructor(params: Params<AdagradOptions>, options?: Partial<AdagradOptions>);
  constructor(params: Params<AdagradOptions>, ...given: unknown[]) {
    const call = "optim.Adagrad";
    const bound = bindArguments<AdagradOptions>(call, given, {
      names: ["lr", "lr_decay", "weight_decay", "initial_accumulator_value", "eps"],
      only: ["maximize"],
    });
    const { lr = 1e-2, lr_decay = 0, weight_decay = 0, initial_accumulator_value = 0, eps = 1e-10 } = bound;
    checkSetting(call, ["learning rate", lr], lr >= 0);
    checkSetting(call, ["lr_decay value", lr_decay], lr_decay >= 0);
    checkSetting(call, ["weight_decay value", weight_decay], weight_decay >= 0);
    const starts = initial_accumulator_value >= 0;
    checkSetting(call, ["initial_accumulator_value value", initial_accumulator_value], starts);
    checkSetting(call, ["epsilon value", eps], eps >= 0);
    const settings = { lr, lr_decay, eps, weight_decay, initial_accumulator_value };
    super(params, { ...settings, ...{ foreach: null }, maximize: bound.maximize ?? false });
    // As in PyTorch the sums are there before the first step.
    for (const group of this.param_groups)
      for (const param of group.params) this.state.set(param, this.start(param, group));
  }

  protected override start(param: Tensor, group: ParamGroup<AdagradOptions>): ParamState {
    return {
      step: tensor(new Float32Array([0])).view([]),
      sum: full_like(param, group.initial_accumulator_value),
    };
  }

  protected override update(
    param: Tensor,
    { group, state, grad }: { group: ParamGroup<AdagradOptions>; state: ParamState; grad: Tensor },
  ): void {
    const { lr, lr_decay, weight_decay, eps } = group;
    const step = kept(state, "step").add_(1).item();
    const direction = weight_decay === 0 ? grad : grad.add(param, { alpha: weight_decay });
    const sum = kept(state, "sum");
    addProduct(sum, 1, [direction, direction]);
    const rate = lr / (1 + (step - 1) * lr_decay);
    addQuotient(param, -rate, [direction, sum.sqrt().add_(eps)]);
  }
}
