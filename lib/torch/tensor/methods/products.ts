import { RuntimeError, TypeMismatch } from "../../errors";
import { type Derivatives, type SavingFormula, saving } from "../derivatives";
import { record } from "../make";
import { isTensor, typeName } from "../operand";
import { batched, mm } from "../ops/matmul";
import { checkReduced } from "../reduced-lacks";
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
  /**
   * Matrix times matrix: (n×m)·(m×p) → (n×p).
   * @example
   * torch.tensor([[1.5, 2], [3, 4]]).mm(torch.tensor([[1.5, 2], [3, 4]])) // => tensor([[ 8.2500, 11.0000],\n        [16.5000, 22.0000]])
   */
  mm(mat2: Tensor): Tensor {
    checkTensor("torch.mm", mat2, "mat2");
    if (this.ndim !== 2)
      throw new RuntimeError("torch.mm", "self must be a matrix", `got shape ${showShape(this.shape)}`);
    if (mat2.ndim !== 2)
      throw new RuntimeError("torch.mm", "mat2 must be a matrix", `got shape ${showShape(mat2.shape)}`);
    const product = mm("torch.mm", this[STRIDED], mat2[STRIDED]);
    return record("MmBackward0", [this.self, mat2], product, mmDerivatives(this.self, mat2));
  }

  /**
   * The inner product of two vectors of one length.
   * @example
   * torch.tensor([0.5, 2]).dot(torch.tensor([0.5, 2])) // => tensor(4.2500)
   */
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
    return record("DotBackward0", [this.self, other], { ...product, shape: [], strides: [] }, [
      saving([other], (grad, b) => grad.mul(b)),
      saving([this.self], (grad, a) => grad.mul(a)),
    ]);
  }

  /**
   * Matrix times vector: (n×m)·(m) → (n).
   * @example
   * torch.tensor([[1.5, 2], [3, 4]]).mv(torch.tensor([0.5, 2])) // => tensor([4.7500, 9.5000])
   */
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
    return record("MvBackward0", [this.self, vec], { ...product, shape: [n], strides: [1] }, [
      saving([vec], (grad, vec) => grad.unsqueeze(1).mul(vec)),
      saving([this.self], (grad, a) => a.t().mv(grad)),
    ]);
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
      const view = { ...product, shape: [product.shape[1]!], strides: [1] };
      return record("SqueezeBackward3", [this.self, other], view, [
        saving([other], (grad, b) => b.mv(grad)),
        saving([this.self], (grad, a) => a.unsqueeze(1).mul(grad)),
      ]);
    }
    if (this.ndim === 2 && other.ndim === 2) {
      const product = mm(call, this[STRIDED], other[STRIDED]);
      return record("MmBackward0", [this.self, other], product, mmDerivatives(this.self, other));
    }
    return this.#batched(call, other);
  }

  #batched(call: string, other: Tensor): Tensor {
    const left = this.ndim === 1 ? this.unsqueeze(0) : this.self;
    const right = other.ndim === 1 ? other.unsqueeze(1) : other;
    if (this.ndim === 1) checkVector(call, this.shape[0]!, right.mT);
    if (other.ndim === 1) checkVector(call, other.shape[0]!, left);
    checkBatch(left, right);
    if (right.ndim === 2) {
      // One matrix for all: PyTorch folds the leading dimensions into rows.
      const rows = left.reshape(-1, left.shape.at(-1)!);
      const product = mm(call, rows[STRIDED], right[STRIDED]);
      const shape = [...left.shape.slice(0, -1), right.shape[1]!];
      const kept = other.ndim === 1 ? shape.slice(0, -1) : shape;
      const derivatives = foldedDerivatives(left, right, product.shape);
      return record("UnsafeViewBackward0", [left, right], { ...product, ...rowMajor(kept) }, derivatives);
    }
    const product = batched(call, left[STRIDED], right[STRIDED]);
    const { shape } = product;
    const kept = shape.filter(
      (_, d) => !(this.ndim === 1 && d === shape.length - 2) && !(other.ndim === 1 && d === shape.length - 1),
    );
    return record("UnsafeViewBackward0", [left, right], { ...product, ...rowMajor(kept) }, [
      saving([right], (grad, b) => grad.reshape(shape).matmul(b.transpose(-1, -2))),
      saving([left], (grad, a) => a.transpose(-1, -2).matmul(grad.reshape(shape))),
    ]);
  }
}

/** PyTorch folds the matrices' rows, and multiplies them by the vector. */
function checkVector(call: string, length: number, { shape }: Tensor): void {
  const width = shape.at(-1)!;
  if (width === length) return;
  const rows = shape.slice(0, -1).reduce((product, size) => product * size, 1);
  throw new RuntimeError(call, `size mismatch, got ${rows}, ${rows}x${width},${length}`);
}

/** Larger products of a batch are made one by one, by another kernel than small ones. */
function checkBatch(left: Tensor, right: Tensor): void {
  const [rows = 0, inner = 0] = left.shape.slice(-2);
  const isSmall = right.ndim > 2 && rows * inner * right.shape.at(-1)! < 400;
  checkReduced(isSmall ? "BmmBackward0" : "MmBackward0", left.dtype);
}

/** The derivatives of a matrix product. */
export function mmDerivatives(a: Tensor, b: Tensor): [SavingFormula, SavingFormula] {
  const step = b.stride(0);
  return [
    saving([b], (grad, b) => grad.mm(b.t())),
    // Its layout follows b, which for a Linear is the transpose of the weight.
    saving([a], (grad, a) => (step === 1 ? grad.t().mm(a).t() : a.t().mm(grad))),
  ];
}

/** The derivatives of a batch of rows times one matrix; `shape` is that of all rows times the matrix. */
function foldedDerivatives(left: Tensor, right: Tensor, shape: readonly number[]): Derivatives {
  const { shape: before } = left;
  return [
    saving([right], (grad, b) => grad.reshape(shape).mm(b.t()).reshape(before)),
    saving([left], (grad, a) => a.reshape(-1, a.shape.at(-1)!).t().mm(grad.reshape(shape))),
  ];
}

function rowMajor(shape: readonly number[]): Pick<Strided, "shape" | "strides"> {
  return { shape: Object.freeze([...shape]), strides: rowMajorStrides(shape) };
}
