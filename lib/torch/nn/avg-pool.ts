import type { Tensor } from "../tensor";
import { bindModule, type Rest, type Sizes, toSizes } from "./arguments";
import { type AvgPoolOptions, avg_pool1d, avg_pool2d, avg_pool3d } from "./functional/avg-pool";
import { Module } from "./module";
import { pythonText } from "./python-text";

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

type SpatialRest = Rest<
  [
    stride: Sizes | null,
    padding: Sizes,
    ceil_mode: boolean,
    count_include_pad: boolean,
    divisor: number | null,
  ],
  AvgPoolOptions
>;

/** What the average pools of several dimensions share. */
abstract class SpatialAvgPool extends AvgPoolBase {
  readonly divisor_override: number | null;

  constructor(call: string, given: readonly unknown[]) {
    const optional = [...AVG, "divisor_override"] as const;
    const bound = bindModule<AvgBound>(call, given, { required: ["kernel_size"], optional });
    super(bound, (value) => value);
    this.divisor_override = bound.divisor_override ?? null;
  }

  /** The keywords of the function. @internal */
  _settings(): AvgPoolOptions {
    const { stride, padding, ceil_mode, count_include_pad, divisor_override } = this;
    return { stride, padding, ceil_mode, count_include_pad, divisor_override };
  }
}

/**
 * The mean under the kernel, in images: see `nn.functional.avg_pool2d`. Source: `torch.nn.AvgPool2d`.
 * @example
 * new nn.AvgPool2d(3, { padding: 1 }) // => AvgPool2d(kernel_size=3, stride=3, padding=1)
 */
export class AvgPool2d extends SpatialAvgPool {
  constructor(kernel_size: Sizes, ...rest: SpatialRest);
  constructor(...given: unknown[]) {
    super("nn.AvgPool2d", given);
  }

  override forward(input: Tensor): Tensor {
    return avg_pool2d(input, this.kernel_size, this._settings());
  }
}

/**
 * The mean under the kernel, in volumes: see `nn.functional.avg_pool3d`. Source: `torch.nn.AvgPool3d`.
 * @example
 * new nn.AvgPool3d(2)(torch.arange(8).float().view(1, 1, 2, 2, 2)) // => tensor([[[[[3.5000]]]]])
 */
export class AvgPool3d extends SpatialAvgPool {
  constructor(kernel_size: Sizes, ...rest: SpatialRest);
  constructor(...given: unknown[]) {
    super("nn.AvgPool3d", given);
  }

  override forward(input: Tensor): Tensor {
    return avg_pool3d(input, this.kernel_size, this._settings());
  }
}
