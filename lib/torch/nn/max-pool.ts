import type { Tensor } from "../tensor";
import { bindModule, type Rest, type Sizes } from "./arguments";
import { type MaxPoolOptions, max_pool1d, max_pool2d, max_pool3d, type Pooled } from "./functional/max-pool";
import { Module } from "./module";
import { pythonText } from "./python-text";

type MaxRest<I extends boolean> = Rest<
  [stride: Sizes | null, padding: Sizes, dilation: Sizes, return_indices: I, ceil_mode: boolean],
  MaxPoolOptions<I>
>;
/** What a max pool gives: the values, and where they stood if that was asked for. */
type Result<I extends boolean> = I extends true ? Pooled : Tensor;

/** What the max pools share. Numbers are kept as they were given, one or several. */
abstract class MaxPoolBase extends Module {
  readonly kernel_size: Sizes;
  readonly stride: Sizes;
  readonly padding: Sizes;
  readonly dilation: Sizes;
  readonly return_indices: boolean;
  readonly ceil_mode: boolean;

  constructor(call: string, given: readonly unknown[]) {
    super();
    const bound = bindModule<MaxPoolOptions<boolean> & { kernel_size: Sizes }>(call, given, {
      required: ["kernel_size"],
      optional: ["stride", "padding", "dilation", "return_indices", "ceil_mode"],
    });
    this.kernel_size = bound.kernel_size;
    this.stride = bound.stride ?? bound.kernel_size;
    this.padding = bound.padding ?? 0;
    this.dilation = bound.dilation ?? 1;
    this.return_indices = bound.return_indices ?? false;
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
export class MaxPool1d<I extends boolean = false> extends MaxPoolBase {
  constructor(kernel_size: Sizes, ...rest: MaxRest<I>);
  constructor(...given: unknown[]) {
    super("nn.MaxPool1d", given);
  }

  override forward(input: Tensor): Result<I> {
    return max_pool1d(input, this.kernel_size, settingsOf(this)) as Result<I>;
  }
}

/**
 * The largest value under the kernel, in images. Source: `torch.nn.MaxPool2d`.
 * @example
 * new nn.MaxPool2d(2)(torch.zeros(1, 3, 5, 4)).shape // => 1,3,2,2
 */
export class MaxPool2d<I extends boolean = false> extends MaxPoolBase {
  constructor(kernel_size: Sizes, ...rest: MaxRest<I>);
  constructor(...given: unknown[]) {
    super("nn.MaxPool2d", given);
  }

  override forward(input: Tensor): Result<I> {
    return max_pool2d(input, this.kernel_size, settingsOf(this)) as Result<I>;
  }
}

/**
 * The largest value under the kernel, in volumes. Source: `torch.nn.MaxPool3d`.
 * @example
 * new nn.MaxPool3d(2)(torch.arange(8).float().view(1, 1, 2, 2, 2)) // => tensor([[[[[7.]]]]])
 */
export class MaxPool3d<I extends boolean = false> extends MaxPoolBase {
  constructor(kernel_size: Sizes, ...rest: MaxRest<I>);
  constructor(...given: unknown[]) {
    super("nn.MaxPool3d", given);
  }

  override forward(input: Tensor): Result<I> {
    return max_pool3d(input, this.kernel_size, settingsOf(this)) as Result<I>;
  }
}

type Settings = Pick<MaxPoolBase, "stride" | "padding" | "dilation" | "ceil_mode" | "return_indices">;

/** The keywords of the function. It is told as if the indices were not asked for; `forward` says what comes. */
function settingsOf({ stride, padding, dilation, ceil_mode, return_indices }: Settings): MaxPoolOptions {
  return { stride, padding, dilation, ceil_mode, return_indices: return_indices as false };
}
