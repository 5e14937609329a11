import { RuntimeError } from "../errors";
import { singularValues } from "../kernels";
import { type Tensor, tensorFrom } from "../tensor";
import { allocateFloats, checkMatrix, eachMatrix } from "./matrices";

/**
 * The singular values of a matrix, or of each of a batch, in descending order: the factors by which it stretches.
 * Shapes: (…, m, n) → (…, min(m, n)). By Golub & Kahan's bidiagonalisation and shifted QR steps in float64, then rounded.
 * Errors: fewer than 2 dimensions, integers, values that are not finite. Source: `torch.linalg.svdvals`.
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
    if (!matrix.data.every(Number.isFinite)) {
      throw new RuntimeError(
        "torch.linalg.svdvals",
        "linalg.svd: The algorithm failed to converge because the input matrix contained non-finite values.",
      );
    }
    data.set(singularValues(matrix), first);
    first += kept;
  }
  return tensorFrom("LinalgSvdBackward0", [A], { data, shape: [...lead, kept], dtype: A.dtype });
}
