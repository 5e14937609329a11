import { RuntimeError } from "../../errors";
import { nextExponential } from "../../kernels";
import type { Generator } from "../../random";
import { toData } from "../convert";
import { int64 } from "../dtype";
import { eachInMemoryOrder } from "../memory-order";
import { emptyStrided, numelOf, type Strided } from "../strided";
import { emptyAlike } from "./elementwise";

const { fround } = Math;
const CALL = "torch.multinomial";

/** How many indices a row gives, and whether one may come twice. */
export type Sampling = { readonly samples: number; readonly replacement: boolean };

function check(view: Strided, { samples, replacement }: Sampling): void {
  const { shape, dtype } = view;
  const categories = shape.at(-1) ?? 0;
  const problem =
    shape.length === 0 || shape.length > 2
      ? "prob_dist must be 1 or 2 dim"
      : !dtype.is_floating_point
        ? `multinomial only supports floating-point dtypes for input, got: ${dtype.scalarName}`
        : dtype.name === "float16"
          ? "multinomial is not implemented for half on CPU"
          : samples <= 0
            ? "cannot sample n_sample <= 0 samples"
            : !replacement && samples > categories
              ? "cannot sample n_sample > prob_dist.size(-1) samples without replacement"
              : categories > 2 ** 24
                ? "number of categories cannot exceed 2^24"
                : null;
  if (problem !== null) throw new RuntimeError(CALL, problem, `got shape [${shape.join(", ")}]`);
}

/**
 * Indices with the given probabilities, row by row. As in ATen (BSD-3-Clause, Copyright (c) 2016- Facebook, Inc and
 * others): with replacement a search in the summed probabilities, else the largest of p/q with q from Exp(1).
 */
export function multinomial(view: Strided, generator: Generator, sampling: Sampling): Strided {
  check(view, sampling);
  const { samples, replacement } = sampling;
  const out = emptyStrided([...view.shape.slice(0, -1), samples], int64);
  if (numelOf(out.shape) === 0) return out;
  const probabilities = toData(view) as Float32Array | Float64Array;
  const rows = { categories: view.shape.at(-1)!, samples };
  const target = out.storage.data as BigInt64Array;
  if (replacement) withReplacement(target, probabilities, generator, rows);
  else withoutReplacement(target, view, generator, rows);
  return out;
}

type Rows = { readonly categories: number; readonly samples: number };

function withReplacement(
  out: BigInt64Array,
  probabilities: Float32Array | Float64Array,
  generator: Generator,
  { categories, samples }: Rows,
): void {
  const rows = out.length / samples;
  for (let row = 0; row < rows; row++) {
    const summed = sumUp(probabilities.subarray(row * categories, (row + 1) * categories));
    for (let k = 0; k < samples; k++) {
      out[row * samples + k] = BigInt(findSlot(summed, generator.nextFloat64()));
    }
  }
}

/** The sums of the first 1, 2, … probabilities, divided by the last, in the precision of the tensor. */
function sumUp(row: Float32Array | Float64Array): Float32Array | Float64Array {
  const round = row instanceof Float32Array ? fround : (x: number) => x;
  const summed = row.slice();
  let sum = 0;
  for (let j = 0; j < row.length; j++) {
    const value = row[j]!;
    if (!(value >= 0)) refuse("encountering probability entry < 0");
    if (!Number.isFinite(value)) refuse("encountering probability entry = infinity or NaN");
    sum = round(sum + value);
    summed[j] = sum;
  }
  if (!(sum > 0)) refuse("sum of probabilities <= 0");
  for (let j = 0; j < row.length; j++) summed[j] = summed[j]! / sum;
  summed[row.length - 1] = 1;
  return summed;
}

function findSlot(summed: Float32Array | Float64Array, uniform: number): number {
  let left = 0;
  let right = summed.length;
  while (right > left) {
    const middle = left + ((right - left) >> 1);
    if (summed[middle]! < uniform) left = middle + 1;
    else right = middle;
  }
  return left;
}

function refuse(what: string): never {
  throw new RuntimeError(CALL, `invalid multinomial distribution (${what})`);
}

function withoutReplacement(
  out: BigInt64Array,
  view: Strided,
  generator: Generator,
  { categories, samples }: Rows,
): void {
  const probabilities = toData(view) as Float32Array | Float64Array;
  checkAll(probabilities, categories);
  const waits = emptyAlike(view, view.dtype);
  const { data } = waits.storage;
  eachInMemoryOrder(waits, ({ offset, stride, count }) => {
    for (let i = 0, o = offset; i < count; i++, o += stride) data[o] = nextExponential(generator.draws, 1);
  });
  const scores = toData(waits) as Float32Array | Float64Array;
  for (let i = 0; i < scores.length; i++) scores[i] = probabilities[i]! / scores[i]!;
  for (let row = 0; row < out.length / samples; row++) {
    const first = row * categories;
    const order = Array.from({ length: categories }, (_, j) => j);
    order.sort((a, b) => scores[first + b]! - scores[first + a]! || a - b);
    for (let k = 0; k < samples; k++) out[row * samples + k] = BigInt(order[k]!);
  }
}

function checkAll(probabilities: Float32Array | Float64Array, categories: number): void {
  if (!probabilities.every((p) => p >= 0 && p < Number.POSITIVE_INFINITY)) {
    throw new RuntimeError(CALL, "probability tensor contains either `inf`, `nan` or element < 0");
  }
  for (let first = 0; first < probabilities.length; first += categories) {
    const row = probabilities.subarray(first, first + categories);
    if (row.every((p) => p === 0)) refuse("sum of probabilities <= 0");
  }
}
