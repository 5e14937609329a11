import { IndexError } from "../errors";
import { int64 } from "./dtype";
import { nestedToView } from "./nested";
import { isScalar, isTensor, typeName } from "./operand";
import { maskToPicks, type Picks } from "./ops/indexing";
import { showShape, wrapDim } from "./shape";
import { Slice } from "./slice";
import { emptyStrided, type Strided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/**
 * One part of an index: a position, a slice, null for a new dimension, "..." for all dimensions between, a bool tensor
 * as mask, or an int64 tensor or array of positions.
 */
export type Index =
  | number
  | bigint
  | Slice
  | null
  | "..."
  | Tensor
  | boolean
  | readonly number[]
  | readonly boolean[]
  | readonly (readonly number[] | readonly boolean[])[];

/** A view after the simple parts of an index, and what the index tensors pick from each of its dimensions. */
export type Indexed = { readonly view: Tensor; readonly picks: (Strided | null)[] };

/** A part of an index in one of four forms; `isNew` marks a truth value, which masks a new dimension of size 1. */
type Part = number | Slice | null | "..." | { readonly pick: Strided; readonly isNew: boolean };

function toPart(part: Index): Part {
  if (part === null || part === "..." || part instanceof Slice) return part;
  if (typeof part === "number" || typeof part === "bigint") return Number(part);
  const pick = toPick(part);
  if (pick.shape.length > 0 || Array.isArray(part)) return { pick, isNew: false };
  if (pick.dtype === int64) return Number(pick.storage.data[pick.offset]);
  return { pick: { ...pick, shape: [1], strides: [1] }, isNew: true };
}

function toPick(part: Exclude<Index, number | bigint | Slice | null | "...">): Strided {
  if (Array.isArray(part) && part.length === 0) return emptyStrided([0], int64);
  const view = isTensor(part) ? part[STRIDED] : nestedToView("Tensor.at", part);
  if (view.dtype === int64 || view.dtype.name === "bool") return view;
  throw new IndexError(
    "Tensor.at",
    "tensors used as indices must be long, byte or bool tensors",
    `got ${view.dtype}`,
  );
}

function consumes(part: Part): number {
  if (part === null || part === "...") return 0;
  if (typeof part === "number" || part instanceof Slice) return 1;
  if (part.isNew) return 0;
  return part.pick.dtype.name === "bool" ? part.pick.shape.length : 1;
}

function checkCount(tensor: Tensor, parts: readonly Part[], used: number): void {
  if (used <= tensor.ndim) return;
  const [only] = parts;
  if (tensor.ndim === 0 && parts.length === 1 && typeof only === "number") {
    throw new IndexError(
      "Tensor.at",
      "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number",
    );
  }
  throw new IndexError("Tensor.at", `too many indices for tensor of dimension ${tensor.ndim}`);
}

/** Takes the simple parts of an index as views, and collects what the others pick. */
export function resolveIndex(tensor: Tensor, index: readonly Index[]): Indexed {
  const parts = index.map(toPart);
  const used = parts.reduce<number>((count, part) => count + consumes(part), 0);
  checkCount(tensor, parts, used);
  let view = tensor;
  let dim = 0;
  const taken: (Strided | null)[] = [];
  for (const [position, part] of parts.entries()) {
    if (part === "...") {
      dim += tensor.ndim - used;
    } else if (part === null) {
      view = view.unsqueeze(dim++);
    } else if (part instanceof Slice) {
      view = sliceAt(view, dim++, part);
    } else if (typeof part === "number") {
      view = selectAt(view, { dim, position }, part);
    } else {
      if (part.isNew) view = view.unsqueeze(dim);
      // As in PyTorch a mask of several dimensions counts as one here, which what stands behind it notices.
      taken[dim++] = part.pick;
    }
  }
  return { view, picks: toPicks(view, taken) };
}

function sliceAt(view: Tensor, dim: number, part: Slice): Tensor {
  const size = view.shape[wrapDim("Tensor.at", dim, view.ndim)]!;
  const range = part.within(size);
  const isWhole = range.start === 0 && range.stop === size && range.step === 1;
  return isWhole ? view : view.sliced(dim, range);
}

/** What is picked from each dimension, a mask of several dimensions giving places for each of them. */
function toPicks(view: Tensor, taken: readonly (Strided | null | undefined)[]): (Strided | null)[] {
  const picks: (Strided | null)[] = [];
  for (const pick of Array.from(taken)) {
    if (pick == null || pick.dtype === int64) {
      picks.push(pick ?? null);
    } else {
      checkMask(view, pick, picks.length);
      picks.push(...maskToPicks(pick));
    }
  }
  return picks;
}

function checkMask(view: Tensor, mask: Strided, dim: number): void {
  mask.shape.forEach((size, d) => {
    if (size === view.shape[dim + d]) return;
    throw new IndexError(
      "Tensor.at",
      `The shape of the mask ${showShape(mask.shape)} at index ${d} does not match the shape of the indexed tensor ${showShape(view.shape)} at index ${dim + d}`,
    );
  });
}

function selectAt(view: Tensor, { dim, position }: { dim: number; position: number }, index: number): Tensor {
  const size = view.shape[wrapDim("Tensor.at", dim, view.ndim)]!;
  if (!Number.isInteger(index)) {
    throw new IndexError(
      "Tensor.at",
      "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got float)",
      `got ${index}`,
    );
  }
  if (index < -size || index >= size) {
    throw new IndexError(
      "Tensor.at",
      `index ${index} is out of bounds for dimension ${position} with size ${size}`,
    );
  }
  return view.select(dim, index);
}

/** One entry for each dimension. */
export function fullPicks(picks: readonly (Strided | null | undefined)[], rank: number): Picks {
  return Array.from({ length: rank }, (_, d) => picks[d] ?? null);
}

/** Throws PyTorch's sentence unless a value can be part of an index. */
export function checkIndex(part: unknown): void {
  const known =
    part === null ||
    part === "..." ||
    isScalar(part) ||
    part instanceof Slice ||
    isTensor(part) ||
    Array.isArray(part);
  if (known) return;
  const wayOut = typeof part === "string" ? `write torch.slice(start, stop) for "${part}"` : undefined;
  throw new IndexError(
    "Tensor.at",
    `only integers, slices (\`:\`), ellipsis (\`...\`), None and long or byte Variables are valid indices (got ${typeName(part)})`,
    wayOut,
  );
}
