import { IndexError, RuntimeError } from "../../errors";
import { copyOf } from "../convert";
import { record, recordView, sameGradient, type ViewRule } from "../make";
import { expand } from "../ops/expand";
import { inferShape, showShape, viewStrides, wrapDim } from "../shape";
import { type ShapeArguments, toShape } from "../size";
import { isContiguous, numelOf, type Strided } from "../strided";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorGradients } from "./gradients";

function without<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, i) => i !== index);
}

function inserted(list: readonly number[], index: number, value: number): number[] {
  return [...list.slice(0, index), value, ...list.slice(index)];
}

/** The methods that look at the same storage in another shape. */
export abstract class TensorViews extends TensorGradients {
  #view(node: string, change: Partial<Strided>, rule: ViewRule): Tensor {
    return recordView(node, this.self, { ...this[STRIDED], ...change }, rule);
  }

  /** The rule of a view of the same elements in the same order. */
  #sameElements(step: ViewRule["step"]): ViewRule {
    const { shape } = this;
    return { step, derivative: (grad) => grad.reshape(shape) };
  }

  #reshaped(call: string, shape: readonly number[]): readonly number[] {
    return Object.freeze(inferShape(call, shape, this.numel()));
  }

  /**
   * The same storage in another shape; one size may be -1. Throws where only a copy could have that shape.
   * @example
   * torch.arange(6).view(2, -1) // => tensor([[0, 1, 2],\n        [3, 4, 5]])
   */
  view(...shape: ShapeArguments): Tensor {
    const wanted = this.#reshaped("Tensor.view", toShape("view", shape));
    const strides = viewStrides(this[STRIDED], wanted);
    if (strides === null) {
      throw new RuntimeError(
        "Tensor.view",
        "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
        `shape ${showShape(this.shape)} with strides ${showShape(this.stride())}, wanted ${showShape(wanted)}`,
      );
    }
    const rule = this.#sameElements((source) => source.view(wanted));
    return this.#view("ViewBackward0", { shape: wanted, strides }, rule);
  }

  /**
   * Another shape: a view where possible, else a copy.
   * @example
   * torch.arange(6).reshape(2, 3) // => tensor([[0, 1, 2],\n        [3, 4, 5]])
   */
  reshape(...shape: ShapeArguments): Tensor {
    const wanted = this.#reshaped("Tensor.reshape", toShape("reshape", shape));
    const strides = viewStrides(this[STRIDED], wanted);
    const rule = this.#sameElements((source) => source.reshape(wanted));
    if (strides !== null) return this.#view("ReshapeAliasBackward0", { shape: wanted, strides }, rule);
    const copy = copyOf(this[STRIDED]);
    const view = { ...copy, shape: wanted, strides: viewStrides(copy, wanted)! };
    return record("UnsafeViewBackward0", [this.self], view, [rule.derivative!]);
  }

  /**
   * The dimensions from `start_dim` to `end_dim` joined into one.
   * @example
   * torch.arange(6).view(2, 3).flatten() // => tensor([0, 1, 2, 3, 4, 5])
   */
  flatten(start_dim = 0, end_dim = -1): Tensor {
    const { shape } = this;
    const start = wrapDim("flatten", start_dim, shape.length);
    const end = wrapDim("flatten", end_dim, shape.length);
    if (start > end) {
      throw new RuntimeError(
        "Tensor.flatten",
        "flatten() has invalid args: start_dim cannot come after end_dim",
      );
    }
    if (shape.length === 0) return this.reshape([1]);
    if (start === end) return this.self;
    const joined = numelOf(shape.slice(start, end + 1));
    return this.reshape([...shape.slice(0, start), joined, ...shape.slice(end + 1)]);
  }

  /**
   * A matrix with rows and columns exchanged; a vector or scalar as it is.
   * @example
   * torch.arange(6).view(2, 3).t() // => tensor([[0, 3],\n        [1, 4],\n        [2, 5]])
   */
  t(): Tensor {
    const { shape } = this;
    if (shape.length > 2) {
      throw new RuntimeError(
        "Tensor.t",
        `t() expects a tensor with <= 2 dimensions, but self is ${shape.length}D`,
      );
    }
    return this.#permuted("TBackward0", [...shape.keys()].reverse());
  }

  /**
   * All dimensions in reverse order.
   * @example
   * torch.arange(6).view(2, 3).T // => tensor([[0, 3],\n        [1, 4],\n        [2, 5]])
   */
  get T(): Tensor {
    return this.#permuted("PermuteBackward0", [...this.shape.keys()].reverse());
  }

  /**
   * Two dimensions exchanged.
   * @example
   * torch.arange(6).view(2, 3).transpose(0, 1) // => tensor([[0, 3],\n        [1, 4],\n        [2, 5]])
   */
  transpose(dim0: number, dim1: number): Tensor {
    const order = [...this.shape.keys()];
    const first = wrapDim("transpose", dim0, order.length);
    const second = wrapDim("transpose", dim1, order.length);
    if (order.length > 0) [order[first], order[second]] = [second, first];
    return this.#permuted("TransposeBackward0", order);
  }

  /**
   * The dimensions in another order.
   * @example
   * torch.arange(6).view(1, 2, 3).permute(2, 0, 1).shape // => 3,1,2
   */
  permute(...dims: ShapeArguments): Tensor {
    const rank = this.ndim;
    const given = toShape("permute", dims);
    if (given.length !== rank) {
      throw new RuntimeError(
        "Tensor.permute",
        `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${rank} is not equal to len(dims) = ${given.length}`,
      );
    }
    const order = given.map((dim) => wrapDim("permute", dim, rank));
    if (new Set(order).size !== rank) {
      throw new RuntimeError("Tensor.permute", "permute(): duplicate dims are not allowed.");
    }
    return this.#permuted("PermuteBackward0", order);
  }

  #permuted(node: string, order: readonly number[]): Tensor {
    const { shape, strides } = this[STRIDED];
    const change = {
      shape: Object.freeze(order.map((d) => shape[d]!)),
      strides: order.map((d) => strides[d]!),
    };
    const back = order.map((_, d) => order.indexOf(d));
    return this.#view(node, change, {
      step: (source) => source.permute(order),
      derivative: (grad) => grad.permute(back),
    });
  }

  /**
   * The slice at `index` of one dimension, which disappears.
   * @example
   * torch.arange(6).view(2, 3).select(1, 2) // => tensor([2, 5])
   */
  select(dim: number, index: number): Tensor {
    const { shape, strides, offset } = this[STRIDED];
    if (shape.length === 0) {
      throw new IndexError("Tensor.select", "select() cannot be applied to a 0-dim tensor.");
    }
    const d = wrapDim("select", dim, shape.length);
    const size = shape[d]!;
    if (!Number.isInteger(index) || index < -size || index >= size) {
      throw new IndexError(
        "Tensor.select",
        `select(): index ${index} out of range for tensor of size ${showShape(shape)} at dimension ${d}`,
      );
    }
    const place = index < 0 ? index + size : index;
    const change = {
      shape: Object.freeze(without(shape, d)),
      strides: without(strides, d),
      offset: offset + place * strides[d]!,
    };
    return this.#view("SelectBackward0", change, { step: (source) => source.select(d, place) });
  }

  /**
   * `length` entries of one dimension, from `start` on.
   * @example
   * torch.arange(6).view(2, 3).narrow(1, 1, 2) // => tensor([[1, 2],\n        [4, 5]])
   */
  narrow(dim: number, start: number, length: number): Tensor {
    const { shape } = this;
    if (shape.length === 0) {
      throw new RuntimeError("Tensor.narrow", "narrow() cannot be applied to a 0-dim tensor.");
    }
    const d = wrapDim("narrow", dim, shape.length);
    const size = shape[d]!;
    if (length < 0) throw new RuntimeError("Tensor.narrow", "narrow(): length must be non-negative.");
    if (start < -size || start > size) {
      throw new IndexError(
        "Tensor.narrow",
        `Dimension out of range (expected to be in range of [${-size || -1}, ${size && size - 1}], but got ${start})`,
      );
    }
    const first = start < 0 ? start + size : start;
    if (first + length > size) {
      throw new RuntimeError(
        "Tensor.narrow",
        `start (${first}) + length (${length}) exceeds dimension size (${size}).`,
      );
    }
    return this.sliced(d, { start: first, stop: first + length, step: 1 });
  }

  /** Every `step`-th entry of one dimension. @internal */
  sliced(dim: number, { start, stop, step }: { start: number; stop: number; step: number }): Tensor {
    const { shape, strides, offset } = this[STRIDED];
    const size = Math.max(0, Math.ceil((stop - start) / step));
    const change = {
      shape: Object.freeze(shape.map((own, d) => (d === dim ? size : own))),
      strides: strides.map((own, d) => (d === dim ? own * step : own)),
      offset: offset + start * strides[dim]!,
    };
    return this.#view("SliceBackward0", change, {
      step: (source) => source.sliced(dim, { start, stop, step }),
    });
  }

  /**
   * Without the dimensions of size 1, or without one of them.
   * @example
   * torch.zeros(1, 2, 1).squeeze().shape // => 2
   */
  squeeze(dim?: number): Tensor {
    const { shape, strides } = this[STRIDED];
    const only = dim === undefined ? null : wrapDim("squeeze", dim, shape.length);
    const kept = [...shape.keys()].filter((d) => shape[d] !== 1 || (only !== null && d !== only));
    const change = {
      shape: Object.freeze(kept.map((d) => shape[d]!)),
      strides: kept.map((d) => strides[d]!),
    };
    const rule = this.#sameElements((source) => source.squeeze(dim));
    return this.#view(only === null ? "SqueezeBackward0" : "SqueezeBackward1", change, rule);
  }

  /**
   * With a new dimension of size 1 before `dim`.
   * @example
   * torch.arange(6).unsqueeze(0).shape // => 1,6
   */
  unsqueeze(dim: number): Tensor {
    const { shape, strides } = this[STRIDED];
    const d = wrapDim("unsqueeze", dim, shape.length + 1);
    const stride = d < shape.length ? shape[d]! * strides[d]! : 1;
    const change = { shape: Object.freeze(inserted(shape, d, 1)), strides: inserted(strides, d, stride) };
    return this.#view(
      "UnsqueezeBackward0",
      change,
      this.#sameElements((source) => source.unsqueeze(d)),
    );
  }

  /**
   * The tensor repeated along dimensions of size 1 without copying; -1 keeps a size.
   * @example
   * torch.arange(2).view(2, 1).expand(2, 3) // => tensor([[0, 0, 0],\n        [1, 1, 1]])
   */
  expand(...shape: ShapeArguments): Tensor {
    const change = expand(this[STRIDED], toShape("expand", shape));
    const step = (source: Tensor) => source.expand(change.shape);
    // The engine sums over what was repeated.
    return this.#view("ExpandBackward0", change, { step, derivative: sameGradient });
  }

  /**
   * The shape of another tensor, by `view`.
   * @example
   * torch.arange(6).view_as(torch.zeros(3, 2)) // => tensor([[0, 1],\n        [2, 3],\n        [4, 5]])
   */
  view_as(other: Tensor): Tensor {
    return this.view(other.shape);
  }

  /**
   * The shape of another tensor, by `expand`.
   * @example
   * torch.arange(3).expand_as(torch.zeros(2, 3)) // => tensor([[0, 1, 2],\n        [0, 1, 2]])
   */
  expand_as(other: Tensor): Tensor {
    return this.expand(other.shape);
  }

  /**
   * The tensor itself if it is row-major without gaps, else a copy that is.
   * @example
   * torch.arange(6).view(2, 3).t().contiguous().stride() // => 2,1
   */
  contiguous(): Tensor {
    if (isContiguous(this[STRIDED])) return this.self;
    return record("CloneBackward0", [this.self], copyOf(this[STRIDED]), [sameGradient]);
  }
}
