import { binaryFunction } from "../binary-functions";
import { binaryInPlace } from "../binary-in-place";
import { bitwiseNot } from "../float-functions";
import type { Operand } from "../operand";
import { perform, performInPlace } from "../operation";
import type { Tensor } from "../tensor";
import { TensorNumbers } from "./numbers";

/** The methods on the bits of integers and bools. */
export abstract class TensorBitwise extends TensorNumbers {
  /**
   * The bits that both have; of bools, where both hold.
   * @example
   * torch.tensor([12, 10]).bitwise_and(6) // => tensor([4, 2])
   */
  bitwise_and(other: Operand): Tensor {
    return perform(binaryFunction("bitwise_and", this.self, other));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([12, 10]).bitwise_and_(torch.tensor([10, 3])) // => tensor([8, 2])
   */
  bitwise_and_(other: Operand): this {
    binaryInPlace("bitwise_and", this.self, other);
    return this;
  }

  /**
   * The bits that one at least has.
   * @example
   * torch.tensor([12, 10]).bitwise_or(torch.tensor([10, 3])) // => tensor([14, 11])
   */
  bitwise_or(other: Operand): Tensor {
    return perform(binaryFunction("bitwise_or", this.self, other));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([12, 10]).bitwise_or_(torch.tensor([10, 3])) // => tensor([14, 11])
   */
  bitwise_or_(other: Operand): this {
    binaryInPlace("bitwise_or", this.self, other);
    return this;
  }

  /**
   * The bits that exactly one has.
   * @example
   * torch.tensor([12, 10]).bitwise_xor(torch.tensor([10, 3])) // => tensor([6, 9])
   */
  bitwise_xor(other: Operand): Tensor {
    return perform(binaryFunction("bitwise_xor", this.self, other));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([12, 10]).bitwise_xor_(torch.tensor([10, 3])) // => tensor([6, 9])
   */
  bitwise_xor_(other: Operand): this {
    binaryInPlace("bitwise_xor", this.self, other);
    return this;
  }

  /**
   * self · 2^other, as far as 64 bits go.
   * @example
   * torch.tensor([1, 3]).bitwise_left_shift(torch.tensor([2, 2])) // => tensor([ 4, 12])
   */
  bitwise_left_shift(other: Operand): Tensor {
    return perform(binaryFunction("bitwise_left_shift", this.self, other));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([1, 3]).bitwise_left_shift_(torch.tensor([2, 2])) // => tensor([ 4, 12])
   */
  bitwise_left_shift_(other: Operand): this {
    binaryInPlace("bitwise_left_shift", this.self, other);
    return this;
  }

  /**
   * self / 2^other rounded down.
   * @example
   * torch.tensor([12, 10]).bitwise_right_shift(torch.tensor([2, 1])) // => tensor([3, 5])
   */
  bitwise_right_shift(other: Operand): Tensor {
    return perform(binaryFunction("bitwise_right_shift", this.self, other));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([12, 10]).bitwise_right_shift_(torch.tensor([2, 1])) // => tensor([3, 5])
   */
  bitwise_right_shift_(other: Operand): this {
    binaryInPlace("bitwise_right_shift", this.self, other);
    return this;
  }

  /**
   * All bits the other way round; of bools, where it does not hold.
   * @example
   * torch.tensor([0, 5]).bitwise_not() // => tensor([-1, -6])
   */
  bitwise_not(): Tensor {
    return perform(bitwiseNot(this.self));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0, 5]).bitwise_not_() // => tensor([-1, -6])
   */
  bitwise_not_(): this {
    performInPlace(bitwiseNot(this.self));
    return this;
  }
}
