import { checkKeywords } from "../../arguments";
import { CPU, type Device, refuseCuda } from "../../device";
import { RuntimeError } from "../../errors";
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
  /**
   * Where the tensor lives: in this engine always the processor.
   * @example
   * torch.tensor([1, 2]).device // => cpu
   */
  get device(): Device {
    return CPU;
  }

  /**
   * How the elements lie in memory: always `torch.strided`.
   * @example
   * torch.tensor([1, 2]).layout // => torch.strided
   */
  get layout(): string {
    return "torch.strided";
  }

  /**
   * Always true.
   * @example
   * torch.tensor([1, 2]).is_cpu // => true
   */
  get is_cpu(): boolean {
    return true;
  }

  /**
   * Always false.
   * @example
   * torch.tensor([1, 2]).is_cuda // => false
   */
  get is_cuda(): boolean {
    return false;
  }

  /**
   * Always false.
   * @example
   * torch.tensor([1, 2]).is_sparse // => false
   */
  get is_sparse(): boolean {
    return false;
  }

  /**
   * The tensor itself, which is on the processor already.
   * @example
   * torch.tensor([1, 2]).cpu() // => tensor([1, 2])
   */
  cpu(): Tensor {
    return this.self;
  }

  /**
   * There is no graphics card here.
   * @example
   * (() => { try { return torch.ones(1).cuda() } catch (error) { return error.name } })() // => AssertionError
   */
  cuda(): never {
    refuseCuda("Tensor.cuda");
  }

  /**
   * The number of the graphics card; -1 on the processor.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).get_device() // => -1
   */
  get_device(): number {
    return -1;
  }

  /**
   * Bytes per element.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).element_size() // => 8
   */
  element_size(): number {
    return this.dtype.itemsize;
  }

  /**
   * The number of elements: `numel`.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).nelement() // => 4
   */
  nelement(): number {
    return this.numel();
  }

  /**
   * The number of dimensions: `dim`.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).ndimension() // => 2
   */
  ndimension(): number {
    return this.ndim;
  }

  /**
   * Whether negative values exist in the dtype: all but bool.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).is_signed() // => true
   */
  is_signed(): boolean {
    return this.dtype.name !== "bool";
  }

  /**
   * Always false: there are no complex numbers here.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).is_complex() // => false
   */
  is_complex(): boolean {
    return false;
  }

  /**
   * Whether the only value differs from 0, as Python's `bool(t)`.
   * @example
   * torch.tensor([0.5]).is_nonzero() // => true
   */
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

  /**
   * Whether another tensor has the same shape.
   * @example
   * torch.tensor([1, 2]).is_same_size(torch.tensor([3, 4])) // => true
   */
  is_same_size(other: Tensor): boolean {
    bindCall("Tensor.is_same_size", [other], { other: "Tensor" });
    return this.ndim === other.ndim && this.shape.every((size, d) => size === other.shape[d]);
  }

  /**
   * The tensor in the dtype of another: `to(other.dtype)`.
   * @example
   * torch.tensor([1.5, -2.5]).type_as(torch.tensor([1])) // => tensor([ 1, -2])
   */
  type_as(other: Tensor): Tensor {
    bindCall("Tensor.type_as", [other], { other: "Tensor" });
    return this.self.to(other.dtype);
  }

  /**
   * Which of the results of its operation the tensor is; 0 for a leaf.
   * @example
   * torch.ones(4, { requires_grad: true }).chunk(2)[1].output_nr // => 1
   */
  get output_nr(): number {
    return this.grad_fn === null ? 0 : this[HISTORY].index;
  }

  /**
   * `torch.tensor` with the dtype of this tensor unless another is given.
   * @example
   * torch.tensor([1.5]).new_tensor([1, 2]) // => tensor([1., 2.])
   */
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

  /**
   * A tensor with the dtype of this one whose values are whatever was there; here always 0.
   * @example
   * torch.tensor([1.5]).new_empty(2, 3).shape // => 2,3
   */
  new_empty(...size: ShapeAndOptions): Tensor {
    return zeros(...this.#shapeOf("new_empty", size));
  }

  /**
   * A tensor of ones with the dtype of this one.
   * @example
   * torch.tensor([1.5]).new_ones(2) // => tensor([1., 1.])
   */
  new_ones(...size: ShapeAndOptions): Tensor {
    const [shape, options] = this.#shapeOf("new_ones", size);
    return full(shape, 1, options);
  }

  /**
   * A tensor of one value with the dtype of this one.
   * @example
   * torch.tensor([1.5]).new_full([2], 7) // => tensor([7., 7.])
   */
  new_full(size: readonly number[], fill_value: Scalar, options: FactoryOptions = {}): Tensor {
    checkKeywords("Tensor.new_full", options, KEYWORDS);
    return full(size, fill_value, { dtype: this.dtype, ...options });
  }
}
