import { TypeMismatch } from "../errors";
import { isTensor, singularValuesOf, type Tensor, typeName } from "../tensor";

/**
 * The singular values of a matrix, or of each of a batch, in descending order: the factors by which it stretches.
 * Shapes: (…, m, n) → (…, min(m, n)). By Golub & Kahan's bidiagonalisation and shifted QR steps in float64, then rounded.
 * Errors: fewer than 2 dimensions, integers; `LinAlgError` where values are not finite (where some are infinite and none
 * NaN, PyTorch 1.13 returns NaN instead) or the steps do not end. Source: `torch.linalg.svdvals`.
 * @example
 * torch.linalg.svdvals(torch.tensor([[3, 0], [0, -4.5]])) // => tensor([4.5000, 3.0000])
 */
export function svdvals(A: Tensor): Tensor {
  if (!isTensor(A)) {
    throw new TypeMismatch(
      "torch.linalg.svdvals",
      A === undefined
        ? 'linalg_svdvals() missing 1 required positional arguments: "A"'
        : `linalg_svdvals(): argument 'A' (position 1) must be Tensor, not ${typeName(A)}`,
    );
  }
  return singularValuesOf(A);
}
