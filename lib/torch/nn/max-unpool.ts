import type { Tensor } from "../tensor";
import { bindModule, type Rest, type Sizes, toSizes } from "./arguments";
import { type MaxUnpoolOptions, max_unpool1d, max_unpool2d, max_unpool3d } from "./functional/max-unpool";
import { Module } from "./module";
import { pythonText } from "./python-text";

type Options = Omit<MaxUnpoolOptions, "output_size">;
type UnpoolRest = Rest<[stride: Sizes | null, padding: Sizes], Options>;
/** The size that the output is to have, by place or by name. */
type OutputRest = [output_size?: readonly number[] | null] | [options: Pick<MaxUnpoolOptions, "output_size">];

/** What the inverses of the max pools share. */
abstract class MaxUnpoolBase extends Module {
  readonly kernel_size: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];

  constructor(rank: number, given: readonly unknown[]) {
    super();
    const bound = bindModule<Options & { kernel_size: Sizes }>(`nn.MaxUnpool${rank}d`, given, {
      required: ["kernel_size"],
      optional: ["stride", "padding"],
    });
    this.kernel_size = toSizes(bound.kernel_size, rank);
    this.stride = toSizes(bound.stride ?? bound.kernel_size, rank);
    this.padding = toSizes(bound.padding ?? 0, rank);
  }

  override extra_repr(): string {
    return `kernel_size=${pythonText(this.kernel_size)}, stride=${pythonText(this.stride)}, padding=${pythonText(this.padding)}`;
  }
}

function toOutputSize([given]: OutputRest): readonly number[] | null {
  if (given === undefined || given === null) return null;
  return "output_size" in given ? (given.output_size ?? null) : (given as readonly number[]);
}

/**
 * Each value where the max pool found it, 0 elsewhere: see `nn.functional.max_unpool1d`. Source: `torch.nn.MaxUnpool1d`.
 * @example
 * new nn.MaxUnpool1d(2)(torch.ones(1, 2), torch.tensor([[1, 3]])) // => tensor([[0., 1., 0., 1.]])
 */
export class MaxUnpool1d extends MaxUnpoolBase {
  constructor(kernel_size: Sizes, ...rest: UnpoolRest);
  constructor(...given: unknown[]) {
    super(1, given);
  }

  override forward(input: Tensor, indices: Tensor, ...rest: OutputRest): Tensor {
    const { kernel_size, stride, padding } = this;
    return max_unpool1d(input, indices, kernel_size, stride, padding, toOutputSize(rest));
  }
}

/**
 * Each value where the max pool found it, 0 elsewhere, in images: see `nn.functional.max_unpool2d`. Source: `torch.nn.MaxUnpool2d`.
 * @example
 * new nn.MaxUnpool2d([3, 2], 2, 1) // => MaxUnpool2d(kernel_size=(3, 2), stride=(2, 2), padding=(1, 1))
 */
export class MaxUnpool2d extends MaxUnpoolBase {
  constructor(kernel_size: Sizes, ...rest: UnpoolRest);
  constructor(...given: unknown[]) {
    super(2, given);
  }

  override forward(input: Tensor, indices: Tensor, ...rest: OutputRest): Tensor {
    const { kernel_size, stride, padding } = this;
    return max_unpool2d(input, indices, kernel_size, stride, padding, toOutputSize(rest));
  }
}

/**
 * Each value where the max pool found it, 0 elsewhere, in volumes: see `nn.functional.max_unpool3d`. Source: `torch.nn.MaxUnpool3d`.
 * @example
 * new nn.MaxUnpool3d(2) // => MaxUnpool3d(kernel_size=(2, 2, 2), stride=(2, 2, 2), padding=(0, 0, 0))
 */
export class MaxUnpool3d extends MaxUnpoolBase {
  constructor(kernel_size: Sizes, ...rest: UnpoolRest);
  constructor(...given: unknown[]) {
    super(3, given);
  }

  override forward(input: Tensor, indices: Tensor, ...rest: OutputRest): Tensor {
    const { kernel_size, stride, padding } = this;
    return max_unpool3d(input, indices, kernel_size, stride, padding, toOutputSize(rest));
  }
}
