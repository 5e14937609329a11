import { IndexError, RuntimeError } from "../../errors";
import { copyInto, toRowMajor } from "../convert";
import { int64 } from "../dtype";
import { broadcastShapes, broadcastStrides, showShape } from "../shape";
import { emptyStrided, numelOf, type Strided } from "../strided";
import { ARITHMETIC } from "./binary";
import { applyBinary } from "./elementwise";

/** For each dimension the int64 tensor that picks entries from it, or null where all are taken. */
export type Picks = readonly (Strided | null)[];

/** Each picked place as a view: where it lies in the source, and where in the result. */
type Gathering = {
  readonly shape: readonly number[];
  /** Calls `visit` with the piece of the source and the piece of the result for each pick. */
  each(result: Strided, visit: (source: Strided, target: Strided) => void): void;
};

function pickedValues(pick: Strided, shape: readonly number[]): BigInt64Array {
  const stretched = toRowMajor({ ...pick, shape, strides: broadcastStrides(pick, shape) });
  const data = stretched.storage.data as BigInt64Array;
  return data.subarray(stretched.offset, stretched.offset + numelOf(shape));
}

/** `dimension` counts the index tensors alone, as PyTorch does. */
function toOffset(value: bigint, size: number, dimension: number): number {
  const index = Number(value);
  if (index < -size || index >= size) {
    throw new IndexError(
      "Tensor.at",
      `index ${index} is out of bounds for dimension ${dimension} with size ${size}`,
    );
  }
  return index < 0 ? index + size : index;
}

/** Plans the gathering: index tensors broadcast together; their shape stands where they stood, or in front if apart. */
function plan(view: Strided, picks: Picks): Gathering {
  const dims = [...view.shape.keys()];
  const picked = dims.filter((d) => picks[d] != null);
  const rest = dims.filter((d) => picks[d] == null);
  const shapes = picked.map((d) => picks[d]!.shape);
  const common = indexShape(shapes);
  const first = picked[0] ?? 0;
  const adjacent = picked.every((d, i) => d === first + i);
  const before = adjacent ? rest.filter((d) => d < first) : [];
  const after = rest.filter((d) => !before.includes(d));
  const sizes = (list: readonly number[]) => list.map((d) => view.shape[d]!);
  const shape = [...sizes(before), ...common, ...sizes(after)];
  const values = picked.map((d) => pickedValues(picks[d]!, common));
  const restSizes = sizes([...before, ...after]);
  const restStrides = [...before, ...after].map((d) => view.strides[d]!);
  return {
    shape,
    each(result, visit) {
      const outer = result.strides.slice(0, before.length);
      const inner = result.strides.slice(before.length + common.length);
      const step = common.length === 0 ? 0 : result.strides[before.length + common.length - 1]!;
      for (let i = 0; i < numelOf(common); i++) {
        let offset = view.offset;
        picked.forEach((d, k) => {
          offset += toOffset(values[k]![i]!, view.shape[d]!, k) * view.strides[d]!;
        });
        visit(
          { ...view, shape: restSizes, strides: restStrides, offset },
          { ...result, shape: restSizes, strides: [...outer, ...inner], offset: result.offset + i * step },
        );
      }
    },
  };
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
  const gathering = plan(view, picks);
  const result = emptyStrided(gathering.shape, view.dtype);
  gathering.each(result, (source, target) => copyInto(target, source));
  return result;
}

/** Adds `values`, stretched to the shape that `gather` gives, to the picked entries; a place picked twice gets both. */
export function scatterAdd(view: Strided, picks: Picks, values: Strided): void {
  const gathering = plan(view, picks);
  gathering.each(stretch(values, gathering.shape), (target, source) => {
    const sum = applyBinary(target, source, {
      call: "Tensor.at",
      kernels: ARITHMETIC.add,
      computeIn: view.dtype,
    });
    copyInto(target, sum);
  });
}

/** Writes `values`, stretched to their shape, to the picked entries; a place picked twice keeps the last. */
export function scatter(view: Strided, picks: Picks, values: Strided): void {
  const gathering = plan(view, picks);
  gathering.each(stretch(values, gathering.shape), (target, source) => copyInto(target, source));
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
    const data = pick.storage.data as BigInt64Array;
    found.forEach((place, i) => {
      data[i] = BigInt(Math.floor(place / inner) % size);
    });
    return pick;
  });
}
