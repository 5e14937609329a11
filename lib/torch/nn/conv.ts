import type { Tensor } from "../tensor";
import type { Sizes } from "./arguments";
import { ConvBase, type ConvOptions, type ConvRest } from "./conv-base";
import { conv1d, conv2d, conv3d } from "./functional/conv";

/** A convolution whose kernel size is given by name. */
type Named = ConvOptions & { kernel_size: Sizes };

/**
 * Kernels sliding over a signal: (N, C, L) → (N, O, L'), see `nn.functional.conv1d`. Weight (out_channels,
 * in_channels/groups, kernel), bias (out_channels).
 *
 * Both start as U(±1/√fan_in), fan_in = in_channels/groups · kernel: the weight is drawn first, then the bias.
 * Errors: channels that groups do not divide, unknown paddings and padding modes. Source: `torch.nn.Conv1d`.
 * @example
 * new nn.Conv1d(16, 33, 3, { stride: 2 }) // => Conv1d(16, 33, kernel_size=(3,), stride=(2,))
 */
export class Conv1d extends ConvBase {
  constructor(in_channels: number, out_channels: number, kernel_size: Sizes, ...rest: ConvRest);
  constructor(in_channels: number, out_channels: number, options: Named);
  constructor(...given: unknown[]) {
    super({ call: "nn.Conv1d", rank: 1, transposed: false }, given);
  }

  override forward(input: Tensor): Tensor {
    const { input: ready, padding } = this.padded(input);
    return conv1d(ready, this.weight, this.bias, this.stride, padding, this.dilation, this.groups);
  }
}

/**
 * The same over images: (N, C, H, W) → (N, O, H', W'), see `nn.functional.conv2d`. Source: `torch.nn.Conv2d`.
 * @example
 * new nn.Conv2d(3, 8, 3, { padding: 1 })(torch.zeros(1, 3, 5, 5)).shape // => 1,8,5,5
 */
export class Conv2d extends ConvBase {
  constructor(in_channels: number, out_channels: number, kernel_size: Sizes, ...rest: ConvRest);
  constructor(in_channels: number, out_channels: number, options: Named);
  constructor(...given: unknown[]) {
    super({ call: "nn.Conv2d", rank: 2, transposed: false }, given);
  }

  override forward(input: Tensor): Tensor {
    const { input: ready, padding } = this.padded(input);
    return conv2d(ready, this.weight, this.bias, this.stride, padding, this.dilation, this.groups);
  }
}

/**
 * The same over volumes: (N, C, D, H, W) → (N, O, D', H', W'). Source: `torch.nn.Conv3d`.
 * @example
 * new nn.Conv3d(2, 3, 4) // => Conv3d(2, 3, kernel_size=(4, 4, 4), stride=(1, 1, 1))
 */
export class Conv3d extends ConvBase {
  constructor(in_channels: number, out_channels: number, kernel_size: Sizes, ...rest: ConvRest);
  constructor(in_channels: number, out_channels: number, options: Named);
  constructor(...given: unknown[]) {
    super({ call: "nn.Conv3d", rank: 3, transposed: false }, given);
  }

  override forward(input: Tensor): Tensor {
    const { input: ready, padding } = this.padded(input);
    return conv3d(ready, this.weight, this.bias, this.stride, padding, this.dilation, this.groups);
  }
}
