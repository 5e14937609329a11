import { LinAlgError } from "../errors";
import { singularValues } from "../kernels";
import { tensorFrom } from "./from-data";
import { allocateFloats, checkMatrix, eachMatrix } from "./matrices";
import type { Tensor } from "./tensor";

/** The singular values of a matrix, or of each of a batch, in descending order. */
export function singularValuesOf(A: Tensor): Tensor {
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
    "torch.linalg.svd",
    `linalg.svd:${where} The algorithm failed to converge because the input matrix ${reason}`,
  );
}
