/**
 * Brackets, commas and line breaks of a tensor's body.
 * After `_tensor_str_with_formatter` and `get_summarized_data` in PyTorch's torch/_tensor_str.py (BSD-3-Clause).
 */
import { RuntimeError } from "../../errors";
import type { Formatter } from "./formatter";
import type { PrintSettings, TensorView } from "./options";

/** Positions along one dimension: all of them, or the two ends with a gap between. */
type Axis = { readonly head: number; readonly tail: number; readonly size: number; readonly folded: boolean };

/** Where the shown values lie, so that only they are read. */
export type Window = { readonly axes: readonly Axis[]; readonly strides: readonly number[] };

/** Decide which values are shown: beyond `threshold` elements only `edgeitems` at each end of a dimension. */
export function chooseWindow(shape: readonly number[], { threshold, edgeitems }: PrintSettings): Window {
  const summarised = countElements(shape) > threshold;
  if (summarised && edgeitems === 0 && shape.length > 1) {
    throw new RuntimeError("torch", "stack expects a non-empty TensorList", "set edgeitems to 1 or more");
  }
  const axes = shape.map((size): Axis => {
    if (!summarised || size <= 2 * edgeitems) return { head: size, tail: size, size, folded: false };
    // Invariant: with edgeitems 0 Python's `self[-0:]` is the whole vector, and so it is here.
    return { head: edgeitems, tail: edgeitems === 0 ? 0 : size - edgeitems, size, folded: true };
  });
  const strides = shape.map((_, dim) => countElements(shape.slice(dim + 1)));
  return { axes, strides };
}

/** The shown values in row-major order. */
export function* readWindow(
  view: TensorView,
  window: Window,
  { dim = 0, offset = 0 } = {},
): Generator<number | bigint | boolean> {
  const axis = window.axes[dim];
  if (axis === undefined) {
    yield view.get(offset);
    return;
  }
  for (const index of shownIndices(axis)) {
    yield* readWindow(view, window, { dim: dim + 1, offset: offset + index * window.strides[dim]! });
  }
}

/** The body between `tensor(` and its suffixes; `indent` is the column at which it starts. */
export function layOut(
  view: TensorView,
  {
    window,
    formatter,
    indent,
    linewidth,
  }: { window: Window; formatter: Formatter; indent: number; linewidth: number },
): string {
  const rank = window.axes.length;
  if (rank === 0) return formatter.format(view.get(0));

  function nest(dim: number, offset: number): string {
    const axis = window.axes[dim]!;
    const column = indent + dim;
    if (dim === rank - 1) return vector(axis, offset, column);
    const parts = shownIndices(axis).map((index) => nest(dim + 1, offset + index * window.strides[dim]!));
    if (axis.folded) parts.splice(axis.head, 0, "...");
    return `[${parts.join(`,${"\n".repeat(rank - dim - 1)}${" ".repeat(column + 1)}`)}]`;
  }

  function vector(axis: Axis, offset: number, column: number): string {
    const parts = shownIndices(axis).map((index) => formatter.format(view.get(offset + index)));
    if (axis.folded) parts.splice(axis.head, 0, " ...");
    const perLine = Math.max(1, Math.floor((linewidth - column) / (formatter.width + 2)));
    const lines: string[] = [];
    for (let at = 0; at < parts.length; at += perLine) lines.push(parts.slice(at, at + perLine).join(", "));
    return `[${lines.join(`,\n${" ".repeat(column + 1)}`)}]`;
  }

  return nest(0, 0);
}

/** The number of elements of a shape. */
export function countElements(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function shownIndices({ head, tail, size }: Axis): number[] {
  const indices: number[] = [];
  for (let index = 0; index < head; index++) indices.push(index);
  for (let index = tail; index < size; index++) indices.push(index);
  return indices;
}
