import { checkKeywords } from "../../arguments";
import { CPU, type Device } from "../../device";
import { AssertionError, RuntimeError } from "../../errors";
import { bindCall } from "../bind";
import {
  type FactoryOptions,
  full,
  type ShapeAndOptions,
  splitShape,
  tensor as tensorOf,
  zeros,
} from "../factories";
import type { NestedValues } from "../nested";
import type { Scalar } from "../promote";
import { HISTORY } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorMoves } from "./moves";

const KEYWORDS = ["dtype", "requires_grad"] as const;

/** What a tensor says of itself, and the tensors that it makes like itself. */
export abstract class TensorAttributes extends TensorMoves {
  /** Where the tensor lives: in this engine always the processor. */
  get device(): Device {
    return CPU;
  }

  /** How the elements lie in memory: always `torch.strided`. */
  get layout(): string {
    return "torch.strided";
  }

  /** Always true. */
  get is_cpu(): boolean {
    return true;
  }

  /** Always false. */
  get is_cuda(): boolean {
    return false;
  }

  /** Always false. */
  get is_sparse(): boolean {
    return false;
  }

  /** The tensor itself, which is on the processor already. */
  cpu(): Tensor {
    return this.self;
  }

  /** There is no graphics card here. */
  cuda(): never {
    throw new AssertionError(
      "Tensor.cuda",
      "Torch not compiled with CUDA enabled",
      "drop the call: this engine has the processor only",
    );
  }

  /** The number of the graphics card; -1 on the processor. */
  get_device(): number {
    return -1;
  }

  /** Bytes per element. */
  element_size(): number {
    return this.dtype.itemsize;
  }

  /** The number of elements: `numel`. */
  nelement(): number {
    return this.numel();
  }

  /** The number of dimensions: `dim`. */
  ndimension(): number {
    return this.ndim;
  }

  /** Whether negative values exist in the dtype: all but bool. */
  is_signed(): boolean {
    return this.dtype.name !== "bool";
  }

  /** Always false: there are no complex numbers here. */
  is_complex(): boolean {
    return false;
  }

  /** Whether the only value differs from 0, as Python's `bool(t)`. */
  is_nonzero(): boolean {
    const count = this.numel();
    if (count === 1) return Boolean(this.item());
    throw new RuntimeError(
      "Tensor.is_nonzero",
      count === 0
        ? "Boolean value of Tensor with no values is ambiguous"
        : "Boolean value of Tensor with more than one value is ambiguous",
      "reduce it first: t.any() or t.all()",
    );
  }

  /** Whether another tensor has the same shape. */
  is_same_size(other: Tensor): boolean {
    bindCall("Tensor.is_same_size", [other], { other: "Tensor" });
    return this.ndim === other.ndim && this.shape.every((size, d) => size === other.shape[d]);
  }

  /** The tensor in the dtype of another: `to(other.dtype)`. */
  type_as(other: Tensor): Tensor {
    bindCall("Tensor.type_as", [other], { other: "Tensor" });
    return this.self.to(other.dtype);
  }

  /** Which of the results of its operation the tensor is; 0 for a leaf. */
  get output_nr(): number {
    return this.grad_fn === null ? 0 : this[HISTORY].index;
  }

  /** `torch.tensor` with the dtype of this tensor unless another is given. */
  new_tensor(data: NestedValues | Tensor, options: FactoryOptions = {}): Tensor {
    checkKeywords("Tensor.new_tensor", options, KEYWORDS);
    return tensorOf(data, { dtype: this.dtype, ...options });
  }

  #shapeOf(name: string, given: readonly unknown[]): [readonly number[], FactoryOptions] {
    const { shape, options } = splitShape<FactoryOptions>(name, given, KEYWORDS);
    const { dtype = this.dtype, requires_grad = false } = options;
    return [shape, { dtype, requires_grad }];
  }

  /**
   * A tensor of zeros with the dtype of this one.
   * @example
   * torch.ones(1, { dtype: torch.int64 }).new_zeros(2) // => tensor([0, 0])
   */
  new_zeros(...size: ShapeAndOptions): Tensor {
    return zeros(...this.#shapeOf("new_zeros", size));
  }

  /** A tensor with the dtype of this one whose values are whatever was there; here always 0. */
  new_empty(...size: ShapeAndOptions): Tensor {
    return zeros(...this.#shapeOf("new_empty", size));
  }

  /** A tensor of ones with the dtype of this one. */
  new_ones(...size: ShapeAndOptions): Tensor {
    const [shape, options] = this.#shapeOf("new_ones", size);
    return full(shape, 1, options);
  }

  /** A tensor of one value with the dtype of this one. */
  new_full(size: readonly number[], fill_value: Scalar, options: FactoryOptions = {}): Tensor {
    checkKeywords("Tensor.new_full", options, KEYWORDS);
    return full(size, fill_value, { dtype: this.dtype, ...options });
  }
}
