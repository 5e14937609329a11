import { type Bidiagonal, bidiagonalise } from "./bidiagonal";
import { type Columns, factorise } from "./householder";

const { abs, hypot, max, sqrt } = Math;
const EPSILON = 2 ** -52;

// Two or three steps a value are usual; LINPACK gives up after 30.
const STEPS_PER_VALUE = 75;

/** Singular values in descending order, and how many of them were not found within the steps allowed. */
export type SingularValues = { readonly values: Float64Array; readonly missing: number };

/** The singular values of a matrix, which needs rows ≥ columns and finite values, and is overwritten. */
export function singularValues(matrix: Columns, stepsPerValue = STEPS_PER_VALUE): SingularValues {
  const { data, columns } = matrix;
  const largest = data.reduce((size, value) => max(size, abs(value)), 0);
  if (largest === 0) return { values: new Float64Array(columns), missing: 0 };
  for (let i = 0; i < data.length; i++) data[i] = data[i]! / largest;
  const { values, missing } = diagonalise(bidiagonalise(shorten(matrix)), stepsPerValue * columns);
  for (let i = 0; i < values.length; i++) values[i] = abs(values[i]!) * largest;
  return { values: values.sort().reverse(), missing };
}

/** A tall matrix has the singular values of its R, which is square. */
function shorten(matrix: Columns): Columns {
  const { data, rows, columns } = matrix;
  if (rows < 1.5 * columns) return matrix;
  factorise(matrix);
  const r = new Float64Array(columns * columns);
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i <= j; i++) r[i + j * columns] = data[i + j * rows]!;
  }
  return { data: r, rows: columns, columns };
}

/**
 * Shifted QR steps until nothing stands above the diagonal (Golub & Reinsch 1970, as arranged in LINPACK's dsvdc and in
 * JAMA, both in the public domain).
 */
function diagonalise({ diagonal: s, above: e }: Bidiagonal, steps: number): SingularValues {
  // What is as small against the whole is nothing: without this, noise of a rank that is not full is chased for ever.
  const floor = (EPSILON / 256) * s.reduce((size, value, i) => max(size, abs(value), abs(e[i]!)), 0);
  let end = s.length;
  for (let taken = 0; end > 0; ) {
    let start = end - 2;
    while (start >= 0 && abs(e[start]!) > floor + EPSILON * (abs(s[start]!) + abs(s[start + 1]!))) start--;
    if (start >= 0) e[start] = 0;
    start++;
    if (start === end - 1) {
      end--;
      continue;
    }
    if (taken++ === steps) break;
    const zero = findZero(s, e, { start, end, floor });
    if (zero === -1) step(s, e, start, end);
    else if (zero === end - 1) chaseUp(s, e, start, end);
    else chaseDown(s, e, zero, end);
  }
  return { values: s, missing: end };
}

/** The last negligible diagonal element of a block, set to 0; -1 if there is none. */
function findZero(
  s: Float64Array,
  e: Float64Array,
  { start, end, floor }: { start: number; end: number; floor: number },
): number {
  for (let k = end - 1; k >= start; k--) {
    const beside = (k < end - 1 ? abs(e[k]!) : 0) + (k > start ? abs(e[k - 1]!) : 0);
    if (abs(s[k]!) > floor + EPSILON * beside) continue;
    s[k] = 0;
    return k;
  }
  return -1;
}

/** With the last diagonal element 0, rotations push what stands above it upwards and out. */
function chaseUp(s: Float64Array, e: Float64Array, start: number, end: number): void {
  let f = e[end - 2]!;
  e[end - 2] = 0;
  for (let j = end - 2; j >= start && f !== 0; j--) {
    const t = hypot(s[j]!, f);
    const [cos, sin] = [s[j]! / t, f / t];
    s[j] = t;
    if (j === start) break;
    f = -sin * e[j - 1]!;
    e[j - 1] = cos * e[j - 1]!;
  }
}

/** With a diagonal element 0 inside the block, rotations push what stands beside it downwards and out. */
function chaseDown(s: Float64Array, e: Float64Array, zero: number, end: number): void {
  let f = e[zero]!;
  e[zero] = 0;
  for (let j = zero + 1; j < end && f !== 0; j++) {
    const t = hypot(s[j]!, f);
    const [cos, sin] = [s[j]! / t, f / t];
    s[j] = t;
    f = -sin * e[j]!;
    e[j] = cos * e[j]!;
  }
}

/** The shift: the eigenvalue of the last 2×2 of BᵀB that is nearer to its corner. */
function shiftFor(s: Float64Array, e: Float64Array, end: number): number {
  const [last, before, between] = [s[end - 1]!, s[end - 2]!, e[end - 2]!];
  const b = ((before + last) * (before - last) + between * between) / 2;
  const c = (last * between) ** 2;
  if (b === 0 && c === 0) return 0;
  const root = sqrt(b * b + c);
  return c / (b + (b < 0 ? -root : root));
}

/** One QR step with an implicit shift: a bulge is made at the top and chased to the bottom. */
function step(s: Float64Array, e: Float64Array, start: number, end: number): void {
  const last = s[end - 1]!;
  let f = (s[start]! + last) * (s[start]! - last) + shiftFor(s, e, end);
  let g = s[start]! * e[start]!;
  for (let j = start; j < end - 1; j++) {
    const t = hypot(f, g);
    const [cos, sin] = t === 0 ? [1, 0] : [f / t, g / t];
    if (j > start) e[j - 1] = t;
    f = cos * s[j]! + sin * e[j]!;
    e[j] = cos * e[j]! - sin * s[j]!;
    g = sin * s[j + 1]!;
    s[j + 1] = cos * s[j + 1]!;
    const u = hypot(f, g);
    const [cos2, sin2] = u === 0 ? [1, 0] : [f / u, g / u];
    s[j] = u;
    f = cos2 * e[j]! + sin2 * s[j + 1]!;
    s[j + 1] = cos2 * s[j + 1]! - sin2 * e[j]!;
    if (j < end - 2) {
      g = sin2 * e[j + 1]!;
      e[j + 1] = cos2 * e[j + 1]!;
    }
  }
  e[end - 2] = f;
}
