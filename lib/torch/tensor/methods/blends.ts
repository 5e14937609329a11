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

  /**
   * The same in place.
   * @example
   * torch.tensor([0, 1.5]).lerp_(torch.tensor([10, 2.5]), 0.5) // => tensor([5., 2.])
   */
  lerp_(end: Tensor, weight: Operand): this {
    performInPlace(lerp(this.self, end, weight));
    return this;
  }

  /**
   * `self + value · tensor1 · tensor2`.
   * @example
   * torch.tensor([1.5, 2]).addcmul(torch.tensor([0.5, 1]), torch.tensor([3.5, 4]), { value: 2 }) // => tensor([ 5., 10.])
   */
  addcmul(tensor1: Tensor, tensor2: Tensor, { value = 1 }: { value?: number } = {}): Tensor {
    return perform(addcmul(this.self, { tensor1, tensor2, value }));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([1.5, 2]).addcmul_(torch.tensor([0.5, 1]), torch.tensor([3.5, 4]), { value: 2 }) // => tensor([ 5., 10.])
   */
  addcmul_(tensor1: Tensor, tensor2: Tensor, { value = 1 }: { value?: number } = {}): this {
    performInPlace(addcmul(this.self, { tensor1, tensor2, value }));
    return this;
  }

  /**
   * `self + value · tensor1 / tensor2`.
   * @example
   * torch.tensor([1.5, 2]).addcdiv(torch.tensor([0.5, 1]), torch.tensor([2, 0.5]), { value: 2 }) // => tensor([2., 6.])
   */
  addcdiv(tensor1: Tensor, tensor2: Tensor, { value = 1 }: { value?: number } = {}): Tensor {
    return perform(addcdiv(this.self, { tensor1, tensor2, value }));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([1.5, 2]).addcdiv_(torch.tensor([0.5, 1]), torch.tensor([2, 0.5]), { value: 2 }) // => tensor([2., 6.])
   */
  addcdiv_(tensor1: Tensor, tensor2: Tensor, { value = 1 }: { value?: number } = {}): this {
    performInPlace(addcdiv(this.self, { tensor1, tensor2, value }));
    return this;
  }

  /**
   * At least `min`: a number, or a tensor that broadcasts.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).clamp_min(0) // => tensor([0.0000, 0.5000, 2.0000])
   */
  clamp_min(min: number | Tensor): Tensor {
    return perform(clamp("clamp_min", this.self, min, null));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).clamp_min_(0) // => tensor([0.0000, 0.5000, 2.0000])
   */
  clamp_min_(min: number | Tensor): this {
    performInPlace(clamp("clamp_min", this.self, min, null));
    return this;
  }

  /**
   * At most `max`: a number, or a tensor that broadcasts.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).clamp_max(1) // => tensor([-1.5000,  0.5000,  1.0000])
   */
  clamp_max(max: number | Tensor): Tensor {
    return perform(clamp("clamp_max", this.self, null, max));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).clamp_max_(1) // => tensor([-1.5000,  0.5000,  1.0000])
   */
  clamp_max_(max: number | Tensor): this {
    performInPlace(clamp("clamp_max", this.self, null, max));
    return this;
  }

  /**
   * Another name of `clamp`.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).clip(-1, 1) // => tensor([-1.0000,  0.5000,  1.0000])
   */
  clip(min?: Bound, max?: Bound): Tensor;
  clip(options: { min?: Bound; max?: Bound }): Tensor;
  clip(...given: unknown[]): Tensor {
    return this.clamp(...(given as [Bound]));
  }

  /**
   * Another name of `clamp_`.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).clip_(-1, 1) // => tensor([-1.0000,  0.5000,  1.0000])
   */
  clip_(min?: Bound, max?: Bound): this;
  clip_(options: { min?: Bound; max?: Bound }): this;
  clip_(...given: unknown[]): this {
    return this.clamp_(...(given as [Bound]));
  }

  /**
   * Another name of `abs`.
   * @example
   * torch.tensor([1.5, -2]).absolute() // => tensor([1.5000, 2.0000])
   */
  absolute(): Tensor {
    return this.abs();
  }

  /**
   * Another name of `abs_`.
   * @example
   * torch.tensor([1.5, -2]).absolute_() // => tensor([1.5000, 2.0000])
   */
  absolute_(): this {
    return this.abs_();
  }

  /**
   * Another name of `neg`.
   * @example
   * torch.tensor([1.5, -2]).negative() // => tensor([-1.5000,  2.0000])
   */
  negative(): Tensor {
    return this.neg();
  }

  /**
   * Another name of `neg_`.
   * @example
   * torch.tensor([1.5, -2]).negative_() // => tensor([-1.5000,  2.0000])
   */
  negative_(): this {
    return this.neg_();
  }

  /**
   * Another name of `trunc`.
   * @example
   * torch.tensor([1.5, -2.75]).fix() // => tensor([ 1., -2.])
   */
  fix(): Tensor {
    return this.trunc();
  }

  /**
   * Another name of `trunc_`.
   * @example
   * torch.tensor([1.5, -2.75]).fix_() // => tensor([ 1., -2.])
   */
  fix_(): this {
    return this.trunc_();
  }

  /**
   * Another name of `mul`.
   * @example
   * torch.tensor([1.5, 2]).multiply(2) // => tensor([3., 4.])
   */
  multiply(other: Operand): Tensor {
    return this.mul(other);
  }

  /**
   * Another name of `mul_`.
   * @example
   * torch.tensor([1.5, 2]).multiply_(2) // => tensor([3., 4.])
   */
  multiply_(other: Operand): this {
    return this.mul_(other);
  }

  /**
   * Another name of `sub`.
   * @example
   * torch.tensor([1.5, 2]).subtract(2) // => tensor([-0.5000,  0.0000])
   */
  subtract(other: Operand, options: AlphaOptions = {}): Tensor {
    return this.sub(other, options);
  }

  /**
   * Another name of `sub_`.
   * @example
   * torch.tensor([1.5, 2]).subtract_(2) // => tensor([-0.5000,  0.0000])
   */
  subtract_(other: Operand, options: AlphaOptions = {}): this {
    return this.sub_(other, options);
  }

  /**
   * Another name of `div`.
   * @example
   * torch.tensor([1.5, 2]).divide(2) // => tensor([0.7500, 1.0000])
   */
  divide(other: Operand, options: DivideOptions = {}): Tensor {
    return this.div(other, options);
  }

  /**
   * Another name of `div_`.
   * @example
   * torch.tensor([1.5, 2]).divide_(2) // => tensor([0.7500, 1.0000])
   */
  divide_(other: Operand, options: DivideOptions = {}): this {
    return this.div_(other, options);
  }

  /**
   * `self / other`; `div` without rounding.
   * @example
   * torch.tensor([1.5, 2]).true_divide(2) // => tensor([0.7500, 1.0000])
   */
  true_divide(other: Operand): Tensor {
    return this.div(other);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([1.5, 2]).true_divide_(2) // => tensor([0.7500, 1.0000])
   */
  true_divide_(other: Operand): this {
    return this.div_(other);
  }
}
