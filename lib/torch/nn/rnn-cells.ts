import { AssertionError, RuntimeError } from "../errors";
import { uniform_ } from "../init";
import { type Tensor, zeros } from "../tensor";
import { bindModule, emptyParameter, type ParameterOptions, type Rest } from "./arguments";
import { gruStep, inputGates, lstmStep, rnnStep } from "./functional/recurrent";
import { Module } from "./module";
import type { Parameter } from "./parameter";
import { changedText } from "./python-text";

const { sqrt } = Math;

/** Keywords of the cells. */
export type CellOptions = ParameterOptions & { bias?: boolean };

/** Keywords of `nn.RNNCell`. */
export type RNNCellOptions = CellOptions & { nonlinearity?: "tanh" | "relu" };

type Bound = RNNCellOptions & { input_size: number; hidden_size: number };

/** Throws unless a hidden state fits the batch and the cell. */
function checkState(call: string, state: Tensor, [rows, size]: readonly [rows: number, size: number]): void {
  if (state.shape[0] !== rows) {
    throw new RuntimeError(
      call,
      `Input batch size ${rows} doesn't match hidden0 batch size ${state.shape[0]}`,
    );
  }
  if (state.shape[1] !== size) {
    throw new RuntimeError(
      call,
      `hidden0 has inconsistent hidden_size: got ${state.shape[1]}, expected ${size}`,
    );
  }
}

/** What the cells share: weights and biases for input and hidden state, all from U(±1/√hidden_size). */
abstract class CellBase extends Module {
  readonly input_size: number;
  readonly hidden_size: number;
  readonly bias: boolean;
  declare weight_ih: Parameter;
  declare weight_hh: Parameter;
  declare bias_ih: Parameter | null;
  declare bias_hh: Parameter | null;

  constructor({ input_size, hidden_size, bias = true, dtype }: Bound, chunks: number) {
    super();
    this.input_size = input_size;
    this.hidden_size = hidden_size;
    this.bias = bias;
    const rows = chunks * hidden_size;
    this.weight_ih = emptyParameter([rows, input_size], dtype);
    this.weight_hh = emptyParameter([rows, hidden_size], dtype);
    this.register_parameter("bias_ih", bias ? emptyParameter([rows], dtype) : null);
    this.register_parameter("bias_hh", bias ? emptyParameter([rows], dtype) : null);
    this.reset_parameters();
  }

  /** Draws all weights and biases anew from U(±1/√hidden_size), in the order in which they are listed. */
  reset_parameters(): void {
    const bound = this.hidden_size > 0 ? 1 / sqrt(this.hidden_size) : 0;
    for (const parameter of this.parameters()) uniform_(parameter, -bound, bound);
  }

  /** The input with a batch, and hidden states to match; zeros where none are given. @internal */
  _prepare(
    input: Tensor,
    states: readonly (Tensor | null | undefined)[],
  ): { input: Tensor; states: Tensor[] } {
    const name = this._get_name();
    if (input.ndim !== 1 && input.ndim !== 2) {
      throw new AssertionError(
        `nn.${name}`,
        `${name}: Expected input to be 1-D or 2-D but received ${input.ndim}-D tensor`,
      );
    }
    const batched = input.ndim === 2 ? input : input.unsqueeze(0);
    const [rows = 0, width = 0] = batched.shape;
    const given = states.map((state) => {
      if (state == null) return zeros([rows, this.hidden_size], { dtype: input.dtype });
      return input.ndim === 2 ? state : state.unsqueeze(0);
    });
    if (width !== this.input_size) {
      throw new RuntimeError(
        `nn.${name}`,
        `input has inconsistent input_size: got ${width} expected ${this.input_size}`,
      );
    }
    for (const state of given) checkState(`nn.${name}`, state, [rows, this.hidden_size]);
    return { input: batched, states: given };
  }

  override extra_repr(): string {
    return `${this.input_size}, ${this.hidden_size}${changedText([["bias", this.bias, true]])}`;
  }
}

const REQUIRED = ["input_size", "hidden_size"] as const;

/**
 * One step of a plain recurrent network: h' = tanh(x · W_ihᵀ + b_ih + h · W_hhᵀ + b_hh), or with relu. Shapes: x (N, input_size) or
 * (input_size), h alike with hidden_size; h is 0 unless given.
 *
 * weight_ih, weight_hh, bias_ih, bias_hh start as U(±1/√hidden_size), in this order. Source: `torch.nn.RNNCell`.
 * @example
 * new nn.RNNCell(3, 4, { nonlinearity: "relu" }) // => RNNCell(3, 4, nonlinearity=relu)
 */
export class RNNCell extends CellBase {
  readonly nonlinearity: "tanh" | "relu";

  constructor(
    input_size: number,
    hidden_size: number,
    ...rest: Rest<[bias: boolean, nonlinearity: "tanh" | "relu"], RNNCellOptions>
  );
  constructor(...given: unknown[]) {
    const bound = bindModule<Bound>("nn.RNNCell", given, {
      required: REQUIRED,
      optional: ["bias", "nonlinearity"],
    });
    super(bound, 1);
    this.nonlinearity = bound.nonlinearity ?? "tanh";
  }

  override forward(input: Tensor, hx?: Tensor | null): Tensor {
    const { nonlinearity } = this;
    const { input: batched, states } = this._prepare(input, [hx]);
    if (nonlinearity !== "tanh" && nonlinearity !== "relu") {
      throw new RuntimeError("nn.RNNCell", `Unknown nonlinearity: ${String(nonlinearity)}`);
    }
    const next = rnnStep(inputGates(batched, this), states[0]!, { weights: this, nonlinearity });
    return input.ndim === 2 ? next : next.squeeze(0);
  }

  override extra_repr(): string {
    return super.extra_repr() + changedText([["nonlinearity", this.nonlinearity, "tanh"]]);
  }
}

/**
 * One step of an LSTM: x and [h, c] give [h', c']. Hochreiter & Schmidhuber 1997. The four gates (input, forget, cell, output) stand
 * one above the other in the weights; parameters and draws as in `nn.RNNCell`. Source: `torch.nn.LSTMCell`.
 * @example
 * new nn.LSTMCell(3, 4).weight_ih.shape // => 16,3
 */
export class LSTMCell extends CellBase {
  constructor(input_size: number, hidden_size: number, ...rest: Rest<[bias: boolean], CellOptions>);
  constructor(...given: unknown[]) {
    super(bindModule<Bound>("nn.LSTMCell", given, { required: REQUIRED, optional: ["bias"] }), 4);
  }

  override forward(input: Tensor, hx?: readonly [Tensor, Tensor] | null): [hidden: Tensor, cell: Tensor] {
    const { input: batched, states } = this._prepare(input, [hx?.[0], hx?.[1]]);
    const [hidden, cell] = lstmStep(inputGates(batched, this), [states[0]!, states[1]!], this);
    return input.ndim === 2 ? [hidden, cell] : [hidden.squeeze(0), cell.squeeze(0)];
  }
}

/**
 * One step of a gated recurrent unit: x and h give h'. Cho et al. 2014. The three gates (reset, update, new) stand one above the
 * other in the weights; parameters and draws as in `nn.RNNCell`. Source: `torch.nn.GRUCell`.
 * @example
 * new nn.GRUCell(3, 2) // => GRUCell(3, 2)
 */
export class GRUCell extends CellBase {
  constructor(input_size: number, hidden_size: number, ...rest: Rest<[bias: boolean], CellOptions>);
  constructor(...given: unknown[]) {
    super(bindModule<Bound>("nn.GRUCell", given, { required: REQUIRED, optional: ["bias"] }), 3);
  }

  override forward(input: Tensor, hx?: Tensor | null): Tensor {
    const { input: batched, states } = this._prepare(input, [hx]);
    const next = gruStep(inputGates(batched, this), states[0]!, this);
    return input.ndim === 2 ? next : next.squeeze(0);
  }
}
