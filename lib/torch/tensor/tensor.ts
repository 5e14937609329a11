import { RuntimeError, TypeMismatch } from "../errors";
import { guardTensors } from "./absent";
import { copyInto } from "./convert";
import { bool, DType, float32, float64, int64 } from "./dtype";
import { freshHistory } from "./grad";
import { makeTensor, provideConstructor, record, sameGradient } from "./make";
import { TensorDraws } from "./methods/draws";
import { isTensor, type Operand } from "./operand";
import { emptyAlike } from "./ops/elementwise";
import { where } from "./ops/where";
import type { Strided } from "./strided";
import { STRIDED } from "./symbols";

/**
 * A strided array of float32, float64, int64 or bool: PyTorch's `torch.Tensor` on the processor.
 *
 * Tensors are made by `torch.tensor`, `torch.zeros`, `torch.rand` and their kin. `String(t)` is PyTorch's `print(t)`.
 */
export class Tensor extends TensorDraws implements Iterable<Tensor> {
  /** A copy of the values in a storage of their own. */
  clone(): Tensor {
    return record("CloneBackward0", [this], copyLaidOut(this[STRIDED], this.dtype), [sameGradient]);
  }

  /** The same values and storage without history; writes to one show in the other. */
  detach(): Tensor {
    return makeTensor(this[STRIDED], {
      ...freshHistory(),
      version: this.versionCounter(),
    });
  }

  /** The same values and storage without history or version: changes through it go unnoticed. Prefer `detach()`. */
  get data(): Tensor {
    return makeTensor(this[STRIDED]);
  }

  set data(value: Tensor) {
    if (!isTensor(value) || value.dtype !== this.dtype) {
      throw new RuntimeError(
        "Tensor.data",
        "Attempted to call `variable.set_data(tensor)`, but `variable` and `tensor` have incompatible tensor type.",
        isTensor(value) ? `convert it: x.to(torch.${this.dtype.name})` : "give a tensor",
      );
    }
    this[STRIDED] = value[STRIDED];
  }

  /** The tensor in another dtype; itself if it has it already. */
  to(dtype: DType | Tensor): Tensor {
    const wanted = isTensor(dtype) ? dtype.dtype : dtype;
    if (!(wanted instanceof DType)) {
      throw new TypeMismatch("Tensor.to", `expected a dtype such as torch.float32, got ${String(wanted)}`);
    }
    if (wanted === this.dtype) return this;
    return record("ToCopyBackward0", [this], copyLaidOut(this[STRIDED], wanted), [sameGradient]);
  }

  /** The tensor as float32. */
  float(): Tensor {
    return this.to(float32);
  }

  /** The tensor as float64. */
  double(): Tensor {
    return this.to(float64);
  }

  /** The tensor as int64. */
  long(): Tensor {
    return this.to(int64);
  }

  /** The tensor as bool: where it is not 0. */
  bool(): Tensor {
    return this.to(bool);
  }

  /** The values where `condition` holds, those of `other` elsewhere. */
  where(condition: Tensor, other: Operand): Tensor {
    return where(condition, this, other);
  }

  /** Whether shape, dtype and all values agree. */
  equal(other: Tensor): boolean {
    if (this.shape.length !== other.shape.length || !this.shape.every((size, d) => size === other.shape[d]))
      return false;
    return Boolean(this.eq(other).all().item());
  }

  /** The slices along the first dimension, as Python's `for row in t`. */
  *[Symbol.iterator](): Iterator<Tensor> {
    if (this.ndim === 0) throw new TypeMismatch("Tensor", "iteration over a 0-d tensor");
    for (let i = 0; i < this.shape[0]!; i++) yield this.select(0, i);
  }
}

/** A copy that keeps the order of dimensions in memory, as `clone` does. */
function copyLaidOut(view: Strided, dtype: DType): Strided {
  const copy = emptyAlike(view, dtype);
  copyInto(copy, view);
  return copy;
}

provideConstructor((view, history) => new Tensor(view, history));
guardTensors(Tensor.prototype);
