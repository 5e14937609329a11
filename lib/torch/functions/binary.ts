import type { Operand, Tensor } from "../tensor";
import { arithmetic, compare, power } from "../tensor";
import { checkInput } from "./input";

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

/** input / other, element by element. */
export function div(input: Operand, other: Operand): Tensor {
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
  return input.maximum(other);
}

/** The smaller of two values; NaN wins. */
export function minimum(input: Tensor, other: Tensor): Tensor {
  checkInput("minimum", input);
  return input.minimum(other);
}

/** The values within [min, max]; a side that is null stays open. */
export function clamp(input: Tensor, min?: number | null, max?: number | null): Tensor {
  checkInput("clamp", input);
  return input.clamp(min, max);
}

/** Where the operands are equal. */
export function eq(input: Tensor, other: Operand): Tensor {
  return compare("torch.eq", "eq", [input, other]);
}

/** Where they differ. */
export function ne(input: Tensor, other: Operand): Tensor {
  return compare("torch.ne", "ne", [input, other]);
}

/** Where input < other. */
export function lt(input: Tensor, other: Operand): Tensor {
  return compare("torch.lt", "lt", [input, other]);
}

/** Where input ≤ other. */
export function le(input: Tensor, other: Operand): Tensor {
  return compare("torch.le", "le", [input, other]);
}

/** Where input > other. */
export function gt(input: Tensor, other: Operand): Tensor {
  return compare("torch.gt", "gt", [input, other]);
}

/** Where input ≥ other. */
export function ge(input: Tensor, other: Operand): Tensor {
  return compare("torch.ge", "ge", [input, other]);
}

/** Where both are nonzero. */
export function logical_and(input: Tensor, other: Tensor): Tensor {
  return compare("torch.logical_and", "logical_and", [input, other]);
}

/** Where one at least is nonzero. */
export function logical_or(input: Tensor, other: Tensor): Tensor {
  return compare("torch.logical_or", "logical_or", [input, other]);
}

/** Where exactly one is nonzero. */
export function logical_xor(input: Tensor, other: Tensor): Tensor {
  return compare("torch.logical_xor", "logical_xor", [input, other]);
}

/** Whether shape and all values agree. */
export function equal(input: Tensor, other: Tensor): boolean {
  checkInput("equal", input);
  return input.equal(other);
}

/** Whether |input - other| ≤ atol + rtol · |other| everywhere. */
export function allclose(
  input: Tensor,
  other: Tensor,
  { rtol = 1e-5, atol = 1e-8 }: { rtol?: number; atol?: number } = {},
): boolean {
  checkInput("allclose", input);
  const near = input.sub(other).abs().le(other.abs().mul(rtol).add(atol));
  return Boolean(near.logical_or(input.eq(other)).all().item());
}
