import { type Data, int64 } from "../dtype";
import { emptyStrided, type Strided } from "../strided";
import { eachLine, type Line, lineAt, rowMajorData } from "./lines";

type Value = number | bigint;

/** Values and where they stood along the dimension. */
export type Chosen = { readonly values: Strided; readonly indices: Strided };

/** Whether `x` comes after `y`: NaN is the largest of all. */
function isAfter(x: Value, y: Value): boolean {
  return x > y || (Number.isNaN(x) && !Number.isNaN(y));
}

/** The positions 0, 1, … of a line in the order of its values; equal values keep theirs. */
function sortedPositions(data: Data, { start, step, count }: Line, descending: boolean): Uint32Array {
  const at = (k: number): Value => data[start + k * step]!;
  const sign = descending ? -1 : 1;
  const positions = Uint32Array.from({ length: count }, (_, k) => k);
  return positions.sort((i, j) => {
    const x = at(i);
    const y = at(j);
    if (isAfter(x, y)) return sign;
    return isAfter(y, x) ? -sign : 0;
  });
}

function resized(shape: readonly number[], dim: number, size: number): readonly number[] {
  return shape.map((before, d) => (d === dim ? size : before));
}

/** Chooses `size` positions of each line along a dimension. */
function choose(
  view: Strided,
  dim: number,
  size: number,
  pick: (data: Data, line: Line) => ArrayLike<number>,
): Chosen {
  const shape = resized(view.shape, dim, size);
  const values = emptyStrided(shape, view.dtype);
  const indices = emptyStrided(shape, int64);
  const data = rowMajorData(view);
  eachLine(view.shape, dim, (line, index) => {
    const picked = pick(data, line);
    const to = lineAt(shape, dim, index);
    for (let k = 0, at = to.start; k < size; k++, at += to.step) {
      values.storage.data[at] = data[line.start + picked[k]! * line.step]!;
      indices.storage.data[at] = BigInt(picked[k]!);
    }
  });
  return { values, indices };
}

/** All values in order, equal ones as they stood; NaN is the largest. */
export function sortAlong(view: Strided, dim: number, descending: boolean): Chosen {
  return choose(view, dim, view.shape[dim] ?? 1, (data, line) => sortedPositions(data, line, descending));
}

/** The first `k` values in descending (or ascending) order. */
export function topAlong(
  view: Strided,
  { dim, k, largest }: { dim: number; k: number; largest: boolean },
): Chosen {
  return choose(view, dim, k, (data, line) => sortedPositions(data, line, largest));
}

/**
 * The position of the k-th smallest of a line. After ATen's `quick_select_template` (BSD-3-Clause, Copyright (c) 2016-
 * Facebook, Inc and others): which of several equal values it finds depends on every step.
 */
function quickSelect(data: Data, { start, step, count }: Line, k: number): number {
  const order = Array.from({ length: count }, (_, i) => i);
  const at = (i: number): Value => data[start + order[i]! * step]!;
  const swap = (i: number, j: number) => {
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  };
  let left = 0;
  let right = count - 1;
  while (right > left) {
    if (right === left + 1) {
      if (isAfter(at(left), at(right))) swap(left, right);
      break;
    }
    swap(left + Math.floor((right - left) / 2), left + 1);
    if (isAfter(at(left + 1), at(right))) swap(left + 1, right);
    if (isAfter(at(left), at(right))) swap(left, right);
    if (isAfter(at(left + 1), at(left))) swap(left + 1, left);
    let i = left + 1;
    let j = right;
    const pivot = at(left);
    for (;;) {
      do i++;
      while (isAfter(pivot, at(i)));
      do j--;
      while (isAfter(at(j), pivot));
      if (j < i) break;
      swap(i, j);
    }
    swap(left, j);
    if (j <= k) left = i;
    if (j >= k) right = j - 1;
  }
  return order[k]!;
}

/** The k-th smallest value of each line, k counted from 1. */
export function kthAlong(view: Strided, dim: number, k: number): Chosen {
  return choose(view, dim, 1, (data, line) => [quickSelect(data, line, k - 1)]);
}

/** The lower of the two middle values; NaN if there is one, or left out with `ignoresNaN`. The first of equal ones. */
export function medianAlong(view: Strided, dim: number, ignoresNaN: boolean): Chosen {
  return choose(view, dim, 1, (data, line) => {
    const positions = sortedPositions(data, line, false);
    const isNaNAt = (k: number) => Number.isNaN(data[line.start + k * line.step]);
    const firstNaN = positions.findIndex((position) => isNaNAt(position));
    if (firstNaN !== -1 && !ignoresNaN) return [positions[firstNaN]!];
    const count = firstNaN === -1 ? line.count : firstNaN;
    return [positions[Math.max(0, (count - 1) >> 1)]!];
  });
}

/** The most frequent value, the smallest of several; its index is the last at which it stands. */
export function modeAlong(view: Strided, dim: number): Chosen {
  return choose(view, dim, 1, (data, line) => {
    const positions = sortedPositions(data, line, false);
    const at = (k: number): Value => data[line.start + positions[k]! * line.step]!;
    let best = 0;
    let longest = 0;
    for (let k = 0, run = 1; k < line.count; k++, run++) {
      if (k + 1 < line.count && at(k) === at(k + 1)) continue;
      if (run > longest) {
        longest = run;
        best = positions[k]!;
      }
      run = 0;
    }
    return [best];
  });
}
