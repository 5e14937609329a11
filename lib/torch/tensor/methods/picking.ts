import { IndexError, RuntimeError } from "../../errors";
import { bindCall } from "../bind";
import { copyInto } from "../convert";
import { saving } from "../derivatives";
import { int64 } from "../dtype";
import { flatPlace } from "../flat-put";
import { makeTensor, record } from "../make";
import { asNumbers } from "../ops/along";
import { maskToPicks } from "../ops/indexing";
import { gatherAlong } from "../ops/scatter";
import { checkIndexDtype, checkSameRank, checkVector, sizeAt } from "../picking-checks";
import { broadcastShapes, showShape, wrapDim } from "../shape";
import { emptyStrided } from "../strided";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorIndexing } from "./indexing";

/** Zeros like a tensor, for a derivative that puts values back. */
function zerosLike(shape: readonly number[], like: Tensor): Tensor {
  return makeTensor(emptyStrided(shape, like.dtype));
}

/** The methods that read entries at places given by a tensor. */
export abstract class TensorPicking extends TensorIndexing {
  /**
   * For each entry of `index` the value at that place along `dim`: with dim 0, `out[i][j] = self[index[i][j]][j]`.
   * The index has as many dimensions as the tensor, and is smaller than it everywhere but along `dim`.
   * Errors: `gather(): Expected dtype int64 for index`, `index 3 is out of bounds for dimension 1 with size 2`.
   * Source: `torch.gather`.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).gather(1, torch.tensor([[0, 0], [1, 0]])) // => tensor([[1, 1],\n        [4, 3]])
   */
  gather(dim: number, index: Tensor): Tensor;
  gather(options: { dim: number; index: Tensor }): Tensor;
  gather(...given: unknown[]): Tensor {
    const call = "torch.gather";
    const { dim, index } = bindCall(call, given, { dim: "int", index: "Tensor" });
    const d = wrapDim(call, dim, this.ndim);
    checkIndexDtype(call, "gather", index);
    checkSameRank(call, this.self, index);
    const larger = index.shape.findIndex((size, k) => k !== d && size > this.shape[k]!);
    if (larger !== -1) {
      throw new RuntimeError(
        call,
        `Size does not match at dimension ${larger} expected index ${showShape(index.shape)} to be smaller than self ${showShape(this.shape)} apart from dimension ${d}`,
      );
    }
    const { shape } = this;
    const picked = gatherAlong(call, this[STRIDED], d, index[STRIDED]);
    return record("GatherBackward0", [this.self], picked, [
      saving([index], (grad, index) => zerosLike(shape, grad).scatter_add(d, index, grad)),
    ]);
  }

  /**
   * The slices of one dimension that a vector of places names. Source: `torch.index_select`.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).index_select(1, torch.tensor([1, 1])) // => tensor([[2, 2],\n        [4, 4]])
   */
  index_select(dim: number, index: Tensor): Tensor;
  index_select(options: { dim: number; index: Tensor }): Tensor;
  index_select(...given: unknown[]): Tensor {
    const call = "torch.index_select";
    const { dim, index } = bindCall(call, given, { dim: "int", index: "Tensor" });
    const d = wrapDim(call, dim, this.ndim);
    checkVector(call, "index_select(): Index is supposed to be a vector", index);
    if (index.dtype !== int64)
      throw new RuntimeError(call, "index_select(): Expected dtype int32 or int64 for index");
    const { shape } = this;
    const size = sizeAt(shape, d);
    const places = Array.from(index.toTypedArray() as BigInt64Array, Number);
    if (places.some((place) => place < 0 || place >= size)) {
      throw new IndexError(call, "index out of range in self", `dimension ${d} has ${size} entries`);
    }
    const source = this[STRIDED];
    const wanted = shape.map((own, k) => (k === d ? places.length : own));
    const stretched = index.reshape(shape.length === 0 ? [] : wanted.map((_, k) => (k === d ? -1 : 1)));
    const picked = gatherAlong(call, source, d, stretched.expand(wanted)[STRIDED]);
    return record("IndexSelectBackward0", [this.self], picked, [
      saving([index], (grad, index) => zerosLike(shape, grad).index_add(d, index, grad)),
    ]);
  }

  /**
   * The values at places of the flattened tensor, in the shape of the index; negative places count from the end.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).take(torch.tensor([3, 0])) // => tensor([4, 1])
   */
  take(index: Tensor): Tensor;
  take(options: { index: Tensor }): Tensor;
  take(...given: unknown[]): Tensor {
    const call = "torch.take";
    const { index } = bindCall(call, given, { index: "Tensor" });
    if (index.dtype !== int64) {
      throw new RuntimeError(
        call,
        `take(): Expected a long tensor for index, but got ${index.dtype.scalarName}`,
      );
    }
    const count = this.numel();
    if (count === 0 && index.numel() > 0)
      throw new IndexError(call, "take(): tried to take from an empty tensor");
    const from = asNumbers(this.toTypedArray());
    const out = emptyStrided(index.shape, this.dtype);
    const to = asNumbers(out.storage.data);
    index.toTypedArray().forEach((place, i) => {
      to[i] = from[flatPlace(call, Number(place), count)]!;
    });
    const { shape } = this;
    return record("TakeBackward0", [this.self], out, [
      saving([index], (grad, index) => zerosLike(shape, grad).put(index, grad, true)),
    ]);
  }

  /**
   * `gather` with an index that is broadcast; without `dim`, from the flattened tensor. Undoes `argsort`.
   * @example
   * torch.tensor([[3, 1, 2]]).take_along_dim(torch.tensor([[1, 2, 0]]), 1) // => tensor([[1, 2, 3]])
   */
  take_along_dim(indices: Tensor, dim?: number | null): Tensor;
  take_along_dim(indices: Tensor, options: { dim?: number | null }): Tensor;
  take_along_dim(...given: unknown[]): Tensor {
    const call = "torch.take_along_dim";
    const { indices, dim } = bindCall(call, given, { indices: "Tensor", dim: "int?" });
    if (dim === undefined) return this.view(-1).gather(0, indices.view(-1));
    if (this.ndim !== indices.ndim) {
      throw new RuntimeError(
        call,
        `torch.take_along_dim(): input and indices should have the same number of dimensions, but got ${this.ndim} dimensions for input, and ${indices.ndim} dimensions for indices`,
      );
    }
    if (indices.dtype !== int64) {
      throw new RuntimeError(
        call,
        `torch.take_along_dim(): dtype of indices should be Long but got ${indices.dtype.scalarName}`,
      );
    }
    const d = wrapDim(call, dim, this.ndim);
    const without = (shape: readonly number[]) => shape.map((size, k) => (k === d ? 1 : size));
    const common = broadcastShapes(call, [without(this.shape), without(indices.shape)]);
    const along = (size: number) => common.map((own, k) => (k === d ? size : own));
    return this.expand(along(this.shape[d]!)).gather(d, indices.expand(along(indices.shape[d]!)));
  }

  /**
   * The values where a mask is true, in one row; mask and tensor are broadcast. Source: `torch.masked_select`.
   * @example
   * torch.arange(6).masked_select(torch.arange(6).gt(3)) // => tensor([4, 5])
   */
  masked_select(mask: Tensor): Tensor;
  masked_select(options: { mask: Tensor }): Tensor;
  masked_select(...given: unknown[]): Tensor {
    const call = "torch.masked_select";
    const { mask } = bindCall(call, given, { mask: "Tensor" });
    if (mask.dtype.name !== "bool")
      throw new RuntimeError(call, "masked_select: expected BoolTensor or ByteTensor for mask");
    const shape = broadcastShapes(call, [mask.shape, this.shape]);
    const values = asNumbers(this.self.detach().expand(shape).toTypedArray());
    const chosen = mask.expand(shape).toTypedArray();
    const places: number[] = [];
    chosen.forEach((yes, i) => {
      if (yes !== 0) places.push(i);
    });
    const out = emptyStrided([places.length], this.dtype);
    const to = asNumbers(out.storage.data);
    places.forEach((place, i) => {
      to[i] = values[place]!;
    });
    return record("MaskedSelectBackward0", [this.self], out, [
      // The engine sums over what was broadcast.
      saving([mask], (grad, mask) => zerosLike(shape, grad).masked_scatter(mask, grad)),
    ]);
  }

  /**
   * Where the values differ from 0: one row of places for each, or with `as_tuple` a vector of places for each dimension,
   * which can be used as an index. Source: `torch.nonzero`.
   * @example
   * torch.tensor([0, 3, 0, 4]).nonzero() // => tensor([[1],\n        [3]])
   */
  nonzero(options?: { as_tuple?: false }): Tensor;
  nonzero(options: { as_tuple: true }): Tensor[];
  nonzero(...given: unknown[]): Tensor | Tensor[] {
    const { as_tuple = false } = bindCall("torch.nonzero", given, {}, { as_tuple: "bool?" });
    const mask = this.self.detach().ne(0)[STRIDED];
    if (!as_tuple) {
      const rows = maskToPicks(mask);
      const found = rows[0]?.shape[0] ?? Number(this.ne(0).item());
      const out = emptyStrided([found, rows.length], int64);
      rows.forEach((row, d) => {
        copyInto({ ...out, shape: [found], strides: [rows.length], offset: d }, row);
      });
      return makeTensor(out);
    }
    const atLeast1d = mask.shape.length > 0 ? mask : { ...mask, shape: [1], strides: [1] };
    return maskToPicks(atLeast1d).map((row) => makeTensor(row));
  }

  /**
   * Where the values differ from 0, one row of places for each.
   * @example
   * torch.tensor([0, 5, 7]).argwhere() // => tensor([[1],\n        [2]])
   */
  argwhere(): Tensor {
    return this.nonzero();
  }
}
