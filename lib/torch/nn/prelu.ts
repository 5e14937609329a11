import { constant_ } from "../init";
import type { Tensor } from "../tensor";
import { bindModule, emptyParameter, type ParameterOptions, type Rest } from "./arguments";
import { prelu } from "./functional/prelu";
import { Module } from "./module";
import type { Parameter } from "./parameter";

/** Keywords of `nn.PReLU`. */
export type PReLUOptions = ParameterOptions & { num_parameters?: number; init?: number };

/**
 * x where x > 0, else weight · x with a weight that is learned: one for all, or one for each of `num_parameters` channels. It
 * starts as `init`, 0.25 unless given; nothing is drawn. He, Zhang, Ren & Sun 2015. Source: `torch.nn.PReLU`.
 * @example
 * new nn.PReLU() // => PReLU(num_parameters=1)
 */
export class PReLU extends Module {
  readonly num_parameters: number;
  readonly init: number;
  declare weight: Parameter;

  constructor(...rest: Rest<[num_parameters: number, init: number], PReLUOptions>);
  constructor(...given: unknown[]) {
    super();
    const bound = bindModule<PReLUOptions>("nn.PReLU", given, { optional: ["num_parameters", "init"] });
    const { num_parameters = 1, init = 0.25, dtype } = bound;
    this.num_parameters = num_parameters;
    this.init = init;
    this.weight = emptyParameter([num_parameters], dtype);
    this.reset_parameters();
  }

  /** Sets the weight to `init`; nothing is drawn. */
  reset_parameters(): void {
    constant_(this.weight, this.init);
  }

  override forward(input: Tensor): Tensor {
    return prelu(input, this.weight);
  }

  override extra_repr(): string {
    return `num_parameters=${this.num_parameters}`;
  }
}
