import type { DivideOptions, Operand, Tensor } from "../tensor";
import { arithmetic, compare, division, perform, power, toRoundingMode } from "../tensor";
import { checkInput, checkSecond } from "./input";

/** `add` and `sub` multiply the second operand by `alpha` first. */
export type AlphaOptions = { alpha?: number };

/**
 * input + alpha · other
 * @example
 * torch.add(torch.tensor([1.5, 5, 3]), torch.tensor([4, 5, 2])) // => tensor([ 5.5000, 10.0000,  5.0000])
 */
export function add(input: Operand, other: Operand, { alpha = 1 }: AlphaOptions = {}): Tensor {
  return arithmetic({ name: "add", call: "torch.add", alpha }, input, other);
}

/**
 * input - alpha · other
 * @example
 * torch.sub(torch.tensor([1.5, 5, 3]), torch.tensor([4, 5, 2])) // => tensor([-2.5000,  0.0000,  1.0000])
 */
export function sub(input: Operand, other: Operand, { alpha = 1 }: AlphaOptions = {}): Tensor {
  return arithmetic({ name: "sub", call: "torch.sub", alpha }, input, other);
}

/**
 * input · other, element by element.
 * @example
 * torch.mul(torch.tensor([1.5, 5, 3]), torch.tensor([4, 5, 2])) // => tensor([ 6., 25.,  6.])
 */
export function mul(input: Operand, other: Operand): Tensor {
  return arithmetic({ name: "mul", call: "torch.mul" }, input, other);
}

/**
 * input / other, element by element.
 * @example
 * torch.div(torch.tensor([1.5, 5, 3]), torch.tensor([4, 5, 2])) // => tensor([0.3750, 1.0000, 1.5000])
 */
export function div(input: Operand, other: Operand, { rounding_mode }: DivideOptions = {}): Tensor {
  const mode = toRoundingMode(rounding_mode);
  if (mode !== null) return perform(division(input, other, mode));
  return arithmetic({ name: "div", call: "torch.div" }, input, other);
}

/**
 * input ^ exponent; either may be a plain number.
 * @example
 * torch.pow(torch.tensor([0.5, 1, 2]), 2) // => tensor([0.2500, 1.0000, 4.0000])
 */
export function pow(input: Operand, exponent: Operand): Tensor {
  return power("torch.pow", input, exponent);
}

/**
 * The rest of a division, with the sign of the divisor.
 * @example
 * torch.remainder(torch.tensor([1.5, 5, 3]), torch.tensor([4, 5, 2])) // => tensor([1.5000, 0.0000, 1.0000])
 */
export function remainder(input: Operand, other: Operand): Tensor {
  return arithmetic({ name: "remainder", call: "torch.remainder" }, input, other);
}

/**
 * The quotient rounded down.
 * @example
 * torch.floor_divide(torch.tensor([1.5, 5, 3]), torch.tensor([4, 5, 2])) // => tensor([0., 1., 1.])
 */
export function floor_divide(input: Operand, other: Operand): Tensor {
  return arithmetic({ name: "floor_divide", call: "torch.floor_divide" }, input, other);
}

/**
 * The larger of two values; NaN wins.
 * @example
 * torch.maximum(torch.tensor([1.5, 5, 3]), torch.tensor([4, 5, 2])) // => tensor([4., 5., 3.])
 */
export function maximum(input: Tensor, other: Tensor): Tensor {
  checkInput("maximum", input);
  checkSecond("maximum", "other", other);
  return input.maximum(other);
}

/**
 * The smaller of two values; NaN wins.
 * @example
 * torch.minimum(torch.tensor([1.5, 5, 3]), torch.tensor([4, 5, 2])) // => tensor([1.5000, 5.0000, 2.0000])
 */
export function minimum(input: Tensor, other: Tensor): Tensor {
  checkInput("minimum", input);
  checkSecond("minimum", "other", other);
  return input.minimum(other);
}

/**
 * Where the operands are equal.
 * @example
 * torch.eq(torch.tensor([1.5, 5, 3]), torch.tensor([4, 5, 2])) // => tensor([False,  True, False])
 */
export function eq(input: Tensor, other: Operand): Tensor {
  return compare("eq", input, other);
}

/**
 * Where they differ.
 * @example
 * torch.ne(torch.tensor([1.5, 5, 3]), torch.tensor([4, 5, 2])) // => tensor([ True, False,  True])
 */
export function ne(input: Tensor, other: Operand): Tensor {
  return compare("ne", input, other);
}

/**
 * Where input < other.
 * @example
 * torch.lt(torch.tensor([1.5, 5, 3]), torch.tensor([4, 5, 2])) // => tensor([ True, False, False])
 */
export function lt(input: Tensor, other: Operand): Tensor {
  return compare("lt", input, other);
}

/**
 * Where input ≤ other.
 * @example
 * torch.le(torch.tensor([1.5, 5, 3]), torch.tensor([4, 5, 2])) // => tensor([ True,  True, False])
 */
export function le(input: Tensor, other: Operand): Tensor {
  return compare("le", input, other);
}

/**
 * Where input > other.
 * @example
 * torch.gt(torch.tensor([1.5, 5, 3]), torch.tensor([4, 5, 2])) // => tensor([False, False,  True])
 */
export function gt(input: Tensor, other: Operand): Tensor {
  return compare("gt", input, other);
}

/**
 * Where input ≥ other.
 * @example
 * torch.ge(torch.tensor([1.5, 5, 3]), torch.tensor([4, 5, 2])) // => tensor([False,  True,  True])
 */
export function ge(input: Tensor, other: Operand): Tensor {
  return compare("ge", input, other);
}

/**
 * Where both are nonzero.
 * @example
 * torch.logical_and(torch.tensor([true, false]), torch.tensor([true, true])) // => tensor([ True, False])
 */
export function logical_and(input: Tensor, other: Tensor): Tensor {
  checkInput("logical_and", input);
  checkSecond("logical_and", "other", other);
  return compare("logical_and", input, other);
}

/**
 * Where one at least is nonzero.
 * @example
 * torch.logical_or(torch.tensor([true, false]), torch.tensor([true, true])) // => tensor([True, True])
 */
export function logical_or(input: Tensor, other: Tensor): Tensor {
  checkInput("logical_or", input);
  checkSecond("logical_or", "other", other);
  return compare("logical_or", input, other);
}

/**
 * Where exactly one is nonzero.
 * @example
 * torch.logical_xor(torch.tensor([true, false]), torch.tensor([true, true])) // => tensor([False,  True])
 */
export function logical_xor(input: Tensor, other: Tensor): Tensor {
  checkInput("logical_xor", input);
  checkSecond("logical_xor", "other", other);
  return compare("logical_xor", input, other);
}

/**
 * Whether shape and all values agree.
 * @example
 * torch.equal(torch.tensor([1.5, 5, 3]), torch.tensor([0.5, 1, 2])) // => false
 */
export function equal(input: Tensor, other: Tensor): boolean {
  checkInput("equal", input);
  return input.equal(other);
}
