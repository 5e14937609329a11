import { bindArguments } from "../arguments";
import type { Tensor } from "../tensor";
import {
  alpha_dropout,
  checkDropout,
  dropout,
  dropout1d,
  dropout2d,
  dropout3d,
  feature_alpha_dropout,
} from "./functional/dropout";
import { Module } from "./module";

/** Keywords of the dropout modules. */
export type DropoutModuleOptions = { p?: number; inplace?: boolean };

/** What the dropout modules have in common: a probability, and whether they change their input. */
abstract class DropoutModule extends Module {
  p: number;
  inplace: boolean;

  constructor(p?: number, inplace?: boolean);
  constructor(options: DropoutModuleOptions);
  constructor(...given: unknown[]) {
    super();
    const call = `nn.${new.target.name}`;
    const bound = bindArguments<DropoutModuleOptions>(call, given, { names: ["p", "inplace"] });
    this.p = bound.p === undefined ? 0.5 : bound.p;
    this.inplace = bound.inplace ?? false;
    checkDropout(call, this.p, "int");
  }

  override extra_repr(): string {
    return `p=${this.p}, inplace=${this.inplace ? "True" : "False"}`;
  }
}

/**
 * Sets elements to 0 with probability `p` while training and scales the others by 1/(1 - p); in eval mode it gives back
 * its input. Source: `torch.nn.Dropout`.
 * @example
 * new nn.Dropout(0.2) // => Dropout(p=0.2, inplace=False)
 */
export class Dropout extends DropoutModule {
  override forward(input: Tensor): Tensor {
    return dropout(input, this.p, this.training, this.inplace);
  }
}

/**
 * Dropout of whole channels: (N, C, L) or (C, L). Source: `torch.nn.Dropout1d`.
 * @example
 * new nn.Dropout1d(0.2) // => Dropout1d(p=0.2, inplace=False)
 */
export class Dropout1d extends DropoutModule {
  override forward(input: Tensor): Tensor {
    return dropout1d(input, this.p, this.training, this.inplace);
  }
}

/**
 * Dropout of whole channels: (N, C, H, W). Source: `torch.nn.Dropout2d`.
 * @example
 * new nn.Dropout2d(0.2) // => Dropout2d(p=0.2, inplace=False)
 */
export class Dropout2d extends DropoutModule {
  override forward(input: Tensor): Tensor {
    return dropout2d(input, this.p, this.training, this.inplace);
  }
}

/**
 * Dropout of whole channels: (N, C, D, H, W) or (C, D, H, W). Source: `torch.nn.Dropout3d`.
 * @example
 * new nn.Dropout3d(0.2) // => Dropout3d(p=0.2, inplace=False)
 */
export class Dropout3d extends DropoutModule {
  override forward(input: Tensor): Tensor {
    return dropout3d(input, this.p, this.training, this.inplace);
  }
}

/**
 * Dropout that keeps mean and variance of SELU's outputs; `inplace` is ignored. Source: `torch.nn.AlphaDropout`.
 * @example
 * new nn.AlphaDropout(0.2) // => AlphaDropout(p=0.2, inplace=False)
 */
export class AlphaDropout extends DropoutModule {
  override forward(input: Tensor): Tensor {
    return alpha_dropout(input, this.p, this.training);
  }
}

/**
 * `AlphaDropout` of whole channels; `inplace` is ignored. Source: `torch.nn.FeatureAlphaDropout`.
 * @example
 * new nn.FeatureAlphaDropout(0.2) // => FeatureAlphaDropout(p=0.2, inplace=False)
 */
export class FeatureAlphaDropout extends DropoutModule {
  override forward(input: Tensor): Tensor {
    return feature_alpha_dropout(input, this.p, this.training);
  }
}
