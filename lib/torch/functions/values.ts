import { bindArguments } from "../arguments";
import { type DType, isTensor, type Tensor, tensor } from "../tensor";
import { checkInput } from "./input";

/**
 * π, as JavaScript has it.
 * @example
 * torch.pi // => 3.141592653589793
 */
export const pi = Math.PI;
/**
 * e, as JavaScript has it.
 * @example
 * torch.e // => 2.718281828459045
 */
export const e = Math.E;
/**
 * Infinity.
 * @example
 * torch.inf // => Infinity
 */
export const inf = Number.POSITIVE_INFINITY;
/**
 * Not a number.
 * @example
 * torch.nan // => NaN
 */
export const nan = Number.NaN;

/**
 * A tensor of the data; a tensor that has the dtype already is given back itself, with its history.
 * Source: `torch.as_tensor`.
 * @example
 * torch.as_tensor([0.5, 2]) // => tensor([0.5000, 2.0000])
 */
export function as_tensor(
  data: Parameters<typeof tensor>[0] | Tensor,
  ...given: [dtype?: DType] | [options: { dtype?: DType }]
): Tensor {
  const { dtype } = bindArguments<{ dtype: DType }>("torch.as_tensor", given, { names: ["dtype"] });
  if (isTensor(data)) return dtype === undefined ? data : data.to(dtype);
  return dtype === undefined ? tensor(data) : tensor(data, { dtype });
}

/**
 * The same values without their history; see `Tensor.detach`. Source: `torch.detach`.
 * @example
 * torch.detach(torch.ones(2, { requires_grad: true })).requires_grad // => false
 */
export function detach(input: Tensor): Tensor {
  checkInput("detach", input);
  return input.detach();
}
