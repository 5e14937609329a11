import { NotImplementedError } from "../errors";
import type { Tensor } from "../tensor";
import { bindModule, type Rest, type Sizes, toSizes } from "./arguments";
import { adaptive_avg_pool1d, adaptive_avg_pool2d, type OutputSizes } from "./functional/adaptive-pool";
import {
  type AvgPoolOptions,
  avg_pool1d,
  avg_pool2d,
  type MaxPoolOptions,
  max_pool1d,
  max_pool2d,
  max_pool3d,
} from "./functional/pool";
import { Module } from "./module";
import { pythonText } from "./python-text";

type MaxRest = Rest<[stride: Sizes | null, padding: Sizes, dilation: Sizes], MaxPoolOptions>;
type MaxBound = MaxPoolOptions & { kernel_size: Sizes; return_indices?: boolean };

/** What the max pools share. Numbers are kept as they were given, one or several. */
abstract class MaxPoolBase extends Module {
  readonly kernel_size: Sizes;
  readonly stride: Sizes;
  readonly padding: Sizes;
  readonly dilation: Sizes;
  readonly ceil_mode: boolean;

  constructor(call: string, given: readonly unknown[]) {
    super();
    const bound = bindModule<MaxBound>(call, given, {
      required: ["kernel_size"],
      optional: ["stride", "padding", "dilation", "return_indices", "ceil_mode"],
    });
    if (bound.return_indices) {
      throw new NotImplementedError(call, "return_indices is not part of this engine", "leave it out");
    }
    this.kernel_size = bound.kernel_size;
    this.stride = bound.stride ?? bound.kernel_size;
    this.padding = bound.padding ?? 0;
    this.dilation = bound.dilation ?? 1;
    this.ceil_mode = bound.ceil_mode ?? false;
  }

  override extra_repr(): string {
    return `kernel_size=${pythonText(this.kernel_size)}, stride=${pythonText(this.stride)}, padding=${pythonText(this.padding)}, dilation=${pythonText(this.dilation)}, ceil_mode=${pythonText(this.ceil_mode)}`;
  }
}

/**
 * The largest value under the kernel: see `nn.functional.max_pool1d`. Source: `torch.nn.MaxPool1d`.
 * @example
 * new nn.MaxPool1d(2)(torch.arange(6).float().view(1, 1, 6)) // => tensor([[[1., 3., 5.]]])
 */
export class MaxPool1d extends MaxPoolBase {
  constructor(kernel_size: Sizes, ...rest: MaxRest);
  constructor(...given: unknown[]) {
    super("nn.MaxPool1d", given);
  }

  override forward(input: Tensor): Tensor {
    const { kernel_size, stride, padding, dilation, ceil_mode } = this;
    return max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);
  }
}

/**
 * The largest value under the kernel, in images. Source: `torch.nn.MaxPool2d`.
 * @example
 * new nn.MaxPool2d(2)(torch.zeros(1, 3, 5, 4)).shape // => 1,3,2,2
 */
export class MaxPool2d extends MaxPoolBase {
  constructor(kernel_size: Sizes, ...rest: MaxRest);
  constructor(...given: unknown[]) {
    super("nn.MaxPool2d", given);
  }

  override forward(input: Tensor): Tensor {
    const { kernel_size, stride, padding, dilation, ceil_mode } = this;
    return max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);
  }
}

/**
 * The largest value under the kernel, in volumes. Source: `torch.nn.MaxPool3d`.
 * @example
 * new nn.MaxPool3d(2)(torch.arange(8).float().view(1, 1, 2, 2, 2)) // => tensor([[[[[7.]]]]])
 */
export class MaxPool3d extends MaxPoolBase {
  constructor(kernel_size: Sizes, ...rest: MaxRest);
  constructor(...given: unknown[]) {
    super("nn.MaxPool3d", given);
  }

  override forward(input: Tensor): Tensor {
    const { kernel_size, stride, padding, dilation, ceil_mode } = this;
    return max_pool3d(input, kernel_size, stride, padding, dilation, ceil_mode);
  }
}

type AvgBound = AvgPoolOptions & { kernel_size: Sizes };

/** What the average pools share. */
abstract class AvgPoolBase extends Module {
  readonly kernel_size: Sizes;
  readonly stride: Sizes;
  readonly padding: Sizes;
  readonly ceil_mode: boolean;
  readonly count_include_pad: boolean;

  constructor(bound: AvgBound, toSize: (value: Sizes) => Sizes) {
    super();
    this.kernel_size = toSize(bound.kernel_size);
    this.stride = toSize(bound.stride ?? bound.kernel_size);
    this.padding = toSize(bound.padding ?? 0);
    this.ceil_mode = bound.ceil_mode ?? false;
    this.count_include_pad = bound.count_include_pad ?? true;
  }

  override extra_repr(): string {
    return `kernel_size=${pythonText(this.kernel_size)}, stride=${pythonText(this.stride)}, padding=${pythonText(this.padding)}`;
  }
}

const AVG = ["stride", "padding", "ceil_mode", "count_include_pad"] as const;

/**
 * The mean under the kernel: see `nn.functional.avg_pool1d`. Source: `torch.nn.AvgPool1d`.
 * @example
 * new nn.AvgPool1d(2)(torch.arange(6).float().view(1, 1, 6)) // => tensor([[[0.5000, 2.5000, 4.5000]]])
 */
export class AvgPool1d extends AvgPoolBase {
  constructor(
    kernel_size: Sizes,
    ...rest: Rest<
      [stride: Sizes | null, padding: Sizes, ceil_mode: boolean, count_include_pad: boolean],
      Omit<AvgPoolOptions, "divisor_override">
    >
  );
  constructor(...given: unknown[]) {
    const bound = bindModule<AvgBound>("nn.AvgPool1d", given, { required: ["kernel_size"], optional: AVG });
    super(bound, (value) => toSizes(value, 1));
  }

  override forward(input: Tensor): Tensor {
    const { kernel_size, stride, padding, ceil_mode, count_include_pad } = this;
    return avg_pool1d(input, kernel_size, stride, padding, ceil_mode, count_include_pad);
  }
}

/**
 * The mean under the kernel, in images: see `nn.functional.avg_pool2d`. Source: `torch.nn.AvgPool2d`.
 * @example
 * new nn.AvgPool2d(3, { padding: 1 }) // => AvgPool2d(kernel_size=3, stride=3, padding=1)
 */
export class AvgPool2d extends AvgPoolBase {
  readonly divisor_override: number | null;

  constructor(
    kernel_size: Sizes,
    ...rest: Rest<
      [
        stride: Sizes | null,
        padding: Sizes,
        ceil_mode: boolean,
        count_include_pad: boolean,
        divisor: number | null,
      ],
      AvgPoolOptions
    >
  );
  constructor(...given: unknown[]) {
    const optional = [...AVG, "divisor_override"] as const;
    const bound = bindModule<AvgBound>("nn.AvgPool2d", given, { required: ["kernel_size"], optional });
    super(bound, (value) => value);
    this.divisor_override = bound.divisor_override ?? null;
  }

  override forward(input: Tensor): Tensor {
    const { kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override } = this;
    return avg_pool2d(input, kernel_size, {
      stride,
      padding,
      ceil_mode,
      count_include_pad,
      divisor_override,
    });
  }
}

/** What the adaptive pools share. */
abstract class AdaptiveBase extends Module {
  readonly output_size: OutputSizes;

  constructor(call: string, given: readonly unknown[]) {
    super();
    const { output_size } = bindModule<{ output_size: OutputSizes }>(call, given, {
      required: ["output_size"],
    });
    this.output_size = output_size;
  }

  override extra_repr(): string {
    return `output_size=${pythonText(this.output_size)}`;
  }
}

/**
 * Means over a given number of stretches: see `nn.functional.adaptive_avg_pool1d`. Source: `torch.nn.AdaptiveAvgPool1d`.
 * @example
 * new nn.AdaptiveAvgPool1d(3)(torch.arange(6).float().view(1, 1, 6)) // => tensor([[[0.5000, 2.5000, 4.5000]]])
 */
export class AdaptiveAvgPool1d extends AdaptiveBase {
  constructor(output_size: OutputSizes);
  constructor(...given: unknown[]) {
    super("nn.AdaptiveAvgPool1d", given);
  }

  override forward(input: Tensor): Tensor {
    return adaptive_avg_pool1d(input, this.output_size);
  }
}

/**
 * Means over a given number of fields, in images. Source: `torch.nn.AdaptiveAvgPool2d`.
 * @example
 * new nn.AdaptiveAvgPool2d([3, null])(torch.zeros(1, 2, 7, 5)).shape // => 1,2,3,5
 */
export class AdaptiveAvgPool2d extends AdaptiveBase {
  constructor(output_size: OutputSizes);
  constructor(...given: unknown[]) {
    super("nn.AdaptiveAvgPool2d", given);
  }

  override forward(input: Tensor): Tensor {
    return adaptive_avg_pool2d(input, this.output_size);
  }
}
