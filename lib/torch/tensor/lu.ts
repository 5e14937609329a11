import { RuntimeError } from "../errors";
import { RESULT, saving } from "./derivatives";
import { makeTensor, record } from "./make";
import { refuseReduced } from "./reduced-lacks";
import { emptyStrided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** A matrix row by row, factorised in place, with the sign of its exchanges of rows. */
type Factorised = { readonly lu: Float64Array; readonly order: readonly number[]; readonly sign: number };

function checkSquare(call: string, name: string, matrix: Tensor): number {
  if (!matrix.is_floating_point()) {
    throw new RuntimeError(
      call,
      `${name}: Expected a floating point or complex tensor as input. Got ${matrix.dtype.scalarName}`,
    );
  }
  if (matrix.ndim < 2) {
    throw new RuntimeError(call, `${name}: The input tensor A must have at least 2 dimensions.`);
  }
  const [rows, columns] = matrix.shape.slice(-2) as [number, number];
  if (rows === columns) return rows;
  throw new RuntimeError(
    call,
    `${name}: A must be batches of square matrices, but they are ${rows} by ${columns} matrices`,
  );
}

/** Gauss's elimination with the largest pivot of each column, in float64. */
function factorise(values: Float64Array, n: number): Factorised {
  const lu = values.slice();
  const order = Array.from({ length: n }, (_, i) => i);
  let sign = 1;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) {
      if (Math.abs(lu[i * n + k]!) > Math.abs(lu[pivot * n + k]!)) pivot = i;
    }
    if (pivot !== k) {
      exchangeRows(lu, n, k, pivot);
      [order[k], order[pivot]] = [order[pivot]!, order[k]!];
      sign = -sign;
    }
    if (lu[k * n + k] === 0) continue;
    for (let i = k + 1; i < n; i++) {
      const factor = lu[i * n + k]! / lu[k * n + k]!;
      lu[i * n + k] = factor;
      for (let j = k + 1; j < n; j++) lu[i * n + j] = lu[i * n + j]! - factor * lu[k * n + j]!;
    }
  }
  return { lu, order, sign };
}

function exchangeRows(values: Float64Array, n: number, a: number, b: number): void {
  const row = values.slice(a * n, (a + 1) * n);
  values.copyWithin(a * n, b * n, (b + 1) * n);
  values.set(row, b * n);
}

/** Solves for the columns of the identity; the result lies column by column. */
function invert({ lu, order }: Factorised, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    const x = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      let value = order[i] === column ? 1 : 0;
      for (let k = 0; k < i; k++) value -= lu[i * n + k]! * x[k]!;
      x[i] = value;
    }
    for (let i = n - 1; i >= 0; i--) {
      let value = x[i]!;
      for (let k = i + 1; k < n; k++) value -= lu[i * n + k]! * x[k]!;
      x[i] = value / lu[i * n + i]!;
      inverse[column * n + i] = x[i]!;
    }
  }
  return inverse;
}

function* eachFactorised(matrix: Tensor, n: number): Generator<Factorised> {
  const values = Float64Array.from(matrix.toTypedArray() as Float32Array | Float64Array);
  const count = matrix.shape.slice(0, -2).reduce((product, size) => product * size, 1);
  for (let i = 0; i < count; i++) yield factorise(values.slice(i * n * n, (i + 1) * n * n), n);
}

/** The inverse of a square matrix, or of each of a batch. */
export function inverse(call: string, matrix: Tensor): Tensor {
  const n = checkSquare(call, "linalg.inv", matrix);
  refuseReduced(call, "linalg.inv", matrix.dtype);
  // Column by column, as LAPACK leaves it.
  const out = makeTensor(emptyStrided(matrix.shape, matrix.dtype)).mT[STRIDED];
  let next = 0;
  for (const factorised of eachFactorised(matrix, n)) {
    const zero = Array.from({ length: n }, (_, i) => factorised.lu[i * n + i]).indexOf(0);
    if (zero !== -1) {
      const batch = matrix.ndim > 2 ? `(Batch element ${next / (n * n)}): ` : "";
      throw new RuntimeError(
        call,
        `linalg.inv: ${batch}The diagonal element ${zero + 1} is zero, the inversion could not be completed because the input matrix is singular.`,
      );
    }
    (out.storage.data as Float64Array).set(invert(factorised, n), next);
    next += n * n;
  }
  return record("LinalgInvExBackward0", [matrix], out, [
    saving([RESULT], (grad, inverse) => inverse.mT.matmul(grad).matmul(inverse.mT).neg()),
  ]);
}

/** The determinant of a square matrix, or of each of a batch. */
export function determinant(call: string, matrix: Tensor): Tensor {
  const n = checkSquare(call, "linalg.det", matrix);
  const out = emptyStrided(matrix.shape.slice(0, -2), matrix.dtype);
  let next = 0;
  for (const { lu, sign } of eachFactorised(matrix, n)) {
    let product = sign;
    for (let i = 0; i < n; i++) product *= lu[i * n + i]!;
    out.storage.data[next++] = product;
  }
  return record("LinalgDetBackward0", [matrix], out, [
    saving([matrix, RESULT], (grad, a, det) => {
      const scale = grad.mul(det).unsqueeze(-1).unsqueeze(-1);
      return scale.mul(inverse(call, a).mT);
    }),
  ]);
}
