import { IndexError, RuntimeError } from "../../errors";
import type { Data } from "../dtype";
import { makeWalk, runWalk } from "../iterate";
import { showShape } from "../shape";
import type { Strided } from "../strided";
import { readWord, wordsOf } from "./places";

/** What to say of a place that a dimension does not have, as an IndexError. */
export type Outside = (place: number, dim: number, size: number) => string;

/** Calls back with the place in the picked tensor and that in the plain one. */
type Visit = (picked: number, plain: number) => void;

/** A view with at least one dimension: a scalar counts as a vector of one value. */
export function atLeastOne(view: Strided): Strided {
  return view.shape.length > 0 ? view : { ...view, shape: [1], strides: [1] };
}

/**
 * Goes through an int64 index in row-major order. `picked` is the tensor from which the index takes places along `dim`;
 * `plain` has an element for each of the index. Negative places are refused, as in PyTorch.
 */
export function eachAlong(
  call: string,
  index: Strided,
  { dim, picked, plain, outside }: { dim: number; picked: Strided; plain: Strided; outside?: Outside },
  visit: Visit,
): void {
  const words = wordsOf(index);
  const size = picked.shape[dim]!;
  const pitch = picked.strides[dim]!;
  const strides = [index.strides, picked.strides.map((s, d) => (d === dim ? 0 : s)), plain.strides];
  const starts = [index.offset, picked.offset, plain.offset];
  runWalk(makeWalk(index.shape, strides), starts, ([i, p, q], [si, sp, sq], count) => {
    for (let k = 0; k < count; k++) {
      const place = readWord(words, i! + k * si!);
      if (place < 0 || place >= size) {
        if (outside !== undefined) throw new IndexError(call, outside(place, dim, size));
        throw new RuntimeError(
          call,
          `index ${place} is out of bounds for dimension ${dim} with size ${size}`,
          `the tensor has shape ${showShape(picked.shape)}`,
        );
      }
      visit(p! + k * sp! + place * pitch, q! + k * sq!);
    }
  });
}

/** Elements of any dtype as if they were numbers: JavaScript's operators do for int64's bigints what they do for numbers. */
export function asNumbers(data: Data): number[] {
  return data as unknown as number[];
}

/** How a value that arrives is joined with the one that is there. */
export type Combine = "set" | "sum" | "prod" | "amax" | "amin";

type Step = (before: number, value: number) => number;
const isNaNValue = (value: number): boolean => typeof value === "number" && Number.isNaN(value);

const STEPS: Readonly<Record<Combine, Step>> = {
  set: (_, value) => value,
  sum: (before, value) => before + value,
  prod: (before, value) => before * value,
  amax: (before, value) => (isNaNValue(before) || before > value ? before : value),
  amin: (before, value) => (isNaNValue(before) || before < value ? before : value),
};

const BOOL_STEPS: Readonly<Record<Combine, Step>> = {
  ...STEPS,
  sum: (before, value) => before | value,
};

/** The joining of two values of a view's dtype. */
export function combineStep(view: Strided, how: Combine): Step {
  return (view.dtype.name === "bool" ? BOOL_STEPS : STEPS)[how];
}
