const { fround } = Math;

/** Where the matrix lies: element (i, j) is `data[offset + i · rowStep + j · columnStep]`. */
export type Matrix<A> = {
  readonly data: A;
  readonly offset: number;
  readonly rowStep: number;
  readonly columnStep: number;
};

/** `a` is m×k, `b` is k×n. */
export type Sizes = { readonly m: number; readonly k: number; readonly n: number };

/**
 * `out (m×n) = a (m×k) · b (k×n)`, the result row-major. Each output is one accumulator to which the products are added
 * with k ascending from 0, product and sum rounded separately.
 */
export function matmulFloat32(
  out: Float32Array,
  a: Matrix<Float32Array>,
  b: Matrix<Float32Array>,
  { m, k, n }: Sizes,
): void {
  out.fill(0);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const x = a.data[a.offset + i * a.rowStep + p * a.columnStep]!;
      let at = b.offset + p * b.rowStep;
      for (let o = i * n; o < (i + 1) * n; o++, at += b.columnStep)
        out[o] = out[o]! + fround(x * b.data[at]!);
    }
  }
}

/** The same in float64. */
export function matmulFloat64(
  out: Float64Array,
  a: Matrix<Float64Array>,
  b: Matrix<Float64Array>,
  { m, k, n }: Sizes,
): void {
  out.fill(0);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const x = a.data[a.offset + i * a.rowStep + p * a.columnStep]!;
      let at = b.offset + p * b.rowStep;
      for (let o = i * n; o < (i + 1) * n; o++, at += b.columnStep) out[o] = out[o]! + x * b.data[at]!;
    }
  }
}

/** The same for int64, wrapping as 64-bit integers do. */
export function matmulInt64(
  out: BigInt64Array,
  a: Matrix<BigInt64Array>,
  b: Matrix<BigInt64Array>,
  { m, k, n }: Sizes,
): void {
  out.fill(0n);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const x = a.data[a.offset + i * a.rowStep + p * a.columnStep]!;
      let at = b.offset + p * b.rowStep;
      for (let o = i * n; o < (i + 1) * n; o++, at += b.columnStep) out[o] = out[o]! + x * b.data[at]!;
    }
  }
}
