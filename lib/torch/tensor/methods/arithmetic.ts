import { arithmetic, arithmeticInPlace, checkCast, clamp, compare, power } from "../arithmetic";
import { ARITHMETIC_DERIVATIVES, clampDerivative, powerOfScalar } from "../arithmetic-derivatives";
import { copyInto } from "../convert";
import { checkOperand, isTensor, type Operand } from "../operand";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { checkWritable, writeInPlace } from "../write";
import { TensorViews } from "./views";

/** `add` and `sub` multiply the other operand by `alpha` first. */
export type AlphaOptions = { alpha?: number };

/** The methods of two operands: arithmetic and comparison, broadcast and promoted as in PyTorch. */
export abstract class TensorArithmetic extends TensorViews {
  /**
   * `self + alpha · other`.
   * @example
   * torch.tensor([1, 2]).add(10) // => tensor([11, 12])
   */
  add(other: Operand, { alpha = 1 }: AlphaOptions = {}): Tensor {
    return arithmetic({ name: "add", call: "torch.add", alpha }, this.self, other);
  }

  /** `self - alpha · other`. */
  sub(other: Operand, { alpha = 1 }: AlphaOptions = {}): Tensor {
    return arithmetic({ name: "sub", call: "torch.sub", alpha }, this.self, other);
  }

  /** `self · other`, element by element. */
  mul(other: Operand): Tensor {
    return arithmetic({ name: "mul", call: "torch.mul" }, this.self, other);
  }

  /** `self / other`, element by element; integers give float32. */
  div(other: Operand): Tensor {
    return arithmetic({ name: "div", call: "torch.div" }, this.self, other);
  }

  /** `self ^ exponent`. */
  pow(exponent: Operand): Tensor {
    return power("torch.pow", this.self, exponent);
  }

  /** The rest of a division, with the sign of the divisor, as Python's `%`. */
  remainder(other: Operand): Tensor {
    return arithmetic({ name: "remainder", call: "torch.remainder" }, this.self, other);
  }

  /** The quotient rounded down, as Python's `//`. */
  floor_divide(other: Operand): Tensor {
    return arithmetic({ name: "floor_divide", call: "torch.floor_divide" }, this.self, other);
  }

  /** The larger of two values; NaN wins. */
  maximum(other: Tensor): Tensor {
    return arithmetic({ name: "maximum", call: "torch.maximum" }, this.self, other);
  }

  /** The smaller of two values; NaN wins. */
  minimum(other: Tensor): Tensor {
    return arithmetic({ name: "minimum", call: "torch.minimum" }, this.self, other);
  }

  /** The values within [min, max]; a side that is null stays open. */
  clamp(min?: number | null, max?: number | null): Tensor {
    return clamp(this.self, min, max);
  }

  /** Where the operands are equal. */
  eq(other: Operand): Tensor {
    return compare("torch.eq", "eq", [this.self, other]);
  }

  /** Where they differ. */
  ne(other: Operand): Tensor {
    return compare("torch.ne", "ne", [this.self, other]);
  }

  /** Where `self < other`. */
  lt(other: Operand): Tensor {
    return compare("torch.lt", "lt", [this.self, other]);
  }

  /** Where `self ≤ other`. */
  le(other: Operand): Tensor {
    return compare("torch.le", "le", [this.self, other]);
  }

  /** Where `self > other`. */
  gt(other: Operand): Tensor {
    return compare("torch.gt", "gt", [this.self, other]);
  }

  /** Where `self ≥ other`. */
  ge(other: Operand): Tensor {
    return compare("torch.ge", "ge", [this.self, other]);
  }

  /** Where both are nonzero. */
  logical_and(other: Tensor): Tensor {
    return compare("torch.logical_and", "logical_and", [this.self, other]);
  }

  /** Where one at least is nonzero. */
  logical_or(other: Tensor): Tensor {
    return compare("torch.logical_or", "logical_or", [this.self, other]);
  }

  /** Where exactly one is nonzero. */
  logical_xor(other: Tensor): Tensor {
    return compare("torch.logical_xor", "logical_xor", [this.self, other]);
  }

  /** Computes a new value beside the tensor and writes it into it. */
  #replace(write: Parameters<typeof writeInPlace>[1], compute: (self: Tensor) => Tensor): void {
    const { call } = write;
    writeInPlace(this.self, write, (view) => {
      const result = compute(this.self.detach());
      checkWritable(call, view.shape, result.shape);
      checkCast(call, result.dtype, view.dtype);
      copyInto(view, result[STRIDED]);
    });
  }

  /** Adds `alpha · other` in place. */
  add_(other: Operand, { alpha = 1 }: AlphaOptions = {}): this {
    arithmeticInPlace({ name: "add", call: "Tensor.add_", alpha }, this.self, other);
    return this;
  }

  /** Subtracts `alpha · other` in place. */
  sub_(other: Operand, { alpha = 1 }: AlphaOptions = {}): this {
    arithmeticInPlace({ name: "sub", call: "Tensor.sub_", alpha }, this.self, other);
    return this;
  }

  /** Multiplies in place. */
  mul_(other: Operand): this {
    arithmeticInPlace({ name: "mul", call: "Tensor.mul_" }, this.self, other);
    return this;
  }

  /** Divides in place. */
  div_(other: Operand): this {
    arithmeticInPlace({ name: "div", call: "Tensor.div_" }, this.self, other);
    return this;
  }

  /** Raises to a power in place. */
  pow_(exponent: Operand): this {
    const call = "Tensor.pow_";
    checkOperand(call, exponent, "exponent");
    const write = isTensor(exponent)
      ? {
          node: "PowBackward1",
          inputs: [exponent],
          derivatives: ARITHMETIC_DERIVATIVES.pow({ a: this.self, b: exponent, alpha: 1 }),
        }
      : { node: "PowBackward0", derivatives: powerOfScalar(this.self, Number(exponent)) };
    this.#replace({ call, ...write }, (self) => power(call, self, exponent));
    return this;
  }

  /** The rest of a division, in place. */
  remainder_(other: Operand): this {
    arithmeticInPlace({ name: "remainder", call: "Tensor.remainder_" }, this.self, other);
    return this;
  }

  /** Keeps the values within [min, max], in place. */
  clamp_(min?: number | null, max?: number | null): this {
    const derivatives = clampDerivative(this.self, min ?? null, max ?? null);
    this.#replace({ call: "Tensor.clamp_", node: "ClampBackward1", derivatives }, (self) =>
      clamp(self, min, max),
    );
    return this;
  }
}
