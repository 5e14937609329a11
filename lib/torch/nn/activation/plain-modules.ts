import { bindArguments } from "../../arguments";
import type { Tensor } from "../../tensor";
import { Module } from "../module";
import { hardsigmoid, hardswish, relu6 } from "./piecewise";
import { logsigmoid, mish, selu, silu, softsign, tanhshrink } from "./smooth";

/** Whether the result replaces the input. */
export type InplaceOptions = { inplace?: boolean };

/** What the modules that can work in place have in common. */
abstract class InplaceActivation extends Module {
  readonly inplace: boolean;

  constructor(inplace?: boolean | InplaceOptions) {
    super();
    const bound = bindArguments<InplaceOptions>(`nn.${new.target.name}`, [inplace], { names: ["inplace"] });
    this.inplace = bound.inplace ?? false;
  }

  /** The result, written into the input if that was asked for. */
  protected finish(input: Tensor, result: Tensor): Tensor {
    return this.inplace ? input.copy_(result) : result;
  }

  override extra_repr(): string {
    return this.inplace ? "inplace=True" : "";
  }
}

/**
 * 1.0507 · elu(x, 1.6733). Source: `torch.nn.SELU`.
 * @example
 * new nn.SELU()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-1.3658,  0.5254,  2.1014])
 */
export class SELU extends InplaceActivation {
  override forward(input: Tensor): Tensor {
    return this.finish(input, selu(input));
  }
}

/**
 * `x · sigmoid(x)`. Source: `torch.nn.SiLU`.
 * @example
 * new nn.SiLU()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.2736,  0.3112,  1.7616])
 */
export class SiLU extends InplaceActivation {
  override forward(input: Tensor): Tensor {
    return this.finish(input, silu(input));
  }
}

/**
 * `x · tanh(softplus(x))`. Source: `torch.nn.Mish`.
 * @example
 * new nn.Mish()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.2981,  0.3752,  1.9440])
 */
export class Mish extends InplaceActivation {
  override forward(input: Tensor): Tensor {
    return this.finish(input, mish(input));
  }
}

/**
 * `min(max(x, 0), 6)`. Source: `torch.nn.ReLU6`.
 * @example
 * new nn.ReLU6()(torch.tensor([-1.5, 0.5, 2])) // => tensor([0.0000, 0.5000, 2.0000])
 */
export class ReLU6 extends InplaceActivation {
  override forward(input: Tensor): Tensor {
    return this.finish(input, relu6(input));
  }
}

/**
 * `x · relu6(x + 3) / 6`. Source: `torch.nn.Hardswish`.
 * @example
 * new nn.Hardswish()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.3750,  0.2917,  1.6667])
 */
export class Hardswish extends InplaceActivation {
  override forward(input: Tensor): Tensor {
    return this.finish(input, hardswish(input));
  }
}

/**
 * `relu6(x + 3) / 6`. Source: `torch.nn.Hardsigmoid`.
 * @example
 * new nn.Hardsigmoid()(torch.tensor([-1.5, 0.5, 2])) // => tensor([0.2500, 0.5833, 0.8333])
 */
export class Hardsigmoid extends InplaceActivation {
  override forward(input: Tensor): Tensor {
    return this.finish(input, hardsigmoid(input));
  }
}

/**
 * `ln sigmoid(x)`. Source: `torch.nn.LogSigmoid`.
 * @example
 * new nn.LogSigmoid()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-1.7014, -0.4741, -0.1269])
 */
export class LogSigmoid extends Module {
  override forward(input: Tensor): Tensor {
    return logsigmoid(input);
  }
}

/**
 * `x / (1 + |x|)`. Source: `torch.nn.Softsign`.
 * @example
 * new nn.Softsign()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.6000,  0.3333,  0.6667])
 */
export class Softsign extends Module {
  override forward(input: Tensor): Tensor {
    return softsign(input);
  }
}

/**
 * `x - tanh(x)`. Source: `torch.nn.Tanhshrink`.
 * @example
 * new nn.Tanhshrink()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.5949,  0.0379,  1.0360])
 */
export class Tanhshrink extends Module {
  override forward(input: Tensor): Tensor {
    return tanhshrink(input);
  }
}
