import { checkAllocation, countAllocation } from "../memory";
import { allocateData, checkDtype, type Data, type DType, isReduced } from "./dtype";
import { keepBuffer, takeBuffer } from "./spare-buffers";

/** The buffer behind one or more tensors; views of a tensor share its storage. */
export class Storage {
  #data: Data;
  /** What keeps the storage counted in the memory limit; null for the plain numbers of arithmetic, which do not count. */
  readonly anchor: object | null;

  constructor(data: Data, anchor: object | null = null) {
    this.#data = data;
    this.anchor = anchor;
  }

  get data(): Data {
    return this.#data;
  }

  /**
   * Gives the memory back, to be that of another storage. From now on this one is empty, so that a use of it by mistake
   * finds nothing, and never another tensor's values.
   *
   * Invariant: nobody holds the storage but who calls this. See autograd/scratch.ts, the only place that can know.
   */
  release(): void {
    const data = this.#data;
    this.#data = data.subarray(0, 0) as Data;
    keepBuffer(data);
  }
}

let recorder: Storage[] | null = null;

/** Runs `body` and lists the storages that were made meanwhile. */
export function recordStorages<T>(body: () => T): { value: T; made: readonly Storage[] } {
  const before = recorder;
  const made: Storage[] = [];
  recorder = made;
  try {
    return { value: body(), made };
  } finally {
    recorder = before;
  }
}

/** A zeroed storage of `length` elements, counted against the memory limit before it is made. */
export function allocate(dtype: DType, length: number): Storage {
  checkDtype(dtype);
  const bytes = length * (isReduced(dtype.name) ? Float32Array.BYTES_PER_ELEMENT : dtype.itemsize);
  checkAllocation(bytes);
  const storage = new Storage(
    takeBuffer(dtype, bytes) ?? allocateData(dtype, length),
    countAllocation(bytes),
  );
  recorder?.push(storage);
  return storage;
}

/** A storage around an array that already exists, counted from now on. */
export function adopt(data: Data): Storage {
  checkAllocation(data.byteLength);
  return new Storage(data, countAllocation(data.byteLength));
}
