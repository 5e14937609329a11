import { checkAllocation, countAllocation } from "../memory";
import { allocateData, checkDtype, type Data, type DType, isReduced } from "./dtype";

/** The buffer behind one or more tensors; views of a tensor share its storage. */
export class Storage {
  readonly data: Data;
  /** What keeps the storage counted in the memory limit; null for the plain numbers of arithmetic, which do not count. */
  readonly anchor: object | null;

  constructor(data: Data, anchor: object | null = null) {
    this.data = data;
    this.anchor = anchor;
  }
}

/** A zeroed storage of `length` elements, counted against the memory limit before it is made. */
export function allocate(dtype: DType, length: number): Storage {
  checkDtype(dtype);
  const bytes = length * (isReduced(dtype.name) ? Float32Array.BYTES_PER_ELEMENT : dtype.itemsize);
  checkAllocation(bytes);
  return new Storage(allocateData(dtype, length), countAllocation(bytes));
}

/** A storage around an array that already exists, counted from now on. */
export function adopt(data: Data): Storage {
  checkAllocation(data.byteLength);
  return new Storage(data, countAllocation(data.byteLength));
}
