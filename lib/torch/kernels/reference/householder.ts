const { sqrt } = Math;

/** A matrix of float64 by columns: element (i, j) is `data[i + j · rows]`. */
export type Columns = { readonly data: Float64Array; readonly rows: number; readonly columns: number };

/** The length of `count` values, scaled so that no square overflows. */
function lengthOf(data: Float64Array, start: number, count: number): number {
  let largest = 0;
  for (let i = start; i < start + count; i++) largest = Math.max(largest, Math.abs(data[i]!));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let i = start; i < start + count; i++) {
    const scaled = data[i]! / largest;
    sum += scaled * scaled;
  }
  return largest * sqrt(sum);
}

/**
 * Turns `count` values into a reflection I - τ·v·vᵀ that maps them to (β, 0, …), with LAPACK's sign: β has the sign
 * opposite to the first value's. Leaves β in the first place and v (whose first element is 1) behind it; returns τ.
 */
export function reflect(data: Float64Array, start: number, count: number): number {
  const rest = lengthOf(data, start + 1, count - 1);
  if (rest === 0) return 0;
  const alpha = data[start]!;
  const size = Math.hypot(alpha, rest);
  const beta = alpha >= 0 && !Object.is(alpha, -0) ? -size : size;
  for (let i = start + 1; i < start + count; i++) data[i] = data[i]! / (alpha - beta);
  data[start] = beta;
  return (beta - alpha) / beta;
}

/** Applies the reflection that stands from `v` on (its first element taken as 1) to `count` values from `start` on. */
export function applyReflection(
  from: Float64Array,
  v: number,
  tau: number,
  { data, start, count }: { data: Float64Array; start: number; count: number },
): void {
  let product = data[start]!;
  for (let i = 1; i < count; i++) product += from[v + i]! * data[start + i]!;
  product *= tau;
  data[start] = data[start]! - product;
  for (let i = 1; i < count; i++) data[start + i] = data[start + i]! - product * from[v + i]!;
}

/** QR in place (Householder 1958): R on and above the diagonal, the reflections below it; returns their τ. */
export function factorise({ data, rows, columns }: Columns): Float64Array {
  const steps = Math.min(rows, columns);
  const taus = new Float64Array(steps);
  for (let k = 0; k < steps; k++) {
    const v = k + k * rows;
    const tau = reflect(data, v, rows - k);
    taus[k] = tau;
    if (tau === 0) continue;
    for (let j = k + 1; j < columns; j++) {
      applyReflection(data, v, tau, { data, start: k + j * rows, count: rows - k });
    }
  }
  return taus;
}

/** The first `width` columns of Q, from what `factorise` left. */
export function buildQ({ data, rows }: Columns, taus: Float64Array, width: number): Columns {
  const q = new Float64Array(rows * width);
  for (let j = 0; j < width; j++) q[j + j * rows] = 1;
  for (let k = taus.length - 1; k >= 0; k--) {
    if (taus[k] === 0) continue;
    for (let j = k; j < width; j++) {
      applyReflection(data, k + k * rows, taus[k]!, { data: q, start: k + j * rows, count: rows - k });
    }
  }
  return { data: q, rows, columns: width };
}
