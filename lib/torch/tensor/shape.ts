import { IndexError, RuntimeError } from "../errors";
import { numelOf, rowMajorStrides, type Strided } from "./strided";

/** `[2, 3]`, as PyTorch writes a size inside a sentence. */
export function showShape(shape: readonly number[]): string {
  return `[${shape.join(", ")}]`;
}

/** A dimension counted from the front; negative ones count from the back. A scalar has one dimension for this purpose. */
export function wrapDim(call: string, dim: number, rank: number): number {
  const range = Math.max(rank, 1);
  if (!Number.isInteger(dim) || dim < -range || dim >= range) {
    throw new IndexError(
      call,
      `Dimension out of range (expected to be in range of [${-range}, ${range - 1}], but got ${dim})`,
    );
  }
  return dim < 0 ? dim + range : dim;
}

/** The common shape of several operands; sizes of 1 and missing dimensions stretch. */
export function broadcastShapes(call: string, shapes: readonly (readonly number[])[]): number[] {
  let result: number[] = [];
  for (const shape of shapes) result = broadcastPair(call, result, shape);
  return result;
}

function broadcastPair(call: string, a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  const result = new Array<number>(rank);
  for (let d = rank - 1; d >= 0; d--) {
    const left = a[a.length - rank + d] ?? 1;
    const right = b[b.length - rank + d] ?? 1;
    if (left !== right && left !== 1 && right !== 1) {
      throw new RuntimeError(
        call,
        `The size of tensor a (${left}) must match the size of tensor b (${right}) at non-singleton dimension ${d}`,
        `shapes ${showShape(a)} and ${showShape(b)} do not broadcast`,
      );
    }
    result[d] = left === 1 ? right : left;
  }
  return result;
}

/** The strides that show `view` in a larger shape without copying: 0 where it is repeated. */
export function broadcastStrides(
  view: Pick<Strided, "shape" | "strides">,
  shape: readonly number[],
): number[] {
  const missing = shape.length - view.shape.length;
  return shape.map((size, d) => {
    if (d < missing) return 0;
    const own = view.shape[d - missing]!;
    return own === 1 && size !== 1 ? 0 : view.strides[d - missing]!;
  });
}

/** A shape in which one size may be -1, filled in so that it holds `count` elements. */
export function inferShape(call: string, wanted: readonly number[], count: number): number[] {
  const hole = wanted.indexOf(-1);
  if (hole !== -1 && wanted.includes(-1, hole + 1)) {
    throw new RuntimeError(call, "only one dimension can be inferred", `got shape ${showShape(wanted)}`);
  }
  const negative = wanted.find((size) => size < -1);
  if (negative !== undefined) throw new RuntimeError(call, `invalid shape dimension ${negative}`);
  const known = numelOf(wanted.filter((size) => size !== -1));
  if (hole === -1 ? known === count : known > 0 && count % known === 0) {
    return wanted.map((size) => (size === -1 ? count / known : size));
  }
  if (hole !== -1 && known === 0 && count === 0) {
    throw new RuntimeError(
      call,
      `cannot reshape tensor of 0 elements into shape ${showShape(wanted)} because the unspecified dimension size -1 can be any value and is ambiguous`,
    );
  }
  throw new RuntimeError(call, `shape '${showShape(wanted)}' is invalid for input of size ${count}`);
}

/**
 * The strides that show a view in another shape of as many elements, or null if only a copy can.
 * Each new dimension must lie inside one contiguous stretch of old ones.
 * After ATen's `computeStride` (BSD-3-Clause, Copyright (c) 2016- Facebook, Inc and others).
 */
export function viewStrides(
  view: Pick<Strided, "shape" | "strides">,
  shape: readonly number[],
): number[] | null {
  const { shape: oldShape, strides: oldStrides } = view;
  if (oldShape.length === 0) return shape.map(() => 1);
  if (numelOf(oldShape) === 0) {
    const same = shape.length === oldShape.length && shape.every((size, d) => size === oldShape[d]);
    return same ? [...oldStrides] : rowMajorStrides(shape);
  }
  const strides = new Array<number>(shape.length);
  let target = shape.length - 1;
  let chunk = 1;
  let taken = 1;
  let base = oldStrides.at(-1)!;
  for (let d = oldShape.length - 1; d >= 0; d--) {
    chunk *= oldShape[d]!;
    const ends = d === 0 || (oldShape[d - 1] !== 1 && oldStrides[d - 1] !== chunk * base);
    if (!ends) continue;
    while (target >= 0 && (taken < chunk || shape[target] === 1)) {
      strides[target] = taken * base;
      taken *= shape[target]!;
      target--;
    }
    if (taken !== chunk) return null;
    if (d === 0) break;
    base = oldStrides[d - 1]!;
    chunk = 1;
    taken = 1;
  }
  return strides;
}
