import { RuntimeError } from "../../errors";
import { bindCall } from "../bind";
import { copyOf } from "../convert";
import { reshapeInPlace } from "../in-place-view";
import { record, renameNode } from "../make";
import { inferShape, showShape, wrapDim } from "../shape";
import { type ShapeArguments, toShape } from "../size";
import { numelOf } from "../strided";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorArrangement } from "./arrangement";

type Dims = number | readonly number[];

/** The methods that give dimensions another order or shape, in place too. */
export abstract class TensorMoves extends TensorArrangement {
  /**
   * Some dimensions moved to other places, the rest in their order. A view. Source: `torch.movedim`.
   * @example
   * torch.zeros(2, 3, 4).movedim(0, -1).shape // => 3,4,2
   */
  movedim(source: Dims, destination: Dims): Tensor;
  movedim(...given: unknown[]): Tensor {
    const call = "torch.movedim";
    const schema = { source: "tuple of ints", destination: "tuple of ints" } as const;
    const { source, destination } = bindCall(call, given, schema);
    if (source.length !== destination.length) {
      throw new RuntimeError(
        call,
        `movedim: Invalid source or destination dims: source (${showShape(source)} dims) should contain the same number of dims as destination (${showShape(destination)} dims)`,
      );
    }
    const from = this.#distinct("source", source);
    const to = this.#distinct("destination", destination);
    if (from.length === 0 || this.ndim === 0) return this.permute([...this.shape.keys()]);
    const order = new Array<number>(this.ndim).fill(-1);
    from.forEach((d, i) => {
      order[to[i]!] = d;
    });
    const rest = [...this.shape.keys()].filter((d) => !from.includes(d));
    return this.permute(order.map((d) => (d === -1 ? rest.shift()! : d)));
  }

  #distinct(name: string, dims: readonly number[]): number[] {
    const wrapped = dims.map((dim) => wrapDim("torch.movedim", dim, this.ndim));
    if (new Set(wrapped).size === dims.length) return wrapped;
    throw new RuntimeError("torch.movedim", `movedim: repeated dim in \`${name}\` (${showShape(dims)})`);
  }

  /**
   * Another name of `movedim`.
   * @example
   * torch.zeros(2, 3, 4).moveaxis(0, -1).shape // => 3,4,2
   */
  moveaxis(source: Dims, destination: Dims): Tensor {
    return this.movedim(source, destination);
  }

  /**
   * Another name of `transpose`.
   * @example
   * torch.zeros(2, 3).swapaxes(0, 1).shape // => 3,2
   */
  swapaxes(axis0: number, axis1: number): Tensor {
    return this.transpose(axis0, axis1);
  }

  /**
   * Another name of `transpose`.
   * @example
   * torch.zeros(2, 3).swapdims(0, 1).shape // => 3,2
   */
  swapdims(dim0: number, dim1: number): Tensor {
    return this.transpose(dim0, dim1);
  }

  /**
   * One dimension as several, whose sizes multiply to its size; one of them may be -1. Source: `torch.Tensor.unflatten`.
   * @example
   * torch.tensor([1, 2, 3, 4]).unflatten(0, [2, 2]) // => tensor([[1, 2],\n        [3, 4]])
   */
  unflatten(dim: number, sizes: readonly number[]): Tensor;
  unflatten(...given: unknown[]): Tensor {
    const call = "Tensor.unflatten";
    const { dim, sizes } = bindCall(call, given, { dim: "int", sizes: "tuple of ints" });
    if (sizes.length === 0) throw new RuntimeError(call, "unflatten: sizes must be non-empty");
    const d = wrapDim(call, dim, this.ndim);
    const size = this.shape[d]!;
    const hasHole = sizes.some((part) => part < 0);
    if (!hasHole && numelOf(sizes) !== size) this.#refuseSizes(call, sizes, d);
    const known = numelOf(sizes.filter((part) => part !== -1));
    if (hasHole && size % Math.max(known, 1) !== 0) this.#refuseSizes(call, sizes, d);
    const parts = inferShape(call, sizes, size);
    return this.view([...this.shape.slice(0, d), ...parts, ...this.shape.slice(d + 1)]);
  }

  #refuseSizes(call: string, sizes: readonly number[], d: number): never {
    throw new RuntimeError(
      call,
      `unflatten: Provided sizes ${showShape(sizes)} don't multiply up to the size of dim ${d} (${this.shape[d]}) in the input tensor`,
    );
  }

  /**
   * All values in one row: a view where they lie in order, else a copy.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).ravel() // => tensor([1, 2, 3, 4])
   */
  ravel(): Tensor {
    return this.contiguous().view(-1);
  }

  /**
   * The shape of another tensor, by `reshape`.
   * @example
   * torch.tensor([1, 2, 3, 4]).reshape_as(torch.zeros(2, 2)) // => tensor([[1, 2],\n        [3, 4]])
   */
  reshape_as(other: Tensor): Tensor {
    return this.reshape(other.shape);
  }

  /**
   * A larger shape, by `expand`.
   * @example
   * torch.tensor([1, 2]).broadcast_to([2, 2]) // => tensor([[1, 2],\n        [1, 2]])
   */
  broadcast_to(...size: ShapeArguments): Tensor {
    return this.expand(toShape("broadcast_to", size));
  }

  /**
   * `narrow` as a tensor of its own; as in PyTorch it has no derivative.
   * @example
   * torch.tensor([1, 2, 3]).narrow_copy(0, 1, 2) // => tensor([2, 3])
   */
  narrow_copy(dim: number, start: number, length: number): Tensor {
    const copy = copyOf(this.narrow(dim, start, length)[STRIDED]);
    return renameNode(record("aten::narrow_copy", [this.self], copy), "NotImplemented");
  }

  /**
   * The matrices of the last two dimensions with rows and columns exchanged. A view.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).mT // => tensor([[1, 3],\n        [2, 4]])
   */
  get mT(): Tensor {
    if (this.ndim < 2) {
      throw new RuntimeError(
        "Tensor.mT",
        `tensor.mT is only supported on matrices or batches of matrices. Got ${this.ndim}-D tensor.`,
      );
    }
    return this.transpose(-2, -1);
  }

  /**
   * A matrix with rows and columns exchanged: what the adjoint of a real matrix is. A view.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).H // => tensor([[1, 3],\n        [2, 4]])
   */
  get H(): Tensor {
    if (this.ndim !== 2 && this.ndim !== 0) {
      throw new RuntimeError(
        "Tensor.H",
        `tensor.H is only supported on matrices (2-D tensors). Got ${this.ndim}-D tensor.`,
        this.ndim > 2 ? "For batches of matrices, consider using tensor.mH" : undefined,
      );
    }
    return this.transpose(0, 1);
  }

  /**
   * The adjoint of the matrices of the last two dimensions: `mT`, since there are no complex numbers here.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).mH // => tensor([[1, 3],\n        [2, 4]])
   */
  get mH(): Tensor {
    if (this.ndim < 2) {
      throw new RuntimeError(
        "Tensor.mH",
        `tensor.mH is only supported on matrices or batches of matrices. Got ${this.ndim}-D tensor.`,
      );
    }
    return this.transpose(-2, -1);
  }

  /**
   * The adjoint of the matrices of the last two dimensions. A view.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).adjoint() // => tensor([[1, 3],\n        [2, 4]])
   */
  adjoint(): Tensor {
    if (this.ndim < 2) {
      throw new RuntimeError(
        "Tensor.adjoint",
        `tensor.adjoint() is only supported on matrices or batches of matrices. Got ${this.ndim}-D tensor.`,
      );
    }
    return this.transpose(-2, -1);
  }

  /**
   * `unsqueeze` in place.
   * @example
   * torch.tensor([1, 2]).unsqueeze_(0) // => tensor([[1, 2]])
   */
  unsqueeze_(dim: number): this {
    const d = wrapDim("Tensor.unsqueeze_", dim, this.ndim + 1);
    reshapeInPlace(this.self, {
      call: "Tensor.unsqueeze_",
      node: "UnsqueezeBackward1",
      step: (source) => source.unsqueeze(d),
      derivative: (grad) => grad.squeeze(d),
    });
    return this;
  }

  /**
   * `squeeze` in place.
   * @example
   * torch.tensor([[1, 2]]).squeeze_() // => tensor([1, 2])
   */
  squeeze_(dim?: number): this {
    const { shape } = this;
    reshapeInPlace(this.self, {
      call: "Tensor.squeeze_",
      node: dim === undefined ? "SqueezeBackward2" : "SqueezeBackward3",
      step: (source) => source.squeeze(dim),
      derivative: (grad) => grad.reshape(shape),
    });
    return this;
  }

  /**
   * `t` in place.
   * @example
   * torch.zeros(2, 3).t_().shape // => 3,2
   */
  t_(): this {
    reshapeInPlace(this.self, {
      call: "Tensor.t_",
      node: "TBackward1",
      step: (source) => source.t(),
      derivative: (grad) => grad.t(),
    });
    return this;
  }

  /**
   * `transpose` in place.
   * @example
   * torch.zeros(2, 3).transpose_(0, 1).shape // => 3,2
   */
  transpose_(dim0: number, dim1: number): this {
    reshapeInPlace(this.self, {
      call: "Tensor.transpose_",
      node: "TransposeBackward1",
      step: (source) => source.transpose(dim0, dim1),
      derivative: (grad) => grad.transpose(dim0, dim1),
    });
    return this;
  }

  /**
   * Another name of `transpose_`.
   * @example
   * torch.zeros(2, 3).swapaxes_(0, 1).shape // => 3,2
   */
  swapaxes_(axis0: number, axis1: number): this {
    return this.transpose_(axis0, axis1);
  }

  /**
   * Another name of `transpose_`.
   * @example
   * torch.zeros(2, 3).swapdims_(0, 1).shape // => 3,2
   */
  swapdims_(dim0: number, dim1: number): this {
    return this.transpose_(dim0, dim1);
  }
}
