import { ValueError } from "../errors";
import { _calculate_fan_in_and_fan_out, kaiming_uniform_, uniform_ } from "../init";
import type { Tensor } from "../tensor";
import {
  bindModule,
  emptyParameter,
  type ParameterOptions,
  type Rest,
  type Sizes,
  toSizes,
} from "./arguments";
import { type PadMode, pad } from "./functional/pad";
import { Module } from "./module";
import type { Parameter } from "./parameter";
import { changedText, tupleText } from "./python-text";

const { sqrt } = Math;

/** What a convolution finds around its input. */
export type PaddingMode = "zeros" | Exclude<PadMode, "constant">;

const MODES: readonly PaddingMode[] = ["zeros", "reflect", "replicate", "circular"];

/** Keywords of the convolutions. */
export type ConvOptions = ParameterOptions & {
  stride?: Sizes;
  padding?: Sizes | "valid" | "same";
  dilation?: Sizes;
  groups?: number;
  bias?: boolean;
  padding_mode?: PaddingMode;
};

/** What a convolution takes by position after its kernel size. */
export type ConvRest = Rest<
  [
    stride: Sizes,
    padding: Sizes | "valid" | "same",
    dilation: Sizes,
    groups: number,
    bias: boolean,
    padding_mode: PaddingMode,
  ],
  ConvOptions
>;

/** Keywords of the transposed convolutions. */
export type ConvTransposeOptions = Omit<ConvOptions, "padding"> & { padding?: Sizes; output_padding?: Sizes };

/** What a transposed convolution takes by position after its kernel size. */
export type ConvTransposeRest = Rest<
  [
    stride: Sizes,
    padding: Sizes,
    output_padding: Sizes,
    groups: number,
    bias: boolean,
    dilation: Sizes,
    padding_mode: PaddingMode,
  ],
  ConvTransposeOptions
>;

type Bound = ConvOptions & {
  in_channels: number;
  out_channels: number;
  kernel_size: Sizes;
  output_padding?: Sizes;
};
type Kind = { readonly call: string; readonly rank: number; readonly transposed: boolean };

const REQUIRED = ["in_channels", "out_channels", "kernel_size"] as const;
const PLAIN = ["stride", "padding", "dilation", "groups", "bias", "padding_mode"] as const;
const TRANSPOSED = [
  "stride",
  "padding",
  "output_padding",
  "groups",
  "bias",
  "dilation",
  "padding_mode",
] as const;

/** What all convolutions share: their arguments, parameters, draws and text. */
export abstract class ConvBase extends Module {
  readonly in_channels: number;
  readonly out_channels: number;
  readonly kernel_size: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[] | "valid" | "same";
  readonly dilation: readonly number[];
  readonly transposed: boolean;
  readonly output_padding: readonly number[];
  readonly groups: number;
  readonly padding_mode: PaddingMode;
  declare weight: Parameter;
  declare bias: Parameter | null;

  constructor({ call, rank, transposed }: Kind, given: readonly unknown[]) {
    super();
    const bound = bindModule<Bound>(call, given, {
      required: REQUIRED,
      optional: transposed ? TRANSPOSED : PLAIN,
    });
    const { in_channels, out_channels, groups = 1, bias = true, padding = 0, padding_mode = "zeros" } = bound;
    this.in_channels = in_channels;
    this.out_channels = out_channels;
    this.kernel_size = toSizes(bound.kernel_size, rank);
    this.stride = toSizes(bound.stride ?? 1, rank);
    this.padding = typeof padding === "string" ? padding : toSizes(padding, rank);
    this.dilation = toSizes(bound.dilation ?? 1, rank);
    this.transposed = transposed;
    this.output_padding = toSizes(bound.output_padding ?? 0, rank);
    this.groups = groups;
    this.padding_mode = padding_mode;
    this.#check(call);
    const channels = transposed ? [in_channels, out_channels / groups] : [out_channels, in_channels / groups];
    this.weight = emptyParameter([...channels, ...this.kernel_size], bound.dtype);
    if (bias) this.bias = emptyParameter([out_channels], bound.dtype);
    else this.register_parameter("bias", null);
    this.reset_parameters();
  }

  #check(call: string): void {
    const { in_channels, out_channels, groups, padding, padding_mode } = this;
    if (this.transposed && padding_mode !== "zeros") {
      throw new ValueError(call, `Only "zeros" padding mode is supported for ${this._get_name()}`);
    }
    if (groups <= 0) throw new ValueError(call, "groups must be a positive integer", `got ${groups}`);
    if (in_channels % groups !== 0) {
      throw new ValueError(
        call,
        "in_channels must be divisible by groups",
        `got ${in_channels} and ${groups}`,
      );
    }
    if (out_channels % groups !== 0) {
      throw new ValueError(
        call,
        "out_channels must be divisible by groups",
        `got ${out_channels} and ${groups}`,
      );
    }
    if (typeof padding === "string") {
      if (padding !== "same" && padding !== "valid") {
        throw new ValueError(
          call,
          `Invalid padding string '${String(padding)}', should be one of {'same', 'valid'}`,
        );
      }
      if (padding === "same" && this.stride.some((size) => size !== 1)) {
        throw new ValueError(call, "padding='same' is not supported for strided convolutions");
      }
    }
    if (!MODES.includes(padding_mode)) {
      throw new ValueError(
        call,
        `padding_mode must be one of {${MODES.map((mode) => `'${mode}'`).join(", ")}}, but got padding_mode='${String(padding_mode)}'`,
      );
    }
  }

  /**
   * Draws weight and bias anew: `kaiming_uniform_(weight, { a: √5 })`, which is U(±1/√fan_in), then the bias alike. The
   * fan_in is read from the weight's dimension 1, which for a transposed convolution is out_channels/groups.
   */
  reset_parameters(): void {
    kaiming_uniform_(this.weight, { a: sqrt(5) });
    if (this.bias === null) return;
    const [fan_in] = _calculate_fan_in_and_fan_out(this.weight);
    if (fan_in === 0) return;
    const bound = 1 / sqrt(fan_in);
    uniform_(this.bias, -bound, bound);
  }

  /** The input with the padding that `padding_mode` asks for, and the padding that is left to the convolution. */
  protected padded(input: Tensor): { input: Tensor; padding: readonly number[] | "valid" | "same" } {
    const { padding, padding_mode, dilation, kernel_size } = this;
    if (padding_mode === "zeros") return { input, padding };
    const around = kernel_size.map((size, d): [number, number] => {
      if (typeof padding !== "string") return [padding[d]!, padding[d]!];
      const total = padding === "same" ? dilation[d]! * (size - 1) : 0;
      return [Math.floor(total / 2), total - Math.floor(total / 2)];
    });
    return { input: pad(input, around.reverse().flat(), padding_mode), padding: kernel_size.map(() => 0) };
  }

  override extra_repr(): string {
    const { padding, dilation, output_padding } = this;
    const start = `${this.in_channels}, ${this.out_channels}, kernel_size=${tupleText(this.kernel_size)}, stride=${tupleText(this.stride)}`;
    const all = (values: readonly number[], usual: number) => values.every((value) => value === usual);
    return (
      start +
      (typeof padding !== "string" && all(padding, 0) ? "" : changedText([["padding", padding, null]])) +
      (all(dilation, 1) ? "" : changedText([["dilation", dilation, null]])) +
      (all(output_padding, 0) ? "" : changedText([["output_padding", output_padding, null]])) +
      changedText([
        ["groups", this.groups, 1],
        ["bias", this.bias !== null, true],
        ["padding_mode", this.padding_mode, "zeros"],
      ])
    );
  }
}
