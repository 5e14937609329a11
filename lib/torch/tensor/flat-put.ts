import { IndexError, RuntimeError } from "../errors";
import { bindCall } from "./bind";
import type { Change } from "./change";
import { saving } from "./derivatives";
import { asNumbers } from "./ops/along";
import type { Strided } from "./strided";
import type { Tensor } from "./tensor";

/** A place of a flattened tensor of `count` values; negative ones count from the end. */
export function flatPlace(call: string, place: number, count: number): number {
  if (place < -count || place >= count) {
    throw new IndexError(
      call,
      `out of range: tried to access index ${place} on a tensor of ${count} elements.`,
    );
  }
  return place < 0 ? place + count : place;
}

/** Where in the storage the `place`-th value of a view, counted row by row, lies. */
function storagePlace({ shape, strides, offset }: Strided, place: number): number {
  let rest = place;
  let at = offset;
  for (let d = shape.length - 1; d >= 0; d--) {
    at += (rest % shape[d]!) * strides[d]!;
    rest = Math.floor(rest / shape[d]!);
  }
  return at;
}

/** `put`, ready to be done: values at places of the flattened tensor. */
export function planFlatPut(call: string, target: Tensor, given: readonly unknown[]): Change {
  const schema = { index: "Tensor", source: "Tensor", accumulate: "bool?" } as const;
  const { index, source, accumulate = false } = bindCall(call, given, schema);
  if (index.dtype.name !== "int64") {
    throw new RuntimeError(
      call,
      `put_(): Expected a long tensor for index, but got ${index.dtype.scalarName}`,
    );
  }
  if (source.dtype !== target.dtype) {
    throw new RuntimeError(
      call,
      `put_(): self and source expected to have the same dtype, but got self.dtype = ${target.dtype.scalarName} and source.dtype = ${source.dtype.scalarName}`,
    );
  }
  if (index.numel() !== source.numel()) {
    throw new IndexError(
      call,
      `put_(): Expected source and index to have the same number of elements, but got source.numel() = ${source.numel()}, index.numel() = ${index.numel()}`,
    );
  }
  const { shape } = source;
  return {
    call,
    node: "PutBackward0",
    inputs: [source],
    derivatives: [
      accumulate
        ? (grad) => grad
        : saving([index], (grad, index) => grad.put(index, grad.take(index).mul(0))),
      saving([index], (grad, index) => grad.take(index).reshape(shape)),
    ],
    write: (view) => {
      const places = index.toTypedArray() as BigInt64Array;
      const values = asNumbers(source.toTypedArray());
      const data = asNumbers(view.storage.data);
      const isBool = view.dtype.name === "bool";
      places.forEach((place, i) => {
        const at = storagePlace(view, flatPlace(call, Number(place), target.numel()));
        const sum = accumulate ? data[at]! + values[i]! : values[i]!;
        data[at] = isBool ? Math.min(sum, 1) : sum;
      });
    },
  };
}
