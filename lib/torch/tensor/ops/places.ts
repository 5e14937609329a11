import { toRowMajor } from "../convert";
import { broadcastStrides } from "../shape";
import { numelOf, type Strided } from "../strided";

const { buffer } = new Uint16Array([1]);
const LITTLE_ENDIAN = new Uint8Array(buffer)[0] === 1;

/** The halves of 64-bit integers, low and high: reading these makes no bigint, which would cost most of the time. */
export type Words = { readonly halves: Int32Array; readonly low: number; readonly high: number };

/** The halves of an int64 storage. */
export function wordsOf(view: Strided): Words {
  const data = view.storage.data as BigInt64Array;
  const halves = new Int32Array(data.buffer, data.byteOffset, data.length * 2);
  return LITTLE_ENDIAN ? { halves, low: 0, high: 1 } : { halves, low: 1, high: 0 };
}

/** The integer at a place of the storage as a number, exact up to 2⁵³. */
export function readWord({ halves, low, high }: Words, place: number): number {
  return halves[2 * place + high]! * 2 ** 32 + (halves[2 * place + low]! >>> 0);
}

/** Writes a number that is not negative to a place of the storage. */
export function writeWord({ halves, low, high }: Words, place: number, value: number): void {
  halves[2 * place + low] = value % 2 ** 32;
  halves[2 * place + high] = Math.floor(value / 2 ** 32);
}

/** The values of an int64 view, stretched to a shape, row by row as numbers. */
export function placesOf(view: Strided, shape: readonly number[]): Float64Array {
  const dense = toRowMajor({ ...view, shape, strides: broadcastStrides(view, shape) });
  const words = wordsOf(dense);
  return Float64Array.from({ length: numelOf(shape) }, (_, i) => readWord(words, dense.offset + i));
}
