import { applyReflection, type Columns, reflect } from "./householder";

/** A matrix with two diagonals, which has the singular values of the one that it was made of. */
export type Bidiagonal = { readonly diagonal: Float64Array; readonly above: Float64Array };

/** Reflections from both sides leave two diagonals (Golub & Kahan 1965). Overwrites the matrix; rows ≥ columns. */
export function bidiagonalise({ data, rows, columns }: Columns): Bidiagonal {
  const diagonal = new Float64Array(columns);
  const above = new Float64Array(columns);
  const row = new Float64Array(columns);
  const products = new Float64Array(rows);
  for (let k = 0; k < columns; k++) {
    const v = k + k * rows;
    const tau = reflect(data, v, rows - k);
    diagonal[k] = data[v]!;
    for (let j = k + 1; tau !== 0 && j < columns; j++) {
      applyReflection(data, v, tau, { data, start: k + j * rows, count: rows - k });
    }
    if (k === columns - 1) break;
    for (let j = k + 1; j < columns; j++) row[j] = data[k + j * rows]!;
    const other = reflect(row, k + 1, columns - k - 1);
    above[k] = row[k + 1]!;
    if (other !== 0) applyFromRight({ data, rows, columns }, { first: k + 1, row, tau: other, products });
  }
  return { diagonal, above };
}

/** A ← A·(I - τ·w·wᵀ) for rows and columns from `first` on, column by column as they lie in memory. */
function applyFromRight(
  { data, rows, columns }: Columns,
  { first, row, tau, products }: { first: number; row: Float64Array; tau: number; products: Float64Array },
): void {
  row[first] = 1;
  products.fill(0);
  for (let j = first; j < columns; j++) {
    const weight = row[j]!;
    for (let i = first; i < rows; i++) products[i] = products[i]! + weight * data[i + j * rows]!;
  }
  for (let j = first; j < columns; j++) {
    const weight = tau * row[j]!;
    for (let i = first; i < rows; i++) data[i + j * rows] = data[i + j * rows]! - weight * products[i]!;
  }
}
