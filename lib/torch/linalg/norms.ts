import { bindArguments } from "../arguments";
import { RuntimeError } from "../errors";
import { checkInput, checkMatrix, type DType, refuseReduced, renameNode, type Tensor } from "../tensor";
import { svdvals } from "./svdvals";

/** Along which dimensions, whether they stay with size 1, and in which dtype. */
export type NormOptions = { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType };
/** The order of a vector norm. */
export type VectorOrder = number;
/** The order of a matrix norm: Frobenius, nuclear, columns (±1), rows (±∞) or singular values (±2). */
export type MatrixOrder = "fro" | "nuc" | number;

type Bound<O> = NormOptions & { ord?: O | null };

function bind<O>(name: string, given: readonly unknown[]): Partial<Bound<O>> {
  return bindArguments<Bound<O>>(`torch.linalg.${name}`, given, {
    names: ["ord", "dim", "keepdim"],
    only: ["dtype"],
  });
}

/**
 * The p-norm of all values, or along dimensions: (Σ|x|^ord)^(1/ord), 2 unless given; ±∞ the largest or smallest |x|,
 * 0 the count of nonzeros. Source: `torch.linalg.vector_norm`.
 * @example
 * torch.linalg.vector_norm(torch.tensor([3, -4.0001]), 1) // => tensor(7.0001)
 */
export function vector_norm(x: Tensor, ord?: VectorOrder, options?: NormOptions): Tensor;
export function vector_norm(x: Tensor, options: NormOptions & { ord?: VectorOrder }): Tensor;
export function vector_norm(x: Tensor, ...given: unknown[]): Tensor {
  const { ord, dim, keepdim = false, dtype } = bind<VectorOrder>("vector_norm", given);
  checkInput("linalg.vector_norm", x, "input");
  return normAlong(x, { ord: ord ?? 2, dim, keepdim, dtype });
}

type Along = {
  ord: number;
  dim: number | readonly number[] | null | undefined;
  keepdim: boolean;
  dtype: DType | undefined;
};

function normAlong(x: Tensor, { ord, dim, keepdim, dtype }: Along): Tensor {
  if (x.numel() === 0 && (ord < 0 || ord === Number.POSITIVE_INFINITY)) {
    const shown = Number.isFinite(ord) ? ord : ord < 0 ? "-inf" : "inf";
    throw new RuntimeError(
      "torch.linalg.vector_norm",
      `linalg.vector_norm cannot compute the ${shown} norm on an empty tensor because the operation does not have an identity`,
    );
  }
  const values = dtype === undefined ? x : x.to(dtype);
  return renameNode(values.norm(ord, dim ?? null, keepdim), "LinalgVectorNormBackward0");
}

/**
 * The norm of a matrix, or of each of a batch over two dimensions, the last two unless given. `fro` (the default) is the
 * root of the sum of squares, `nuc` the sum of the singular values, ±2 the largest or smallest of them, ±1 and ±∞ the
 * largest or smallest sum of |x| down a column or along a row.
 * Errors: `linalg.matrix_norm: Order … not supported.` Source: `torch.linalg.matrix_norm`.
 * @example
 * torch.linalg.matrix_norm(torch.tensor([[1.5, 2], [-3, 4]]), 1) // => tensor(6.)
 */
export function matrix_norm(A: Tensor, ord?: MatrixOrder, options?: NormOptions): Tensor;
export function matrix_norm(A: Tensor, options: NormOptions & { ord?: MatrixOrder }): Tensor;
export function matrix_norm(A: Tensor, ...given: unknown[]): Tensor {
  const { ord, dim, keepdim = false, dtype } = bind<MatrixOrder>("matrix_norm", given);
  const call = "torch.linalg.matrix_norm";
  checkMatrix("linalg.matrix_norm", A, "input");
  const values = dtype === undefined ? A : A.to(dtype);
  const dims = (Array.isArray(dim) ? dim : [-2, -1]).map((d: number) => (d < 0 ? d + A.ndim : d));
  if (dims.length !== 2 || dims[0] === dims[1]) {
    throw new RuntimeError(
      call,
      dims.length === 2
        ? `linalg.matrix_norm: dims must be different. Got (${dims.join(", ")})`
        : `linalg.matrix_norm: dim must be a 2-tuple. Got ${dims.join(" ")}`,
    );
  }
  if (ord === undefined || ord === null || ord === "fro") {
    return normAlong(values, { ord: 2, dim: dims, keepdim, dtype: undefined });
  }
  const others = values.shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const result = ofMatrices(call, values.permute([...others, ...dims]), ord);
  return keepdim ? dims.toSorted((a, b) => a - b).reduce((kept, d) => kept.unsqueeze(d), result) : result;
}

function ofMatrices(call: string, A: Tensor, ord: MatrixOrder): Tensor {
  const pick = (x: Tensor, largest: boolean) =>
    renameNode(largest ? x.max(-1).values : x.min(-1).values, "AmaxBackward0");
  switch (ord) {
    case "nuc":
      return renameNode(svdvals(A).sum(-1), "SumBackward1");
    case 2:
    case -2:
      refuseReduced(call, "linalg.matrix_norm", A.dtype);
      return pick(svdvals(A), ord > 0);
    case 1:
    case -1:
      return pick(A.abs().sum(-2), ord > 0);
    case Number.POSITIVE_INFINITY:
    case Number.NEGATIVE_INFINITY:
      return pick(A.abs().sum(-1), ord > 0);
    default:
      throw new RuntimeError(call, `linalg.matrix_norm: Order ${String(ord)} not supported.`);
  }
}

/**
 * A vector norm or a matrix norm: without `ord` the root of the sum of all squares; with it that of the two which fits the
 * number of dimensions (or of `dim`). Source: `torch.linalg.norm`.
 * @example
 * torch.linalg.norm(torch.tensor([[3, 0], [0, 4.5]]), 2) // => tensor(4.5000)
 */
export function norm(A: Tensor, ord?: MatrixOrder | null, options?: NormOptions): Tensor;
export function norm(A: Tensor, options: NormOptions & { ord?: MatrixOrder | null }): Tensor;
export function norm(A: Tensor, ...given: unknown[]): Tensor {
  const { ord = null, dim = null, keepdim = false, dtype } = bind<MatrixOrder>("norm", given);
  checkInput("linalg.norm", A, "input");
  const rest = { keepdim, ...(dtype === undefined ? {} : { dtype }) };
  if (ord === null) return vector_norm(A, 2, { dim, ...rest });
  if (dim === null && A.ndim !== 1 && A.ndim !== 2) {
    throw new RuntimeError(
      "torch.linalg.norm",
      `linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got ${A.ndim}D.`,
    );
  }
  const count = dim === null ? A.ndim : typeof dim === "number" ? 1 : dim.length;
  if (count === 2 || typeof ord === "string") return matrix_norm(A, ord, { dim, ...rest });
  return vector_norm(A, ord, { dim, ...rest });
}
