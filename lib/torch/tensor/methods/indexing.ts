import { TypeMismatch } from "../../errors";
import { changeInPlace } from "../change";
import { checkIndex, fullPicks, type Index, resolveIndex } from "../index-parts";
import { gathered, planPut } from "../index-put";
import { recordView, sameGradient } from "../make";
import { isScalar, isTensor, type Operand, typeName } from "../operand";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorRectifiers } from "./rectifiers";

export type { Index } from "../index-parts";

function alias(source: Tensor): Tensor {
  return recordView("AliasBackward0", source, source[STRIDED], { step: alias, derivative: sameGradient });
}

/** Reading and writing parts of a tensor. */
export abstract class TensorIndexing extends TensorRectifiers {
  /**
   * Python's `t[…]`: `t.at(0)` is `t[0]`, `t.at(null, torch.slice(1, 3), "...")` is `t[None, 1:3, ...]`.
   * Positions and slices give views; masks and lists of positions give copies.
   * @example
   * torch.arange(6).view(2, 3).at(1, torch.slice(0, 2)) // => tensor([3, 4])
   */
  at(...index: Index[]): Tensor {
    index.forEach(checkIndex);
    const { view, picks } = resolveIndex(this.self, index);
    if (picks.length > 0) {
      return gathered(view, fullPicks(picks, view.ndim));
    }
    return view === this.self ? alias(view) : view;
  }

  /**
   * Python's `t[index] = value`; several parts of an index come as an array. Returns the tensor.
   * @example
   * torch.zeros(3).set(1, 5) // => tensor([0., 5., 0.])
   */
  set(index: Index | readonly Index[], value: Operand): this {
    const parts = Array.isArray(index) ? (index as readonly Index[]) : [index as Index];
    parts.forEach(checkIndex);
    if (!isTensor(value) && !isScalar(value)) {
      throw new TypeMismatch(
        "Tensor.set",
        `can't assign a ${typeName(value)} to a torch.${this.dtype.scalarName}Tensor`,
      );
    }
    const { view, picks } = resolveIndex(this.self, parts);
    if (picks.length === 0) {
      const target = view === this.self ? alias(view) : view;
      if (isTensor(value)) target.copy_(withoutLeadingOnes(value, target.ndim).expand(target.shape));
      else target.fill_(value);
      return this;
    }
    const full = fullPicks(picks, view.ndim);
    changeInPlace(view, planPut("Tensor.set", view, { picks: full, value, accumulate: false }));
    return this;
  }
}

/** A value that is assigned may have more dimensions than the place, if the first ones are of size 1. */
function withoutLeadingOnes(value: Tensor, rank: number): Tensor {
  let result = value;
  while (result.ndim > rank && result.shape[0] === 1) result = result.squeeze(0);
  return result;
}
