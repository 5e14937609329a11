import { bindArguments } from "../arguments";
import { type Tensor, zeros_like } from "../tensor";
import { addProduct, addQuotient } from "./fused";
import { checkSetting, kept, Optimizer, type ParamGroup, type ParamState, type Params } from "./optimizer";

/** Settings of `optim.RMSprop`. */
export type RMSpropOptions = {
  lr: number;
  alpha: number;
  eps: number;
  weight_decay: number;
  momentum: number;
  centered: boolean;
  maximize: boolean;
};

/**
 * RMSprop: `v ← αv + (1-α)g²`, `p ← p - lr · g / (√v + eps)`; `centered` takes the square of the mean gradient from v,
 * and with momentum the quotients are gathered in a buffer.
 * Source: `torch.optim.RMSprop`; Hinton's lecture 6e; Graves 2013, "Generating sequences with recurrent neural networks".
 * @example
 * const w = torch.tensor([3, 0.5], { requires_grad: true }); w.square().sum().backward(); new torch.optim.RMSprop([w], { lr: 0.1 }).step(); w // => tensor([ 2.0000, -0.5000], requires_grad=True)
 */
export class RMSprop extends Optimizer<RMSpropOptions> {
  constructor(params: Params<RMSpropOptions>, lr: number, options?: Partial<RMSpropOptions>);
  constructor(params: Params<RMSpropOptions>, options?: Partial<RMSpropOptions>);
  constructor(params: Params<RMSpropOptions>, ...given: unknown[]) {
    const call = "optim.RMSprop";
    const bound = bindArguments<RMSpropOptions>(call, given, {
      names: ["lr", "alpha", "eps", "weight_decay", "momentum", "centered"],
      only: ["maximize"],
    });
    const { lr = 1e-2, alpha = 0.99, eps = 1e-8, weight_decay = 0, momentum = 0 } = bound;
    checkSetting(call, ["learning rate", lr], lr >= 0);
    checkSetting(call, ["epsilon value", eps], eps >= 0);
    checkSetting(call, ["momentum value", momentum], momentum >= 0);
    checkSetting(call, ["weight_decay value", weight_decay], weight_decay >= 0);
    checkSetting(call, ["alpha value", alpha], alpha >= 0);
    const { centered = false, maximize = false } = bound;
    const rest = { foreach: null, differentiable: false };
    super(params, { lr, momentum, alpha, eps, centered, weight_decay, maximize, ...rest });
  }

  protected override start(param: Tensor, group: ParamGroup<RMSpropOptions>): ParamState {
    return {
      step: 0,
      square_avg: zeros_like(param),
      ...(group.momentum > 0 && { momentum_buffer: zeros_like(param) }),
      ...(group.centered && { grad_avg: zeros_like(param) }),
    };
  }

  protected override update(
    param: Tensor,
    { group, state, grad }: { group: ParamGroup<RMSpropOptions>; state: ParamState; grad: Tensor },
  ): void {
    const { lr, alpha, eps, weight_decay, momentum, centered } = group;
    state.step = Number(state.step) + 1;
    const direction = weight_decay === 0 ? grad : grad.add(param, { alpha: weight_decay });
    const square = kept(state, "square_avg").mul_(alpha);
    addProduct(square, 1 - alpha, [direction, direction]);
    let spread = square;
    if (centered) {
      const mean = kept(state, "grad_avg")
        .mul_(alpha)
        .add_(direction, { alpha: 1 - alpha });
      spread = square.clone();
      addProduct(spread, -1, [mean, mean]);
    }
    const denominator = spread.sqrt().add_(eps);
    if (momentum > 0) {
      const buffer = kept(state, "momentum_buffer").mul_(momentum);
      addQuotient(buffer, 1, [direction, denominator]);
      param.add_(buffer, { alpha: -lr });
    } else {
      addQuotient(param, -lr, [direction, denominator]);
    }
  }
}
