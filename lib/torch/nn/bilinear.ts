import { uniform_ } from "../init";
import type { Tensor } from "../tensor";
import { bindModule, emptyParameter, type ParameterOptions, type Rest } from "./arguments";
import { bilinear } from "./functional/bilinear";
import { Module } from "./module";
import type { Parameter } from "./parameter";
import { pythonText } from "./python-text";

const { sqrt } = Math;

/** Keywords of `nn.Bilinear`. */
export type BilinearOptions = ParameterOptions & { bias?: boolean };

type Bound = BilinearOptions & { in1_features: number; in2_features: number; out_features: number };

/**
 * `y = x₁ᵀ · W · x₂ + b`, one matrix W for each output: see `nn.functional.bilinear`. Weight (out_features, in1_features,
 * in2_features), bias (out_features).
 *
 * Both start as U(±1/√in1_features): the weight is drawn first, then the bias. Source: `torch.nn.Bilinear`.
 * @example
 * new nn.Bilinear(2, 3, 4) // => Bilinear(in1_features=2, in2_features=3, out_features=4, bias=True)
 */
export class Bilinear extends Module {
  readonly in1_features: number;
  readonly in2_features: number;
  readonly out_features: number;
  declare weight: Parameter;
  declare bias: Parameter | null;

  constructor(
    in1_features: number,
    in2_features: number,
    out_features: number,
    ...rest: Rest<[bias: boolean], BilinearOptions>
  );
  constructor(...given: unknown[]) {
    super();
    const bound = bindModule<Bound>("nn.Bilinear", given, {
      required: ["in1_features", "in2_features", "out_features"],
      optional: ["bias"],
    });
    const { in1_features, in2_features, out_features, bias = true, dtype } = bound;
    this.in1_features = in1_features;
    this.in2_features = in2_features;
    this.out_features = out_features;
    this.weight = emptyParameter([out_features, in1_features, in2_features], dtype);
    this.register_parameter("bias", bias ? emptyParameter([out_features], dtype) : null);
    this.reset_parameters();
  }

  /** Draws weight and bias anew from U(±1/√in1_features). */
  reset_parameters(): void {
    const bound = 1 / sqrt(this.weight.shape[1]!);
    uniform_(this.weight, -bound, bound);
    if (this.bias !== null) uniform_(this.bias, -bound, bound);
  }

  override forward(input1: Tensor, input2: Tensor): Tensor {
    return bilinear(input1, input2, this.weight, this.bias);
  }

  override extra_repr(): string {
    return `in1_features=${this.in1_features}, in2_features=${this.in2_features}, out_features=${this.out_features}, bias=${pythonText(this.bias !== null)}`;
  }
}
