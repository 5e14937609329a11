const { fround } = Math;
const ROWS = 4;

type Sizes = { m: number; k: number; n: number };

/**
 * `out (m×n) = a (m×k) · b (k×n)`, all row-major. Each output is one accumulator to which the products are added with k
 * ascending from 0, product and sum rounded separately. Four rows share a pass over `b`, which changes no order.
 */
export function matmulFloat32(out: Float32Array, a: Float32Array, b: Float32Array, { m, k, n }: Sizes): void {
  out.fill(0);
  let i = 0;
  for (; i + ROWS <= m; i += ROWS) {
    const o0 = i * n;
    const o1 = o0 + n;
    const o2 = o1 + n;
    const o3 = o2 + n;
    for (let p = 0; p < k; p++) {
      const a0 = a[i * k + p]!;
      const a1 = a[(i + 1) * k + p]!;
      const a2 = a[(i + 2) * k + p]!;
      const a3 = a[(i + 3) * k + p]!;
      const row = p * n;
      for (let j = 0; j < n; j++) {
        const x = b[row + j]!;
        out[o0 + j] = out[o0 + j]! + fround(a0 * x);
        out[o1 + j] = out[o1 + j]! + fround(a1 * x);
        out[o2 + j] = out[o2 + j]! + fround(a2 * x);
        out[o3 + j] = out[o3 + j]! + fround(a3 * x);
      }
    }
  }
  for (; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const x = a[i * k + p]!;
      for (let j = 0; j < n; j++) out[i * n + j] = out[i * n + j]! + fround(x * b[p * n + j]!);
    }
  }
}

/** The same in float64. */
export function matmulFloat64(out: Float64Array, a: Float64Array, b: Float64Array, { m, k, n }: Sizes): void {
  out.fill(0);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const x = a[i * k + p]!;
      for (let j = 0; j < n; j++) out[i * n + j] = out[i * n + j]! + x * b[p * n + j]!;
    }
  }
}

/** The same for int64, wrapping as 64-bit integers do. */
export function matmulInt64(
  out: BigInt64Array,
  a: BigInt64Array,
  b: BigInt64Array,
  { m, k, n }: Sizes,
): void {
  out.fill(0n);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const x = a[i * k + p]!;
      for (let j = 0; j < n; j++) out[i * n + j] = out[i * n + j]! + x * b[p * n + j]!;
    }
  }
}
