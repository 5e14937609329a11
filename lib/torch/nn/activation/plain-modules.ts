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

/** 1.0507 · elu(x, 1.6733). Source: `torch.nn.SELU`. */
export class SELU extends InplaceActivation {
  override forward(input: Tensor): Tensor {
    return this.finish(input, selu(input));
  }
}

/** `x · sigmoid(x)`. Source: `torch.nn.SiLU`. */
export class SiLU extends InplaceActivation {
  override forward(input: Tensor): Tensor {
    return this.finish(input, silu(input));
  }
}

/** `x · tanh(softplus(x))`. Source: `torch.nn.Mish`. */
export class Mish extends InplaceActivation {
  override forward(input: Tensor): Tensor {
    return this.finish(input, mish(input));
  }
}

/** `min(max(x, 0), 6)`. Source: `torch.nn.ReLU6`. */
export class ReLU6 extends InplaceActivation {
  override forward(input: Tensor): Tensor {
    return this.finish(input, relu6(input));
  }
}

/** `x · relu6(x + 3) / 6`. Source: `torch.nn.Hardswish`. */
export class Hardswish extends InplaceActivation {
  override forward(input: Tensor): Tensor {
    return this.finish(input, hardswish(input));
  }
}

/** `relu6(x + 3) / 6`. Source: `torch.nn.Hardsigmoid`. */
export class Hardsigmoid extends InplaceActivation {
  override forward(input: Tensor): Tensor {
    return this.finish(input, hardsigmoid(input));
  }
}

/** `ln sigmoid(x)`. Source: `torch.nn.LogSigmoid`. */
export class LogSigmoid extends Module {
  override forward(input: Tensor): Tensor {
    return logsigmoid(input);
  }
}

/** `x / (1 + |x|)`. Source: `torch.nn.Softsign`. */
export class Softsign extends Module {
  override forward(input: Tensor): Tensor {
    return softsign(input);
  }
}

/** `x - tanh(x)`. Source: `torch.nn.Tanhshrink`. */
export class Tanhshrink extends Module {
  override forward(input: Tensor): Tensor {
    return tanhshrink(input);
  }
}
