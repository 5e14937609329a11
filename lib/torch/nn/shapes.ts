import { RuntimeError, TypeMismatch } from "../errors";
import { showShape, type Tensor, typeName } from "../tensor";
import { bindModule } from "./arguments";
import { pixel_shuffle, pixel_unshuffle } from "./functional/pixels";
import { Module } from "./module";
import { pythonText } from "./python-text";

/**
 * One dimension split into several, of which one may be -1. Errors: sizes that do not multiply up. Source: `torch.nn.Unflatten`.
 * @example
 * new nn.Unflatten(1, [2, -1])(torch.zeros(3, 6)).shape // => 3,2,3
 */
export class Unflatten extends Module {
  readonly dim: number;
  readonly unflattened_size: readonly number[];

  constructor(dim: number, unflattened_size: readonly number[]);
  constructor(...given: unknown[]) {
    super();
    const call = "nn.Unflatten";
    const { dim, unflattened_size } = bindModule<{ dim: number; unflattened_size: readonly number[] }>(
      call,
      given,
      {
        required: ["dim", "unflattened_size"],
      },
    );
    if (!Array.isArray(unflattened_size)) {
      throw new TypeMismatch(
        call,
        `unflattened_size must be a tuple of ints, but found type ${typeName(unflattened_size)}`,
      );
    }
    const wrong = unflattened_size.findIndex((size) => !Number.isInteger(size));
    if (wrong !== -1) {
      throw new TypeMismatch(
        call,
        `unflattened_size must be tuple of ints, but found element of type ${typeName(unflattened_size[wrong])} at pos ${wrong}`,
      );
    }
    this.dim = dim;
    this.unflattened_size = Object.freeze([...unflattened_size]);
  }

  override forward(input: Tensor): Tensor {
    const { dim, unflattened_size: sizes } = this;
    const place = dim < 0 ? dim + input.ndim : dim;
    const own = input.size(dim);
    const known = sizes.reduce((product, size) => (size === -1 ? product : product * size), 1);
    if (sizes.includes(-1) ? own % known !== 0 : known !== own) {
      throw new RuntimeError(
        "nn.Unflatten",
        `unflatten: Provided sizes ${showShape(sizes)} don't multiply up to the size of dim ${dim} (${own}) in the input tensor`,
      );
    }
    const filled = sizes.map((size) => (size === -1 ? own / known : size));
    return input.view([...input.shape.slice(0, place), ...filled, ...input.shape.slice(place + 1)]);
  }

  override extra_repr(): string {
    return `dim=${this.dim}, unflattened_size=${pythonText(this.unflattened_size)}`;
  }
}

/**
 * Channels become pixels: see `nn.functional.pixel_shuffle`. Shi et al. 2016. Source: `torch.nn.PixelShuffle`.
 * @example
 * new nn.PixelShuffle(2)(torch.zeros(1, 4, 2, 3)).shape // => 1,1,4,6
 */
export class PixelShuffle extends Module {
  readonly upscale_factor: number;

  constructor(upscale_factor: number) {
    super();
    this.upscale_factor = bindModule<{ upscale_factor: number }>("nn.PixelShuffle", [upscale_factor], {
      required: ["upscale_factor"],
    }).upscale_factor;
  }

  override forward(input: Tensor): Tensor {
    return pixel_shuffle(input, this.upscale_factor);
  }

  override extra_repr(): string {
    return `upscale_factor=${this.upscale_factor}`;
  }
}

/**
 * Pixels become channels: see `nn.functional.pixel_unshuffle`. Source: `torch.nn.PixelUnshuffle`.
 * @example
 * new nn.PixelUnshuffle(2)(torch.zeros(1, 1, 4, 6)).shape // => 1,4,2,3
 */
export class PixelUnshuffle extends Module {
  readonly downscale_factor: number;

  constructor(downscale_factor: number) {
    super();
    this.downscale_factor = bindModule<{ downscale_factor: number }>(
      "nn.PixelUnshuffle",
      [downscale_factor],
      {
        required: ["downscale_factor"],
      },
    ).downscale_factor;
  }

  override forward(input: Tensor): Tensor {
    return pixel_unshuffle(input, this.downscale_factor);
  }

  override extra_repr(): string {
    return `downscale_factor=${this.downscale_factor}`;
  }
}
