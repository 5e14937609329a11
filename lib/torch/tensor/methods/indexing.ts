import { IndexError, TypeMismatch } from "../../errors";
import { copyOf } from "../convert";
import type { Derivatives } from "../derivatives";
import { isRecorded, makeTensor, record, recordView, sameGradient } from "../make";
import { nestedToView } from "../nested";
import { isScalar, isTensor, type Operand, scalarView, typeName } from "../operand";
import { gather, maskToPicks, type Picks, scatter, scatterAdd } from "../ops/indexing";
import { showShape } from "../shape";
import { Slice } from "../slice";
import { emptyStrided, type Strided } from "../strided";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { writeInPlace } from "../write";
import { TensorSoftmax } from "./softmax";

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
  | readonly boolean[];

/** A view after the simple parts of an index, and what the index tensors pick from each of its dimensions. */
type Indexed = { readonly view: Tensor; readonly picks: (Strided | null)[] };

function consumes(part: Index): number {
  if (part === null || part === "..." || typeof part === "boolean") return 0;
  return isTensor(part) && part.dtype.name === "bool" ? part.ndim : 1;
}

function resolve(tensor: Tensor, parts: readonly Index[]): Indexed {
  const used = parts.reduce<number>((count, part) => count + consumes(part), 0);
  if (used > tensor.ndim) {
    if (tensor.ndim === 0 && parts.length === 1) {
      throw new IndexError(
        "Tensor.at",
        "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number",
      );
    }
    throw new IndexError("Tensor.at", `too many indices for tensor of dimension ${tensor.ndim}`);
  }
  if (parts.filter((part) => part === "...").length > 1) {
    throw new IndexError("Tensor.at", 'an index can only have a single ellipsis ("...")');
  }
  let view = tensor;
  let dim = 0;
  const picks: (Strided | null)[] = [];
  for (const [position, part] of parts.entries()) {
    if (part === "...") {
      dim += tensor.ndim - used;
    } else if (part === null) {
      view = view.unsqueeze(dim++);
    } else if (part instanceof Slice) {
      const size = view.shape[dim]!;
      const range = part.within(size);
      const whole = range.start === 0 && range.stop === size && range.step === 1;
      view = whole ? view : view.sliced(dim, range);
      dim++;
    } else if (typeof part === "number" || typeof part === "bigint") {
      view = selectAt(view, { dim, position }, Number(part));
    } else {
      const pick = toPick(part);
      if (typeof part === "boolean") view = view.unsqueeze(dim);
      if (pick.dtype.name === "bool") {
        checkMask(view, pick, dim);
        for (const places of maskToPicks(pick)) picks[dim++] = places;
      } else {
        picks[dim++] = pick;
      }
    }
  }
  return { view, picks };
}

function toPick(part: Tensor | boolean | readonly number[] | readonly boolean[]): Strided {
  const view = isTensor(part)
    ? part[STRIDED]
    : nestedToView("Tensor.at", typeof part === "boolean" ? [part] : part);
  if (view.dtype.name === "int64" || view.dtype.name === "bool") return view;
  throw new IndexError(
    "Tensor.at",
    "tensors used as indices must be long, byte or bool tensors",
    `got ${view.dtype}`,
  );
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
  const size = view.shape[dim]!;
  if (!Number.isInteger(index)) {
    throw new TypeMismatch(
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

function fullPicks(picks: readonly (Strided | null | undefined)[], rank: number): Picks {
  return Array.from({ length: rank }, (_, d) => picks[d] ?? null);
}

/** Copies of the index tensors, so that later writes to them do not reach the derivative. */
function keepPicks(picks: Picks): Picks {
  return picks.map((pick) => (pick === null ? null : copyOf(pick)));
}

/** The picked entries as a tensor of their own. */
function gathered(source: Tensor, picks: Picks): Tensor {
  const result = gather(source[STRIDED], picks);
  if (!isRecorded([source])) return makeTensor(result);
  const kept = keepPicks(picks);
  const { shape } = source;
  return record("IndexBackward0", [source], result, [(grad) => putBack(grad, shape, kept)]);
}

/** Zeros, with the values added where they were picked. */
function putBack(values: Tensor, shape: readonly number[], picks: Picks): Tensor {
  const whole = emptyStrided(shape, values.dtype);
  scatterAdd(whole, picks, values[STRIDED]);
  return record("IndexPutBackward0", [values], whole, [(grad) => gathered(grad, picks)]);
}

/** The derivatives of writing values to picked entries. */
function putDerivatives(picks: Picks): Derivatives {
  return [
    (grad) => {
      const rest = copyOf(grad[STRIDED]);
      scatter(rest, picks, scalarView(0, grad.dtype));
      return record("IndexPutBackward0", [grad], rest, putDerivatives(picks));
    },
    (grad) => gathered(grad, picks),
  ];
}

function alias(source: Tensor): Tensor {
  return recordView("AliasBackward0", source, source[STRIDED], { step: alias, derivative: sameGradient });
}

/** Reading and writing parts of a tensor. */
export abstract class TensorIndexing extends TensorSoftmax {
  /**
   * Python's `t[…]`: `t.at(0)` is `t[0]`, `t.at(null, torch.slice(1, 3), "...")` is `t[None, 1:3, ...]`.
   * Positions and slices give views; masks and lists of positions give copies.
   * @example
   * torch.arange(6).view(2, 3).at(1, torch.slice(0, 2)) // => tensor([3, 4])
   */
  at(...index: Index[]): Tensor {
    index.forEach(checkIndex);
    const { view, picks } = resolve(this.self, index);
    if (picks.length > 0) {
      return gathered(view, fullPicks(picks, view.ndim));
    }
    return view === this.self ? alias(view) : view;
  }

  /**
   * Python's `t[index] = value`; several parts of an index come as an array. Returns the tensor.
   * @example
   * torch.zeros(3).set(1, 5) // => tensor([0., 5., 0.])
   */
  set(index: Index | readonly Index[], value: Operand): this {
    const parts = Array.isArray(index) ? (index as readonly Index[]) : [index as Index];
    parts.forEach(checkIndex);
    if (!isTensor(value) && !isScalar(value)) {
      throw new TypeMismatch(
        "Tensor.set",
        `can't assign a ${typeName(value)} to a torch.${this.dtype.scalarName}Tensor`,
      );
    }
    const { view, picks } = resolve(this.self, parts);
    if (picks.length === 0) {
      const target = view === this.self ? alias(view) : view;
      if (isTensor(value)) target.copy_(withoutLeadingOnes(value, target.ndim).expand(target.shape));
      else target.fill_(value);
      return this;
    }
    const full = fullPicks(picks, view.ndim);
    const write = { call: "Tensor.set", node: "IndexPutBackward0", inputs: [value] };
    const derivatives = isRecorded([view, value]) ? putDerivatives(keepPicks(full)) : [];
    writeInPlace(view, { ...write, derivatives }, (destination) => {
      const source = isTensor(value) ? value[STRIDED] : scalarView(value, this.dtype);
      scatter(destination, full, source);
    });
    return this;
  }
}

/** A value that is assigned may have more dimensions than the place, if the first ones are of size 1. */
function withoutLeadingOnes(value: Tensor, rank: number): Tensor {
  let result = value;
  while (result.ndim > rank && result.shape[0] === 1) result = result.squeeze(0);
  return result;
}

function checkIndex(part: unknown): void {
  const known =
    part === null ||
    part === "..." ||
    isScalar(part) ||
    part instanceof Slice ||
    isTensor(part) ||
    Array.isArray(part);
  if (known) return;
  const wayOut = typeof part === "string" ? `write torch.slice(start, stop) for "${part}"` : undefined;
  throw new TypeMismatch(
    "Tensor.at",
    `only integers, slices (\`:\`), ellipsis (\`...\`), None and long or byte Variables are valid indices (got ${typeName(part)})`,
    wayOut,
  );
}
