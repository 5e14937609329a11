import { checkKeywords } from "../arguments";
import { multi_dot } from "../linalg/multi-dot";
import { tensordot as contract, type DotDims, type Tensor, triangleIndices } from "../tensor";
import { asFunction } from "./as-function";
import { checkInput } from "./input";

export { einsum } from "../tensor";

/** Batches of matrices multiplied one by one; see `Tensor.bmm`. */
export const bmm = asFunction("bmm");
/** beta · input + alpha · mat1 @ mat2; see `Tensor.addmm`. */
export const addmm = asFunction("addmm");
/** beta · input + alpha · mat @ vec; see `Tensor.addmv`. */
export const addmv = asFunction("addmv");
/** beta · input + alpha · vec1 ⊗ vec2; see `Tensor.addr`. */
export const addr = asFunction("addr");
/** beta · input + alpha · batch1 @ batch2; see `Tensor.baddbmm`. */
export const baddbmm = asFunction("baddbmm");
/** beta · input + alpha · Σ batch1 @ batch2; see `Tensor.addbmm`. */
export const addbmm = asFunction("addbmm");
/** Every value of one vector times every value of another; see `Tensor.outer`. */
export const outer = asFunction("outer");
/** Another name of `outer`. */
export const ger = asFunction("ger");
/** Sums of products along the last dimensions; see `Tensor.inner`. */
export const inner = asFunction("inner");
/** The inner product of two vectors; see `Tensor.vdot`. */
export const vdot = asFunction("vdot");
/** Kronecker's product; see `Tensor.kron`. */
export const kron = asFunction("kron");
/** A square matrix to a whole power; see `Tensor.matrix_power`. */
export const matrix_power = asFunction("matrix_power");
/** The vector product; see `Tensor.cross`. */
export const cross = asFunction("cross");
/** The inverse of square matrices; see `Tensor.inverse`. */
export const inverse = asFunction("inverse");
/** The determinant of square matrices; see `Tensor.det`. */
export const det = asFunction("det");
/** The sum of the main diagonal; see `Tensor.trace`. */
export const trace = asFunction("trace");
/** A vector as a diagonal, or a diagonal as a vector; see `Tensor.diag`. */
export const diag = asFunction("diag");
/** A view of a diagonal; see `Tensor.diagonal`. */
export const diagonal = asFunction("diagonal");
/** Vectors as diagonals of matrices; see `Tensor.diag_embed`. */
export const diag_embed = asFunction("diag_embed");
/** All values as one diagonal; see `Tensor.diagflat`. */
export const diagflat = asFunction("diagflat");
/** The lower triangle; see `Tensor.tril`. */
export const tril = asFunction("tril");
/** The upper triangle; see `Tensor.triu`. */
export const triu = asFunction("triu");
/** A copy with other values on a diagonal; see `Tensor.diagonal_scatter`. */
export const diagonal_scatter = asFunction("diagonal_scatter");
/** The adjoint of matrices; see `Tensor.adjoint`. */
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

/** The rows and columns of the places in the upper triangle of a matrix, as two rows. Source: `torch.triu_indices`. */
export function triu_indices(row: number, col: number, offset: number | TriangleOptions = 0): Tensor {
  return triangleIndices("triu", row, col, offsetOf("triu_indices", offset));
}

/** The product of several matrices, multiplied in the order that costs least; use `torch.linalg.multi_dot`. */
export function chain_matmul(...matrices: readonly Tensor[]): Tensor {
  return multi_dot(matrices);
}
