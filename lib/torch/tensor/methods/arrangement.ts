import { IndexError, RuntimeError } from "../../errors";
import { bindCall } from "../bind";
import { withGradMode } from "../grad";
import { cat } from "../join";
import { record } from "../make";
import { flipped, repeated, repeatedBack, repeatPlaces, rotated } from "../rearrange";
import { showShape, wrapDim } from "../shape";
import { type ShapeArguments, toShape } from "../size";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorResizing } from "./resizing";

type Dims = number | readonly number[];

function toDims(call: string, dims: readonly number[], rank: number): number[] {
  const wrapped = dims.map((dim) => wrapDim(call, dim, rank));
  wrapped.forEach((d, i) => {
    if (wrapped.indexOf(d) === i) return;
    throw new RuntimeError(call, `dim ${d} appears multiple times in the list of dims`);
  });
  return wrapped;
}

/** The methods that repeat, turn and move entries. */
export abstract class TensorArrangement extends TensorResizing {
  /**
   * Copies side by side, as many along each dimension as said; further dimensions come in front. Source: `Tensor.repeat`.
   * @example
   * torch.tensor([1, 2]).repeat(2, 2) // => tensor([[1, 2, 1, 2],\n        [1, 2, 1, 2]])
   */
  repeat(...sizes: ShapeArguments): Tensor {
    const call = "Tensor.repeat";
    const times = toShape("repeat", sizes);
    if (times.length < this.ndim) {
      throw new RuntimeError(
        call,
        "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor",
        `got ${showShape(times)} for shape ${showShape(this.shape)}`,
      );
    }
    const { shape } = this;
    return record("RepeatBackward0", [this.self], repeated(this[STRIDED], times), [
      (grad) => repeatedBack(grad, shape, times),
    ]);
  }

  /**
   * `repeat` in which missing dimensions count as 1, as NumPy's `tile`. Source: `torch.tile`.
   * @example
   * torch.tensor([1, 2]).tile([2]) // => tensor([1, 2, 1, 2])
   */
  tile(...dims: ShapeArguments): Tensor {
    const times = toShape("tile", dims);
    const missing = Math.max(0, this.ndim - times.length);
    return this.repeat([...new Array<number>(missing).fill(1), ...times]);
  }

  /**
   * Every entry as often as said, one after the other: `repeats` is a number, or a tensor with one for each entry along
   * `dim`. Without `dim` the tensor is flattened first. Source: `torch.repeat_interleave`.
   * @example
   * torch.tensor([1, 2]).repeat_interleave(2) // => tensor([1, 1, 2, 2])
   */
  repeat_interleave(repeats: number | Tensor, dim?: number | null): Tensor;
  repeat_interleave(
    repeats: number | Tensor,
    options: { dim?: number | null; output_size?: number | null },
  ): Tensor;
  repeat_interleave(...given: unknown[]): Tensor {
    const call = "torch.repeat_interleave";
    const schema = { repeats: "operand", dim: "int?" } as const;
    const { repeats, dim } = bindCall(call, given, schema, { output_size: "int?" });
    const input = dim === undefined ? this.flatten() : this.self;
    const d = wrapDim(call, dim ?? 0, input.ndim);
    return input.index_select(d, repeatPlaces(call, repeats, input.shape[d] ?? 1));
  }

  /**
   * The entries along some dimensions in reverse order, as a copy. Source: `torch.flip`.
   * @example
   * torch.tensor([1, 2, 3]).flip([0]) // => tensor([3, 2, 1])
   */
  flip(...dims: ShapeArguments): Tensor {
    const call = "torch.flip";
    const wrapped = toDims(call, toShape("flip", dims), this.ndim);
    return record("FlipBackward0", [this.self], flipped(this[STRIDED], wrapped), [
      (grad) => grad.flip(wrapped),
    ]);
  }

  /**
   * The columns in reverse order.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).fliplr() // => tensor([[2, 1],\n        [4, 3]])
   */
  fliplr(): Tensor {
    if (this.ndim < 2) throw new RuntimeError("torch.fliplr", "Input must be >= 2-d.");
    return this.flip(1);
  }

  /**
   * The rows in reverse order.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).flipud() // => tensor([[3, 4],\n        [1, 2]])
   */
  flipud(): Tensor {
    if (this.ndim < 1) throw new RuntimeError("torch.flipud", "Input must be >= 1-d.");
    return this.flip(0);
  }

  /**
   * The entries moved along some dimensions, those that leave one end entering at the other; without `dims` the tensor is
   * flattened for it. Source: `torch.roll`.
   * @example
   * torch.arange(4).roll(1) // => tensor([3, 0, 1, 2])
   */
  roll(shifts: Dims, dims?: Dims): Tensor;
  roll(shifts: Dims, options: { dims?: Dims }): Tensor;
  roll(...given: unknown[]): Tensor {
    const call = "torch.roll";
    const schema = { shifts: "tuple of ints", dims: "tuple of ints?" } as const;
    const { shifts, dims = [] } = bindCall(call, given, schema);
    if (shifts.length === 0) throw new RuntimeError(call, "`shifts` required");
    if (dims.length !== shifts.length && !(dims.length === 0 && shifts.length === 1)) {
      throw new RuntimeError(
        call,
        `shifts and dimensions must align. shifts: ${shifts.length}, dims:${dims.length}`,
      );
    }
    if (this.ndim === 0 && dims.length > 0)
      throw new IndexError(call, `Dimension specified as ${dims[0]} but tensor has no dimensions`);
    const result = withGradMode(false, () => {
      if (dims.length === 0) return rolled(this.self.detach().reshape(-1), shifts[0]!, 0).reshape(this.shape);
      return dims.reduce((tensor, dim, i) => rolled(tensor, shifts[i]!, dim), this.self.detach());
    });
    const back = shifts.map((shift) => -shift);
    const own = result[STRIDED].storage === this[STRIDED].storage ? result.clone() : result;
    return record("RollBackward0", [this.self], own[STRIDED], [(grad) => grad.roll(back, dims)]);
  }

  /**
   * Turned by 90° `k` times, from the first of two dimensions towards the second. Source: `torch.rot90`.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).rot90() // => tensor([[2, 4],\n        [1, 3]])
   */
  rot90(k?: number, dims?: readonly number[]): Tensor;
  rot90(options: { k?: number; dims?: readonly number[] }): Tensor;
  rot90(...given: unknown[]): Tensor {
    const schema = { k: "int?", dims: "tuple of ints?" } as const;
    const { k = 1, dims = [0, 1] } = bindCall("torch.rot90", given, schema);
    const result = withGradMode(false, () => rotated(this.self.detach(), k, dims));
    return record("Rot90Backward0", [this.self], result[STRIDED], [(grad) => grad.rot90(-k, dims)]);
  }
}

function rolled(tensor: Tensor, shift: number, dim: number): Tensor {
  const d = wrapDim("torch.roll", dim, tensor.ndim);
  const size = tensor.shape[d] ?? 1;
  if (tensor.numel() === 0 || tensor.ndim === 0) return tensor.clone();
  const start = (((size - shift) % size) + size) % size;
  return cat([tensor.narrow(d, start, size - start), tensor.narrow(d, 0, start)], d);
}
