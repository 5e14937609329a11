import type { Tensor } from "../tensor";
import { bindModule, type Rest, type Sizes } from "./arguments";
import { type BlockOptions, fold, unfold } from "./functional/sliding-blocks";
import { Module } from "./module";
import { pythonText } from "./python-text";

type BlockRest = Rest<[dilation: Sizes, padding: Sizes, stride: Sizes], BlockOptions>;
type Bound = BlockOptions & { output_size: Sizes; kernel_size: Sizes };

/** What both directions share. Numbers are kept as they were given, one or several. */
abstract class BlocksBase extends Module {
  readonly kernel_size: Sizes;
  readonly dilation: Sizes;
  readonly padding: Sizes;
  readonly stride: Sizes;

  constructor({ kernel_size, dilation = 1, padding = 0, stride = 1 }: Bound) {
    super();
    this.kernel_size = kernel_size;
    this.dilation = dilation;
    this.padding = padding;
    this.stride = stride;
  }

  override extra_repr(): string {
    return `kernel_size=${pythonText(this.kernel_size)}, dilation=${pythonText(this.dilation)}, padding=${pythonText(this.padding)}, stride=${pythonText(this.stride)}`;
  }
}

const OPTIONAL = ["dilation", "padding", "stride"] as const;

/**
 * What each place of a kernel sees, as a column: see `nn.functional.unfold`. Source: `torch.nn.Unfold`.
 * @example
 * new nn.Unfold(2)(torch.zeros(1, 3, 4, 5)).shape // => 1,12,12
 */
export class Unfold extends BlocksBase {
  constructor(kernel_size: Sizes, ...rest: BlockRest);
  constructor(...given: unknown[]) {
    super(bindModule<Bound>("nn.Unfold", given, { required: ["kernel_size"], optional: OPTIONAL }));
  }

  override forward(input: Tensor): Tensor {
    return unfold(input, this.kernel_size, this.dilation, this.padding, this.stride);
  }
}

/**
 * Columns put back where a kernel saw them, and added up: see `nn.functional.fold`. Source: `torch.nn.Fold`.
 * @example
 * new nn.Fold([4, 5], 2)(torch.zeros(1, 12, 12)).shape // => 1,3,4,5
 */
export class Fold extends BlocksBase {
  readonly output_size: Sizes;

  constructor(output_size: Sizes, kernel_size: Sizes, ...rest: BlockRest);
  constructor(...given: unknown[]) {
    const required = ["output_size", "kernel_size"] as const;
    const bound = bindModule<Bound>("nn.Fold", given, { required, optional: OPTIONAL });
    super(bound);
    this.output_size = bound.output_size;
  }

  override forward(input: Tensor): Tensor {
    return fold(input, this.output_size, this.kernel_size, this.dilation, this.padding, this.stride);
  }

  override extra_repr(): string {
    return `output_size=${pythonText(this.output_size)}, ${super.extra_repr()}`;
  }
}
