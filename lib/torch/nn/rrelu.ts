import type { Tensor } from "../tensor";
import { bindModule, type Rest } from "./arguments";
import { type RReLUOptions, rrelu } from "./functional/rrelu";
import { Module } from "./module";
import { floatText } from "./python-text";

/**
 * `x` where positive, else `x` times a slope that is drawn while training: see `nn.functional.rrelu`. Source: `torch.nn.RReLU`.
 * @example
 * new nn.RReLU(0.25, 0.75).eval()(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.7500,  0.5000,  2.0000])
 */
export class RReLU extends Module {
  readonly lower: number;
  readonly upper: number;
  readonly inplace: boolean;

  constructor(
    ...rest: Rest<[lower: number, upper: number, inplace: boolean], Omit<RReLUOptions, "training">>
  );
  constructor(...given: unknown[]) {
    super();
    const bound = bindModule<RReLUOptions>("nn.RReLU", given, { optional: ["lower", "upper", "inplace"] });
    this.lower = bound.lower ?? 1 / 8;
    this.upper = bound.upper ?? 1 / 3;
    this.inplace = bound.inplace ?? false;
  }

  override forward(input: Tensor): Tensor {
    return rrelu(input, this.lower, this.upper, this.training, this.inplace);
  }

  override extra_repr(): string {
    return `lower=${floatText(this.lower)}, upper=${floatText(this.upper)}${this.inplace ? ", inplace=True" : ""}`;
  }
}
