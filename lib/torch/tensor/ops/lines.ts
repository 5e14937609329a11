import { toRowMajor } from "../convert";
import type { Data, DType } from "../dtype";
import { numelOf, type Strided } from "../strided";

/** The places of one line of a tensor along a dimension: `start`, `start + step`, …, `count` of them. */
export type Line = { readonly start: number; readonly step: number; readonly count: number };

/** How the lines of a shape along one of its dimensions lie in row-major order. */
type Lines = { readonly outer: number; readonly inner: number; readonly count: number };

function linesOf(shape: readonly number[], dim: number): Lines {
  const outer = numelOf(shape.slice(0, dim));
  const inner = numelOf(shape.slice(dim + 1));
  return { outer, inner, count: shape[dim] ?? 1 };
}

/**
 * Calls `visit` with each line of a row-major tensor along `dim`, in row-major order of the others, and with the number of
 * the line. A scalar is one line of one value.
 */
export function eachLine(
  shape: readonly number[],
  dim: number,
  visit: (line: Line, index: number) => void,
): void {
  const { outer, inner, count } = linesOf(shape, dim);
  for (let i = 0, index = 0; i < outer; i++) {
    for (let j = 0; j < inner; j++, index++) {
      visit({ start: i * count * inner + j, step: inner, count }, index);
    }
  }
}

/** Line `index` along `dim` of a row-major tensor. */
export function lineAt(shape: readonly number[], dim: number, index: number): Line {
  const { inner, count } = linesOf(shape, dim);
  return { start: Math.floor(index / inner) * count * inner + (index % inner), step: inner, count };
}

/** The elements in row-major order, without a copy where they lie so already; not to be written to. */
export function rowMajorData(view: Strided, dtype: DType = view.dtype): Data {
  const dense = toRowMajor(view, dtype);
  return dense.storage.data.subarray(dense.offset, dense.offset + numelOf(view.shape));
}
