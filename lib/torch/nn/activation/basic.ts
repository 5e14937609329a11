import { bindArguments } from "../../arguments";
import type { Tensor } from "../../tensor";
import { relu } from "../functional";
import { Module } from "../module";

/**
 * max(x, 0), element by element. Source: `torch.nn.ReLU`.
 * @example
 * new nn.ReLU()(torch.tensor([-1, 2])) // => tensor([0, 2])
 */
export class ReLU extends Module {
  readonly inplace: boolean;

  constructor(inplace?: boolean | { inplace?: boolean }) {
    super();
    this.inplace =
      bindArguments<{ inplace: boolean }>("nn.ReLU", [inplace], { names: ["inplace"] }).inplace ?? false;
  }

  override forward(input: Tensor): Tensor {
    return relu(input, this.inplace);
  }

  override extra_repr(): string {
    return this.inplace ? "inplace=True" : "";
  }
}

/**
 * The hyperbolic tangent. Source: `torch.nn.Tanh`.
 * @example
 * new nn.Tanh()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.9051,  0.4621,  0.9640])
 */
export class Tanh extends Module {
  override forward(input: Tensor): Tensor {
    return input.tanh();
  }
}

/**
 * 1 / (1 + e^-x). Source: `torch.nn.Sigmoid`.
 * @example
 * new nn.Sigmoid()(torch.tensor([-1.5, 0.5, 2])) // => tensor([0.1824, 0.6225, 0.8808])
 */
export class Sigmoid extends Module {
  override forward(input: Tensor): Tensor {
    return input.sigmoid();
  }
}

/**
 * Gives back what it gets; any arguments of the constructor are ignored. Source: `torch.nn.Identity`.
 * @example
 * new nn.Identity()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-1.5000,  0.5000,  2.0000])
 */
export class Identity extends Module {
  constructor(..._ignored: unknown[]) {
    super();
  }

  override forward(input: Tensor): Tensor {
    return input;
  }
}
