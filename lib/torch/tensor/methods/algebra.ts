import { RuntimeError } from "../../errors";
import { type AddedOptions, addProduct, addProductInPlace } from "../added-products";
import { bindCall } from "../bind";
import { cross } from "../cross";
import { saving } from "../derivatives";
import { determinant, inverse } from "../lu";
import { record, renameNode } from "../make";
import { matrixPower } from "../matrix-power";
import { batched } from "../ops/matmul";
import { showShape } from "../shape";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { tensordot } from "../tensordot";
import { TensorMasks } from "./masks";

/** The methods of linear algebra beside `matmul`. Every output is one accumulator, with k ascending from 0. */
export abstract class TensorAlgebra extends TensorMasks {
  /**
   * Each matrix of a batch times that of another: (b×n×m)·(b×m×p) → (b×n×p); no broadcasting.
   * Errors: `batch1 must be a 3D tensor`. Source: `torch.bmm`.
   * @example
   * torch.ones(1, 2, 3).bmm(torch.ones(1, 3, 1)) // => tensor([[[3.],\n         [3.]]])
   */
  bmm(mat2: Tensor): Tensor;
  bmm(...given: unknown[]): Tensor {
    const call = "torch.bmm";
    const { mat2 } = bindCall(call, given, { mat2: "Tensor" });
    const shapes = `got shapes ${showShape(this.shape)} and ${showShape(mat2.shape)}`;
    if (this.ndim !== 3) throw new RuntimeError(call, "batch1 must be a 3D tensor", shapes);
    if (mat2.ndim !== 3) throw new RuntimeError(call, "batch2 must be a 3D tensor", shapes);
    const [n, , k] = this.shape as [number, number, number];
    if (mat2.shape[0] !== n || mat2.shape[1] !== k) {
      throw new RuntimeError(
        call,
        `Expected size for first two dimensions of batch2 tensor to be: [${n}, ${k}] but got: [${mat2.shape[0]}, ${mat2.shape[1]}].`,
      );
    }
    return record("BmmBackward0", [this.self, mat2], batched(call, this[STRIDED], mat2[STRIDED]), [
      saving([mat2], (grad, b) => grad.bmm(b.transpose(1, 2))),
      saving([this.self], (grad, a) => a.transpose(1, 2).bmm(grad)),
    ]);
  }

  /**
   * `beta · self + alpha · mat1 @ mat2`; with `beta` 0 what stands in `self` does not count. Source: `torch.addmm`.
   * @example
   * torch.ones(1, 2).addmm(torch.tensor([[0.5, 1]]), torch.eye(2)) // => tensor([[1.5000, 2.0000]])
   */
  addmm(mat1: Tensor, mat2: Tensor, options?: AddedOptions): Tensor;
  addmm(...given: unknown[]): Tensor {
    return addProduct("addmm", this.self, given);
  }

  /**
   * `addmm` in place.
   * @example
   * torch.ones(1, 2).addmm_(torch.tensor([[0.5, 1]]), torch.eye(2)) // => tensor([[1.5000, 2.0000]])
   */
  addmm_(mat1: Tensor, mat2: Tensor, options?: AddedOptions): this;
  addmm_(...given: unknown[]): this {
    addProductInPlace("addmm", this.self, given);
    return this;
  }

  /**
   * `beta · self + alpha · mat @ vec`. Source: `torch.addmv`.
   * @example
   * torch.tensor([1, 1]).addmv(torch.tensor([[1, 2], [3, 4]]), torch.tensor([1, 1])) // => tensor([4, 8])
   */
  addmv(mat: Tensor, vec: Tensor, options?: AddedOptions): Tensor;
  addmv(...given: unknown[]): Tensor {
    return addProduct("addmv", this.self, given);
  }

  /**
   * `addmv` in place.
   * @example
   * torch.tensor([1, 1]).addmv_(torch.tensor([[1, 2], [3, 4]]), torch.tensor([1, 1])) // => tensor([4, 8])
   */
  addmv_(mat: Tensor, vec: Tensor, options?: AddedOptions): this;
  addmv_(...given: unknown[]): this {
    addProductInPlace("addmv", this.self, given);
    return this;
  }

  /**
   * `beta · self + alpha · vec1 ⊗ vec2`. Source: `torch.addr`.
   * @example
   * torch.zeros(2, 2, { dtype: torch.int64 }).addr(torch.tensor([1, 2]), torch.tensor([3, 4])) // => tensor([[3, 4],\n        [6, 8]])
   */
  addr(vec1: Tensor, vec2: Tensor, options?: AddedOptions): Tensor;
  addr(...given: unknown[]): Tensor {
    return addProduct("addr", this.self, given);
  }

  /**
   * `addr` in place.
   * @example
   * torch.zeros(2, 2, { dtype: torch.int64 }).addr_(torch.tensor([1, 2]), torch.tensor([3, 4])) // => tensor([[3, 4],\n        [6, 8]])
   */
  addr_(vec1: Tensor, vec2: Tensor, options?: AddedOptions): this;
  addr_(...given: unknown[]): this {
    addProductInPlace("addr", this.self, given);
    return this;
  }

  /**
   * `beta · self + alpha · batch1 @ batch2`, matrix by matrix. Source: `torch.baddbmm`.
   * @example
   * torch.ones(1, 1, 2).baddbmm(torch.ones(1, 1, 3), torch.ones(1, 3, 2)) // => tensor([[[4., 4.]]])
   */
  baddbmm(batch1: Tensor, batch2: Tensor, options?: AddedOptions): Tensor;
  baddbmm(...given: unknown[]): Tensor {
    return addProduct("baddbmm", this.self, given);
  }

  /**
   * `baddbmm` in place.
   * @example
   * torch.ones(1, 1, 2).baddbmm_(torch.ones(1, 1, 3), torch.ones(1, 3, 2)) // => tensor([[[4., 4.]]])
   */
  baddbmm_(batch1: Tensor, batch2: Tensor, options?: AddedOptions): this;
  baddbmm_(...given: unknown[]): this {
    addProductInPlace("baddbmm", this.self, given);
    return this;
  }

  /**
   * `beta · self + alpha · Σ batch1 @ batch2`, summed over the batch. Source: `torch.addbmm`.
   * @example
   * torch.ones(1, 2).addbmm(torch.ones(2, 1, 3), torch.ones(2, 3, 2)) // => tensor([[7., 7.]])
   */
  addbmm(batch1: Tensor, batch2: Tensor, options?: AddedOptions): Tensor;
  addbmm(...given: unknown[]): Tensor {
    return addProduct("addbmm", this.self, given);
  }

  /**
   * `addbmm` in place.
   * @example
   * torch.ones(1, 2).addbmm_(torch.ones(2, 1, 3), torch.ones(2, 3, 2)) // => tensor([[7., 7.]])
   */
  addbmm_(batch1: Tensor, batch2: Tensor, options?: AddedOptions): this;
  addbmm_(...given: unknown[]): this {
    addProductInPlace("addbmm", this.self, given);
    return this;
  }

  /**
   * Every value of one vector times every value of another: (n), (m) → (n×m). Source: `torch.outer`.
   * @example
   * torch.tensor([1, 2]).outer(torch.tensor([3, 4])) // => tensor([[3, 4],\n        [6, 8]])
   */
  outer(vec2: Tensor): Tensor;
  outer(...given: unknown[]): Tensor {
    const call = "torch.outer";
    const { vec2 } = bindCall(call, given, { vec2: "Tensor" });
    if (this.ndim !== 1) {
      throw new RuntimeError(call, `outer: Expected 1-D argument self, but got ${this.ndim}-D`);
    }
    if (vec2.ndim !== 1) {
      throw new RuntimeError(call, `outer: Expected 1-D argument vec2, but got ${vec2.ndim}-D`);
    }
    return this.reshape(this.shape[0]!, 1).mul(vec2);
  }

  /**
   * Another name of `outer`.
   * @example
   * torch.tensor([1, 2]).ger(torch.tensor([3, 4])) // => tensor([[3, 4],\n        [6, 8]])
   */
  ger(vec2: Tensor): Tensor {
    return this.outer(vec2);
  }

  /**
   * Sums of products along the last dimension of both: `dot` for vectors; a scalar multiplies. Source: `torch.inner`.
   * @example
   * torch.tensor([1, 2]).inner(torch.tensor([3, 4])) // => tensor(11)
   */
  inner(other: Tensor): Tensor;
  inner(...given: unknown[]): Tensor {
    const call = "torch.inner";
    const { other } = bindCall(call, given, { other: "Tensor" });
    if (this.ndim === 0 || other.ndim === 0) return this.mul(other);
    if (this.shape.at(-1) !== other.shape.at(-1)) {
      throw new RuntimeError(
        call,
        `inner() the last dimension must match on both input tensors but got shapes ${showShape(this.shape)} and ${showShape(other.shape)}`,
      );
    }
    return tensordot(this.self, other, [[-1], [-1]]);
  }

  /**
   * The inner product of two vectors of one length: `dot`, since there are no complex numbers here.
   * @example
   * torch.tensor([1, 2]).vdot(torch.tensor([3, 4])) // => tensor(11)
   */
  vdot(other: Tensor): Tensor {
    return renameNode(this.dot(other), "VdotBackward0");
  }

  /**
   * Kronecker's product: every value times the whole of the other tensor. Source: `torch.kron`.
   * @example
   * torch.eye(2).kron(torch.ones(1, 2)) // => tensor([[1., 1., 0., 0.],\n        [0., 0., 1., 1.]])
   */
  kron(other: Tensor): Tensor;
  kron(...given: unknown[]): Tensor {
    const { other } = bindCall("torch.kron", given, { other: "Tensor" });
    const rank = Math.max(this.ndim, other.ndim);
    const padded = (shape: readonly number[]) => [
      ...new Array<number>(rank - shape.length).fill(1),
      ...shape,
    ];
    const [own, others] = [padded(this.shape), padded(other.shape)];
    const left = this.reshape(own.flatMap((size) => [size, 1]));
    const right = other.reshape(others.flatMap((size) => [1, size]));
    return renameNode(
      left.mul(right).reshape(own.map((size, d) => size * others[d]!)),
      "UnsafeViewBackward0",
    );
  }

  /**
   * A square matrix, or each of a batch, to a whole power; 0 gives the identity, a negative power that of the inverse.
   * Errors: `linalg.matrix_power: A must be batches of square matrices, but they are … matrices`.
   * @example
   * torch.tensor([[1.5, 1], [0, 1]]).matrix_power(2) // => tensor([[2.2500, 2.5000],\n        [0.0000, 1.0000]])
   */
  matrix_power(n: number): Tensor;
  matrix_power(...given: unknown[]): Tensor {
    const { n } = bindCall("torch.matrix_power", given, { n: "int" });
    return matrixPower("torch.matrix_power", this.self, n);
  }

  /**
   * The vector product of the vectors along `dim`; without it along the first dimension of size 3. Source: `torch.cross`.
   * @example
   * torch.tensor([1, 0, 0]).cross(torch.tensor([0, 1, 0])) // => tensor([0, 0, 1])
   */
  cross(other: Tensor, dim?: number | null): Tensor;
  cross(other: Tensor, options: { dim?: number | null }): Tensor;
  cross(...given: unknown[]): Tensor {
    const { other, dim } = bindCall("torch.cross", given, { other: "Tensor", dim: "int?" });
    return cross("torch.cross", this.self, other, dim);
  }
  /**
   * The inverse of a square matrix, or of each of a batch; owed to 1e-5. Source: `torch.inverse`.
   * @example
   * torch.tensor([[2, 0], [0, 0.5]]).inverse() // => tensor([[0.5000, 0.0000],\n        [0.0000, 2.0000]])
   */
  inverse(): Tensor {
    return inverse("torch.inverse", this.self);
  }

  /**
   * The determinant of a square matrix, or of each of a batch; owed to 1e-5. Source: `torch.det`.
   * @example
   * torch.tensor([[1.5, 2], [3, 5]]).det() // => tensor(1.5000)
   */
  det(): Tensor {
    return determinant("torch.det", this.self);
  }
}
