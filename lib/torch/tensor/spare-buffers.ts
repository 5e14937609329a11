import { type Data, type DType, dataAround } from "./dtype";

/*
 * Memory of dead tensors that waits to be that of new ones. What is new to the machine costs many times what is there: see
 * docs/adr/0009. Sizes are matched to the byte, since a loop asks for the same ones again and again.
 */

/** How much may wait in all; the longest waiting are dropped first. */
const MOST = 2 ** 25;

/** What tests change, so that small tensors take this way too, and a use after the release shows. */
export const spareBuffers = {
  /** Smaller ones are left to the host, which has them at hand. */
  least: 2 ** 14,
  /** Fills what is given back with bytes that are NaN in every format. */
  isPoisoned: false,
};

const waiting = new Map<number, ArrayBuffer[]>();
let total = 0;

/** Takes over the memory of an array that nobody will use again. */
export function keepBuffer({ buffer, byteLength }: Data): void {
  if (byteLength < spareBuffers.least || byteLength > MOST || byteLength !== buffer.byteLength) return;
  if (!(buffer instanceof ArrayBuffer)) return;
  if (spareBuffers.isPoisoned) new Uint8Array(buffer).fill(0xff);
  const list = waiting.get(byteLength) ?? [];
  // A size that is used anew goes behind those that are not.
  waiting.delete(byteLength);
  waiting.set(byteLength, list);
  list.push(buffer);
  total += byteLength;
  for (const size of waiting.keys()) {
    if (total <= MOST) break;
    dropSome(size);
  }
}

function dropSome(size: number): void {
  const list = waiting.get(size) ?? [];
  while (total > MOST && list.pop() !== undefined) total -= size;
  if (list.length === 0) waiting.delete(size);
}

/** A zeroed array of that many bytes, if there is memory for it; undefined if not. */
export function takeBuffer(dtype: DType, bytes: number): Data | undefined {
  const buffer = waiting.get(bytes)?.pop();
  if (buffer === undefined) return undefined;
  total -= bytes;
  new Uint8Array(buffer).fill(0);
  return dataAround(dtype, buffer);
}
