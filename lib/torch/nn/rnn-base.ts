import { RuntimeError, ValueError } from "../errors";
import { uniform_ } from "../init";
import { cat, showShape, stack, type Tensor } from "../tensor";
import { warn } from "../warnings";
import { emptyParameter, type ParameterOptions, type Rest } from "./arguments";
import { dropout } from "./functional/dropout";
import type { CellWeights } from "./functional/recurrent";
import { Module } from "./module";
import type { Parameter } from "./parameter";
import { changedText, floatText, tupleText } from "./python-text";

const { sqrt } = Math;

/** Keywords of `nn.RNN`, `nn.LSTM` and `nn.GRU`. */
export type RecurrentOptions = ParameterOptions & {
  num_layers?: number;
  bias?: boolean;
  batch_first?: boolean;
  dropout?: number;
  bidirectional?: boolean;
};

/** What they take by position after the two sizes. */
export type RecurrentRest<O = RecurrentOptions> = Rest<
  [num_layers: number, bias: boolean, batch_first: boolean, dropout: number, bidirectional: boolean],
  O
>;

/** Their arguments by name. */
export type RecurrentBound = RecurrentOptions & {
  input_size: number;
  hidden_size: number;
  proj_size?: number;
};

/** The names of the arguments in order. */
export const RECURRENT = {
  required: ["input_size", "hidden_size"],
  optional: ["num_layers", "bias", "batch_first", "dropout", "bidirectional"],
} as const;

const GATES = { RNN_TANH: 1, RNN_RELU: 1, GRU: 3, LSTM: 4 } as const;

/** One direction of one layer. */
export type Direction = {
  readonly suffix: string;
  readonly weights: CellWeights;
  readonly projection: Tensor | null;
};

/** What recurrent networks share: sizes, the weights of each layer and direction, and their draws. */
export abstract class RNNBase extends Module {
  readonly mode: keyof typeof GATES;
  readonly input_size: number;
  readonly hidden_size: number;
  readonly num_layers: number;
  readonly bias: boolean;
  readonly batch_first: boolean;
  dropout: number;
  readonly bidirectional: boolean;
  readonly proj_size: number;

  constructor(mode: keyof typeof GATES, bound: RecurrentBound) {
    super();
    checkSizes(`nn.${new.target.name}`, bound);
    this.mode = mode;
    this.input_size = bound.input_size;
    this.hidden_size = bound.hidden_size;
    this.num_layers = bound.num_layers ?? 1;
    this.bias = bound.bias ?? true;
    this.batch_first = bound.batch_first ?? false;
    this.dropout = bound.dropout ?? 0;
    this.bidirectional = bound.bidirectional ?? false;
    this.proj_size = bound.proj_size ?? 0;
    this._suffixes().forEach((suffix, i) => {
      this.#register(
        suffix,
        i < this._directions() ? this.input_size : this._outputSize() * this._directions(),
        bound,
      );
    });
    this.reset_parameters();
  }

  #register(suffix: string, inputs: number, { dtype }: RecurrentBound): void {
    const rows = GATES[this.mode] * this.hidden_size;
    const add = (name: string, shape: readonly number[]) =>
      this.register_parameter(`${name}_${suffix}`, emptyParameter(shape, dtype));
    add("weight_ih", [rows, inputs]);
    add("weight_hh", [rows, this._outputSize()]);
    if (this.bias) {
      add("bias_ih", [rows]);
      add("bias_hh", [rows]);
    }
    if (this.proj_size > 0) add("weight_hr", [this.proj_size, this.hidden_size]);
  }

  /** @internal */
  _directions(): number {
    return this.bidirectional ? 2 : 1;
  }

  /** The width of the hidden state that is handed on. @internal */
  _outputSize(): number {
    return this.proj_size > 0 ? this.proj_size : this.hidden_size;
  }

  /** `l0`, `l0_reverse`, `l1`, …: one for each direction of each layer, in the order of the parameters. @internal */
  _suffixes(): string[] {
    return Array.from({ length: this.num_layers * this._directions() }, (_, i) => {
      const layer = Math.floor(i / this._directions());
      return i % this._directions() === 1 ? `l${layer}_reverse` : `l${layer}`;
    });
  }

  /** The weights of each direction of each layer. @internal */
  _weights(): Direction[] {
    const get = (name: string) => (Reflect.get(this, name) as Tensor | undefined) ?? null;
    return this._suffixes().map((suffix) => ({
      suffix,
      weights: {
        weight_ih: get(`weight_ih_${suffix}`)!,
        weight_hh: get(`weight_hh_${suffix}`)!,
        bias_ih: get(`bias_ih_${suffix}`),
        bias_hh: get(`bias_hh_${suffix}`),
      },
      projection: get(`weight_hr_${suffix}`),
    }));
  }

  /** The parameters, a list for each direction of each layer. */
  get all_weights(): Parameter[][] {
    const own = this.named_parameters({ recurse: false });
    return this._suffixes().map((suffix) =>
      own.filter(([name]) => name.endsWith(`_${suffix}`)).map(([, parameter]) => parameter),
    );
  }

  /** Draws all weights and biases anew from U(±1/√hidden_size), in the order in which they are listed. */
  reset_parameters(): void {
    const bound = this.hidden_size > 0 ? 1 / sqrt(this.hidden_size) : 0;
    for (const parameter of this.parameters()) uniform_(parameter, -bound, bound);
  }

  /** Does nothing here; PyTorch packs the weights for a GPU. */
  flatten_parameters(): void {}

  /** The input as (steps, batch, features). @internal */
  _stepsFirst(input: Tensor): Tensor {
    if (input.ndim === 2) return input.unsqueeze(1);
    return this.batch_first && input.ndim === 3 ? input.transpose(0, 1) : input;
  }

  /** Throws unless the input has three dimensions, or two for a single sample, and the right width. @internal */
  _checkInput(input: Tensor): void {
    const call = `nn.${this._get_name()}`;
    const rank = input.ndim === 3 ? 3 : input.ndim + 1;
    if (rank !== 3) throw new RuntimeError(call, `input must have 3 dimensions, got ${rank}`);
    if (input.shape.at(-1) === this.input_size) return;
    throw new RuntimeError(
      call,
      `input.size(-1) must be equal to input_size. Expected ${this.input_size}, got ${input.shape.at(-1)}`,
    );
  }

  /** Throws unless a hidden state has the right shape. @internal */
  _checkHidden(
    state: Tensor,
    { batch, size, sentence }: { batch: number; size: number; sentence: string },
  ): void {
    const expected = [this.num_layers * this._directions(), batch, size];
    if (showShape(state.shape) === showShape(expected)) return;
    throw new RuntimeError(
      `nn.${this._get_name()}`,
      `${sentence} ${tupleText(expected)}, got ${showShape(state.shape)}`,
    );
  }

  /**
   * Runs all layers over (steps, batch, features); `run` does one direction over the steps in the order that it is given, for
   * the layer's position in the hidden state. @internal
   */
  _layers<S>(
    input: Tensor,
    run: (
      input: Tensor,
      order: readonly number[],
      at: { index: number; direction: Direction },
    ) => { outputs: Tensor[]; state: S },
  ): { output: Tensor; states: S[] } {
    const forwards = Array.from({ length: input.shape[0]! }, (_, t) => t);
    const backwards = [...forwards].reverse();
    const directions = this._weights();
    const states: S[] = [];
    let layer = input;
    for (let first = 0; first < directions.length; first += this._directions()) {
      const sides: Tensor[] = [];
      for (let side = 0; side < this._directions(); side++) {
        const order = side === 0 ? forwards : backwards;
        const index = first + side;
        const { outputs, state } = run(layer, order, { index, direction: directions[index]! });
        sides.push(stack(side === 0 ? outputs : [...outputs].reverse()));
        states.push(state);
      }
      layer = sides.length === 1 ? sides[0]! : cat(sides, 2);
      const isLast = first + this._directions() === directions.length;
      if (!isLast) layer = dropout(layer, this.dropout, this.training);
    }
    return { output: layer, states };
  }

  /** The output in the layout of the input. @internal */
  _likeInput(output: Tensor, input: Tensor): Tensor {
    if (input.ndim === 2) return output.squeeze(1);
    return this.batch_first ? output.transpose(0, 1) : output;
  }

  override extra_repr(): string {
    const rate = this.dropout === 0 ? "" : `, dropout=${floatText(this.dropout)}`;
    return (
      `${this.input_size}, ${this.hidden_size}` +
      changedText([
        ["proj_size", this.proj_size, 0],
        ["num_layers", this.num_layers, 1],
        ["bias", this.bias, true],
        ["batch_first", this.batch_first, false],
      ]) +
      rate +
      changedText([["bidirectional", this.bidirectional, false]])
    );
  }
}

function checkSizes(
  call: string,
  { dropout: rate = 0, num_layers = 1, proj_size = 0, hidden_size }: RecurrentBound,
): void {
  if (typeof rate !== "number" || !(rate >= 0 && rate <= 1)) {
    throw new ValueError(
      call,
      "dropout should be a number in range [0, 1] representing the probability of an element being zeroed",
      `got ${String(rate)}`,
    );
  }
  if (rate > 0 && num_layers === 1) {
    warn(
      `dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects num_layers greater than 1, but got dropout=${rate} and num_layers=${num_layers}`,
    );
  }
  if (proj_size < 0) {
    throw new ValueError(call, "proj_size should be a positive integer or zero to disable projections");
  }
  if (proj_size >= hidden_size) {
    throw new ValueError(
      call,
      "proj_size has to be smaller than hidden_size",
      `got ${proj_size} and hidden_size ${hidden_size}`,
    );
  }
}
