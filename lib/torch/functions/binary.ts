import type { DivideOptions, Operand, Tensor } from "../tensor";
import { arithmetic, compare, division, perform, power, toRoundingMode } from "../tensor";
import { checkInput, checkSecond } from "./input";

/** `add` and `sub` multiply the second operand by `alpha` first. */
export type AlphaOptions = { alpha?: number };

/** input + alpha · other */
export function add(input: Operand, other: Operand, { alpha = 1 }: AlphaOptions = {}): Tensor {
  return arithmetic({ name: "add", call: "torch.add", alpha }, input, other);
}

/** input - alpha · other */
export function sub(input: Operand, other: Operand, { alpha = 1 }: AlphaOptions = {}): Tensor {
  return arithmetic({ name: "sub", call: "torch.sub", alpha }, input, other);
}

/** input · other, element by element. */
export function mul(input: Operand, other: Operand): Tensor {
  return arithmetic({ name: "mul", call: "torch.mul" }, input, other);
}

/** input / other, element by element; `rounding_mode` rounds the quotient, see `Tensor.div`. */
export function div(input: Operand, other: Operand, { rounding_mode }: DivideOptions = {}): Tensor {
  const mode = toRoundingMode(rounding_mode);
  if (mode !== null) return perform(division(input, other, mode));
  return arithmetic({ name: "div", call: "torch.div" }, input, other);
}

/** input ^ exponent; either may be a plain number. */
export function pow(input: Operand, exponent: Operand): Tensor {
  return power("torch.pow", input, exponent);
}

/** The rest of a division, with the sign of the divisor. */
export function remainder(input: Operand, other: Operand): Tensor {
  return arithmetic({ name: "remainder", call: "torch.remainder" }, input, other);
}

/** The quotient rounded down. */
export function floor_divide(input: Operand, other: Operand): Tensor {
  return arithmetic({ name: "floor_divide", call: "torch.floor_divide" }, input, other);
}

/** The larger of two values; NaN wins. */
export function maximum(input: Tensor, other: Tensor): Tensor {
  checkInput("maximum", input);
  checkSecond("maximum", "other", other);
  return input.maximum(other);
}

/** The smaller of two values; NaN wins. */
export function minimum(input: Tensor, other: Tensor): Tensor {
  checkInput("minimum", input);
  checkSecond("minimum", "other", other);
  return input.minimum(other);
}

/** Where the operands are equal. */
export function eq(input: Tensor, other: Operand): Tensor {
  return compare("eq", input, other);
}

/** Where they differ. */
export function ne(input: Tensor, other: Operand): Tensor {
  return compare("ne", input, other);
}

/** Where input < other. */
export function lt(input: Tensor, other: Operand): Tensor {
  return compare("lt", input, other);
}

/** Where input ≤ other. */
export function le(input: Tensor, other: Operand): Tensor {
  return compare("le", input, other);
}

/** Where input > other. */
export function gt(input: Tensor, other: Operand): Tensor {
  return compare("gt", input, other);
}

/** Where input ≥ other. */
export function ge(input: Tensor, other: Operand): Tensor {
  return compare("ge", input, other);
}

/** Where both are nonzero. */
export function logical_and(input: Tensor, other: Tensor): Tensor {
  checkInput("logical_and", input);
  checkSecond("logical_and", "other", other);
  return compare("logical_and", input, other);
}

/** Where one at least is nonzero. */
export function logical_or(input: Tensor, other: Tensor): Tensor {
  checkInput("logical_or", input);
  checkSecond("logical_or", "other", other);
  return compare("logical_or", input, other);
}

/** Where exactly one is nonzero. */
export function logical_xor(input: Tensor, other: Tensor): Tensor {
  checkInput("logical_xor", input);
  checkSecond("logical_xor", "other", other);
  return compare("logical_xor", input, other);
}

/** Whether shape and all values agree. */
export function equal(input: Tensor, other: Tensor): boolean {
  checkInput("equal", input);
  return input.equal(other);
}
