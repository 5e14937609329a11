import { checkAllocation, countAllocation } from "../memory";
import { allocateData, type Data, type DType } from "./dtype";

/** The buffer behind one or more tensors; views of a tensor share its storage. */
export class Storage {
  readonly data: Data;

  constructor(data: Data) {
    this.data = data;
  }
}

/** A zeroed storage of `length` elements, counted against the memory limit before it is made. */
export function allocate(dtype: DType, length: number): Storage {
  checkAllocation(length * dtype.itemsize);
  return adopt(allocateData(dtype, length));
}

/** A storage around an array that already exists, counted from now on. */
export function adopt(data: Data): Storage {
  const storage = new Storage(data);
  countAllocation(storage, data.byteLength);
  return storage;
}
