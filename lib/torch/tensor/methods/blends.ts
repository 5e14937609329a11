import { addcdiv, addcmul, lerp } from "../blends";
import { type Bound, clamp } from "../clamp";
import type { Operand } from "../operand";
import { perform, performInPlace } from "../operation";
import type { Tensor } from "../tensor";
import type { AlphaOptions, DivideOptions } from "./arithmetic";
import { TensorComparisons } from "./comparisons";

/** The methods that mix tensors, keep them within bounds, and the long names of arithmetic. */
export abstract class TensorBlends extends TensorComparisons {
  /**
   * `self + weight · (end - self)`: a number or tensor of weights leads from one to the other.
   * @example
   * torch.tensor([0, 1.5]).lerp(torch.tensor([1, 2.5]), 0.5) // => tensor([0.5000, 2.0000])
   */
  lerp(end: Tensor, weight: Operand): Tensor {
    return perform(lerp(this.self, end, weight));
  }

  /** The same in place. */
  lerp_(end: Tensor, weight: Operand): this {
    performInPlace(lerp(this.self, end, weight));
    return this;
  }

  /** `self + value · tensor1 · tensor2`. */
  addcmul(tensor1: Tensor, tensor2: Tensor, { value = 1 }: { value?: number } = {}): Tensor {
    return perform(addcmul(this.self, { tensor1, tensor2, value }));
  }

  /** The same in place. */
  addcmul_(tensor1: Tensor, tensor2: Tensor, { value = 1 }: { value?: number } = {}): this {
    performInPlace(addcmul(this.self, { tensor1, tensor2, value }));
    return this;
  }

  /** `self + value · tensor1 / tensor2`. */
  addcdiv(tensor1: Tensor, tensor2: Tensor, { value = 1 }: { value?: number } = {}): Tensor {
    return perform(addcdiv(this.self, { tensor1, tensor2, value }));
  }

  /** The same in place. */
  addcdiv_(tensor1: Tensor, tensor2: Tensor, { value = 1 }: { value?: number } = {}): this {
    performInPlace(addcdiv(this.self, { tensor1, tensor2, value }));
    return this;
  }

  /** At least `min`: a number, or a tensor that broadcasts. */
  clamp_min(min: number | Tensor): Tensor {
    return perform(clamp("clamp_min", this.self, min, null));
  }

  /** The same in place. */
  clamp_min_(min: number | Tensor): this {
    performInPlace(clamp("clamp_min", this.self, min, null));
    return this;
  }

  /** At most `max`: a number, or a tensor that broadcasts. */
  clamp_max(max: number | Tensor): Tensor {
    return perform(clamp("clamp_max", this.self, null, max));
  }

  /** The same in place. */
  clamp_max_(max: number | Tensor): this {
    performInPlace(clamp("clamp_max", this.self, null, max));
    return this;
  }

  /** Another name of `clamp`. */
  clip(min?: Bound, max?: Bound): Tensor;
  clip(options: { min?: Bound; max?: Bound }): Tensor;
  clip(...given: unknown[]): Tensor {
    return this.clamp(...(given as [Bound]));
  }

  /** Another name of `clamp_`. */
  clip_(min?: Bound, max?: Bound): this;
  clip_(options: { min?: Bound; max?: Bound }): this;
  clip_(...given: unknown[]): this {
    return this.clamp_(...(given as [Bound]));
  }

  /** Another name of `abs`. */
  absolute(): Tensor {
    return this.abs();
  }

  /** Another name of `abs_`. */
  absolute_(): this {
    return this.abs_();
  }

  /** Another name of `neg`. */
  negative(): Tensor {
    return this.neg();
  }

  /** Another name of `neg_`. */
  negative_(): this {
    return this.neg_();
  }

  /** Another name of `trunc`. */
  fix(): Tensor {
    return this.trunc();
  }

  /** Another name of `trunc_`. */
  fix_(): this {
    return this.trunc_();
  }

  /** Another name of `mul`. */
  multiply(other: Operand): Tensor {
    return this.mul(other);
  }

  /** Another name of `mul_`. */
  multiply_(other: Operand): this {
    return this.mul_(other);
  }

  /** Another name of `sub`. */
  subtract(other: Operand, options: AlphaOptions = {}): Tensor {
    return this.sub(other, options);
  }

  /** Another name of `sub_`. */
  subtract_(other: Operand, options: AlphaOptions = {}): this {
    return this.sub_(other, options);
  }

  /** Another name of `div`. */
  divide(other: Operand, options: DivideOptions = {}): Tensor {
    return this.div(other, options);
  }

  /** Another name of `div_`. */
  divide_(other: Operand, options: DivideOptions = {}): this {
    return this.div_(other, options);
  }

  /** `self / other`; `div` without rounding. */
  true_divide(other: Operand): Tensor {
    return this.div(other);
  }

  /** The same in place. */
  true_divide_(other: Operand): this {
    return this.div_(other);
  }
}
