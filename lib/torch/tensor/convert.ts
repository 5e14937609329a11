import { allocateData, type Data, type DType } from "./dtype";
import { makeWalk, runWalk } from "./iterate";
import { emptyStrided, isContiguous, numelOf, type Strided } from "./strided";

const LOWEST_INT64 = -(1n << 63n);

/** A number as an int64 element: truncated; what has no integer becomes the lowest, as on x86-64. */
export function toInt64(value: number): bigint {
  if (!Number.isFinite(value) || Math.abs(value) >= 2 ** 63) return LOWEST_INT64;
  return BigInt(Math.trunc(value));
}

/** An int64 element as JavaScript shows it: a number where that is exact, else a bigint. */
export function fromInt64(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

type Stretch = { from: number; fromStep: number; to: number; toStep: number; count: number };

/** Copies a stretch between arrays of any two dtypes, converting as PyTorch does. */
export function copyStretch(
  target: Data,
  source: Data,
  { from, fromStep, to, toStep, count }: Stretch,
  isBool: boolean,
): void {
  let i = from;
  let o = to;
  if (target instanceof BigInt64Array) {
    if (source instanceof BigInt64Array) {
      for (let k = 0; k < count; k++, i += fromStep, o += toStep) target[o] = source[i]!;
    } else {
      for (let k = 0; k < count; k++, i += fromStep, o += toStep) target[o] = toInt64(source[i]!);
    }
  } else if (isBool) {
    for (let k = 0; k < count; k++, i += fromStep, o += toStep) target[o] = Number(source[i]!) !== 0 ? 1 : 0;
  } else if (source instanceof BigInt64Array) {
    for (let k = 0; k < count; k++, i += fromStep, o += toStep) target[o] = Number(source[i]!);
  } else {
    for (let k = 0; k < count; k++, i += fromStep, o += toStep) target[o] = source[i]!;
  }
}

/** Sets all elements of a view to the value of a 0-d one. */
export function fillWith(target: Strided, value: Strided): void {
  if (isContiguous(target) && value.dtype === target.dtype) {
    const { data } = target.storage;
    const end = target.offset + numelOf(target.shape);
    data.fill(value.storage.data[value.offset]! as never, target.offset, end);
    return;
  }
  copyInto(target, { ...value, shape: target.shape, strides: target.shape.map(() => 0) });
}

/** Writes the values of `source` (of the same shape, after broadcasting) into `target`. */
export function copyInto(target: Strided, source: Strided): void {
  const walk = makeWalk(target.shape, [target.strides, source.strides]);
  const isBool = target.dtype.name === "bool";
  runWalk(walk, [target.offset, source.offset], ([to, from], [toStep, fromStep], count) => {
    const stretch = { from: from!, fromStep: fromStep!, to: to!, toStep: toStep!, count };
    copyStretch(target.storage.data, source.storage.data, stretch, isBool);
  });
}

/** A row-major copy, of another dtype if one is given. */
export function copyOf(view: Strided, dtype: DType = view.dtype): Strided {
  const copy = emptyStrided(view.shape, dtype);
  copyInto(copy, view);
  return copy;
}

/** The view itself if it is row-major and of that dtype, else a copy that is. */
export function toRowMajor(view: Strided, dtype: DType = view.dtype): Strided {
  return view.dtype === dtype && isContiguous(view) ? view : copyOf(view, dtype);
}

/** The elements in row-major order as a typed array of their own. */
export function toData(view: Strided): Data {
  const data = allocateData(view.dtype, numelOf(view.shape));
  const source = view.storage.data;
  let to = 0;
  runWalk(makeWalk(view.shape, [view.strides]), [view.offset], ([from], [fromStep], count) => {
    const stretch = { from: from!, fromStep: fromStep!, to, toStep: 1, count };
    copyStretch(data, source, stretch, view.dtype.name === "bool");
    to += count;
  });
  return data;
}

/** The element at `index` of the storage as a JavaScript value. */
export function valueAt(view: Strided, index: number): number | bigint | boolean {
  const value = view.storage.data[index]!;
  if (typeof value === "bigint") return fromInt64(value);
  return view.dtype.name === "bool" ? value !== 0 : value;
}
