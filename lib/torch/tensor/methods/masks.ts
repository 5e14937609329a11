import { bindCall } from "../bind";
import { type Change, changed, changeInPlace } from "../change";
import { planFlatPut } from "../flat-put";
import { checkIndex, fullPicks, type Index, resolveIndex } from "../index-parts";
import { planIndexAdd, planIndexCopy, planIndexFill } from "../index-plans";
import { planPut } from "../index-put";
import { planMaskedFill, planMaskedScatter, spread } from "../mask-plans";
import type { Operand } from "../operand";
import type { Scalar } from "../promote";
import type { Tensor } from "../tensor";
import { TensorScattering } from "./scattering";

function planIndexPut(call: string, target: Tensor, given: readonly unknown[]): Change {
  const schema = { indices: "any", values: "Tensor", accumulate: "bool?" } as const;
  const { indices, values, accumulate = false } = bindCall(call, given, schema);
  const parts = indices as readonly Index[];
  parts.forEach(checkIndex);
  const { picks } = resolveIndex(target, parts);
  return planPut(call, target, { picks: fullPicks(picks, target.ndim), value: values, accumulate });
}

/** The methods that write values to the slices that a vector names, or where a mask is true. */
export abstract class TensorMasks extends TensorScattering {
  /**
   * A copy to whose slices along `dim`, named by a vector, those of `source` (times `alpha`) are added.
   * Source: `torch.index_add`.
   * @example
   * torch.zeros(3).index_add(0, torch.tensor([2, 2, 0]), torch.ones(3)) // => tensor([1., 0., 2.])
   */
  index_add(dim: number, index: Tensor, source: Tensor, options?: { alpha?: Scalar }): Tensor;
  index_add(...given: unknown[]): Tensor {
    return changed(this.self, planIndexAdd("torch.index_add", this.self, given));
  }

  /**
   * `index_add` in place.
   * @example
   * torch.tensor([0, 0, 0]).index_add_(0, torch.tensor([2, 2, 0]), torch.tensor([1, 2, 3])) // => tensor([3, 0, 3])
   */
  index_add_(dim: number, index: Tensor, source: Tensor, options?: { alpha?: Scalar }): this;
  index_add_(...given: unknown[]): this {
    changeInPlace(this.self, planIndexAdd("Tensor.index_add_", this.self, given));
    return this;
  }

  /**
   * A copy in which the slices along `dim` that a vector names are those of `source`.
   * @example
   * torch.tensor([0, 0, 0]).index_copy(0, torch.tensor([2, 0]), torch.tensor([5, 7])) // => tensor([7, 0, 5])
   */
  index_copy(dim: number, index: Tensor, source: Tensor): Tensor;
  index_copy(...given: unknown[]): Tensor {
    return changed(this.self, planIndexCopy("torch.index_copy", this.self, given));
  }

  /**
   * `index_copy` in place.
   * @example
   * torch.tensor([0, 0, 0]).index_copy_(0, torch.tensor([2, 0]), torch.tensor([5, 7])) // => tensor([7, 0, 5])
   */
  index_copy_(dim: number, index: Tensor, source: Tensor): this;
  index_copy_(...given: unknown[]): this {
    changeInPlace(this.self, planIndexCopy("Tensor.index_copy_", this.self, given));
    return this;
  }

  /**
   * A copy in which the slices along `dim` that a vector names hold one value.
   * @example
   * torch.tensor([1, 2, 3]).index_fill(0, torch.tensor([0, 2]), -1) // => tensor([-1,  2, -1])
   */
  index_fill(dim: number, index: Tensor, value: Operand): Tensor;
  index_fill(...given: unknown[]): Tensor {
    return changed(this.self, planIndexFill("torch.index_fill", this.self, given));
  }

  /**
   * `index_fill` in place.
   * @example
   * torch.tensor([1, 2, 3]).index_fill_(0, torch.tensor([0, 2]), -1) // => tensor([-1,  2, -1])
   */
  index_fill_(dim: number, index: Tensor, value: Operand): this;
  index_fill_(...given: unknown[]): this {
    changeInPlace(this.self, planIndexFill("Tensor.index_fill_", this.self, given));
    return this;
  }

  /**
   * A copy after `t[indices] = values`, or with `accumulate` after adding them, a place that comes twice getting both.
   * @example
   * torch.tensor([1, 2, 3]).index_put([torch.tensor([0, 2])], torch.tensor([7, 8])) // => tensor([7, 2, 8])
   */
  index_put(indices: readonly Tensor[], values: Tensor, accumulate?: boolean): Tensor;
  index_put(indices: readonly Tensor[], values: Tensor, options: { accumulate?: boolean }): Tensor;
  index_put(...given: unknown[]): Tensor {
    return changed(this.self, planIndexPut("torch.index_put", this.self, given));
  }

  /**
   * `index_put` in place.
   * @example
   * torch.tensor([1, 2, 3]).index_put_([torch.tensor([0, 2])], torch.tensor([7, 8])) // => tensor([7, 2, 8])
   */
  index_put_(indices: readonly Tensor[], values: Tensor, accumulate?: boolean): this;
  index_put_(indices: readonly Tensor[], values: Tensor, options: { accumulate?: boolean }): this;
  index_put_(...given: unknown[]): this {
    changeInPlace(this.self, planIndexPut("Tensor.index_put_", this.self, given));
    return this;
  }

  /**
   * A copy that holds one value where the mask, which is broadcast, is true.
   * Errors: `masked_fill only supports boolean masks, but got mask with dtype …`. Source: `torch.masked_fill`.
   * @example
   * torch.ones(3).masked_fill(torch.tensor([true, false, true]), -1) // => tensor([-1.,  1., -1.])
   */
  masked_fill(mask: Tensor, value: Operand): Tensor;
  masked_fill(...given: unknown[]): Tensor {
    const call = "torch.masked_fill";
    const { mask } = bindCall(call, given, { mask: "Tensor", value: "operand" });
    const own = spread(call, this.self, mask);
    return changed(own, planMaskedFill(call, own, given));
  }

  /**
   * `masked_fill` in place.
   * @example
   * torch.tensor([1, 2, 3]).masked_fill_(torch.tensor([true, false, true]), -1) // => tensor([-1,  2, -1])
   */
  masked_fill_(mask: Tensor, value: Operand): this;
  masked_fill_(...given: unknown[]): this {
    changeInPlace(this.self, planMaskedFill("Tensor.masked_fill_", this.self, given));
    return this;
  }

  /**
   * A copy in which the values of `source`, one after the other, stand where the mask is true.
   * @example
   * torch.tensor([0, 0, 0]).masked_scatter(torch.tensor([true, false, true]), torch.tensor([5, 7])) // => tensor([5, 0, 7])
   */
  masked_scatter(mask: Tensor, source: Tensor): Tensor;
  masked_scatter(...given: unknown[]): Tensor {
    const call = "torch.masked_scatter";
    const { mask } = bindCall(call, given, { mask: "Tensor", source: "Tensor" });
    const own = spread(call, this.self, mask);
    return changed(own, planMaskedScatter(call, own, given));
  }

  /**
   * `masked_scatter` in place.
   * @example
   * torch.tensor([0, 0, 0]).masked_scatter_(torch.tensor([true, false, true]), torch.tensor([5, 7])) // => tensor([5, 0, 7])
   */
  masked_scatter_(mask: Tensor, source: Tensor): this;
  masked_scatter_(...given: unknown[]): this {
    changeInPlace(this.self, planMaskedScatter("Tensor.masked_scatter_", this.self, given));
    return this;
  }

  /**
   * A copy with values at places of the flattened tensor, or with `accumulate` added there.
   * @example
   * torch.tensor([1, 2, 3]).put(torch.tensor([2, 0]), torch.tensor([7, 8])) // => tensor([8, 2, 7])
   */
  put(index: Tensor, source: Tensor, accumulate?: boolean): Tensor;
  put(...given: unknown[]): Tensor {
    return changed(this.self, planFlatPut("torch.put", this.self, given));
  }

  /**
   * `put` in place.
   * @example
   * torch.tensor([1, 2, 3]).put_(torch.tensor([2, 0]), torch.tensor([7, 8])) // => tensor([8, 2, 7])
   */
  put_(index: Tensor, source: Tensor, accumulate?: boolean): this;
  put_(...given: unknown[]): this {
    changeInPlace(this.self, planFlatPut("Tensor.put_", this.self, given));
    return this;
  }
}
