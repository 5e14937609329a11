import { RuntimeError, TypeMismatch, ValueError } from "../errors";
import { toData, valueAt } from "./convert";
import type { Data, DType } from "./dtype";
import { gradFnOf, requiresGrad } from "./edges";
import type { History, VersionCounter } from "./grad";
import type { GradFn } from "./node";
import { printTensor } from "./print";
import { showShape, wrapDim } from "./shape";
import { isContiguous, numelOf, type Strided } from "./strided";
import { HISTORY, STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** Nested arrays of what `tolist` gives. */
export type Nested = number | bigint | boolean | Nested[];

/** What every tensor is: shape, dtype, values, and a place in a computation. */
export abstract class TensorCore {
  /** @internal */
  [STRIDED]: Strided;
  /** @internal */
  readonly [HISTORY]: History;

  constructor(view: Strided, history: History) {
    if (view?.storage === undefined) {
      throw new TypeMismatch(
        "torch.Tensor",
        "a Tensor is not made with new",
        "write torch.tensor([1.5, 2]), or torch.empty(2, 3)",
      );
    }
    this[STRIDED] = view;
    this[HISTORY] = history;
  }

  protected get self(): Tensor {
    return this as unknown as Tensor;
  }

  /**
   * The size of each dimension; `[]` for a scalar.
   * @example
   * torch.zeros(2, 3).shape // => 2,3
   */
  get shape(): readonly number[] {
    return this[STRIDED].shape;
  }

  /**
   * The element type, such as `torch.float32`.
   * @example
   * torch.zeros(2, 3).dtype // => torch.float32
   */
  get dtype(): DType {
    return this[STRIDED].dtype;
  }

  /**
   * The number of dimensions.
   * @example
   * torch.zeros(2, 3).ndim // => 2
   */
  get ndim(): number {
    return this[STRIDED].shape.length;
  }

  /**
   * The number of dimensions.
   * @example
   * torch.zeros(2, 3).dim() // => 2
   */
  dim(): number {
    return this[STRIDED].shape.length;
  }

  /**
   * The shape, or the size of one dimension.
   * @example
   * torch.zeros(2, 3).size() // => 2,3
   */
  size(): readonly number[];
  size(dim: number): number;
  size(dim?: number): number | readonly number[] {
    const { shape } = this[STRIDED];
    return dim === undefined ? shape : shape[wrapDim("size", dim, shape.length)]!;
  }

  /**
   * How far apart in the storage neighbours along each dimension are, or along one.
   * @example
   * torch.zeros(2, 3).stride() // => 3,1
   */
  stride(): readonly number[];
  stride(dim: number): number;
  stride(dim?: number): number | readonly number[] {
    const { shape, strides } = this[STRIDED];
    return dim === undefined ? strides : strides[wrapDim("stride", dim, shape.length)]!;
  }

  /**
   * Where in the storage the first element lies.
   * @example
   * torch.zeros(2, 3).storage_offset() // => 0
   */
  storage_offset(): number {
    return this[STRIDED].offset;
  }

  /**
   * The number of elements.
   * @example
   * torch.zeros(2, 3).numel() // => 6
   */
  numel(): number {
    return numelOf(this[STRIDED].shape);
  }

  /**
   * Whether the elements lie in row-major order without gaps.
   * @example
   * torch.zeros(2, 3).is_contiguous() // => true
   */
  is_contiguous(): boolean {
    return isContiguous(this[STRIDED]);
  }

  /**
   * Whether the dtype is `float32`, `float64`, `float16` or `bfloat16`.
   * @example
   * torch.zeros(2, 3).is_floating_point() // => true
   */
  is_floating_point(): boolean {
    return this[STRIDED].dtype.is_floating_point;
  }

  /**
   * The first dimension's size, as Python's `len(t)`.
   * @example
   * torch.zeros(2, 3).length // => 2
   */
  get length(): number {
    const { shape } = this[STRIDED];
    if (shape.length === 0) throw new TypeMismatch("len", "len() of a 0-d tensor");
    return shape[0]!;
  }

  /**
   * The value of a tensor of one element; int64 beyond 2⁵³ comes as a bigint.
   * @example
   * torch.tensor(1.5).item() // => 1.5
   */
  item(): number {
    const view = this[STRIDED];
    const count = numelOf(view.shape);
    if (count !== 1) {
      throw new ValueError(
        "Tensor.item",
        "only one element tensors can be converted to Python scalars",
        `a Tensor with ${count} elements cannot be converted to Scalar: shape ${showShape(view.shape)}; use tolist(), or at(…) to pick one`,
      );
    }
    return valueAt(view, view.offset) as number;
  }

  /**
   * The values as nested arrays; a plain value for a scalar.
   * @example
   * JSON.stringify(torch.tensor([[1, 2], [3, 4]]).tolist()) // => [[1,2],[3,4]]
   */
  tolist(): Nested {
    const view = this[STRIDED];
    const nest = (dimension: number, offset: number): Nested => {
      if (dimension === view.shape.length) return valueAt(view, offset);
      const list: Nested[] = [];
      for (let i = 0; i < view.shape[dimension]!; i++) {
        list.push(nest(dimension + 1, offset + i * view.strides[dimension]!));
      }
      return list;
    };
    return nest(0, view.offset);
  }

  /**
   * A copy of the values in row-major order, in the typed array that suits the dtype: `Float64Array` for float64,
   * `BigInt64Array` for int64, `Uint8Array` for bool, and `Float32Array` for float32, float16 and bfloat16.
   * @example
   * torch.tensor([[0.5, 2], [3, 4]]).toTypedArray() // => 0.5,2,3,4
   */
  toTypedArray(): Data {
    return toData(this[STRIDED]);
  }

  /**
   * Whether derivatives are to be computed for this tensor.
   * @example
   * torch.ones(2, { requires_grad: true }).requires_grad // => true
   */
  get requires_grad(): boolean {
    return requiresGrad(this[HISTORY]);
  }

  set requires_grad(value: boolean) {
    this.requires_grad_(value);
  }

  /**
   * Sets `requires_grad` and returns the tensor.
   * @example
   * torch.ones(2).requires_grad_() // => tensor([1., 1.], requires_grad=True)
   */
  requires_grad_(value = true): Tensor {
    if (value && !this.is_floating_point()) {
      throw new RuntimeError(
        "Tensor.requires_grad_",
        "only Tensors of floating point dtype can require gradients",
        `got ${this.dtype}`,
      );
    }
    if (!value && !this.is_leaf) {
      throw new RuntimeError(
        "Tensor.requires_grad_",
        "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().",
      );
    }
    this[HISTORY].requiresGrad = value;
    return this.self;
  }

  /**
   * Whether the tensor was made by hand rather than computed from one that requires grad.
   * @example
   * torch.ones(2, { requires_grad: true }).is_leaf // => true
   */
  get is_leaf(): boolean {
    return gradFnOf(this.self) === null;
  }

  /**
   * The operation that made this tensor, or null for a leaf.
   * @example
   * torch.ones(2).grad_fn // => null
   */
  get grad_fn(): GradFn | null {
    return gradFnOf(this.self);
  }

  /** The tensor of which this one is a view, or null. */
  get _base(): Tensor | null {
    return this[HISTORY].base;
  }

  /** How often the values were written to in place; views count together. */
  get _version(): number {
    return this[HISTORY].version.value;
  }

  /** @internal */
  versionCounter(): VersionCounter {
    return this[HISTORY].version;
  }

  /**
   * PyTorch's `print(t)`, character for character.
   * @example
   * torch.ones(2).toString() // => tensor([1., 1.])
   */
  toString(): string {
    return printTensor(this.self);
  }

  /**
   * What `JSON.stringify` writes: the values as nested arrays.
   * @example
   * JSON.stringify(torch.tensor([[1, 2], [3, 4]])) // => [[1,2],[3,4]]
   */
  toJSON(): Nested {
    return this.tolist();
  }

  get [Symbol.toStringTag](): string {
    return "Tensor";
  }

  /** A tensor of one element is its value; one of several throws, since JavaScript has no `w * x` for tensors. */
  [Symbol.toPrimitive](hint: string): string | number {
    if (hint === "string") return this.toString();
    if (this.numel() === 1) return this.item();
    throw new TypeMismatch(
      "Tensor",
      `JavaScript's operators (+, -, *, /, <, …) do not work on a tensor of several values, got shape ${showShape(this.shape)}`,
      "write x.mul(2) for x * 2, x.add(y) for x + y, x.lt(0.5) for x < 0.5, x.neg() for -x, x.pow(2) for x ** 2, x.sqrt() for Math.sqrt(x), w.matmul(x) for w @ x, or String(x) for its text",
    );
  }
}
