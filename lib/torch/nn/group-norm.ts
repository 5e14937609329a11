import { ValueError } from "../errors";
import { ones_, zeros_ } from "../init";
import type { Tensor } from "../tensor";
import { bindModule, emptyParameter, type ParameterOptions, type Rest } from "./arguments";
import { group_norm } from "./functional/layer-norm";
import { Module } from "./module";
import type { Parameter } from "./parameter";
import { pythonText } from "./python-text";

/** Keywords of `nn.GroupNorm`. */
export type GroupNormOptions = ParameterOptions & { eps?: number; affine?: boolean };

type Bound = GroupNormOptions & { num_groups: number; num_channels: number };

/**
 * Normalises groups of channels of each sample: see `nn.functional.group_norm`. Nothing is drawn: weight is 1, bias 0.
 * Errors: `num_channels must be divisible by num_groups`. Wu & He 2018. Source: `torch.nn.GroupNorm`.
 * @example
 * new nn.GroupNorm(2, 4) // => GroupNorm(2, 4, eps=1e-05, affine=True)
 */
export class GroupNorm extends Module {
  readonly num_groups: number;
  readonly num_channels: number;
  eps: number;
  readonly affine: boolean;
  declare weight: Parameter | null;
  declare bias: Parameter | null;

  constructor(
    num_groups: number,
    num_channels: number,
    ...rest: Rest<[eps: number, affine: boolean], GroupNormOptions>
  );
  constructor(...given: unknown[]) {
    super();
    const call = "nn.GroupNorm";
    const bound = bindModule<Bound>(call, given, {
      required: ["num_groups", "num_channels"],
      optional: ["eps", "affine"],
    });
    const { num_groups, num_channels, eps = 1e-5, affine = true, dtype } = bound;
    if (num_channels % num_groups !== 0) {
      throw new ValueError(
        call,
        "num_channels must be divisible by num_groups",
        `got ${num_channels} and ${num_groups}`,
      );
    }
    this.num_groups = num_groups;
    this.num_channels = num_channels;
    this.eps = eps;
    this.affine = affine;
    this.register_parameter("weight", affine ? emptyParameter([num_channels], dtype) : null);
    this.register_parameter("bias", affine ? emptyParameter([num_channels], dtype) : null);
    this.reset_parameters();
  }

  /** Sets weight to 1 and bias to 0; nothing is drawn. */
  reset_parameters(): void {
    if (this.weight !== null) ones_(this.weight);
    if (this.bias !== null) zeros_(this.bias);
  }

  override forward(input: Tensor): Tensor {
    return group_norm(input, this.num_groups, this.weight, this.bias, this.eps);
  }

  override extra_repr(): string {
    return `${this.num_groups}, ${this.num_channels}, eps=${pythonText(this.eps)}, affine=${pythonText(this.affine)}`;
  }
}
