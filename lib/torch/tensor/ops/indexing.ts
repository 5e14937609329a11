import { IndexError, RuntimeError } from "../../errors";
import { toRowMajor } from "../convert";
import { int64 } from "../dtype";
import { broadcastShapes, broadcastStrides, showShape } from "../shape";
import { emptyStrided, isContiguous, numelOf, type Strided } from "../strided";
import { asNumbers, combineStep } from "./along";
import { placesOf, wordsOf, writeWord } from "./places";

/** For each dimension the int64 tensor that picks entries from it, or null where all are taken. */
export type Picks = readonly (Strided | null)[];

/** Places in the storage, each the sum of one part from each of three nested loops. */
type Places = {
  /** The dimensions before those that are picked from. */
  readonly before: Float64Array;
  readonly picked: Float64Array;
  readonly after: Float64Array;
  /** Whether the places of the inner loop follow one another. */
  readonly isLine: boolean;
};

/** What is picked: its shape, and where it lies, which throws if an index is out of bounds. */
type Plan = { readonly shape: readonly number[]; readonly locate: () => Places };

/** Where the elements of some dimensions lie, row by row, from the first one on. */
function offsetsOf(view: Strided, dims: readonly number[]): Float64Array {
  let offsets: Float64Array = new Float64Array(1);
  for (const d of dims) {
    const size = view.shape[d]!;
    const next = new Float64Array(offsets.length * size);
    offsets.forEach((offset, i) => {
      for (let k = 0; k < size; k++) next[i * size + k] = offset + k * view.strides[d]!;
    });
    offsets = next;
  }
  return offsets;
}

type Pick = {
  readonly values: Float64Array;
  readonly size: number;
  readonly stride: number;
  /** Counts the index tensors alone, as PyTorch does. */
  readonly dimension: number;
};

function addOffsets(offsets: Float64Array, { values, size, stride, dimension }: Pick): void {
  values.forEach((index, i) => {
    if (index < -size || index >= size) {
      throw new IndexError(
        "Tensor.at",
        `index ${index} is out of bounds for dimension ${dimension} with size ${size}`,
      );
    }
    offsets[i] = offsets[i]! + (index < 0 ? index + size : index) * stride;
  });
}

/** Plans the picking: index tensors broadcast together; their shape stands where they stood, or in front if apart. */
function plan(view: Strided, picks: Picks): Plan {
  const dims = [...view.shape.keys()];
  const taken = dims.filter((d) => picks[d] != null);
  const rest = dims.filter((d) => picks[d] == null);
  const common = indexShape(taken.map((d) => picks[d]!.shape));
  const first = taken[0] ?? 0;
  const adjacent = taken.every((d, i) => d === first + i);
  const before = adjacent ? rest.filter((d) => d < first) : [];
  const after = rest.filter((d) => !before.includes(d));
  const sizes = (list: readonly number[]) => list.map((d) => view.shape[d]!);
  const locate = () => {
    const picked = new Float64Array(numelOf(common)).fill(view.offset);
    taken.forEach((d, dimension) => {
      const values = placesOf(picks[d]!, common);
      addOffsets(picked, { values, size: view.shape[d]!, stride: view.strides[d]!, dimension });
    });
    const strides = after.map((d) => view.strides[d]!);
    const isLine = isContiguous({ shape: sizes(after), strides });
    return { before: offsetsOf(view, before), picked, after: offsetsOf(view, after), isLine };
  };
  return { shape: [...sizes(before), ...common, ...sizes(after)], locate };
}

/** Calls back with the place in the storage of each picked element, in row-major order of the result. */
function eachPicked(
  { before, picked, after }: Places,
  visit: (place: number, position: number) => void,
): void {
  let position = 0;
  for (const outer of before) {
    for (const middle of picked) {
      const start = outer + middle;
      for (let k = 0; k < after.length; k++) visit(start + after[k]!, position++);
    }
  }
}

function indexShape(shapes: readonly (readonly number[])[]): number[] {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  const fits = Array.from({ length: rank }, (_, i) => i + 1).every((fromEnd) => {
    const sizes = shapes.map((shape) => shape.at(-fromEnd) ?? 1).filter((size) => size !== 1);
    return sizes.every((size) => size === sizes[0]);
  });
  if (fits) return broadcastShapes("Tensor.at", shapes);
  throw new IndexError(
    "Tensor.at",
    `shape mismatch: indexing tensors could not be broadcast together with shapes ${shapes.map(showShape).join(", ")}`,
  );
}

/** A copy of the picked entries. */
export function gather(view: Strided, picks: Picks): Strided {
  const { shape, locate } = plan(view, picks);
  const places = locate();
  const result = emptyStrided(shape, view.dtype);
  if (places.isLine && places.after.length > 1) {
    copyLines(result, view, places);
    return result;
  }
  const from = asNumbers(view.storage.data);
  const to = asNumbers(result.storage.data);
  eachPicked(places, (place, position) => {
    to[position] = from[place]!;
  });
  return result;
}

/** The same where whole stretches of the storage are picked. */
function copyLines(result: Strided, view: Strided, { before, picked, after }: Places): void {
  const from = view.storage.data as Float32Array;
  const to = result.storage.data as Float32Array;
  let position = 0;
  for (const outer of before) {
    for (const middle of picked) {
      const start = outer + middle;
      to.set(from.subarray(start, start + after.length), position);
      position += after.length;
    }
  }
}

/** Adds `values`, stretched to the shape that `gather` gives, to the picked entries; a place picked twice gets both. */
export function scatterAdd(view: Strided, picks: Picks, values: Strided): void {
  write(view, picks, values, combineStep(view, "sum"));
}

/** Writes `values`, stretched to their shape, to the picked entries; a place picked twice keeps the last. */
export function scatter(view: Strided, picks: Picks, values: Strided): void {
  write(view, picks, values, combineStep(view, "set"));
}

function write(view: Strided, picks: Picks, values: Strided, step: ReturnType<typeof combineStep>): void {
  const { shape, locate } = plan(view, picks);
  const stretched = stretch(values, shape);
  const from = asNumbers(stretched.storage.data);
  const to = asNumbers(view.storage.data);
  eachPicked(locate(), (place, position) => {
    to[place] = step(to[place]!, from[stretched.offset + position]!);
  });
}

/** Values in the shape of the picked entries; more dimensions than that are fine if they are of size 1. */
function stretch(values: Strided, shape: readonly number[]): Strided {
  const extra = Math.max(0, values.shape.length - shape.length);
  const fits =
    values.shape.slice(0, extra).every((size) => size === 1) &&
    values.shape.slice(extra).every((size, d, kept) => size === 1 || size === shape.at(d - kept.length));
  if (!fits) {
    throw new RuntimeError(
      "Tensor.set",
      `shape mismatch: value tensor of shape ${showShape(values.shape)} cannot be broadcast to indexing result of shape ${showShape(shape)}`,
    );
  }
  const own = { ...values, shape: values.shape.slice(extra), strides: values.strides.slice(extra) };
  return toRowMajor({ ...own, shape, strides: broadcastStrides(own, shape) });
}

/** The places at which a mask is true, as one int64 vector per dimension of the mask. */
export function maskToPicks(mask: Strided): Strided[] {
  const dense = toRowMajor(mask);
  const bytes = dense.storage.data as Uint8Array;
  const found: number[] = [];
  for (let i = 0; i < numelOf(mask.shape); i++) if (bytes[dense.offset + i] !== 0) found.push(i);
  return mask.shape.map((size, d) => {
    const inner = numelOf(mask.shape.slice(d + 1));
    const pick = emptyStrided([found.length], int64);
    const words = wordsOf(pick);
    found.forEach((place, i) => {
      writeWord(words, i, Math.floor(place / inner) % size);
    });
    return pick;
  });
}
