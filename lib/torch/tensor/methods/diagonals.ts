import { RuntimeError } from "../../errors";
import { bindCall } from "../bind";
import { changed, changeInPlace } from "../change";
import { type DiagonalOptions, diag, diagonalOf, embedDiagonal, intoDiagonal } from "../diagonal";
import { bool } from "../dtype";
import { record, recordView } from "../make";
import { sum } from "../ops/reduce";
import type { Scalar } from "../promote";
import { checkReduced } from "../reduced-lacks";
import { scatterInto } from "../scatter-into";
import { showShape } from "../shape";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { planTriangle } from "../triangle";
import { TensorAlgebra } from "./algebra";

/** The methods of diagonals and triangles. */
export abstract class TensorDiagonals extends TensorAlgebra {
  /**
   * A view of a diagonal, which becomes the last dimension: writes to it show in the tensor. Source: `torch.diagonal`.
   * @example
   * torch.arange(9).view(3, 3).diagonal(1) // => tensor([1, 5])
   */
  diagonal(offset?: number, dim1?: number, dim2?: number): Tensor;
  diagonal(options: DiagonalOptions): Tensor;
  diagonal(...given: unknown[]): Tensor {
    const call = "torch.diagonal";
    const bound = bindCall(call, given, { offset: "int?", dim1: "int?", dim2: "int?" });
    const { offset = 0, dim1 = 0, dim2 = 1 } = bound;
    const view = diagonalOf(call, this[STRIDED], { offset, dim1, dim2 });
    return recordView("DiagonalBackward0", this.self, view, {
      step: (source) => source.diagonal(offset, dim1, dim2),
    });
  }

  /**
   * A vector as the diagonal of a matrix, or the diagonal of a matrix as a vector of its own. Source: `torch.diag`.
   * @example
   * torch.tensor([1, 2]).diag() // => tensor([[1, 0],\n        [0, 2]])
   */
  diag(diagonal?: number): Tensor;
  diag(options: { diagonal?: number }): Tensor;
  diag(...given: unknown[]): Tensor {
    const { diagonal = 0 } = bindCall("torch.diag", given, { diagonal: "int?" });
    return diag(this.self, diagonal);
  }

  /**
   * The vectors along the last dimension as diagonals of matrices. Source: `torch.diag_embed`.
   * @example
   * torch.tensor([1, 2]).diag_embed() // => tensor([[1, 0],\n        [0, 2]])
   */
  diag_embed(offset?: number, dim1?: number, dim2?: number): Tensor;
  diag_embed(options: DiagonalOptions): Tensor;
  diag_embed(...given: unknown[]): Tensor {
    const schema = { offset: "int?", dim1: "int?", dim2: "int?" } as const;
    const { offset = 0, dim1 = -2, dim2 = -1 } = bindCall("torch.diag_embed", given, schema);
    return embedDiagonal(this.self, { offset, dim1, dim2 });
  }

  /**
   * All values, row by row, as the diagonal of a matrix. Source: `torch.diagflat`.
   * @example
   * torch.tensor([1, 2]).diagflat() // => tensor([[1, 0],\n        [0, 2]])
   */
  diagflat(offset?: number): Tensor;
  diagflat(options: { offset?: number }): Tensor;
  diagflat(...given: unknown[]): Tensor {
    const { offset = 0 } = bindCall("torch.diagflat", given, { offset: "int?" });
    return this.contiguous().view(-1).diag(offset);
  }

  /**
   * The sum of the main diagonal of a matrix. Source: `torch.trace`.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).trace() // => tensor(5)
   */
  trace(): Tensor {
    checkReduced("TraceBackward0", this.dtype);
    if (this.dtype === bool) throw new RuntimeError("torch.trace", "\"trace\" not implemented for 'Bool'");
    if (this.ndim !== 2) {
      throw new RuntimeError(
        "torch.trace",
        `trace: expected a matrix, but got tensor with dim ${this.ndim}`,
        `got shape ${showShape(this.shape)}`,
      );
    }
    const { shape } = this;
    const diagonal = diagonalOf("torch.trace", this[STRIDED], {});
    const total = sum(diagonal, { call: "torch.trace", dim: undefined, keepdim: false });
    return record("TraceBackward0", [this.self], total, [
      (grad) => intoDiagonal(grad.expand(Math.min(...shape)), shape, 0),
    ]);
  }

  /**
   * The lower triangle of a matrix, or of each of a batch: what lies above a diagonal becomes 0. Source: `torch.tril`.
   * @example
   * torch.ones(2, 3).tril() // => tensor([[1., 0., 0.],\n        [1., 1., 0.]])
   */
  tril(diagonal?: number): Tensor;
  tril(options: { diagonal?: number }): Tensor;
  tril(...given: unknown[]): Tensor {
    return changed(this.self, planTriangle("tril", "torch.tril", this.self, given));
  }

  /**
   * `tril` in place.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).tril_() // => tensor([[1, 0],\n        [3, 4]])
   */
  tril_(diagonal?: number): this;
  tril_(...given: unknown[]): this {
    changeInPlace(this.self, planTriangle("tril", "Tensor.tril_", this.self, given));
    return this;
  }

  /**
   * The upper triangle of a matrix, or of each of a batch: what lies below a diagonal becomes 0. Source: `torch.triu`.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).triu() // => tensor([[1, 2],\n        [0, 4]])
   */
  triu(diagonal?: number): Tensor;
  triu(options: { diagonal?: number }): Tensor;
  triu(...given: unknown[]): Tensor {
    return changed(this.self, planTriangle("triu", "torch.triu", this.self, given));
  }

  /**
   * `triu` in place.
   * @example
   * torch.tensor([[1, 2], [3, 4]]).triu_() // => tensor([[1, 2],\n        [0, 4]])
   */
  triu_(diagonal?: number): this;
  triu_(...given: unknown[]): this {
    changeInPlace(this.self, planTriangle("triu", "Tensor.triu_", this.self, given));
    return this;
  }

  /**
   * Sets the main diagonal to one value; with `wrap` a tall matrix goes on with another diagonal below.
   * @example
   * torch.zeros(2, 2).fill_diagonal_(1) // => tensor([[1., 0.],\n        [0., 1.]])
   */
  fill_diagonal_(fill_value: Scalar, wrap?: boolean): this;
  fill_diagonal_(fill_value: Scalar, options: { wrap?: boolean }): this;
  fill_diagonal_(...given: unknown[]): this {
    const call = "Tensor.fill_diagonal_";
    const bound = bindCall(call, given, { fill_value: "Number", wrap: "bool?" });
    const { shape } = this;
    if (shape.length < 2) throw new RuntimeError(call, "dimensions must larger than 1");
    if (shape.length > 2 && shape.some((size) => size !== shape[0])) {
      throw new RuntimeError(call, "all dimensions of input must be of equal length");
    }
    const { strides, offset } = this[STRIDED];
    const step = strides.reduce((total, stride) => total + stride, 0);
    const fill = (size: number, from: number): void => {
      this.self.as_strided([size], [step], from).fill_(bound.fill_value);
    };
    fill(Math.min(...shape), offset);
    const [rows, columns] = shape as [number, number];
    if (bound.wrap !== true || shape.length > 2) return this;
    for (let row = columns + 1; row < rows; row += columns + 1) {
      fill(Math.min(columns, rows - row), offset + row * strides[0]!);
    }
    return this;
  }

  /**
   * A copy in which a diagonal holds the values of `src`.
   * @example
   * torch.zeros(2, 2).diagonal_scatter(torch.ones(2)) // => tensor([[1., 0.],\n        [0., 1.]])
   */
  diagonal_scatter(src: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
  diagonal_scatter(src: Tensor, options: DiagonalOptions): Tensor;
  diagonal_scatter(...given: unknown[]): Tensor {
    const schema = { src: "Tensor", offset: "int?", dim1: "int?", dim2: "int?" } as const;
    const { src, offset = 0, dim1 = 0, dim2 = 1 } = bindCall("torch.diagonal_scatter", given, schema);
    return scatterInto(this.self, src, {
      call: "torch.diagonal_scatter",
      node: "DiagonalScatterBackward0",
      step: (source) => source.diagonal(offset, dim1, dim2),
    });
  }
}
