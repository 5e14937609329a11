import { ValueError } from "../errors";
import { showShape, type Tensor } from "../tensor";
import type { Sizes } from "./arguments";
import { ConvBase, type ConvTransposeOptions, type ConvTransposeRest } from "./conv-base";
import { conv_transpose1d, conv_transpose2d, conv_transpose3d } from "./functional/conv-transpose";
import { tupleText } from "./python-text";

type Named = ConvTransposeOptions & { kernel_size: Sizes };

/** What the transposed convolutions share: the output size that was asked for becomes output padding. */
abstract class ConvTransposeBase extends ConvBase {
  declare readonly padding: readonly number[];

  protected outputPadding(
    input: Tensor,
    output_size: readonly number[] | null | undefined,
  ): readonly number[] {
    if (output_size === null || output_size === undefined) return this.output_padding;
    const { kernel_size, stride, padding, dilation } = this;
    const rank = kernel_size.length;
    const call = `nn.${this._get_name()}`;
    const others = input.ndim === rank + 2 ? 2 : 1;
    const wanted = output_size.length === others + rank ? output_size.slice(others) : output_size;
    if (wanted.length !== rank) {
      throw new ValueError(
        call,
        `ConvTranspose${rank}D: for ${input.ndim}D input, output_size must have ${rank} or ${others + rank} elements (got ${wanted.length})`,
      );
    }
    const least = kernel_size.map(
      (size, d) =>
        (input.shape[d + others]! - 1) * stride[d]! - 2 * padding[d]! + dilation[d]! * (size - 1) + 1,
    );
    const most = least.map((size, d) => size + stride[d]! - 1);
    if (wanted.some((size, d) => size < least[d]! || size > most[d]!)) {
      throw new ValueError(
        call,
        `requested an output size of ${tupleText(wanted)}, but valid sizes range from ${showShape(least)} to ${showShape(most)} (for an input of torch.Size(${showShape(input.shape.slice(2))}))`,
      );
    }
    return wanted.map((size, d) => size - least[d]!);
  }
}

/**
 * The transpose of a convolution as a linear map: (N, C, L) → (N, O, L'), see `nn.functional.conv_transpose1d`. Weight
 * (in_channels, out_channels/groups, kernel), bias (out_channels).
 *
 * Both start as U(±1/√fan_in), where PyTorch takes fan_in from the weight's dimension 1, that is from out_channels: a quirk that
 * is kept. Called with an output size, it chooses the output padding that gives it.
 * Errors: as `nn.Conv1d`, and any padding mode but zeros. Source: `torch.nn.ConvTranspose1d`.
 * @example
 * new nn.ConvTranspose1d(4, 2, 3, { stride: 2 })(torch.zeros(1, 4, 5)).shape // => 1,2,11
 */
export class ConvTranspose1d extends ConvTransposeBase {
  constructor(in_channels: number, out_channels: number, kernel_size: Sizes, ...rest: ConvTransposeRest);
  constructor(in_channels: number, out_channels: number, options: Named);
  constructor(...given: unknown[]) {
    super({ call: "nn.ConvTranspose1d", rank: 1, transposed: true }, given);
  }

  override forward(input: Tensor, output_size?: readonly number[] | null): Tensor {
    const { weight, bias, stride, padding, groups, dilation } = this;
    const output_padding = this.outputPadding(input, output_size);
    return conv_transpose1d(input, weight, { bias, stride, padding, output_padding, groups, dilation });
  }
}

/**
 * The same for images: (N, C, H, W) → (N, O, H', W'). Source: `torch.nn.ConvTranspose2d`.
 * @example
 * new nn.ConvTranspose2d(2, 3, 4) // => ConvTranspose2d(2, 3, kernel_size=(4, 4), stride=(1, 1))
 */
export class ConvTranspose2d extends ConvTransposeBase {
  constructor(in_channels: number, out_channels: number, kernel_size: Sizes, ...rest: ConvTransposeRest);
  constructor(in_channels: number, out_channels: number, options: Named);
  constructor(...given: unknown[]) {
    super({ call: "nn.ConvTranspose2d", rank: 2, transposed: true }, given);
  }

  override forward(input: Tensor, output_size?: readonly number[] | null): Tensor {
    const { weight, bias, stride, padding, groups, dilation } = this;
    const output_padding = this.outputPadding(input, output_size);
    return conv_transpose2d(input, weight, { bias, stride, padding, output_padding, groups, dilation });
  }
}

/**
 * The same for volumes: (N, C, D, H, W) → (N, O, D', H', W'). Source: `torch.nn.ConvTranspose3d`.
 * @example
 * new nn.ConvTranspose3d(2, 3, 4) // => ConvTranspose3d(2, 3, kernel_size=(4, 4, 4), stride=(1, 1, 1))
 */
export class ConvTranspose3d extends ConvTransposeBase {
  constructor(in_channels: number, out_channels: number, kernel_size: Sizes, ...rest: ConvTransposeRest);
  constructor(in_channels: number, out_channels: number, options: Named);
  constructor(...given: unknown[]) {
    super({ call: "nn.ConvTranspose3d", rank: 3, transposed: true }, given);
  }

  override forward(input: Tensor, output_size?: readonly number[] | null): Tensor {
    const { weight, bias, stride, padding, groups, dilation } = this;
    const output_padding = this.outputPadding(input, output_size);
    return conv_transpose3d(input, weight, { bias, stride, padding, output_padding, groups, dilation });
  }
}
