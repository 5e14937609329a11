import { bindArguments } from "../arguments";

import { type Tensor, tensor, zeros_like } from "../tensor";
import { addProduct, addQuotient } from "./fused";
import { checkSetting, kept, Optimizer, type ParamGroup, type ParamState, type Params } from "./optimizer";

// `**` would be the host's own power, which differs between browsers in the last bit; Math's is pinned.
const { sqrt, pow } = Math;

/** Settings of `optim.Adam` and `optim.AdamW`. */
export type AdamOptions = {
  lr: number;
  betas: readonly [number, number];
  eps: number;
  weight_decay: number;
  amsgrad: boolean;
  maximize: boolean;
};

function toSettings(call: string, given: readonly unknown[], decay: number): AdamOptions {
  const bound = bindArguments<AdamOptions>(call, given, {
    names: ["lr", "betas", "eps", "weight_decay", "amsgrad"],
    only: ["maximize"],
  });
  const {
    lr = 1e-3,
    betas = [0.9, 0.999],
    eps = 1e-8,
    weight_decay = decay,
    amsgrad = false,
    maximize = false,
  } = bound;
  checkSetting(call, ["learning rate", lr], lr >= 0);
  checkSetting(call, ["epsilon value", eps], eps >= 0);
  betas.forEach((beta, i) => {
    checkSetting(call, [`beta parameter at index ${i}`, beta], beta >= 0 && beta < 1);
  });
  checkSetting(call, ["weight_decay value", weight_decay], weight_decay >= 0);
  return { lr, betas, eps, weight_decay, amsgrad, maximize };
}

type Step = { group: ParamGroup<AdamOptions>; state: ParamState; grad: Tensor };

abstract class AdamLike extends Optimizer<AdamOptions> {
  protected override start(param: Tensor, { amsgrad }: ParamGroup<AdamOptions>): ParamState {
    const moments = { exp_avg: zeros_like(param), exp_avg_sq: zeros_like(param) };
    return {
      step: tensor(new Float32Array([0])).view([]),
      ...moments,
      ...(amsgrad && { max_exp_avg_sq: zeros_like(param) }),
    };
  }

  protected move(param: Tensor, { group, state, grad }: Step): void {
    const { lr, eps, amsgrad } = group;
    const [beta1, beta2] = group.betas;
    const step = kept(state, "step").add_(1).item();
    const mean = kept(state, "exp_avg")
      .mul_(beta1)
      .add_(grad, { alpha: 1 - beta1 });
    const square = kept(state, "exp_avg_sq").mul_(beta2);
    addProduct(square, 1 - beta2, [grad, grad]);
    if (amsgrad) {
      const largest = kept(state, "max_exp_avg_sq");
      largest.copy_(largest.maximum(square));
    }
    const size = (amsgrad ? kept(state, "max_exp_avg_sq") : square).sqrt();
    const denominator = size.div(sqrt(1 - pow(beta2, step))).add_(eps);
    addQuotient(param, -(lr / (1 - pow(beta1, step))), [mean, denominator]);
  }
}

/**
 * Adam: `m ← β₁m + (1-β₁)g`, `v ← β₂v + (1-β₂)g²`, `p ← p - lr · m̂ / (√v̂ + eps)`, where m̂ and v̂ are corrected for their
 * start at 0. `weight_decay · p` is added to the gradient; `amsgrad` divides by the largest v so far.
 * Source: `torch.optim.Adam`; Kingma & Ba 2015, "Adam: a method for stochastic optimization".
 * @example
 * const w = torch.tensor([3, 0.5], { requires_grad: true }); w.square().sum().backward(); new torch.optim.Adam([w], { lr: 0.1 }).step(); w // => tensor([2.9000, 0.4000], requires_grad=True)
 */
export class Adam extends AdamLike {
  constructor(params: Params<AdamOptions>, lr: number, options?: Partial<AdamOptions>);
  constructor(params: Params<AdamOptions>, options?: Partial<AdamOptions>);
  constructor(params: Params<AdamOptions>, ...given: unknown[]) {
    const rest = { foreach: null, capturable: false, differentiable: false, fused: false };
    super(params, { ...toSettings("optim.Adam", given, 0), ...rest });
  }

  protected override update(param: Tensor, step: Step): void {
    const { weight_decay } = step.group;
    const grad = weight_decay === 0 ? step.grad : step.grad.add(param, { alpha: weight_decay });
    this.move(param, { ...step, grad });
  }
}

/**
 * Adam with weight decay apart from the gradient: first `p ← p · (1 - lr · weight_decay)` (0.01 by default), then Adam's
 * step. Source: `torch.optim.AdamW`; Loshchilov & Hutter 2019, "Decoupled weight decay regularization".
 * @example
 * const w = torch.tensor([3, 0.5], { requires_grad: true }); w.square().sum().backward(); new torch.optim.AdamW([w], { lr: 0.1 }).step(); w // => tensor([2.8970, 0.3995], requires_grad=True)
 */
export class AdamW extends AdamLike {
  constructor(params: Params<AdamOptions>, lr: number, options?: Partial<AdamOptions>);
  constructor(params: Params<AdamOptions>, options?: Partial<AdamOptions>);
  constructor(params: Params<AdamOptions>, ...given: unknown[]) {
    super(params, { ...toSettings("optim.AdamW", given, 0.01), ...{ foreach: null, capturable: false } });
  }

  protected override update(param: Tensor, step: Step): void {
    const { lr, weight_decay } = step.group;
    param.mul_(1 - lr * weight_decay);
    this.move(param, step);
  }
}
