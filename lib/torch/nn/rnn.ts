import { isKeywords } from "../arguments";
import { RuntimeError, ValueError } from "../errors";
import { stack, type Tensor, zeros } from "../tensor";
import { bindModule } from "./arguments";
import { gruStep, inputGates, rnnStep } from "./functional/recurrent";
import {
  type Direction,
  RECURRENT,
  type RecurrentBound,
  type RecurrentOptions,
  type RecurrentRest,
  RNNBase,
} from "./rnn-base";

/** Keywords of `nn.RNN`. */
export type RNNOptions = RecurrentOptions & { nonlinearity?: "tanh" | "relu" };

/** Throws for the keyword that only an LSTM has. */
function checkProjection(call: string, given: readonly unknown[]): void {
  const last = given.at(-1);
  if (!isKeywords(last) || !("proj_size" in last)) return;
  throw new ValueError(call, "proj_size argument is only supported for LSTM, not RNN or GRU");
}

/** What the networks with one hidden state share. */
abstract class OneStateBase extends RNNBase {
  /** @internal */
  abstract _step(fromInput: Tensor, hidden: Tensor, direction: Direction): Tensor;

  override forward(input: Tensor, hx?: Tensor | null): [output: Tensor, h_n: Tensor] {
    const call = `nn.${this._get_name()}`;
    const isBatched = input.ndim === 3;
    const wanted = isBatched ? 3 : 2;
    if (hx != null && hx.ndim !== wanted) {
      throw new RuntimeError(
        call,
        `For ${isBatched ? "batched 3-D" : "unbatched 2-D"} input, hx should also be ${wanted}-D but got ${hx.ndim}-D tensor`,
      );
    }
    const steps = this._stepsFirst(input);
    this._checkInput(input);
    const batch = steps.shape[1]!;
    const count = this.num_layers * this._directions();
    const given = hx ?? zeros([count, batch, this.hidden_size], { dtype: input.dtype });
    const hidden = hx != null && !isBatched ? given.unsqueeze(1) : given;
    this._checkHidden(hidden, { batch, size: this.hidden_size, sentence: "Expected hidden size" });
    const { output, states } = this._layers(steps, (layer, order, { index, direction }) => {
      const gates = inputGates(layer, direction.weights);
      let state = hidden.select(0, index);
      const outputs = order.map((t) => {
        state = this._step(gates.select(0, t), state, direction);
        return state;
      });
      return { outputs, state };
    });
    const last = stack(states);
    return [this._likeInput(output, input), isBatched ? last : last.squeeze(1)];
  }
}

/**
 * A recurrent network over whole sequences: h_t = tanh(x_t · W_ihᵀ + b_ih + h_{t-1} · W_hhᵀ + b_hh), or with relu. Shapes: input
 * (T, N, input_size), or (N, T, …) with `batch_first`, or (T, …) for one sample; it gives [output, h_n] with output (T, N, D · hidden_size)
 * and h_n (D · num_layers, N, hidden_size), D = 2 if `bidirectional`.
 *
 * For each layer and direction weight_ih, weight_hh, bias_ih, bias_hh start as U(±1/√hidden_size), in this order.
 * Source: `torch.nn.RNN`.
 * @example
 * new nn.RNN(3, 4, { num_layers: 2 }) // => RNN(3, 4, num_layers=2)
 */
export class RNN extends OneStateBase {
  readonly nonlinearity: "tanh" | "relu";

  constructor(input_size: number, hidden_size: number, ...rest: RecurrentRest<RNNOptions>);
  constructor(
    input_size: number,
    hidden_size: number,
    num_layers: number,
    nonlinearity: "tanh" | "relu",
    options?: RNNOptions,
  );
  constructor(...given: unknown[]) {
    const call = "nn.RNN";
    checkProjection(call, given);
    // PyTorch 2 takes the nonlinearity in fourth place, where 1.13 has the bias.
    const named = typeof given[3] === "string";
    const bound = bindModule<RecurrentBound & RNNOptions>("nn.RNNBase", given, {
      required: RECURRENT.required,
      optional: named
        ? ["num_layers", "nonlinearity", "bias", "batch_first", "dropout", "bidirectional"]
        : RECURRENT.optional,
      only: named ? [] : ["nonlinearity"],
    });
    const { nonlinearity = "tanh" } = bound;
    if (nonlinearity !== "tanh" && nonlinearity !== "relu") {
      throw new ValueError(call, `Unknown nonlinearity '${String(nonlinearity)}'`, 'use "tanh" or "relu"');
    }
    super(nonlinearity === "tanh" ? "RNN_TANH" : "RNN_RELU", bound);
    this.nonlinearity = nonlinearity;
  }

  /** @internal */
  override _step(fromInput: Tensor, hidden: Tensor, { weights }: Direction): Tensor {
    return rnnStep(fromInput, hidden, { weights, nonlinearity: this.nonlinearity });
  }
}

/**
 * A network of gated recurrent units over whole sequences, with the shapes, parameters and draws of `nn.RNN` and three gates
 * (reset, update, new) one above the other in the weights. Cho et al. 2014. Source: `torch.nn.GRU`.
 * @example
 * new nn.GRU(3, 4).weight_ih_l0.shape // => 12,3
 */
export class GRU extends OneStateBase {
  constructor(input_size: number, hidden_size: number, ...rest: RecurrentRest);
  constructor(...given: unknown[]) {
    checkProjection("nn.GRU", given);
    super("GRU", bindModule<RecurrentBound>("nn.RNNBase", given, RECURRENT));
  }

  /** @internal */
  override _step(fromInput: Tensor, hidden: Tensor, { weights }: Direction): Tensor {
    return gruStep(fromInput, hidden, weights);
  }
}
