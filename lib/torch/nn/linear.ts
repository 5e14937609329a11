import { bindArguments } from "../arguments";
import { TypeMismatch } from "../errors";
import { _calculate_fan_in_and_fan_out, kaiming_uniform_, uniform_ } from "../init";
import { type DType, empty, type Tensor } from "../tensor";
import { linear } from "./functional";
import { Module } from "./module";
import { Parameter } from "./parameter";

const { sqrt } = Math;

/** Keywords of `nn.Linear`. */
export type LinearOptions = { bias?: boolean; dtype?: DType };

/**
 * `y = x · Wᵀ + b`. Shapes: x (…, in_features) → y (…, out_features); weight (out_features, in_features), bias
 * (out_features).
 *
 * Both start as U(-1/√in_features, 1/√in_features): the weight is drawn first, then the bias.
 * Source: `torch.nn.Linear`.
 * @example
 * new nn.Linear(3, 2) // => Linear(in_features=3, out_features=2, bias=True)
 */
export class Linear extends Module {
  readonly in_features: number;
  readonly out_features: number;
  declare weight: Parameter;
  declare bias: Parameter | null;

  constructor(in_features: number, out_features: number, bias?: boolean, options?: LinearOptions);
  constructor(in_features: number, out_features: number, options?: LinearOptions);
  constructor(in_features: number, out_features: number, ...rest: unknown[]) {
    super();
    checkFeatures(in_features, out_features);
    const { bias = true, dtype } = bindArguments<LinearOptions>("nn.Linear", rest, {
      names: ["bias"],
      only: ["dtype"],
    });
    const options = dtype === undefined ? {} : { dtype };
    this.in_features = in_features;
    this.out_features = out_features;
    this.weight = new Parameter(empty([out_features, in_features], options));
    if (bias) this.bias = new Parameter(empty([out_features], options));
    else this.register_parameter("bias", null);
    this.reset_parameters();
  }

  /** Draws weight and bias anew: `kaiming_uniform_(weight, { a: √5 })`, which is U(±1/√fan_in), then the bias alike. */
  reset_parameters(): void {
    kaiming_uniform_(this.weight, { a: sqrt(5) });
    if (this.bias === null) return;
    const [fan_in] = _calculate_fan_in_and_fan_out(this.weight);
    const bound = fan_in > 0 ? 1 / sqrt(fan_in) : 0;
    uniform_(this.bias, -bound, bound);
  }

  override forward(input: Tensor): Tensor {
    return linear(input, this.weight, this.bias);
  }

  override extra_repr(): string {
    const bias = this.bias === null ? "False" : "True";
    return `in_features=${this.in_features}, out_features=${this.out_features}, bias=${bias}`;
  }
}

function checkFeatures(in_features: unknown, out_features: unknown): void {
  const missing = Object.entries({ in_features, out_features }).flatMap(([name, value]) =>
    value === undefined ? [`'${name}'`] : [],
  );
  if (missing.length === 0) return;
  const noun = missing.length === 1 ? "argument" : "arguments";
  throw new TypeMismatch(
    "nn.Linear",
    `Linear.__init__() missing ${missing.length} required positional ${noun}: ${missing.join(" and ")}`,
  );
}
