import { RuntimeError } from "../errors";
import { allocate } from "./storage";
import { numelOf, rowMajorStrides } from "./strided";
import { HISTORY, STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** Gives a tensor another shape in place, and where its storage is too short for it a longer one that begins the same. */
export function resize(target: Tensor, call: string, shape: readonly number[]): void {
  if (target.requires_grad) throw new RuntimeError(call, "cannot resize variables that require grad");
  if (shape.some((size) => size < 0))
    throw new RuntimeError(call, "numel: integer multiplication overflow", "sizes cannot be negative");
  const own = target[STRIDED];
  target[HISTORY].version.value++;
  if (own.shape.length === shape.length && shape.every((size, d) => size === own.shape[d])) return;
  const needed = own.offset + numelOf(shape);
  let { storage } = own;
  if (storage.data.length < needed) {
    storage = allocate(own.dtype, needed);
    storage.data.set(own.storage.data as never);
  }
  target[STRIDED] = {
    ...own,
    storage,
    shape: Object.freeze([...shape]),
    strides: rowMajorStrides(shape),
  };
}
