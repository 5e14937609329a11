import { checkKeywords } from "../arguments";
import { multi_dot } from "../linalg/multi-dot";
import { tensordot as contract, type DotDims, type Tensor, triangleIndices } from "../tensor";
import { asFunction } from "./as-function";
import { checkInput } from "./input";

export { einsum } from "../tensor";

/**
 * Batches of matrices multiplied one by one; see `Tensor.bmm`.
 * @example
 * torch.bmm(torch.ones(1, 2, 3), torch.ones(1, 3, 1)) // => tensor([[[3.],\n         [3.]]])
 */
export const bmm = asFunction("bmm");
/**
 * beta · input + alpha · mat1 @ mat2; see `Tensor.addmm`.
 * @example
 * torch.addmm(torch.ones(1, 2), torch.tensor([[0.5, 1]]), torch.eye(2)) // => tensor([[1.5000, 2.0000]])
 */
export const addmm = asFunction("addmm");
/**
 * beta · input + alpha · mat @ vec; see `Tensor.addmv`.
 * @example
 * torch.addmv(torch.tensor([1, 1]), torch.tensor([[1, 2], [3, 4]]), torch.tensor([1, 1])) // => tensor([4, 8])
 */
export const addmv = asFunction("addmv");
/**
 * beta · input + alpha · vec1 ⊗ vec2; see `Tensor.addr`.
 * @example
 * torch.addr(torch.zeros(2, 2, { dtype: torch.int64 }), torch.tensor([1, 2]), torch.tensor([3, 4])) // => tensor([[3, 4],\n        [6, 8]])
 */
export const addr = asFunction("addr");
/**
 * beta · input + alpha · batch1 @ batch2; see `Tensor.baddbmm`.
 * @example
 * torch.baddbmm(torch.ones(1, 1, 2), torch.ones(1, 1, 3), torch.ones(1, 3, 2)) // => tensor([[[4., 4.]]])
 */
export const baddbmm = asFunction("baddbmm");
/**
 * beta · input + alpha · Σ batch1 @ batch2; see `Tensor.addbmm`.
 * @example
 * torch.addbmm(torch.ones(1, 2), torch.ones(2, 1, 3), torch.ones(2, 3, 2)) // => tensor([[7., 7.]])
 */
export const addbmm = asFunction("addbmm");
/**
 * Every value of one vector times every value of another; see `Tensor.outer`.
 * @example
 * torch.outer(torch.tensor([1, 2]), torch.tensor([3, 4])) // => tensor([[3, 4],\n        [6, 8]])
 */
export const outer = asFunction("outer");
/**
 * Another name of `outer`.
 * @example
 * torch.ger(torch.tensor([1, 2]), torch.tensor([3, 4])) // => tensor([[3, 4],\n        [6, 8]])
 */
export const ger = asFunction("ger");
/**
 * Sums of products along the last dimensions; see `Tensor.inner`.
 * @example
 * torch.inner(torch.tensor([1, 2]), torch.tensor([3, 4])) // => tensor(11)
 */
export const inner = asFunction("inner");
/**
 * The inner product of two vectors; see `Tensor.vdot`.
 * @example
 * torch.vdot(torch.tensor([1, 2]), torch.tensor([3, 4])) // => tensor(11)
 */
export const vdot = asFunction("vdot");
/**
 * Kronecker's product; see `Tensor.kron`.
 * @example
 * torch.kron(torch.eye(2), torch.ones(1, 2)) // => tensor([[1., 1., 0., 0.],\n        [0., 0., 1., 1.]])
 */
export const kron = asFunction("kron");
/**
 * A square matrix to a whole power; see `Tensor.matrix_power`.
 * @example
 * torch.matrix_power(torch.tensor([[1.5, 1], [0, 1]]), 2) // => tensor([[2.2500, 2.5000],\n        [0.0000, 1.0000]])
 */
export const matrix_power = asFunction("matrix_power");
/**
 * The vector product; see `Tensor.cross`.
 * @example
 * torch.cross(torch.tensor([1, 0, 0]), torch.tensor([0, 1, 0])) // => tensor([0, 0, 1])
 */
export const cross = asFunction("cross");
/**
 * The inverse of square matrices; see `Tensor.inverse`.
 * @example
 * torch.inverse(torch.tensor([[2, 0], [0, 0.5]])) // => tensor([[0.5000, 0.0000],\n        [0.0000, 2.0000]])
 */
export const inverse = asFunction("inverse");
/**
 * The determinant of square matrices; see `Tensor.det`.
 * @example
 * torch.det(torch.tensor([[1.5, 2], [3, 5]])) // => tensor(1.5000)
 */
export const det = asFunction("det");
/**
 * The sum of the main diagonal; see `Tensor.trace`.
 * @example
 * torch.trace(torch.tensor([[1, 2], [3, 4]])) // => tensor(5)
 */
export const trace = asFunction("trace");
/**
 * A vector as a diagonal, or a diagonal as a vector; see `Tensor.diag`.
 * @example
 * torch.diag(torch.tensor([1, 2])) // => tensor([[1, 0],\n        [0, 2]])
 */
export const diag = asFunction("diag");
/**
 * A view of a diagonal; see `Tensor.diagonal`.
 * @example
 * torch.diagonal(torch.tensor([[1, 2], [3, 4]])) // => tensor([1, 4])
 */
export const diagonal = asFunction("diagonal");
/**
 * Vectors as diagonals of matrices; see `Tensor.diag_embed`.
 * @example
 * torch.diag_embed(torch.tensor([1, 2])) // => tensor([[1, 0],\n        [0, 2]])
 */
export const diag_embed = asFunction("diag_embed");
/**
 * All values as one diagonal; see `Tensor.diagflat`.
 * @example
 * torch.diagflat(torch.tensor([1, 2])) // => tensor([[1, 0],\n        [0, 2]])
 */
export const diagflat = asFunction("diagflat");
/**
 * The lower triangle; see `Tensor.tril`.
 * @example
 * torch.tril(torch.tensor([[1, 2], [3, 4]])) // => tensor([[1, 0],\n        [3, 4]])
 */
export const tril = asFunction("tril");
/**
 * The upper triangle; see `Tensor.triu`.
 * @example
 * torch.triu(torch.tensor([[1, 2], [3, 4]])) // => tensor([[1, 2],\n        [0, 4]])
 */
export const triu = asFunction("triu");
/**
 * A copy with other values on a diagonal; see `Tensor.diagonal_scatter`.
 * @example
 * torch.diagonal_scatter(torch.zeros(2, 2), torch.ones(2)) // => tensor([[1., 0.],\n        [0., 1.]])
 */
export const diagonal_scatter = asFunction("diagonal_scatter");
/**
 * The adjoint of matrices; see `Tensor.adjoint`.
 * @example
 * torch.adjoint(torch.tensor([[1, 2], [3, 4]])) // => tensor([[1, 3],\n        [2, 4]])
 */
export const adjoint = asFunction("adjoint");

/**
 * The sum of products over the last `dims` dimensions of `a` and the first of `b` (2 unless given), or over those that two
 * lists name. Errors: `contracted dimensions need to match, but first has size …`. Source: `torch.tensordot`.
 * @example
 * torch.tensordot(torch.ones(2, 3), torch.ones(3, 2), { dims: 1 }) // => tensor([[3., 3.],\n        [3., 3.]])
 */
export function tensordot(a: Tensor, b: Tensor, dims: DotDims | { dims?: DotDims } = 2): Tensor {
  checkInput("tensordot", a);
  checkInput("tensordot", b);
  const isOptions = typeof dims === "object" && "dims" in dims;
  return contract(a, b, isOptions ? (dims.dims ?? 2) : (dims as DotDims));
}

/** Which places a triangle has, from which diagonal on. */
export type TriangleOptions = { offset?: number };

function offsetOf(name: string, given: number | TriangleOptions): number {
  if (typeof given === "number") return given;
  checkKeywords(`torch.${name}`, given, ["offset"]);
  return given.offset ?? 0;
}

/**
 * The rows and columns of the places in the lower triangle of a matrix, as two rows. Source: `torch.tril_indices`.
 * @example
 * torch.tril_indices(2, 2) // => tensor([[0, 1, 1],\n        [0, 0, 1]])
 */
export function tril_indices(row: number, col: number, offset: number | TriangleOptions = 0): Tensor {
  return triangleIndices("tril", row, col, offsetOf("tril_indices", offset));
}

/**
 * The rows and columns of the places in the upper triangle of a matrix, as two rows. Source: `torch.triu_indices`.
 * @example
 * torch.triu_indices(2, 2) // => tensor([[0, 0, 1],\n        [0, 1, 1]])
 */
export function triu_indices(row: number, col: number, offset: number | TriangleOptions = 0): Tensor {
  return triangleIndices("triu", row, col, offsetOf("triu_indices", offset));
}

/**
 * The product of several matrices, multiplied in the order that costs least; use `torch.linalg.multi_dot`.
 * @example
 * torch.chain_matmul(torch.ones(1, 2), torch.ones(2, 3), torch.ones(3, 1)) // => tensor([[6.]])
 */
export function chain_matmul(...matrices: readonly Tensor[]): Tensor {
  return multi_dot(matrices);
}
