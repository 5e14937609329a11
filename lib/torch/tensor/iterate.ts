/** A walk over several views of one shape, outermost dimension first, with as few dimensions as their strides allow. */
export type Walk = {
  readonly sizes: readonly number[];
  /** `strides[operand][dimension]`. */
  readonly strides: readonly (readonly number[])[];
};

/** Called with the offset of each operand, the innermost strides, and the number of elements. */
export type Visit = (offsets: readonly number[], steps: readonly number[], count: number) => void;

/**
 * PyTorch's order of iteration, outermost dimension first: dimensions sorted by the strides of the first operand that
 * can tell them apart. It decides in which order `uniform_` fills a transposed tensor, and the layout of results.
 * After ATen's `TensorIterator::reorder_dimensions` (BSD-3-Clause, Copyright (c) 2016- Facebook, Inc and others).
 */
export function iterationOrder(shape: readonly number[], strides: readonly (readonly number[])[]): number[] {
  const rank = shape.length;
  // Innermost first, sorted by insertion: pairs that no operand can tell apart are stepped over.
  const order = Array.from({ length: rank }, (_, i) => rank - 1 - i);
  for (let i = 1; i < rank; i++) {
    let current = i;
    for (let before = i - 1; before >= 0; before--) {
      const comparison = compareDimensions(order[before]!, order[current]!, shape, strides);
      if (comparison < 0) break;
      if (comparison === 0) continue;
      const moved = order[before]!;
      order[before] = order[current]!;
      order[current] = moved;
      current = before;
    }
  }
  return order.reverse();
}

/** Positive if dimension `first` must lie outside `second`, negative if inside, 0 if no operand can tell. */
function compareDimensions(
  first: number,
  second: number,
  shape: readonly number[],
  strides: readonly (readonly number[])[],
): number {
  for (const operand of strides) {
    const a = operand[first]!;
    const b = operand[second]!;
    if (a === 0 || b === 0) continue;
    if (a !== b) return a < b ? -1 : 1;
    if (shape[first]! > shape[second]!) return 1;
  }
  return 0;
}

/** The strides of a new tensor whose dimensions lie in memory in `order`, outermost first. */
export function stridesInOrder(shape: readonly number[], order: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let position = order.length - 1; position >= 0; position--) {
    const dimension = order[position]!;
    strides[dimension] = step;
    step *= shape[dimension]!;
  }
  return strides;
}

/** A walk in the given order (outermost first), neighbouring dimensions joined where all operands allow it. */
export function makeWalk(
  shape: readonly number[],
  strides: readonly (readonly number[])[],
  order: readonly number[] = shape.map((_, i) => i),
): Walk {
  const sizes: number[] = [];
  const joined: number[][] = strides.map(() => []);
  for (const dimension of order) {
    const size = shape[dimension]!;
    if (size === 1) continue;
    const last = sizes.length - 1;
    const joins = last >= 0 && strides.every((operand, k) => joined[k]![last] === operand[dimension]! * size);
    if (joins) {
      sizes[last] = sizes[last]! * size;
      strides.forEach((operand, k) => {
        joined[k]![last] = operand[dimension]!;
      });
    } else {
      sizes.push(size);
      for (const [k, operand] of strides.entries()) joined[k]!.push(operand[dimension]!);
    }
  }
  return { sizes, strides: joined };
}

/** Visits every innermost stretch of the walk. */
export function runWalk({ sizes, strides }: Walk, starts: readonly number[], visit: Visit): void {
  if (sizes.includes(0)) return;
  const inner = sizes.length - 1;
  if (inner < 0) {
    visit(
      starts,
      strides.map(() => 0),
      1,
    );
    return;
  }
  const steps = strides.map((operand) => operand[inner]!);
  const offsets = [...starts];
  const counters = new Array<number>(inner).fill(0);
  for (;;) {
    visit(offsets, steps, sizes[inner]!);
    let d = inner - 1;
    for (; d >= 0; d--) {
      counters[d]!++;
      for (let k = 0; k < offsets.length; k++) offsets[k] = offsets[k]! + strides[k]![d]!;
      if (counters[d]! < sizes[d]!) break;
      for (let k = 0; k < offsets.length; k++) offsets[k] = offsets[k]! - strides[k]![d]! * sizes[d]!;
      counters[d] = 0;
    }
    if (d < 0) return;
  }
}
