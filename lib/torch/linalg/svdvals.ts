import { LinAlgError } from "../errors";
import { singularValues } from "../kernels";
import { type Tensor, tensorFrom } from "../tensor";
import { allocateFloats, checkMatrix, eachMatrix } from "./matrices";

/**
 * The singular values of a matrix, or of each of a batch, in descending order: the factors by which it stretches.
 * Shapes: (…, m, n) → (…, min(m, n)). By Golub & Kahan's bidiagonalisation and shifted QR steps in float64, then rounded.
 * Errors: fewer than 2 dimensions, integers; `LinAlgError` where values are not finite (where some are infinite and none
 * NaN, PyTorch 1.13 returns NaN instead) or the steps do not end. Source: `torch.linalg.svdvals`.
 * @example
 * torch.linalg.svdvals(torch.tensor([[3, 0], [0, -4.5]])) // => tensor([4.5000, 3.0000])
 */
export function svdvals(A: Tensor): Tensor {
  checkMatrix("linalg.svd", A);
  const lead = A.shape.slice(0, -2);
  const [rows, columns] = A.shape.slice(-2) as [number, number];
  const kept = Math.min(rows, columns);
  const data = allocateFloats(
    A.dtype,
    lead.reduce((product, size) => product * size, kept),
  );
  let first = 0;
  // A matrix and its transpose have the same singular values, and the algorithm wants a tall one.
  for (const matrix of eachMatrix(rows >= columns ? A : A.transpose(-2, -1))) {
    if (!matrix.data.every(Number.isFinite)) fail(lead, first / kept, "contained non-finite values.");
    const { values, missing } = singularValues(matrix);
    if (missing > 0) {
      const reason = `is ill-conditioned or has too many repeated singular values (error code: ${missing}).`;
      fail(lead, first / kept, reason);
    }
    data.set(values, first);
    first += kept;
  }
  return tensorFrom("LinalgSvdBackward0", [A], { data, shape: [...lead, kept], dtype: A.dtype });
}

function fail(lead: readonly number[], element: number, reason: string): never {
  const where = lead.length === 0 ? "" : ` (Batch element ${element}):`;
  throw new LinAlgError(
    "torch.linalg.svdvals",
    `linalg.svd:${where} The algorithm failed to converge because the input matrix ${reason}`,
  );
}
