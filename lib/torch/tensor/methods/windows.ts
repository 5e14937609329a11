import { RuntimeError } from "../../errors";
import { bindCall } from "../bind";
import { recordView } from "../make";
import { foldBack, stridedBack } from "../overlap";
import { scatterInto } from "../scatter-into";
import { showShape, wrapDim } from "../shape";
import { Slice } from "../slice";
import type { Strided } from "../strided";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorPieces } from "./pieces";

/** Views whose elements may come more than once, and copies in which a view has other values. */
export abstract class TensorWindows extends TensorPieces {
  /**
   * All windows of `size` entries along a dimension, `step` apart: a view with the window as a new last dimension.
   * Errors: `maximum size for tensor at dimension 0 is 3 but size is 4`. Source: `torch.Tensor.unfold`.
   * @example
   * torch.arange(5).unfold(0, 3, 1) // => tensor([[0, 1, 2],\n        [1, 2, 3],\n        [2, 3, 4]])
   */
  unfold(dimension: number, size: number, step: number): Tensor;
  unfold(options: { dimension: number; size: number; step: number }): Tensor;
  unfold(...given: unknown[]): Tensor {
    const call = "Tensor.unfold";
    const { dimension, size, step } = bindCall(call, given, { dimension: "int", size: "int", step: "int" });
    const own = this[STRIDED];
    const d = wrapDim(call, dimension, own.shape.length);
    const most = own.shape.length === 0 ? 1 : own.shape[d]!;
    if (size < 0) throw new RuntimeError(call, `size is ${size} but must be >= 0`);
    if (size > most) {
      throw new RuntimeError(
        call,
        `maximum size for tensor at dimension ${d} is ${most} but size is ${size}`,
      );
    }
    if (step <= 0) throw new RuntimeError(call, `step is ${step} but must be > 0`);
    const stride = own.shape.length === 0 ? 1 : own.strides[d]!;
    const windows = Math.floor((most - size) / step) + 1;
    const view = {
      ...own,
      shape: Object.freeze([...own.shape.map((s, k) => (k === d ? windows : s)), size]),
      strides: [...own.strides.map((s, k) => (k === d ? stride * step : s)), stride],
    };
    const again = (source: Tensor) => source.unfold(d, size, step);
    const { shape } = own;
    return recordView("UnfoldBackward0", this.self, view, {
      step: again,
      derivative: (grad) => foldBack(grad, shape, again),
    });
  }

  /**
   * The storage read with any shape, strides and offset: for those who know what they do. Source: `torch.as_strided`.
   * @example
   * torch.arange(4).as_strided([2, 2], [1, 1]) // => tensor([[0, 1],\n        [1, 2]])
   */
  as_strided(size: readonly number[], stride: readonly number[], storage_offset?: number | null): Tensor;
  as_strided(...given: unknown[]): Tensor {
    const call = "torch.as_strided";
    const schema = { size: "tuple of ints", stride: "tuple of ints", storage_offset: "int?" } as const;
    const { size, stride, storage_offset } = bindCall(call, given, schema);
    const own = this[STRIDED];
    const offset = storage_offset ?? own.offset;
    if (size.length !== stride.length)
      throw new RuntimeError(call, "mismatch in length of strides and shape");
    const negative = stride.some((step) => step < 0);
    if (negative) {
      throw new RuntimeError(
        call,
        `as_strided: Negative strides are not supported at the moment, got strides: ${showShape(stride)}`,
      );
    }
    const view = { ...own, shape: Object.freeze([...size]), strides: [...stride], offset };
    checkBounds(call, view);
    const step = (source: Tensor) => source.as_strided(size, stride, offset);
    return recordView("AsStridedBackward0", this.self, view, {
      step,
      derivative: (grad) => stridedBack(grad, own, { view, step }),
    });
  }

  /**
   * A copy in which the slice at `index` of one dimension holds the values of `src`. Source: `torch.select_scatter`.
   * @example
   * torch.zeros(2, 2).select_scatter(torch.ones(2), 0, 1) // => tensor([[0., 0.],\n        [1., 1.]])
   */
  select_scatter(src: Tensor, dim: number, index: number): Tensor;
  select_scatter(...given: unknown[]): Tensor {
    const call = "torch.select_scatter";
    const { src, dim, index } = bindCall(call, given, { src: "Tensor", dim: "int", index: "int" });
    return scatterInto(this.self, src, {
      call,
      node: "SelectScatterBackward0",
      step: (source) => source.select(dim, index),
    });
  }

  /**
   * A copy in which a slice of one dimension holds the values of `src`. Source: `torch.slice_scatter`.
   * @example
   * torch.zeros(4).slice_scatter(torch.ones(2), { start: 1, end: 3, step: 1 }) // => tensor([0., 1., 1., 0.])
   */
  slice_scatter(src: Tensor, dim?: number, start?: number | null, end?: number | null, step?: number): Tensor;
  slice_scatter(
    src: Tensor,
    options: { dim?: number; start?: number | null; end?: number | null; step?: number },
  ): Tensor;
  slice_scatter(...given: unknown[]): Tensor {
    const call = "torch.slice_scatter";
    const schema = { src: "Tensor", dim: "int?", start: "int?", end: "int?", step: "int?" } as const;
    const { src, dim = 0, start = null, end = null, step = 1 } = bindCall(call, given, schema);
    const d = wrapDim(call, dim, this.ndim);
    if (step <= 0) throw new RuntimeError(call, "slice step must be positive");
    const range = new Slice(start, end, step).within(this.shape[d]!);
    return scatterInto(this.self, src, {
      call,
      node: "SliceScatterBackward0",
      step: (source) => source.sliced(d, range),
    });
  }
}

function checkBounds(call: string, { shape, strides, offset, storage, dtype }: Strided): void {
  if (offset < 0) {
    throw new RuntimeError(call, `Tensor: invalid storage offset ${offset}`);
  }
  if (shape.includes(0)) return;
  const last = shape.reduce((at, size, d) => at + (size - 1) * strides[d]!, offset);
  if (last < storage.data.length) return;
  throw new RuntimeError(
    call,
    `setStorage: sizes ${showShape(shape)}, strides ${showShape(strides)}, storage offset ${offset}, and itemsize ${dtype.itemsize} requiring a storage size of ${(last + 1) * dtype.itemsize} are out of bounds for storage of size ${storage.data.length * dtype.itemsize}`,
  );
}
