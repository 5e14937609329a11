import { bindArguments } from "../../arguments";
import { comparison } from "../arithmetic";
import { type CloseOptions, isClose } from "../close";
import { checkTensor, type Operand } from "../operand";
import { performInPlace } from "../operation";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorBitwise } from "./bitwise";

const TOLERANCES = { names: ["rtol", "atol", "equal_nan"] } as const;

/** Comparisons in place, their long names, and comparison up to rounding. */
export abstract class TensorComparisons extends TensorBitwise {
  /**
   * Where equal: 1 or 0 in the tensor's own dtype.
   * @example
   * torch.tensor([1, 2, 3]).eq_(torch.tensor([2, 2, 2])) // => tensor([0, 1, 0])
   */
  eq_(other: Operand): this {
    performInPlace(comparison("eq", this.self, other));
    return this;
  }

  /**
   * Where different: 1 or 0 in the tensor's own dtype.
   * @example
   * torch.tensor([1, 2, 3]).ne_(torch.tensor([2, 2, 2])) // => tensor([1, 0, 1])
   */
  ne_(other: Operand): this {
    performInPlace(comparison("ne", this.self, other));
    return this;
  }

  /**
   * Where less: 1 or 0 in the tensor's own dtype.
   * @example
   * torch.tensor([1, 2, 3]).lt_(torch.tensor([2, 2, 2])) // => tensor([1, 0, 0])
   */
  lt_(other: Operand): this {
    performInPlace(comparison("lt", this.self, other));
    return this;
  }

  /**
   * Where less or equal: 1 or 0 in the tensor's own dtype.
   * @example
   * torch.tensor([1, 2, 3]).le_(torch.tensor([2, 2, 2])) // => tensor([1, 1, 0])
   */
  le_(other: Operand): this {
    performInPlace(comparison("le", this.self, other));
    return this;
  }

  /**
   * Where greater: 1 or 0 in the tensor's own dtype.
   * @example
   * torch.tensor([1, 2, 3]).gt_(torch.tensor([2, 2, 2])) // => tensor([0, 0, 1])
   */
  gt_(other: Operand): this {
    performInPlace(comparison("gt", this.self, other));
    return this;
  }

  /**
   * Where greater or equal: 1 or 0 in the tensor's own dtype.
   * @example
   * torch.tensor([1, 2, 3]).ge_(torch.tensor([2, 2, 2])) // => tensor([0, 1, 1])
   */
  ge_(other: Operand): this {
    performInPlace(comparison("ge", this.self, other));
    return this;
  }

  /**
   * Where both are nonzero: 1 or 0 in the tensor's own dtype.
   * @example
   * torch.tensor([true, true, false]).logical_and_(torch.tensor([true, false, false])) // => tensor([ True, False, False])
   */
  logical_and_(other: Tensor): this {
    checkTensor("torch.logical_and_", other);
    performInPlace(comparison("logical_and", this.self, other));
    return this;
  }

  /**
   * Where one at least is nonzero: 1 or 0 in the tensor's own dtype.
   * @example
   * torch.tensor([true, true, false]).logical_or_(torch.tensor([true, false, false])) // => tensor([ True,  True, False])
   */
  logical_or_(other: Tensor): this {
    checkTensor("torch.logical_or_", other);
    performInPlace(comparison("logical_or", this.self, other));
    return this;
  }

  /**
   * Where exactly one is nonzero: 1 or 0 in the tensor's own dtype.
   * @example
   * torch.tensor([true, true, false]).logical_xor_(torch.tensor([true, false, false])) // => tensor([False,  True, False])
   */
  logical_xor_(other: Tensor): this {
    checkTensor("torch.logical_xor_", other);
    performInPlace(comparison("logical_xor", this.self, other));
    return this;
  }

  /**
   * Where the value is 0 or false: 1 or 0 in the tensor's own dtype.
   * @example
   * torch.tensor([true, false]).logical_not_() // => tensor([False,  True])
   */
  logical_not_(): this {
    const compute = () => this.self.detach().logical_not()[STRIDED];
    performInPlace({ call: "torch.logical_not", node: "", operands: [this.self], compute });
    return this;
  }

  /**
   * Another name of `gt`.
   * @example
   * torch.tensor([1, 2, 3]).greater(torch.tensor([2, 2, 2])) // => tensor([False, False,  True])
   */
  greater(other: Operand): Tensor {
    return this.gt(other);
  }

  /**
   * Another name of `gt_`.
   * @example
   * torch.tensor([1, 2, 3]).greater_(torch.tensor([2, 2, 2])) // => tensor([0, 0, 1])
   */
  greater_(other: Operand): this {
    return this.gt_(other);
  }

  /**
   * Another name of `ge`.
   * @example
   * torch.tensor([1, 2, 3]).greater_equal(torch.tensor([2, 2, 2])) // => tensor([False,  True,  True])
   */
  greater_equal(other: Operand): Tensor {
    return this.ge(other);
  }

  /**
   * Another name of `ge_`.
   * @example
   * torch.tensor([1, 2, 3]).greater_equal_(torch.tensor([2, 2, 2])) // => tensor([0, 1, 1])
   */
  greater_equal_(other: Operand): this {
    return this.ge_(other);
  }

  /**
   * Another name of `lt`.
   * @example
   * torch.tensor([1, 2, 3]).less(torch.tensor([2, 2, 2])) // => tensor([ True, False, False])
   */
  less(other: Operand): Tensor {
    return this.lt(other);
  }

  /**
   * Another name of `lt_`.
   * @example
   * torch.tensor([1, 2, 3]).less_(torch.tensor([2, 2, 2])) // => tensor([1, 0, 0])
   */
  less_(other: Operand): this {
    return this.lt_(other);
  }

  /**
   * Another name of `le`.
   * @example
   * torch.tensor([1, 2, 3]).less_equal(torch.tensor([2, 2, 2])) // => tensor([ True,  True, False])
   */
  less_equal(other: Operand): Tensor {
    return this.le(other);
  }

  /**
   * Another name of `le_`.
   * @example
   * torch.tensor([1, 2, 3]).less_equal_(torch.tensor([2, 2, 2])) // => tensor([1, 1, 0])
   */
  less_equal_(other: Operand): this {
    return this.le_(other);
  }

  /**
   * Another name of `ne`.
   * @example
   * torch.tensor([1, 2, 3]).not_equal(torch.tensor([2, 2, 2])) // => tensor([ True, False,  True])
   */
  not_equal(other: Operand): Tensor {
    return this.ne(other);
  }

  /**
   * Another name of `ne_`.
   * @example
   * torch.tensor([1, 2, 3]).not_equal_(torch.tensor([2, 2, 2])) // => tensor([1, 0, 1])
   */
  not_equal_(other: Operand): this {
    return this.ne_(other);
  }

  /**
   * Where |self - other| ≤ atol + rtol · |other|; NaN equals NaN only with `equal_nan`.
   * Errors: `Float did not match Double` for two dtypes; a negative tolerance.
   * @example
   * torch.tensor([1.5, 2.5]).isclose(torch.tensor([1.500001, 2.6])) // => tensor([ True, False])
   */
  isclose(other: Tensor, rtol?: number, atol?: number, equal_nan?: boolean): Tensor;
  isclose(other: Tensor, options: CloseOptions): Tensor;
  isclose(other: Tensor, ...given: unknown[]): Tensor {
    return isClose(this.self, other, bindArguments<CloseOptions>("torch.isclose", given, TOLERANCES));
  }

  /**
   * Whether `isclose` holds everywhere.
   * @example
   * torch.ones(2).allclose(torch.ones(2).add(1e-7)) // => true
   */
  allclose(other: Tensor, rtol?: number, atol?: number, equal_nan?: boolean): boolean;
  allclose(other: Tensor, options: CloseOptions): boolean;
  allclose(other: Tensor, ...given: unknown[]): boolean {
    const options = bindArguments<CloseOptions>("torch.allclose", given, TOLERANCES);
    return Boolean(isClose(this.self, other, options).all().item());
  }
}
