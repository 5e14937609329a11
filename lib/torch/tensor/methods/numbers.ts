import { RuntimeError } from "../../errors";
import { binaryFunction } from "../binary-functions";
import { binaryInPlace } from "../binary-in-place";
import { bool, float64 } from "../dtype";
import {
  angle,
  floatPower,
  frexp,
  ldexp,
  ldexpInPlace,
  type NanToNumOptions,
  nanToNum,
} from "../float-functions";
import type { Operand } from "../operand";
import { perform, performInPlace } from "../operation";
import { sameFunction, sameFunctionInPlace, test } from "../pointwise";
import type { NamedTensors } from "../return-types";
import type { Tensor } from "../tensor";
import { TensorSpecialFunctions } from "./special-functions";

/** The methods about signs, remainders and how numbers are stored. */
export abstract class TensorNumbers extends TensorSpecialFunctions {
  /**
   * The fraction that `trunc` leaves, with the sign of x.
   * @example
   * torch.tensor([1.5, -2.25]).frac() // => tensor([ 0.5000, -0.2500])
   */
  frac(): Tensor {
    return sameFunction("frac", this.self);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([1.5, -2.25]).frac_() // => tensor([ 0.5000, -0.2500])
   */
  frac_(): this {
    sameFunctionInPlace("frac", this.self);
    return this;
  }

  /**
   * -1, 0 or 1.
   * @example
   * torch.tensor([-1.5, 0, 2]).sgn() // => tensor([-1.,  0.,  1.])
   */
  sgn(): Tensor {
    return sameFunction("sgn", this.self);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([-1.5, 0, 2]).sgn_() // => tensor([-1.,  0.,  1.])
   */
  sgn_(): this {
    sameFunctionInPlace("sgn", this.self);
    return this;
  }

  /**
   * Where the sign is minus, that of -0 too.
   * @example
   * torch.tensor([-1.5, 0, 2]).signbit() // => tensor([ True, False, False])
   */
  signbit(): Tensor {
    return test("signbit", this.self);
  }

  /**
   * Where the value is +∞.
   * @example
   * torch.tensor([1, Infinity, -Infinity]).isposinf() // => tensor([False,  True, False])
   */
  isposinf(): Tensor {
    return test("isposinf", this.self);
  }

  /**
   * Where the value is -∞.
   * @example
   * torch.tensor([1, Infinity, -Infinity]).isneginf() // => tensor([False, False,  True])
   */
  isneginf(): Tensor {
    return test("isneginf", this.self);
  }

  /**
   * Where the value is real: everywhere, since there are no complex dtypes here.
   * @example
   * torch.tensor([1.5, NaN]).isreal() // => tensor([True, True])
   */
  isreal(): Tensor {
    return test("isreal", this.self);
  }

  /**
   * The rest of a division, with the sign of the dividend, as C's `fmod`.
   * @example
   * torch.tensor([-3, 5]).fmod(2) // => tensor([-1,  1])
   */
  fmod(other: Operand): Tensor {
    return perform(binaryFunction("fmod", this.self, other));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([5.5, -5.5]).fmod_(3) // => tensor([ 2.5000, -2.5000])
   */
  fmod_(other: Operand): this {
    binaryInPlace("fmod", this.self, other);
    return this;
  }

  /**
   * The larger of two values; a number wins over NaN.
   * @example
   * torch.tensor([NaN, 1.5]).fmax(torch.tensor([2.5, 1])) // => tensor([2.5000, 1.5000])
   */
  fmax(other: Tensor): Tensor {
    return perform(binaryFunction("fmax", this.self, other));
  }

  /**
   * The smaller of two values; a number wins over NaN.
   * @example
   * torch.tensor([NaN, 1.5]).fmin(torch.tensor([2.5, 1])) // => tensor([2.5000, 1.0000])
   */
  fmin(other: Tensor): Tensor {
    return perform(binaryFunction("fmin", this.self, other));
  }

  /**
   * The absolute value of self with the sign of other, that of -0 too.
   * @example
   * torch.tensor([1.5, -2]).copysign(-1) // => tensor([-1.5000, -2.0000])
   */
  copysign(other: Operand): Tensor {
    return perform(binaryFunction("copysign", this.self, other));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([1.5, -2]).copysign_(-1) // => tensor([-1.5000, -2.0000])
   */
  copysign_(other: Operand): this {
    binaryInPlace("copysign", this.self, other);
    return this;
  }

  /**
   * 0 below 0, 1 above it, and `values` at 0.
   * @example
   * torch.tensor([-1.5, 0, 2]).heaviside(torch.tensor(0.5)) // => tensor([0.0000, 0.5000, 1.0000])
   */
  heaviside(values: Tensor): Tensor {
    return perform(binaryFunction("heaviside", this.self, values));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([-1.5, 0, 2]).heaviside_(torch.tensor([0.5])) // => tensor([0.0000, 0.5000, 1.0000])
   */
  heaviside_(values: Tensor): this {
    binaryInPlace("heaviside", this.self, values);
    return this;
  }

  /**
   * The next number of the dtype in the direction of `other`.
   * @example
   * torch.tensor([1.5, 0]).nextafter(torch.tensor([2.5, 1])) // => tensor([1.5000e+00, 1.4013e-45])
   */
  nextafter(other: Tensor): Tensor {
    return perform(binaryFunction("nextafter", this.self, other));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([1.5, 0]).nextafter_(torch.tensor([2.5, 1])) // => tensor([1.5000e+00, 1.4013e-45])
   */
  nextafter_(other: Tensor): this {
    binaryInPlace("nextafter", this.self, other);
    return this;
  }

  /**
   * The greatest common divisor of integers.
   * @example
   * torch.tensor([12, 7]).gcd(torch.tensor([18, 3])) // => tensor([6, 1])
   */
  gcd(other: Tensor): Tensor {
    return perform(binaryFunction("gcd", this.self, other));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([12, 18]).gcd_(torch.tensor([8, 27])) // => tensor([4, 9])
   */
  gcd_(other: Tensor): this {
    binaryInPlace("gcd", this.self, other);
    return this;
  }

  /**
   * The least common multiple of integers.
   * @example
   * torch.tensor([4, 6]).lcm(torch.tensor([6, 9])) // => tensor([12, 18])
   */
  lcm(other: Tensor): Tensor {
    return perform(binaryFunction("lcm", this.self, other));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([4, 6]).lcm_(torch.tensor([6, 9])) // => tensor([12, 18])
   */
  lcm_(other: Tensor): this {
    binaryInPlace("lcm", this.self, other);
    return this;
  }

  /**
   * self · 2^other.
   * @example
   * torch.tensor([1.5, 3]).ldexp(torch.tensor([2, 3])) // => tensor([ 6., 24.])
   */
  ldexp(other: Tensor): Tensor {
    return ldexp(this.self, other);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([1.5, 3]).ldexp_(torch.tensor([2, 3])) // => tensor([ 6., 24.])
   */
  ldexp_(other: Tensor): this {
    ldexpInPlace(this.self, other);
    return this;
  }

  /**
   * Mantissa in [0.5, 1) and exponent: x = mantissa · 2^exponent. The exponent is int64, since this engine has no int32.
   * @example
   * torch.tensor([6.5]).frexp().mantissa // => tensor([0.8125])
   */
  frexp(): NamedTensors<"mantissa" | "exponent"> {
    return frexp(this.self);
  }

  /**
   * `self ^ exponent` in float64, whatever the dtypes.
   * @example
   * torch.tensor([2, 3]).float_power(-1) // => tensor([0.5000, 0.3333], dtype=torch.float64)
   */
  float_power(exponent: Operand): Tensor {
    return floatPower(this.self, exponent);
  }

  /**
   * The same in place, of a float64 tensor.
   * @example
   * torch.tensor([2, 3], { dtype: torch.float64 }).float_power_(2) // => tensor([4., 9.], dtype=torch.float64)
   */
  float_power_(exponent: Operand): this {
    if (this.dtype !== float64) {
      throw new RuntimeError(
        "Tensor.float_power_",
        `the base given to float_power_ has dtype ${this.dtype.scalarName} but the operation's result requires dtype Double`,
      );
    }
    return this.pow_(exponent);
  }

  /**
   * NaN replaced by `nan`, +∞ by `posinf` and -∞ by `neginf`: 0 and the largest and lowest number of the dtype unless given.
   * @example
   * torch.tensor([NaN, Infinity]).nan_to_num(0, 1) // => tensor([0., 1.])
   */
  nan_to_num(nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
  nan_to_num(options: NanToNumOptions): Tensor;
  nan_to_num(...given: unknown[]): Tensor {
    return perform(nanToNum(this.self, given));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([1.5, NaN]).nan_to_num_(0) // => tensor([1.5000, 0.0000])
   */
  nan_to_num_(nan?: number | null, posinf?: number | null, neginf?: number | null): this;
  nan_to_num_(options: NanToNumOptions): this;
  nan_to_num_(...given: unknown[]): this {
    performInPlace(nanToNum(this.self, given));
    return this;
  }

  /**
   * The angle of the number in the complex plane: 0, or π below 0.
   * @example
   * torch.tensor([1.5, -2]).angle() // => tensor([0.0000, 3.1416])
   */
  angle(): Tensor {
    return perform(angle(this.self));
  }

  /**
   * The tensor itself, as Python's `+x`.
   * @example
   * torch.tensor([1.5, -2]).positive() // => tensor([ 1.5000, -2.0000])
   */
  positive(): Tensor {
    if (this.dtype === bool) {
      throw new RuntimeError("torch.positive", "The `+` operator, on a bool tensor is not supported.");
    }
    return this.self;
  }
}
