import { bindArguments } from "../arguments";
import { ValueError } from "../errors";
import { isTensor, type Tensor } from "../tensor";
import { checkSetting, Optimizer, type ParamGroup, type ParamState, type Params } from "./optimizer";

/** Settings of `optim.SGD`. */
export type SGDOptions = {
  lr: number;
  momentum: number;
  dampening: number;
  weight_decay: number;
  nesterov: boolean;
  maximize: boolean;
};

/**
 * Stochastic gradient descent: `p ← p - lr · d`, where d is the gradient (plus `weight_decay · p`), or with momentum the
 * buffer `b ← momentum · b + (1 - dampening) · d`, or with `nesterov` `d + momentum · b`.
 * Errors: `Invalid learning rate: …`, `Nesterov momentum requires a momentum and zero dampening`.
 * Source: `torch.optim.SGD`; Sutskever et al. 2013, "On the importance of initialization and momentum in deep learning".
 * @example
 * const w = torch.ones(2, { requires_grad: true }); w.sum().backward(); new torch.optim.SGD([w], { lr: 0.5 }).step(); w // => tensor([0.5000, 0.5000], requires_grad=True)
 */
export class SGD extends Optimizer<SGDOptions> {
  constructor(params: Params<SGDOptions>, lr: number, options?: Partial<SGDOptions>);
  constructor(params: Params<SGDOptions>, options?: Partial<SGDOptions>);
  constructor(params: Params<SGDOptions>, ...given: unknown[]) {
    const call = "optim.SGD";
    const bound = bindArguments<SGDOptions>(call, given, {
      names: ["lr", "momentum", "dampening", "weight_decay", "nesterov"],
      only: ["maximize"],
    });
    const {
      lr = 1e-3,
      momentum = 0,
      dampening = 0,
      weight_decay = 0,
      nesterov = false,
      maximize = false,
    } = bound;
    checkSetting(call, ["learning rate", lr], lr >= 0);
    checkSetting(call, ["momentum value", momentum], momentum >= 0);
    checkSetting(call, ["weight_decay value", weight_decay], weight_decay >= 0);
    if (nesterov && (momentum <= 0 || dampening !== 0)) {
      throw new ValueError(call, "Nesterov momentum requires a momentum and zero dampening");
    }
    const rest = { foreach: null, differentiable: false };
    super(params, { lr, momentum, dampening, weight_decay, nesterov, maximize, ...rest });
  }

  protected override start(): ParamState {
    return { momentum_buffer: null };
  }

  protected override update(
    param: Tensor,
    { group, state, grad }: { group: ParamGroup<SGDOptions>; state: ParamState; grad: Tensor },
  ): void {
    const { lr, momentum, dampening, weight_decay, nesterov } = group;
    let direction = weight_decay === 0 ? grad : grad.add(param, { alpha: weight_decay });
    if (momentum !== 0) {
      const before = state.momentum_buffer;
      const buffer = isTensor(before)
        ? before.mul_(momentum).add_(direction, { alpha: 1 - dampening })
        : direction.clone().detach();
      state.momentum_buffer = buffer;
      direction = nesterov ? direction.add(buffer, { alpha: momentum }) : buffer;
    }
    param.add_(direction, { alpha: -lr });
  }
}
