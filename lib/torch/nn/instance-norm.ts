import { ValueError } from "../errors";
import type { Tensor } from "../tensor";
import { instance_norm } from "./functional/instance-norm";
import { NormBase, type NormRest } from "./norm-base";

const USUAL = { affine: false, track_running_stats: false };

/** What the instance norms share; `rank` counts the spatial dimensions. */
abstract class InstanceNormBase extends NormBase {
  /** @internal */
  abstract readonly _rank: number;

  /** @internal */
  override _check_input_dim(input: Tensor): void {
    const [least, most] = [this._rank + 1, this._rank + 2];
    if (input.ndim === least || input.ndim === most) return;
    throw new ValueError(
      `nn.${this._get_name()}`,
      `expected ${least}D or ${most}D input (got ${input.ndim}D input)`,
    );
  }

  override forward(input: Tensor): Tensor {
    this._check_input_dim(input);
    const hasBatch = input.ndim === this._rank + 2;
    const output = instance_norm(hasBatch ? input : input.unsqueeze(0), {
      running_mean: this.running_mean,
      running_var: this.running_var,
      weight: this.weight,
      bias: this.bias,
      use_input_stats: this.training || !this.track_running_stats,
      momentum: this.momentum ?? 0,
      eps: this.eps,
    });
    return hasBatch ? output : output.squeeze(0);
  }
}

/**
 * Normalises every channel of every sample for itself: (N, C, L) or (C, L), see `nn.functional.instance_norm`. Without weight
 * and running statistics unless asked for. Ulyanov, Vedaldi & Lempitsky 2016. Source: `torch.nn.InstanceNorm1d`.
 * @example
 * new nn.InstanceNorm1d(4, { affine: true }).weight.tolist() // => 1,1,1,1
 */
export class InstanceNorm1d extends InstanceNormBase {
  constructor(num_features: number, ...rest: NormRest);
  constructor(...given: unknown[]) {
    super({ call: "nn._InstanceNorm", usual: USUAL }, given);
  }

  /** @internal */
  get _rank(): number {
    return 1;
  }
}

/**
 * The same for images (N, C, H, W) or (C, H, W). Source: `torch.nn.InstanceNorm2d`.
 * @example
 * new nn.InstanceNorm2d(3) // => InstanceNorm2d(3, eps=1e-05, momentum=0.1, affine=False, track_running_stats=False)
 */
export class InstanceNorm2d extends InstanceNormBase {
  constructor(num_features: number, ...rest: NormRest);
  constructor(...given: unknown[]) {
    super({ call: "nn._InstanceNorm", usual: USUAL }, given);
  }

  /** @internal */
  get _rank(): number {
    return 2;
  }
}

/**
 * The same for volumes (N, C, D, H, W) or (C, D, H, W). Source: `torch.nn.InstanceNorm3d`.
 * @example
 * new nn.InstanceNorm3d(3) // => InstanceNorm3d(3, eps=1e-05, momentum=0.1, affine=False, track_running_stats=False)
 */
export class InstanceNorm3d extends InstanceNormBase {
  constructor(num_features: number, ...rest: NormRest);
  constructor(...given: unknown[]) {
    super({ call: "nn._InstanceNorm", usual: USUAL }, given);
  }

  /** @internal */
  get _rank(): number {
    return 3;
  }
}
