import { MemoryError } from "./errors";
import { type Anchor, count, sweep, totalBytes } from "./memory-groups";

/** Where garbage cannot be looked for on demand, this many times the limit may be counted before a call is refused. */
const PATIENCE = 4;

/** Garbage is not looked for again before this share of the limit was made anew: looking takes a tenth of a second. */
const PAUSE = 0.05;

let limit = Number.POSITIVE_INFINITY;
let nextSweep = 0;

/** Sets how many bytes of tensors may be alive at once; `Infinity` (the default) means no limit. */
export function setAllocationLimit(bytes: number): void {
  limit = bytes;
}

/** The bytes of tensor storage that are counted as alive now; garbage counts until it was found. */
export function allocatedBytes(): number {
  return totalBytes();
}

/** Throws if `bytes` more would pass the limit; called before the buffer is made. */
export function checkAllocation(bytes: number): void {
  const wanted = totalBytes() + bytes;
  if (wanted <= limit) return;
  if (bytes <= limit) {
    if (wanted < nextSweep) return;
    const isCertain = sweep();
    const alive = totalBytes() + bytes;
    nextSweep = alive + limit * PAUSE;
    if (alive <= (isCertain ? limit : limit * PATIENCE)) return;
  }
  throw new MemoryError(
    "torch",
    `tensors may take ${inMegabytes(limit)} at once, and this one would make it ${inMegabytes(totalBytes() + bytes)}`,
    "keep fewer tensors, or make them smaller",
  );
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1e5) / 10} MB`;
}

/** Counts `bytes` as alive for as long as somebody holds the anchor that it returns. */
export function countAllocation(bytes: number): Anchor {
  return count(bytes);
}
