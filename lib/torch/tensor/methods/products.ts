import { RuntimeError, TypeMismatch } from "../../errors";
import { record } from "../make";
import { isTensor, typeName } from "../operand";
import { batched, mm } from "../ops/matmul";
import { showShape } from "../shape";
import { rowMajorStrides, type Strided } from "../strided";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorReductions } from "./reductions";

function checkTensor(call: string, value: unknown, name: string): asserts value is Tensor {
  if (isTensor(value)) return;
  const method = call.slice(call.lastIndexOf(".") + 1);
  throw new TypeMismatch(
    call,
    `${method}(): argument '${name}' (position 1) must be Tensor, not ${typeName(value)}`,
  );
}

function checkSameDtype(call: string, sentence: string, a: Tensor, b: Tensor): void {
  if (a.dtype !== b.dtype) throw new RuntimeError(call, sentence, `got ${a.dtype} and ${b.dtype}`);
}

/** The methods of linear algebra. Every output is one accumulator, with k ascending from 0. */
export abstract class TensorProducts extends TensorReductions {
  /** Matrix times matrix: (n×m)·(m×p) → (n×p). */
  mm(mat2: Tensor): Tensor {
    checkTensor("torch.mm", mat2, "mat2");
    if (this.ndim !== 2)
      throw new RuntimeError("torch.mm", "self must be a matrix", `got shape ${showShape(this.shape)}`);
    if (mat2.ndim !== 2)
      throw new RuntimeError("torch.mm", "mat2 must be a matrix", `got shape ${showShape(mat2.shape)}`);
    return record("MmBackward0", [this.self, mat2], mm("torch.mm", this[STRIDED], mat2[STRIDED]));
  }

  /** The inner product of two vectors of one length. */
  dot(other: Tensor): Tensor {
    const call = "torch.dot";
    checkTensor(call, other, "tensor");
    if (this.ndim !== 1 || other.ndim !== 1) {
      throw new RuntimeError(call, `1D tensors expected, but got ${this.ndim}D and ${other.ndim}D tensors`);
    }
    const sentence = `dot : expected both vectors to have same dtype, but found ${this.dtype.scalarName} and ${other.dtype.scalarName}`;
    checkSameDtype(call, sentence, this.self, other);
    const [n = 0] = this.shape;
    const [m = 0] = other.shape;
    if (n !== m) {
      throw new RuntimeError(
        call,
        `inconsistent tensor size, expected tensor [${n}] and src [${m}] to have the same number of elements, but got ${n} and ${m} elements respectively`,
      );
    }
    const product = mm(call, this.unsqueeze(0)[STRIDED], other.unsqueeze(1)[STRIDED]);
    return record("DotBackward0", [this.self, other], { ...product, shape: [], strides: [] });
  }

  /** Matrix times vector: (n×m)·(m) → (n). */
  mv(vec: Tensor): Tensor {
    const call = "torch.mv";
    checkTensor(call, vec, "vec");
    if (this.ndim !== 2 || vec.ndim !== 1) {
      throw new RuntimeError(
        call,
        `vector + matrix @ vector expected, got 1, ${this.ndim}, ${vec.ndim}`,
        `got shapes ${showShape(this.shape)} and ${showShape(vec.shape)}`,
      );
    }
    checkSameDtype(
      call,
      `expected scalar type ${this.dtype.scalarName} but found ${vec.dtype.scalarName}`,
      this.self,
      vec,
    );
    const [n = 0, m = 0] = this.shape;
    if (vec.shape[0] !== m)
      throw new RuntimeError(call, `size mismatch, got ${n}, ${n}x${m},${vec.shape[0]}`);
    const product = mm(call, this[STRIDED], vec.unsqueeze(1)[STRIDED]);
    return record("MvBackward0", [this.self, vec], { ...product, shape: [n], strides: [1] });
  }

  /**
   * Python's `self @ other`: inner product, matrix times vector, matrix product, or a batch of them with broadcasting.
   * Errors: `mat1 and mat2 shapes cannot be multiplied (AxB and CxD)`.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).matmul(torch.tensor([1, 1])) // => tensor([3, 7])
   */
  matmul(other: Tensor): Tensor {
    const call = "torch.matmul";
    checkTensor(call, other, "other");
    if (this.ndim === 0 || other.ndim === 0) {
      throw new RuntimeError(
        call,
        `both arguments to matmul need to be at least 1D, but they are ${this.ndim}D and ${other.ndim}D`,
        "multiply by a single value with mul()",
      );
    }
    if (this.ndim === 1 && other.ndim === 1) return this.dot(other);
    if (this.ndim === 2 && other.ndim === 1) return this.mv(other);
    if (this.ndim === 1 && other.ndim === 2) {
      const product = mm(call, this.unsqueeze(0)[STRIDED], other[STRIDED]);
      return record("SqueezeBackward3", [this.self, other], {
        ...product,
        shape: [product.shape[1]!],
        strides: [1],
      });
    }
    if (this.ndim === 2 && other.ndim === 2) {
      return record("MmBackward0", [this.self, other], mm(call, this[STRIDED], other[STRIDED]));
    }
    return this.#batched(call, other);
  }

  #batched(call: string, other: Tensor): Tensor {
    const left = this.ndim === 1 ? this.unsqueeze(0) : this.self;
    const right = other.ndim === 1 ? other.unsqueeze(1) : other;
    if (right.ndim === 2) {
      // One matrix for all: PyTorch folds the leading dimensions into rows.
      const rows = left.reshape(-1, left.shape.at(-1)!);
      const product = mm(call, rows[STRIDED], right[STRIDED]);
      const shape = [...left.shape.slice(0, -1), right.shape[1]!];
      const kept = other.ndim === 1 ? shape.slice(0, -1) : shape;
      return record("UnsafeViewBackward0", [this.self, other], { ...product, ...rowMajor(kept) });
    }
    const product = batched(call, left[STRIDED], right[STRIDED]);
    const kept = product.shape.filter(
      (_, d) =>
        !(this.ndim === 1 && d === product.shape.length - 2) &&
        !(other.ndim === 1 && d === product.shape.length - 1),
    );
    return record("UnsafeViewBackward0", [this.self, other], { ...product, ...rowMajor(kept) });
  }
}

function rowMajor(shape: readonly number[]): Pick<Strided, "shape" | "strides"> {
  return { shape: Object.freeze([...shape]), strides: rowMajorStrides(shape) };
}
