import type { Tensor } from "../../tensor";
import { linear } from "../functional";

/** The weights of one cell, each for the input and for the hidden state. */
export type CellWeights = {
  readonly weight_ih: Tensor;
  readonly weight_hh: Tensor;
  readonly bias_ih: Tensor | null;
  readonly bias_hh: Tensor | null;
};

/** What the input contributes to a step: x · W_ihᵀ + b_ih. It can be computed for all steps at once. */
export function inputGates(input: Tensor, { weight_ih, bias_ih }: CellWeights): Tensor {
  return linear(input, weight_ih, bias_ih);
}

function hiddenGates(hidden: Tensor, { weight_hh, bias_hh }: CellWeights): Tensor {
  return linear(hidden, weight_hh, bias_hh);
}

function chunk(gates: Tensor, index: number, count: number): Tensor {
  const size = gates.shape.at(-1)! / count;
  return gates.narrow(gates.ndim - 1, index * size, size);
}

/** h' = f(x · W_ihᵀ + b_ih + h · W_hhᵀ + b_hh) */
export function rnnStep(
  fromInput: Tensor,
  hidden: Tensor,
  { weights, nonlinearity }: { weights: CellWeights; nonlinearity: "tanh" | "relu" },
): Tensor {
  const sum = fromInput.add(hiddenGates(hidden, weights));
  return nonlinearity === "tanh" ? sum.tanh() : sum.relu();
}

/** Gates in PyTorch's order, input, forget, cell, output: c' = f · c + i · g, h' = o · tanh(c'). */
export function lstmStep(
  fromInput: Tensor,
  [hidden, cell]: readonly [hidden: Tensor, cell: Tensor],
  weights: CellWeights,
): [hidden: Tensor, cell: Tensor] {
  const gates = fromInput.add(hiddenGates(hidden, weights));
  const input = chunk(gates, 0, 4).sigmoid();
  const forget = chunk(gates, 1, 4).sigmoid();
  const candidate = chunk(gates, 2, 4).tanh();
  const output = chunk(gates, 3, 4).sigmoid();
  const next = forget.mul(cell).add(input.mul(candidate));
  return [output.mul(next.tanh()), next];
}

/** Gates in PyTorch's order, reset, update, new: n = tanh(W_in x + b + r · (W_hn h + b)), h' = (h - n) · z + n. */
export function gruStep(fromInput: Tensor, hidden: Tensor, weights: CellWeights): Tensor {
  const fromHidden = hiddenGates(hidden, weights);
  const reset = chunk(fromInput, 0, 3)
    .add(chunk(fromHidden, 0, 3))
    .sigmoid();
  const update = chunk(fromInput, 1, 3)
    .add(chunk(fromHidden, 1, 3))
    .sigmoid();
  const candidate = chunk(fromInput, 2, 3)
    .add(reset.mul(chunk(fromHidden, 2, 3)))
    .tanh();
  return hidden.sub(candidate).mul(update).add(candidate);
}
