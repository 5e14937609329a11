import { bindArguments } from "../../arguments";
import {
  arithmetic,
  arithmeticInPlace,
  checkCast,
  compare,
  division,
  power,
  type RoundingMode,
  toRoundingMode,
} from "../arithmetic";
import { ARITHMETIC_DERIVATIVES, powerOfScalar } from "../arithmetic-derivatives";
import { type Bound, clamp } from "../clamp";
import { copyInto } from "../convert";
import { checkOperand, checkTensor, isTensor, type Operand } from "../operand";
import { perform, performInPlace } from "../operation";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { checkWritable, writeInPlace } from "../write";
import { TensorViews } from "./views";

/** `add` and `sub` multiply the other operand by `alpha` first. */
export type AlphaOptions = { alpha?: number };
/** `div` can round its quotient: towards 0, or down. */
export type DivideOptions = { rounding_mode?: RoundingMode };
/** The sides of `clamp`: numbers, or tensors that broadcast. */
export type ClampOptions = { min?: Bound; max?: Bound };

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
   * `self / other`, element by element; integers give float32. With `rounding_mode` the quotient is rounded, towards 0
   * (`"trunc"`) or down (`"floor"`), and integers stay integers.
   * @example
   * torch.tensor([-7, 7]).div(2, { rounding_mode: "floor" }) // => tensor([-4,  3])
   */
  div(other: Operand, { rounding_mode }: DivideOptions = {}): Tensor {
    const mode = toRoundingMode(rounding_mode);
    if (mode !== null) return perform(division(this.self, other, mode));
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
    checkTensor("torch.maximum", other);
    return arithmetic({ name: "maximum", call: "torch.maximum" }, this.self, other);
  }

  /**
   * The smaller of two values; NaN wins.
   * @example
   * torch.tensor([1.5, 5, 3]).minimum(torch.tensor([4, 5, 2])) // => tensor([1.5000, 5.0000, 2.0000])
   */
  minimum(other: Tensor): Tensor {
    checkTensor("torch.minimum", other);
    return arithmetic({ name: "minimum", call: "torch.minimum" }, this.self, other);
  }

  /**
   * The values within [min, max]; a side that is null stays open. The bounds are numbers, or tensors that broadcast.
   * @example
   * torch.tensor([-2, 0.5, 3]).clamp(-1, 1) // => tensor([-1.0000,  0.5000,  1.0000])
   */
  clamp(min?: Bound, max?: Bound): Tensor;
  clamp(options: ClampOptions): Tensor;
  clamp(...given: unknown[]): Tensor {
    const { min, max } = bindArguments<ClampOptions>("torch.clamp", given, { names: ["min", "max"] });
    return perform(clamp("clamp", this.self, min, max));
  }

  /**
   * Where the operands are equal.
   * @example
   * torch.tensor([1.5, 5, 3]).eq(torch.tensor([4, 5, 2])) // => tensor([False,  True, False])
   */
  eq(other: Operand): Tensor {
    return compare("eq", this.self, other);
  }

  /**
   * Where they differ.
   * @example
   * torch.tensor([1.5, 5, 3]).ne(torch.tensor([4, 5, 2])) // => tensor([ True, False,  True])
   */
  ne(other: Operand): Tensor {
    return compare("ne", this.self, other);
  }

  /**
   * Where `self < other`.
   * @example
   * torch.tensor([1.5, 5, 3]).lt(torch.tensor([4, 5, 2])) // => tensor([ True, False, False])
   */
  lt(other: Operand): Tensor {
    return compare("lt", this.self, other);
  }

  /**
   * Where `self ≤ other`.
   * @example
   * torch.tensor([1.5, 5, 3]).le(torch.tensor([4, 5, 2])) // => tensor([ True,  True, False])
   */
  le(other: Operand): Tensor {
    return compare("le", this.self, other);
  }

  /**
   * Where `self > other`.
   * @example
   * torch.tensor([1.5, 5, 3]).gt(torch.tensor([4, 5, 2])) // => tensor([False, False,  True])
   */
  gt(other: Operand): Tensor {
    return compare("gt", this.self, other);
  }

  /**
   * Where `self ≥ other`.
   * @example
   * torch.tensor([1.5, 5, 3]).ge(torch.tensor([4, 5, 2])) // => tensor([False,  True,  True])
   */
  ge(other: Operand): Tensor {
    return compare("ge", this.self, other);
  }

  /**
   * Where both are nonzero.
   * @example
   * torch.tensor([true, false]).logical_and(torch.tensor([true, true])) // => tensor([ True, False])
   */
  logical_and(other: Tensor): Tensor {
    checkTensor("torch.logical_and", other);
    return compare("logical_and", this.self, other);
  }

  /**
   * Where one at least is nonzero.
   * @example
   * torch.tensor([true, false]).logical_or(torch.tensor([true, true])) // => tensor([True, True])
   */
  logical_or(other: Tensor): Tensor {
    checkTensor("torch.logical_or", other);
    return compare("logical_or", this.self, other);
  }

  /**
   * Where exactly one is nonzero.
   * @example
   * torch.tensor([true, false]).logical_xor(torch.tensor([true, true])) // => tensor([False,  True])
   */
  logical_xor(other: Tensor): Tensor {
    checkTensor("torch.logical_xor", other);
    return compare("logical_xor", this.self, other);
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
  div_(other: Operand, { rounding_mode }: DivideOptions = {}): this {
    const mode = toRoundingMode(rounding_mode);
    if (mode !== null) performInPlace(division(this.self, other, mode));
    else arithmeticInPlace({ name: "div", call: "Tensor.div_" }, this.self, other);
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
   * The quotient rounded down, in place.
   * @example
   * torch.tensor([5, -5]).floor_divide_(2) // => tensor([ 2, -3])
   */
  floor_divide_(other: Operand): this {
    arithmeticInPlace({ name: "floor_divide", call: "Tensor.floor_divide_" }, this.self, other);
    return this;
  }

  /**
   * Keeps the values within [min, max], in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).clamp_(-1, 1) // => tensor([-1.0000,  0.5000,  1.0000])
   */
  clamp_(min?: Bound, max?: Bound): this;
  clamp_(options: ClampOptions): this;
  clamp_(...given: unknown[]): this {
    const { min, max } = bindArguments<ClampOptions>("Tensor.clamp_", given, { names: ["min", "max"] });
    performInPlace(clamp("clamp", this.self, min, max));
    return this;
  }
}
