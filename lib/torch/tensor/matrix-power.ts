import { RuntimeError } from "../errors";
import { eye } from "./factories";
import type { Tensor } from "./tensor";

/** A square matrix (or each of a batch) to a whole power, by squaring; a power of 0 is the identity. */
export function matrixPower(call: string, matrix: Tensor, n: number): Tensor {
  if (matrix.ndim < 2) {
    throw new RuntimeError(call, "linalg.matrix_power: The input tensor A must have at least 2 dimensions.");
  }
  const [rows, columns] = matrix.shape.slice(-2) as [number, number];
  if (rows !== columns) {
    throw new RuntimeError(
      call,
      `linalg.matrix_power: A must be batches of square matrices, but they are ${rows} by ${columns} matrices`,
    );
  }
  if (n === 0) return eye(rows, { dtype: matrix.dtype }).expand(matrix.shape).clone();
  if (n < 0) return matrixPower(call, matrix.inverse(), -n);
  if (n === 1) return matrix.clone();
  if (n === 3) return matrix.matmul(matrix).matmul(matrix);
  let square = matrix;
  let power: Tensor | null = null;
  for (let rest = n; ; square = square.matmul(square)) {
    if (rest % 2 === 1) power = power === null ? square : power.matmul(square);
    rest = Math.floor(rest / 2);
    if (rest === 0) return power!;
  }
}
