import type { Tensor } from "../tensor";
import { bindModule } from "./arguments";
import {
  adaptive_max_pool1d,
  adaptive_max_pool2d,
  adaptive_max_pool3d,
} from "./functional/adaptive-max-pool";
import {
  adaptive_avg_pool1d,
  adaptive_avg_pool2d,
  adaptive_avg_pool3d,
  type OutputSizes,
} from "./functional/adaptive-pool";
import type { Pooled } from "./functional/max-pool";
import { Module } from "./module";
import { pythonText } from "./python-text";

/** What the adaptive pools share. */
abstract class AdaptiveBase extends Module {
  readonly output_size: OutputSizes;

  constructor(output_size: OutputSizes) {
    super();
    this.output_size = output_size;
  }

  override extra_repr(): string {
    return `output_size=${pythonText(this.output_size)}`;
  }
}

/** What the adaptive averages share. */
abstract class AdaptiveAvgBase extends AdaptiveBase {
  constructor(given: readonly unknown[]) {
    // PyTorch's sentence names the class that all of them come from.
    const bound = bindModule<{ output_size: OutputSizes }>("nn._AdaptiveAvgPoolNd", given, {
      required: ["output_size"],
    });
    super(bound.output_size);
  }
}

type MaxOptions<I extends boolean> = { return_indices?: I };
type MaxRest<I extends boolean> = [return_indices?: I] | [options?: MaxOptions<I>];
type Result<I extends boolean> = I extends true ? Pooled : Tensor;

/** What the adaptive max pools share. */
abstract class AdaptiveMaxBase extends AdaptiveBase {
  readonly return_indices: boolean;

  constructor(given: readonly unknown[]) {
    const bound = bindModule<MaxOptions<boolean> & { output_size: OutputSizes }>(
      "nn._AdaptiveMaxPoolNd",
      given,
      {
        required: ["output_size"],
        optional: ["return_indices"],
      },
    );
    super(bound.output_size);
    this.return_indices = bound.return_indices ?? false;
  }
}

/**
 * Means over a given number of stretches: see `nn.functional.adaptive_avg_pool1d`. Source: `torch.nn.AdaptiveAvgPool1d`.
 * @example
 * new nn.AdaptiveAvgPool1d(3)(torch.arange(6).float().view(1, 1, 6)) // => tensor([[[0.5000, 2.5000, 4.5000]]])
 */
export class AdaptiveAvgPool1d extends AdaptiveAvgBase {
  constructor(output_size: OutputSizes);
  constructor(...given: unknown[]) {
    super(given);
  }

  override forward(input: Tensor): Tensor {
    return adaptive_avg_pool1d(input, this.output_size);
  }
}

/**
 * Means over a given number of fields, in images: see `nn.functional.adaptive_avg_pool2d`. Source: `torch.nn.AdaptiveAvgPool2d`.
 * @example
 * new nn.AdaptiveAvgPool2d([3, null])(torch.zeros(1, 2, 7, 5)).shape // => 1,2,3,5
 */
export class AdaptiveAvgPool2d extends AdaptiveAvgBase {
  constructor(output_size: OutputSizes);
  constructor(...given: unknown[]) {
    super(given);
  }

  override forward(input: Tensor): Tensor {
    return adaptive_avg_pool2d(input, this.output_size);
  }
}

/**
 * Means over a given number of boxes, in volumes: see `nn.functional.adaptive_avg_pool3d`. Source: `torch.nn.AdaptiveAvgPool3d`.
 * @example
 * new nn.AdaptiveAvgPool3d(1)(torch.arange(8).float().view(1, 1, 2, 2, 2)) // => tensor([[[[[3.5000]]]]])
 */
export class AdaptiveAvgPool3d extends AdaptiveAvgBase {
  constructor(output_size: OutputSizes);
  constructor(...given: unknown[]) {
    super(given);
  }

  override forward(input: Tensor): Tensor {
    return adaptive_avg_pool3d(input, this.output_size);
  }
}

/**
 * The largest values over a given number of stretches: see `nn.functional.adaptive_max_pool1d`. Source: `torch.nn.AdaptiveMaxPool1d`.
 * @example
 * new nn.AdaptiveMaxPool1d(3)(torch.arange(6).float().view(1, 1, 6)) // => tensor([[[1., 3., 5.]]])
 */
export class AdaptiveMaxPool1d<I extends boolean = false> extends AdaptiveMaxBase {
  constructor(output_size: OutputSizes, ...rest: MaxRest<I>);
  constructor(...given: unknown[]) {
    super(given);
  }

  override forward(input: Tensor): Result<I> {
    return adaptive_max_pool1d(input, this.output_size, this.return_indices as false) as Result<I>;
  }
}

/**
 * The largest values over a given number of fields, in images: see `nn.functional.adaptive_max_pool2d`. Source: `torch.nn.AdaptiveMaxPool2d`.
 * @example
 * new nn.AdaptiveMaxPool2d([3, null], { return_indices: true }) // => AdaptiveMaxPool2d(output_size=(3, None))
 */
export class AdaptiveMaxPool2d<I extends boolean = false> extends AdaptiveMaxBase {
  constructor(output_size: OutputSizes, ...rest: MaxRest<I>);
  constructor(...given: unknown[]) {
    super(given);
  }

  override forward(input: Tensor): Result<I> {
    return adaptive_max_pool2d(input, this.output_size, this.return_indices as false) as Result<I>;
  }
}

/**
 * The largest values over a given number of boxes, in volumes: see `nn.functional.adaptive_max_pool3d`. Source: `torch.nn.AdaptiveMaxPool3d`.
 * @example
 * new nn.AdaptiveMaxPool3d(1)(torch.arange(8).float().view(1, 1, 2, 2, 2)) // => tensor([[[[[7.]]]]])
 */
export class AdaptiveMaxPool3d<I extends boolean = false> extends AdaptiveMaxBase {
  constructor(output_size: OutputSizes, ...rest: MaxRest<I>);
  constructor(...given: unknown[]) {
    super(given);
  }

  override forward(input: Tensor): Result<I> {
    return adaptive_max_pool3d(input, this.output_size, this.return_indices as false) as Result<I>;
  }
}
