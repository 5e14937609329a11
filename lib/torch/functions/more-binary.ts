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

/** input · ln(other), and 0 where input is 0; either may be a plain number. */
export const xlogy = mixed("xlogy");
/** The bits that both have. */
export const bitwise_and = mixed("bitwise_and");
/** The bits that one at least has. */
export const bitwise_or = mixed("bitwise_or");
/** The bits that exactly one has. */
export const bitwise_xor = mixed("bitwise_xor");
/** input · 2^other */
export const bitwise_left_shift = mixed("bitwise_left_shift");
/** input / 2^other rounded down. */
export const bitwise_right_shift = mixed("bitwise_right_shift");

/** input ^ exponent in float64; either may be a plain number. */
export function float_power(input: Operand, exponent: Operand): Tensor {
  checkOneTensor("float_power", input, exponent);
  return floatPower(input, exponent);
}

/** The n-th derivative of `digamma`. */
export function polygamma(n: number, input: Tensor): Tensor {
  checkInput("polygamma", input);
  return input.polygamma(n);
}

/** other - alpha · input */
export function rsub(input: Tensor, other: Operand, options: AlphaOptions = {}): Tensor {
  checkInput("rsub", input);
  return sub(other, input, options);
}

/** Another name of `mul`. */
export const multiply = mul;
/** Another name of `sub`. */
export const subtract = sub;
/** Another name of `div`. */
export const divide = div;

/** input / other; `div` without rounding. */
export function true_divide(input: Operand, other: Operand): Tensor {
  return div(input, other);
}
