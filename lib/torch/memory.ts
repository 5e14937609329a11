import { MemoryError } from "./errors";

let limit = Number.POSITIVE_INFINITY;
let allocated = 0;

const registry = new FinalizationRegistry<number>((bytes) => {
  allocated -= bytes;
});

/** Sets how many bytes of tensors may be alive at once; `Infinity` (the default) means no limit. */
export function setAllocationLimit(bytes: number): void {
  limit = bytes;
}

/** The bytes of tensor storage that are counted as alive now. */
export function allocatedBytes(): number {
  return allocated;
}

/** Throws if `bytes` more would pass the limit; called before the buffer is made. */
export function checkAllocation(bytes: number): void {
  if (allocated + bytes <= limit) return;
  throw new MemoryError("torch", `limit ${limit}, wanted ${bytes}`);
}

/** Counts `bytes` as alive until `owner` is collected. */
export function countAllocation(owner: object, bytes: number): void {
  allocated += bytes;
  registry.register(owner, bytes);
}
