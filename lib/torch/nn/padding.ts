import type { Tensor } from "../tensor";
import { bindModule, type Sizes, toSizes } from "./arguments";
import { type PadMode, pad } from "./functional/pad";
import { Module } from "./module";
import { pythonText } from "./python-text";

/** What the pads share. A single number stands for all ends. */
abstract class PadBase extends Module {
  readonly padding: readonly number[];
  /** What stands around the input. @internal */
  abstract get _mode(): PadMode;

  constructor(call: string, given: readonly unknown[], rank: number) {
    super();
    const { padding } = bindModule<{ padding: Sizes }>(call, given, { required: ["padding"] });
    this.padding = toSizes(padding, 2 * rank);
  }

  override forward(input: Tensor): Tensor {
    return pad(input, this.padding, this._mode);
  }

  override extra_repr(): string {
    return pythonText(this.padding);
  }
}

/** What the pads with a value share. */
abstract class ConstantPadBase extends Module {
  readonly padding: readonly number[];
  readonly value: number;

  constructor(rank: number, given: readonly unknown[]) {
    super();
    const bound = bindModule<{ padding: Sizes; value: number }>(`nn.ConstantPad${rank}d`, given, {
      required: ["padding", "value"],
    });
    this.padding = toSizes(bound.padding, 2 * rank);
    this.value = bound.value;
  }

  override forward(input: Tensor): Tensor {
    return pad(input, this.padding, "constant", this.value);
  }

  override extra_repr(): string {
    return `padding=${pythonText(this.padding)}, value=${this.value}`;
  }
}

abstract class ReflectionPadBase extends PadBase {
  override get _mode(): PadMode {
    return "reflect";
  }
}

abstract class ReplicationPadBase extends PadBase {
  override get _mode(): PadMode {
    return "replicate";
  }
}

/**
 * `value` at both ends of the last dimension: `padding` is one number or [left, right]. Source: `torch.nn.ConstantPad1d`.
 * @example
 * new nn.ConstantPad1d([1, 2], 3.5)(torch.ones(1, 2)) // => tensor([[3.5000, 1.0000, 1.0000, 3.5000, 3.5000]])
 */
export class ConstantPad1d extends ConstantPadBase {
  constructor(padding: Sizes, value: number | { value: number });
  constructor(...given: unknown[]) {
    super(1, given);
  }
}

/**
 * `value` at both ends of the last 2 dimensions: `padding` is one number or [left, right, top, bottom]. Source: `torch.nn.ConstantPad2d`.
 * @example
 * new nn.ConstantPad2d(1, 7) // => ConstantPad2d(padding=(1, 1, 1, 1), value=7)
 */
export class ConstantPad2d extends ConstantPadBase {
  constructor(padding: Sizes, value: number | { value: number });
  constructor(...given: unknown[]) {
    super(2, given);
  }
}

/**
 * `value` at both ends of the last 3 dimensions: `padding` is one number or [left, right, top, bottom, front, back]. Source: `torch.nn.ConstantPad3d`.
 * @example
 * new nn.ConstantPad3d(1, 0)(torch.ones(1, 1, 1, 1)).shape // => 1,3,3,3
 */
export class ConstantPad3d extends ConstantPadBase {
  constructor(padding: Sizes, value: number | { value: number });
  constructor(...given: unknown[]) {
    super(3, given);
  }
}

/**
 * Zeros around images: `padding` is one number or [left, right, top, bottom]. Source: `torch.nn.ZeroPad2d`.
 * @example
 * new nn.ZeroPad2d([1, 0, 0, 1])(torch.ones(1, 1, 2)) // => tensor([[[0., 1., 1.],\n         [0., 0., 0.]]])
 */
export class ZeroPad2d extends PadBase {
  constructor(padding: Sizes);
  constructor(...given: unknown[]) {
    super("nn.ZeroPad2d", given, 2);
  }

  override get _mode(): PadMode {
    return "constant";
  }
}

/**
 * The input mirrored at its first and last entry: `padding` is one number or [left, right]. Source: `torch.nn.ReflectionPad1d`.
 * @example
 * new nn.ReflectionPad1d(2)(torch.arange(3).float().view(1, 3)) // => tensor([[2., 1., 0., 1., 2., 1., 0.]])
 */
export class ReflectionPad1d extends ReflectionPadBase {
  constructor(padding: Sizes);
  constructor(...given: unknown[]) {
    super("nn.ReflectionPad1d", given, 1);
  }
}

/**
 * The input mirrored at its first and last entry, in images: `padding` is one number or [left, right, top, bottom]. Source: `torch.nn.ReflectionPad2d`.
 * @example
 * new nn.ReflectionPad2d([1, 2, 0, 1]) // => ReflectionPad2d((1, 2, 0, 1))
 */
export class ReflectionPad2d extends ReflectionPadBase {
  constructor(padding: Sizes);
  constructor(...given: unknown[]) {
    super("nn.ReflectionPad2d", given, 2);
  }
}

/**
 * The input mirrored at its first and last entry, in volumes: `padding` is one number or [left, right, top, bottom, front, back]. Source: `torch.nn.ReflectionPad3d`.
 * @example
 * new nn.ReflectionPad3d(1)(torch.ones(1, 2, 2, 2)).shape // => 1,4,4,4
 */
export class ReflectionPad3d extends ReflectionPadBase {
  constructor(padding: Sizes);
  constructor(...given: unknown[]) {
    super("nn.ReflectionPad3d", given, 3);
  }
}

/**
 * The first and last entry repeated: `padding` is one number or [left, right]. Source: `torch.nn.ReplicationPad1d`.
 * @example
 * new nn.ReplicationPad1d([2, 1])(torch.arange(3).float().view(1, 3)) // => tensor([[0., 0., 0., 1., 2., 2.]])
 */
export class ReplicationPad1d extends ReplicationPadBase {
  constructor(padding: Sizes);
  constructor(...given: unknown[]) {
    super("nn.ReplicationPad1d", given, 1);
  }
}

/**
 * The first and last entry repeated, in images: `padding` is one number or [left, right, top, bottom]. Source: `torch.nn.ReplicationPad2d`.
 * @example
 * new nn.ReplicationPad2d(1) // => ReplicationPad2d((1, 1, 1, 1))
 */
export class ReplicationPad2d extends ReplicationPadBase {
  constructor(padding: Sizes);
  constructor(...given: unknown[]) {
    super("nn.ReplicationPad2d", given, 2);
  }
}

/**
 * The first and last entry repeated, in volumes: `padding` is one number or [left, right, top, bottom, front, back]. Source: `torch.nn.ReplicationPad3d`.
 * @example
 * new nn.ReplicationPad3d(1)(torch.ones(1, 2, 2, 2)).shape // => 1,4,4,4
 */
export class ReplicationPad3d extends ReplicationPadBase {
  constructor(padding: Sizes);
  constructor(...given: unknown[]) {
    super("nn.ReplicationPad3d", given, 3);
  }
}
