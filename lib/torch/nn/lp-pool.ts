import type { Tensor } from "../tensor";
import { bindModule, type Rest, type Sizes } from "./arguments";
import { type LPPoolOptions, lp_pool1d, lp_pool2d } from "./functional/lp-pool";
import { Module } from "./module";
import { pythonText } from "./python-text";

type LPRest = Rest<[stride: Sizes | null, ceil_mode: boolean], LPPoolOptions>;
type Bound = LPPoolOptions & { norm_type: number; kernel_size: Sizes };

/** What the pools by a power share. */
abstract class LPPoolBase extends Module {
  readonly norm_type: number;
  readonly kernel_size: Sizes;
  readonly stride: Sizes | null;
  readonly ceil_mode: boolean;

  constructor(given: readonly unknown[]) {
    super();
    // PyTorch's sentence names the class that both come from.
    const bound = bindModule<Bound>("nn._LPPoolNd", given, {
      required: ["norm_type", "kernel_size"],
      optional: ["stride", "ceil_mode"],
    });
    this.norm_type = bound.norm_type;
    this.kernel_size = bound.kernel_size;
    this.stride = bound.stride ?? null;
    this.ceil_mode = bound.ceil_mode ?? false;
  }

  override extra_repr(): string {
    return `norm_type=${this.norm_type}, kernel_size=${pythonText(this.kernel_size)}, stride=${pythonText(this.stride)}, ceil_mode=${pythonText(this.ceil_mode)}`;
  }
}

/**
 * (Σ x^p)^(1/p) under the kernel: see `nn.functional.lp_pool1d`. Source: `torch.nn.LPPool1d`.
 * @example
 * new nn.LPPool1d(2, 2)(torch.tensor([[3., 4, 6, 8]])) // => tensor([[ 5., 10.]])
 */
export class LPPool1d extends LPPoolBase {
  constructor(norm_type: number, kernel_size: Sizes, ...rest: LPRest);
  constructor(...given: unknown[]) {
    super(given);
  }

  override forward(input: Tensor): Tensor {
    return lp_pool1d(input, this.norm_type, this.kernel_size, this.stride, this.ceil_mode);
  }
}

/**
 * (Σ x^p)^(1/p) under the kernel, in images: see `nn.functional.lp_pool2d`. Source: `torch.nn.LPPool2d`.
 * @example
 * new nn.LPPool2d(2, 2) // => LPPool2d(norm_type=2, kernel_size=2, stride=None, ceil_mode=False)
 */
export class LPPool2d extends LPPoolBase {
  constructor(norm_type: number, kernel_size: Sizes, ...rest: LPRest);
  constructor(...given: unknown[]) {
    super(given);
  }

  override forward(input: Tensor): Tensor {
    return lp_pool2d(input, this.norm_type, this.kernel_size, this.stride, this.ceil_mode);
  }
}
