import { TypeMismatch } from "../errors";
import {
  binaryFunction,
  floatPower,
  isTensor,
  type Operand,
  perform,
  type Tensor,
  typeName,
} from "../tensor";
import { type AlphaOptions, div, mul, sub } from "./binary";
import { checkInput } from "./input";

/** PyTorch has these functions of a plain value and a tensor, but not of two plain values. */
function checkOneTensor(name: string, input: Operand, other: Operand): void {
  if (isTensor(input) || isTensor(other)) return;
  throw new TypeMismatch(
    `torch.${name}`,
    `${name}() received an invalid combination of arguments - got (${typeName(input)}, ${typeName(other)})`,
    "one of them must be a tensor",
  );
}

type MixedName =
  | "xlogy"
  | "bitwise_and"
  | "bitwise_or"
  | "bitwise_xor"
  | "bitwise_left_shift"
  | "bitwise_right_shift";

function mixed(name: MixedName): (input: Operand, other: Operand) => Tensor {
  return (input, other) => {
    checkOneTensor(name, input, other);
    return perform(binaryFunction(name, input, other));
  };
}

/**
 * input · ln(other), and 0 where input is 0; either may be a plain number.
 * @example
 * torch.xlogy(torch.tensor([0, 1.5]), torch.tensor([0, 2])) // => tensor([0.0000, 1.0397])
 */
export const xlogy = mixed("xlogy");
/**
 * The bits that both have.
 * @example
 * torch.bitwise_and(torch.tensor([12, 10]), torch.tensor([10, 3])) // => tensor([8, 2])
 */
export const bitwise_and = mixed("bitwise_and");
/**
 * The bits that one at least has.
 * @example
 * torch.bitwise_or(torch.tensor([12, 10]), torch.tensor([10, 3])) // => tensor([14, 11])
 */
export const bitwise_or = mixed("bitwise_or");
/**
 * The bits that exactly one has.
 * @example
 * torch.bitwise_xor(torch.tensor([12, 10]), torch.tensor([10, 3])) // => tensor([6, 9])
 */
export const bitwise_xor = mixed("bitwise_xor");
/**
 * input · 2^other
 * @example
 * torch.bitwise_left_shift(torch.tensor([1, 3]), torch.tensor([2, 2])) // => tensor([ 4, 12])
 */
export const bitwise_left_shift = mixed("bitwise_left_shift");
/**
 * input / 2^other rounded down.
 * @example
 * torch.bitwise_right_shift(torch.tensor([12, 10]), torch.tensor([2, 1])) // => tensor([3, 5])
 */
export const bitwise_right_shift = mixed("bitwise_right_shift");

/**
 * input ^ exponent in float64; either may be a plain number.
 * @example
 * torch.float_power(torch.tensor([2, 3], { dtype: torch.float64 }), 2) // => tensor([4., 9.], dtype=torch.float64)
 */
export function float_power(input: Operand, exponent: Operand): Tensor {
  checkOneTensor("float_power", input, exponent);
  return floatPower(input, exponent);
}

/**
 * The n-th derivative of `digamma`.
 * @example
 * torch.polygamma(1, torch.tensor([0.5, 1])) // => tensor([4.9348, 1.6449])
 */
export function polygamma(n: number, input: Tensor): Tensor {
  checkInput("polygamma", input);
  return input.polygamma(n);
}

/**
 * other - alpha · input
 * @example
 * torch.rsub(torch.tensor([1, 2]), 5) // => tensor([4, 3])
 */
export function rsub(input: Tensor, other: Operand, options: AlphaOptions = {}): Tensor {
  checkInput("rsub", input);
  return sub(other, input, options);
}

/**
 * Another name of `mul`.
 * @example
 * torch.multiply(torch.tensor([1.5, 2]), 2) // => tensor([3., 4.])
 */
export const multiply = mul;
/**
 * Another name of `sub`.
 * @example
 * torch.subtract(torch.tensor([1.5, 2]), 2) // => tensor([-0.5000,  0.0000])
 */
export const subtract = sub;
/**
 * Another name of `div`.
 * @example
 * torch.divide(torch.tensor([1.5, 2]), 2) // => tensor([0.7500, 1.0000])
 */
export const divide = div;

/**
 * input / other; `div` without rounding.
 * @example
 * torch.true_divide(torch.tensor([1.5, 2]), 2) // => tensor([0.7500, 1.0000])
 */
export function true_divide(input: Operand, other: Operand): Tensor {
  return div(input, other);
}
