import { ones_, zeros_ } from "../init";
import type { Tensor } from "../tensor";
import {
  bindModule,
  emptyParameter,
  type ParameterOptions,
  type Rest,
  type Sizes,
  toSizes,
} from "./arguments";
import { layer_norm } from "./functional/layer-norm";
import { Module } from "./module";
import type { Parameter } from "./parameter";
import { pythonText, tupleText } from "./python-text";

/** Keywords of `nn.LayerNorm`; `bias` is PyTorch 2's. */
export type LayerNormOptions = ParameterOptions & {
  eps?: number;
  elementwise_affine?: boolean;
  bias?: boolean;
};

type Bound = LayerNormOptions & { normalized_shape: Sizes };

/**
 * Normalises over the last dimensions, whose sizes are `normalized_shape`: see `nn.functional.layer_norm`. Nothing is drawn:
 * weight is 1, bias 0. Ba, Kiros & Hinton 2016. Source: `torch.nn.LayerNorm`.
 * @example
 * new nn.LayerNorm(4) // => LayerNorm((4,), eps=1e-05, elementwise_affine=True)
 */
export class LayerNorm extends Module {
  readonly normalized_shape: readonly number[];
  eps: number;
  readonly elementwise_affine: boolean;
  declare weight: Parameter | null;
  declare bias: Parameter | null;

  constructor(
    normalized_shape: Sizes,
    ...rest: Rest<[eps: number, elementwise_affine: boolean], LayerNormOptions>
  );
  constructor(...given: unknown[]) {
    super();
    const bound = bindModule<Bound>("nn.LayerNorm", given, {
      required: ["normalized_shape"],
      optional: ["eps", "elementwise_affine", "bias"],
    });
    this.normalized_shape = toSizes(bound.normalized_shape, 1);
    this.eps = bound.eps ?? 1e-5;
    this.elementwise_affine = bound.elementwise_affine ?? true;
    const make = (wanted: boolean) =>
      wanted && this.elementwise_affine ? emptyParameter(this.normalized_shape, bound.dtype) : null;
    this.register_parameter("weight", make(true));
    this.register_parameter("bias", make(bound.bias ?? true));
    this.reset_parameters();
  }

  /** Sets weight to 1 and bias to 0; nothing is drawn. */
  reset_parameters(): void {
    if (this.weight !== null) ones_(this.weight);
    if (this.bias !== null) zeros_(this.bias);
  }

  override forward(input: Tensor): Tensor {
    return layer_norm(input, this.normalized_shape, this.weight, this.bias, this.eps);
  }

  override extra_repr(): string {
    return `${tupleText(this.normalized_shape)}, eps=${pythonText(this.eps)}, elementwise_affine=${pythonText(this.elementwise_affine)}`;
  }
}
