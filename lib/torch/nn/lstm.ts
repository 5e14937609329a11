import { RuntimeError } from "../errors";
import { stack, type Tensor, zeros } from "../tensor";
import { bindModule } from "./arguments";
import { inputGates, lstmStep } from "./functional/recurrent";
import {
  type Direction,
  RECURRENT,
  type RecurrentBound,
  type RecurrentOptions,
  type RecurrentRest,
  RNNBase,
} from "./rnn-base";

/** Keywords of `nn.LSTM`; `proj_size` makes the hidden state narrower than the cell state. */
export type LSTMOptions = RecurrentOptions & { proj_size?: number };

type States = readonly [hidden: Tensor, cell: Tensor];

/**
 * A long short-term memory over whole sequences. Shapes: input (T, N, input_size), or (N, T, …) with `batch_first`, or (T, …) for
 * one sample; it gives [output, [h_n, c_n]] with output (T, N, D · hidden_size), h_n and c_n (D · num_layers, N, hidden_size),
 * D = 2 if `bidirectional`; with `proj_size` output and h_n have that width.
 *
 * For each layer and direction weight_ih, weight_hh, bias_ih, bias_hh and, with `proj_size`, weight_hr start as
 * U(±1/√hidden_size), in this order; the forget gate (second quarter) gets no bias of its own. Hochreiter & Schmidhuber 1997.
 * Source: `torch.nn.LSTM`.
 * @example
 * new nn.LSTM(3, 4, { bidirectional: true }) // => LSTM(3, 4, bidirectional=True)
 */
export class LSTM extends RNNBase {
  constructor(input_size: number, hidden_size: number, ...rest: RecurrentRest<LSTMOptions>);
  constructor(...given: unknown[]) {
    const names = { ...RECURRENT, optional: [...RECURRENT.optional, "proj_size"] as const };
    super("LSTM", bindModule<RecurrentBound>("nn.RNNBase", given, names));
  }

  override forward(input: Tensor, hx?: States | null): [output: Tensor, states: [h_n: Tensor, c_n: Tensor]] {
    const isBatched = input.ndim === 3;
    const steps = this._stepsFirst(input);
    const [hiddens, cells] = this._states(input, steps, hx);
    const { output, states } = this._layers<States>(steps, (layer, order, { index, direction }) => {
      const gates = inputGates(layer, direction.weights);
      let state: States = [hiddens.select(0, index), cells.select(0, index)];
      const outputs = order.map((t) => {
        state = step(gates.select(0, t), state, direction);
        return state[0];
      });
      return { outputs, state };
    });
    const last = [0, 1].map((i) => {
      const all = stack(states.map((state) => state[i as 0 | 1]));
      return isBatched ? all : all.squeeze(1);
    });
    return [this._likeInput(output, input), [last[0]!, last[1]!]];
  }

  /** The states to start from, checked. @internal */
  _states(input: Tensor, steps: Tensor, hx: States | null | undefined): States {
    if (hx != null) checkRanks(input.ndim === 3, hx);
    this._checkInput(input);
    const batch = steps.shape[1]!;
    const count = this.num_layers * this._directions();
    const make = (size: number) => zeros([count, batch, size], { dtype: input.dtype });
    const [hidden, cell] = hx ?? [make(this._outputSize()), make(this.hidden_size)];
    const raise = (state: Tensor) => (hx != null && input.ndim !== 3 ? state.unsqueeze(1) : state);
    const states: States = [raise(hidden), raise(cell)];
    const sentence = (i: number) => `Expected hidden[${i}] size`;
    this._checkHidden(states[0], { batch, size: this._outputSize(), sentence: sentence(0) });
    this._checkHidden(states[1], { batch, size: this.hidden_size, sentence: sentence(1) });
    return states;
  }
}

function step(fromInput: Tensor, state: States, { weights, projection }: Direction): States {
  const [hidden, cell] = lstmStep(fromInput, state, weights);
  return [projection === null ? hidden : hidden.matmul(projection.t()), cell];
}

function checkRanks(isBatched: boolean, [hidden, cell]: States): void {
  const wanted = isBatched ? 3 : 2;
  if (hidden.ndim === wanted && cell.ndim === wanted) return;
  throw new RuntimeError(
    "nn.LSTM",
    `For ${isBatched ? "batched 3-D" : "unbatched 2-D"} input, hx and cx should also be ${wanted}-D but got (${hidden.ndim}-D, ${cell.ndim}-D) tensors`,
  );
}
