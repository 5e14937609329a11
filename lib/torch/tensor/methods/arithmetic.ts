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

  /**
   * `self - alpha · other`.
   * @example
   * torch.tensor([1.5, 5, 3]).sub(torch.tensor([4, 5, 2])) // => tensor([-2.5000,  0.0000,  1.0000])
   */
  sub(other: Operand, { alpha = 1 }: AlphaOptions = {}): Tensor {
    return arithmetic({ name: "sub", call: "torch.sub", alpha }, this.self, other);
  }

  /**
   * `self · other`, element by element.
   * @example
   * torch.tensor([1.5, 5, 3]).mul(torch.tensor([4, 5, 2])) // => tensor([ 6., 25.,  6.])
   */
  mul(other: Operand): Tensor {
    return arithmetic({ name: "mul", call: "torch.mul" }, this.self, other);
  }

  /**
   * `self / other`, element by element; integers give float32.
   * @example
   * torch.tensor([1.5, 5, 3]).div(torch.tensor([4, 5, 2])) // => tensor([0.3750, 1.0000, 1.5000])
   */
  div(other: Operand): Tensor {
    return arithmetic({ name: "div", call: "torch.div" }, this.self, other);
  }

  /**
   * `self ^ exponent`.
   * @example
   * torch.tensor([0.5, 1, 2]).pow(2) // => tensor([0.2500, 1.0000, 4.0000])
   */
  pow(exponent: Operand): Tensor {
    return power("torch.pow", this.self, exponent);
  }

  /**
   * The rest of a division, with the sign of the divisor, as Python's `%`.
   * @example
   * torch.tensor([1.5, 5, 3]).remainder(torch.tensor([4, 5, 2])) // => tensor([1.5000, 0.0000, 1.0000])
   */
  remainder(other: Operand): Tensor {
    return arithmetic({ name: "remainder", call: "torch.remainder" }, this.self, other);
  }

  /**
   * The quotient rounded down, as Python's `//`.
   * @example
   * torch.tensor([1.5, 5, 3]).floor_divide(torch.tensor([4, 5, 2])) // => tensor([0., 1., 1.])
   */
  floor_divide(other: Operand): Tensor {
    return arithmetic({ name: "floor_divide", call: "torch.floor_divide" }, this.self, other);
  }

  /**
   * The larger of two values; NaN wins.
   * @example
   * torch.tensor([1.5, 5, 3]).maximum(torch.tensor([4, 5, 2])) // => tensor([4., 5., 3.])
   */
  maximum(other: Tensor): Tensor {
    return arithmetic({ name: "maximum", call: "torch.maximum" }, this.self, other);
  }

  /**
   * The smaller of two values; NaN wins.
   * @example
   * torch.tensor([1.5, 5, 3]).minimum(torch.tensor([4, 5, 2])) // => tensor([1.5000, 5.0000, 2.0000])
   */
  minimum(other: Tensor): Tensor {
    return arithmetic({ name: "minimum", call: "torch.minimum" }, this.self, other);
  }

  /**
   * The values within [min, max]; a side that is null stays open.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).clamp(-1, 1) // => tensor([-1.0000,  0.5000,  1.0000])
   */
  clamp(min?: number | null, max?: number | null): Tensor {
    return clamp(this.self, min, max);
  }

  /**
   * Where the operands are equal.
   * @example
   * torch.tensor([1.5, 5, 3]).eq(torch.tensor([4, 5, 2])) // => tensor([False,  True, False])
   */
  eq(other: Operand): Tensor {
    return compare("torch.eq", "eq", [this.self, other]);
  }

  /**
   * Where they differ.
   * @example
   * torch.tensor([1.5, 5, 3]).ne(torch.tensor([4, 5, 2])) // => tensor([ True, False,  True])
   */
  ne(other: Operand): Tensor {
    return compare("torch.ne", "ne", [this.self, other]);
  }

  /**
   * Where `self < other`.
   * @example
   * torch.tensor([1.5, 5, 3]).lt(torch.tensor([4, 5, 2])) // => tensor([ True, False, False])
   */
  lt(other: Operand): Tensor {
    return compare("torch.lt", "lt", [this.self, other]);
  }

  /**
   * Where `self ≤ other`.
   * @example
   * torch.tensor([1.5, 5, 3]).le(torch.tensor([4, 5, 2])) // => tensor([ True,  True, False])
   */
  le(other: Operand): Tensor {
    return compare("torch.le", "le", [this.self, other]);
  }

  /**
   * Where `self > other`.
   * @example
   * torch.tensor([1.5, 5, 3]).gt(torch.tensor([4, 5, 2])) // => tensor([False, False,  True])
   */
  gt(other: Operand): Tensor {
    return compare("torch.gt", "gt", [this.self, other]);
  }

  /**
   * Where `self ≥ other`.
   * @example
   * torch.tensor([1.5, 5, 3]).ge(torch.tensor([4, 5, 2])) // => tensor([False,  True,  True])
   */
  ge(other: Operand): Tensor {
    return compare("torch.ge", "ge", [this.self, other]);
  }

  /**
   * Where both are nonzero.
   * @example
   * torch.tensor([true, false]).logical_and(torch.tensor([true, true])) // => tensor([ True, False])
   */
  logical_and(other: Tensor): Tensor {
    return compare("torch.logical_and", "logical_and", [this.self, other]);
  }

  /**
   * Where one at least is nonzero.
   * @example
   * torch.tensor([true, false]).logical_or(torch.tensor([true, true])) // => tensor([True, True])
   */
  logical_or(other: Tensor): Tensor {
    return compare("torch.logical_or", "logical_or", [this.self, other]);
  }

  /**
   * Where exactly one is nonzero.
   * @example
   * torch.tensor([true, false]).logical_xor(torch.tensor([true, true])) // => tensor([False,  True])
   */
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

  /**
   * Adds `alpha · other` in place.
   * @example
   * torch.tensor([0.5, 1, 2]).add_(2) // => tensor([2.5000, 3.0000, 4.0000])
   */
  add_(other: Operand, { alpha = 1 }: AlphaOptions = {}): this {
    arithmeticInPlace({ name: "add", call: "Tensor.add_", alpha }, this.self, other);
    return this;
  }

  /**
   * Subtracts `alpha · other` in place.
   * @example
   * torch.tensor([0.5, 1, 2]).sub_(2) // => tensor([-1.5000, -1.0000,  0.0000])
   */
  sub_(other: Operand, { alpha = 1 }: AlphaOptions = {}): this {
    arithmeticInPlace({ name: "sub", call: "Tensor.sub_", alpha }, this.self, other);
    return this;
  }

  /**
   * Multiplies in place.
   * @example
   * torch.tensor([0.5, 1, 2]).mul_(2) // => tensor([1., 2., 4.])
   */
  mul_(other: Operand): this {
    arithmeticInPlace({ name: "mul", call: "Tensor.mul_" }, this.self, other);
    return this;
  }

  /**
   * Divides in place.
   * @example
   * torch.tensor([0.5, 1, 2]).div_(2) // => tensor([0.2500, 0.5000, 1.0000])
   */
  div_(other: Operand): this {
    arithmeticInPlace({ name: "div", call: "Tensor.div_" }, this.self, other);
    return this;
  }

  /**
   * Raises to a power in place.
   * @example
   * torch.tensor([0.5, 1, 2]).pow_(2) // => tensor([0.2500, 1.0000, 4.0000])
   */
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

  /**
   * The rest of a division, in place.
   * @example
   * torch.tensor([0.5, 1, 2]).remainder_(2) // => tensor([0.5000, 1.0000, 0.0000])
   */
  remainder_(other: Operand): this {
    arithmeticInPlace({ name: "remainder", call: "Tensor.remainder_" }, this.self, other);
    return this;
  }

  /**
   * Keeps the values within [min, max], in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).clamp_(-1, 1) // => tensor([-1.0000,  0.5000,  1.0000])
   */
  clamp_(min?: number | null, max?: number | null): this {
    const derivatives = clampDerivative(this.self, min ?? null, max ?? null);
    this.#replace({ call: "Tensor.clamp_", node: "ClampBackward1", derivatives }, (self) =>
      clamp(self, min, max),
    );
    return this;
  }
}
