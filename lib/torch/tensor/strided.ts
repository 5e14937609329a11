import { type Data, type DType, float32 } from "./dtype";
import { adopt, allocate, type Storage } from "./storage";

/** A view of a storage: element `(i, j, …)` is `storage.data[offset + i·strides[0] + j·strides[1] + …]`. */
export type Strided = {
  readonly storage: Storage;
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
};

/** The number of elements of a shape; 1 for a scalar. */
export function numelOf(shape: readonly number[]): number {
  let count = 1;
  for (const size of shape) count *= size;
  return count;
}

/** The strides of a row-major tensor, as PyTorch gives them (a size of 0 counts as 1). */
export function rowMajorStrides(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    strides[d] = step;
    step *= Math.max(shape[d]!, 1);
  }
  return strides;
}

/** Whether the elements lie in row-major order without gaps; dimensions of size 1 do not matter. */
export function isContiguous(view: Pick<Strided, "shape" | "strides">): boolean {
  if (numelOf(view.shape) === 0) return true;
  let step = 1;
  for (let d = view.shape.length - 1; d >= 0; d--) {
    const size = view.shape[d]!;
    if (size === 1) continue;
    if (view.strides[d] !== step) return false;
    step *= size;
  }
  return true;
}

/** A new row-major tensor of zeros. */
export function emptyStrided(shape: readonly number[], dtype: DType = float32): Strided {
  return {
    storage: allocate(dtype, numelOf(shape)),
    dtype,
    shape: Object.freeze([...shape]),
    strides: rowMajorStrides(shape),
    offset: 0,
  };
}

/** A row-major view of `data`, which it takes over. */
export function fromData(data: Data, shape: readonly number[], dtype: DType): Strided {
  return {
    storage: adopt(data),
    dtype,
    shape: Object.freeze([...shape]),
    strides: rowMajorStrides(shape),
    offset: 0,
  };
}
