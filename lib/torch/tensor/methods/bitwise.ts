import { binaryFunction } from "../binary-functions";
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

  /** The same in place. */
  bitwise_and_(other: Operand): this {
    performInPlace(binaryFunction("bitwise_and", this.self, other));
    return this;
  }

  /** The bits that one at least has. */
  bitwise_or(other: Operand): Tensor {
    return perform(binaryFunction("bitwise_or", this.self, other));
  }

  /** The same in place. */
  bitwise_or_(other: Operand): this {
    performInPlace(binaryFunction("bitwise_or", this.self, other));
    return this;
  }

  /** The bits that exactly one has. */
  bitwise_xor(other: Operand): Tensor {
    return perform(binaryFunction("bitwise_xor", this.self, other));
  }

  /** The same in place. */
  bitwise_xor_(other: Operand): this {
    performInPlace(binaryFunction("bitwise_xor", this.self, other));
    return this;
  }

  /** self · 2^other, as far as 64 bits go. */
  bitwise_left_shift(other: Operand): Tensor {
    return perform(binaryFunction("bitwise_left_shift", this.self, other));
  }

  /** The same in place. */
  bitwise_left_shift_(other: Operand): this {
    performInPlace(binaryFunction("bitwise_left_shift", this.self, other));
    return this;
  }

  /** self / 2^other rounded down. */
  bitwise_right_shift(other: Operand): Tensor {
    return perform(binaryFunction("bitwise_right_shift", this.self, other));
  }

  /** The same in place. */
  bitwise_right_shift_(other: Operand): this {
    performInPlace(binaryFunction("bitwise_right_shift", this.self, other));
    return this;
  }

  /** All bits the other way round; of bools, where it does not hold. */
  bitwise_not(): Tensor {
    return perform(bitwiseNot(this.self));
  }

  /** The same in place. */
  bitwise_not_(): this {
    performInPlace(bitwiseNot(this.self));
    return this;
  }
}
