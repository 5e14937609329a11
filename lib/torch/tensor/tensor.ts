import { checkDevice, type Device, isDevice } from "../device";
import { RuntimeError, TypeMismatch } from "../errors";
import { guardTensors } from "./absent";
import { copyInto } from "./convert";
import { bfloat16, bool, DType, float16, float32, float64, int64 } from "./dtype";
import { freshHistory } from "./grad";
import { makeTensor, provideConstructor, record, sameGradient } from "./make";
import { TensorDraws } from "./methods/draws";
import { isTensor, type Operand } from "./operand";
import { emptyAlike } from "./ops/elementwise";
import { where } from "./ops/where";
import type { Strided } from "./strided";
import { STRIDED } from "./symbols";

/**
 * A strided array of float32, float64, float16, bfloat16, int64 or bool: PyTorch's `torch.Tensor` on the processor.
 *
 * Tensors are made by `torch.tensor`, `torch.zeros`, `torch.rand` and their kin. `String(t)` is PyTorch's `print(t)`.
 */
export class Tensor extends TensorDraws implements Iterable<Tensor> {
  /**
   * A copy of the values in a storage of their own.
   * @example
   * torch.tensor([0.5, 1, 2]).clone() // => tensor([0.5000, 1.0000, 2.0000])
   */
  clone(): Tensor {
    return record("CloneBackward0", [this], copyLaidOut(this[STRIDED], this.dtype), [sameGradient]);
  }

  /**
   * The same values and storage without history; writes to one show in the other.
   * @example
   * torch.ones(2, { requires_grad: true }).detach() // => tensor([1., 1.])
   */
  detach(): Tensor {
    return makeTensor(this[STRIDED], {
      ...freshHistory(),
      version: this.versionCounter(),
    });
  }

  /**
   * The same values and storage without history or version: changes through it go unnoticed. Prefer `detach()`.
   * @example
   * torch.ones(2, { requires_grad: true }).data // => tensor([1., 1.])
   */
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

  /**
   * The tensor in another dtype; itself if it has it already.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).to(torch.int64) // => tensor([-1,  0,  2])
   */
  to(dtype: DType | Tensor | Device | "cpu" | "cuda"): Tensor {
    if (typeof dtype === "string") checkDevice("Tensor.to", dtype);
    if (typeof dtype === "string" || isDevice(dtype)) return this;
    const wanted = isTensor(dtype) ? dtype.dtype : dtype;
    if (!(wanted instanceof DType)) {
      throw new TypeMismatch("Tensor.to", `expected a dtype such as torch.float32, got ${String(wanted)}`);
    }
    if (wanted === this.dtype) return this;
    return record("ToCopyBackward0", [this], copyLaidOut(this[STRIDED], wanted), [sameGradient]);
  }

  /**
   * The tensor as float32.
   * @example
   * torch.arange(3).float() // => tensor([0., 1., 2.])
   */
  float(): Tensor {
    return this.to(float32);
  }

  /**
   * The tensor as float16, each value rounded to 11 significant bits; above 65504 infinite.
   * @example
   * torch.tensor([1.0009765625, 2.5]).half() // => tensor([1.0010, 2.5000], dtype=torch.float16)
   */
  half(): Tensor {
    return this.to(float16);
  }

  /**
   * The tensor as bfloat16, each value rounded to 8 significant bits.
   * @example
   * torch.tensor([1.0009765625, 2.5]).bfloat16() // => tensor([1.0000, 2.5000], dtype=torch.bfloat16)
   */
  bfloat16(): Tensor {
    return this.to(bfloat16);
  }

  /**
   * The tensor as float64.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).double() // => tensor([-1.5000,  0.5000,  2.0000], dtype=torch.float64)
   */
  double(): Tensor {
    return this.to(float64);
  }

  /**
   * The tensor as int64.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).long() // => tensor([-1,  0,  2])
   */
  long(): Tensor {
    return this.to(int64);
  }

  /**
   * The tensor as bool: where it is not 0.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).bool() // => tensor([True, True, True])
   */
  bool(): Tensor {
    return this.to(bool);
  }

  /**
   * The values where `condition` holds, those of `other` elsewhere.
   * @example
   * torch.tensor([1.5, 5, 3]).where(torch.tensor([1.5, 5, 3]).gt(2), torch.zeros(3)) // => tensor([0., 5., 3.])
   */
  where(condition: Tensor, other: Operand): Tensor {
    return where(condition, this, other);
  }

  /**
   * Whether shape, dtype and all values agree.
   * @example
   * torch.tensor([1.5, 5, 3]).equal(torch.tensor([4, 5, 2])) // => false
   */
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
