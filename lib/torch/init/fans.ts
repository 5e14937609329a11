import { AttributeError, ValueError } from "../errors";
import { showShape, type Tensor, typeName } from "../tensor";
import { checkTensor } from "./check";

/**
 * How many inputs each output sums over, and how many outputs each input feeds: [fan_in, fan_out].
 *
 * Of a weight of shape (out, in, k₁, k₂, …): fan_in = in·k₁·k₂·…, fan_out = out·k₁·k₂·…. It reads the shape, not the
 * operation, so a transposed convolution gets the fans of a convolution.
 * Errors: fewer than 2 dimensions. Source: `torch.nn.init._calculate_fan_in_and_fan_out`.
 * @example
 * nn.init._calculate_fan_in_and_fan_out(torch.empty(16, 64, 3, 3)) // => 576,144
 */
export function _calculate_fan_in_and_fan_out(tensor: Tensor): [fan_in: number, fan_out: number] {
  return fansOf("nn.init._calculate_fan_in_and_fan_out", tensor);
}

/** The same for a caller that names itself in the error. */
export function fansOf(call: string, tensor: Tensor): [fan_in: number, fan_out: number] {
  checkTensor(call, tensor, "dim");
  const { shape } = tensor;
  if (shape.length < 2) {
    throw new ValueError(
      call,
      "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions",
      `got shape ${showShape(shape)}; a bias has no fans of its own`,
    );
  }
  const area = shape.slice(2).reduce((product, size) => product * size, 1);
  return [shape[1]! * area, shape[0]! * area];
}

/** Which of the two fans an initialiser divides by. */
export type Mode = "fan_in" | "fan_out";

/** The fan that a mode names; capitals are accepted, as in PyTorch. */
export function fanFor(call: string, tensor: Tensor, mode: unknown): number {
  if (typeof mode !== "string")
    throw new AttributeError(call, `'${typeName(mode)}' object has no attribute 'lower'`, "mode is a string");
  const name = mode.toLowerCase();
  if (name !== "fan_in" && name !== "fan_out") {
    throw new ValueError(call, `Mode ${name} not supported, please use one of ['fan_in', 'fan_out']`);
  }
  const [fan_in, fan_out] = fansOf(call, tensor);
  return name === "fan_in" ? fan_in : fan_out;
}
