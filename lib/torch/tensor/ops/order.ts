import type { Data } from "../dtype";
import { introselect, introsort, partialSort } from "./introsort";
import type { Line } from "./lines";

/** The values of one line, next to one another: as float64 where that is exact, else as they are. */
export type Keys = Float64Array | BigInt64Array;

const RUN = 8;

/** The values of a line as keys to be put in order. */
export function keysOf(data: Data, { start, step, count }: Line): Keys {
  const keys = new Float64Array(count);
  for (let k = 0, at = start; k < count; k++, at += step) {
    keys[k] = Number(data[at]!);
    if (typeof data[at] === "bigint" && !Number.isSafeInteger(keys[k])) {
      return BigInt64Array.from({ length: count }, (_, i) => data[start + i * step] as bigint);
    }
  }
  return keys;
}

/** Keys together with their places, which move as one. */
type Pairs = { readonly keys: Keys; readonly places: Uint32Array };

function emptyPairs(keys: Keys, count: number): Pairs {
  const Kind = keys instanceof BigInt64Array ? BigInt64Array : Float64Array;
  return { keys: new Kind(count), places: new Uint32Array(count) };
}

/** Sorts a short run by insertion. */
function sortRun({ keys, places }: Pairs, low: number, high: number): void {
  for (let i = low + 1; i < high; i++) {
    const key = keys[i]!;
    const place = places[i]!;
    let j = i - 1;
    for (; j >= low && keys[j]! > key; j--) {
      keys[j + 1] = keys[j]!;
      places[j + 1] = places[j]!;
    }
    keys[j + 1] = key;
    places[j + 1] = place;
  }
}

/** Merges neighbouring sorted runs of `width`; of equal keys the left one stays left. */
function mergeRuns(from: Pairs, to: Pairs, width: number): void {
  const { keys, places } = from;
  const count = keys.length;
  for (let low = 0; low < count; low += 2 * width) {
    const middle = Math.min(low + width, count);
    const high = Math.min(low + 2 * width, count);
    let left = low;
    let right = middle;
    for (let at = low; at < high; at++) {
      const takesRight = left === middle || (right < high && keys[right]! < keys[left]!);
      const taken = takesRight ? right++ : left++;
      to.keys[at] = keys[taken]!;
      to.places[at] = places[taken]!;
    }
  }
}

/** The numbers among the keys in the order in which they stand, turned round for a descending sort. */
function takeNumbers(keys: Keys, descending: boolean): { pairs: Pairs; nans: number[] } {
  const nans: number[] = [];
  for (let k = 0; k < keys.length; k++) if (Number.isNaN(keys[k])) nans.push(k);
  const pairs = emptyPairs(keys, keys.length - nans.length);
  for (let k = 0, to = 0; k < keys.length; k++) {
    const key = keys[k]!;
    if (Number.isNaN(key)) continue;
    pairs.keys[to] = descending ? (typeof key === "bigint" ? ~key : -key) : key;
    pairs.places[to++] = k;
  }
  return { pairs, nans };
}

/** The places of the keys in ascending (or descending) order by merging; equal keys keep theirs, NaN is the largest. */
export function stableOrder(keys: Keys, descending: boolean): Uint32Array {
  const { pairs, nans } = takeNumbers(keys, descending);
  const count = pairs.places.length;
  for (let low = 0; low < count; low += RUN) sortRun(pairs, low, Math.min(low + RUN, count));
  let from = pairs;
  let to = emptyPairs(keys, count);
  for (let width = RUN; width < count; width *= 2) {
    mergeRuns(from, to, width);
    [from, to] = [to, from];
  }
  if (nans.length === 0) return from.places;
  const order = new Uint32Array(keys.length);
  order.set(from.places, descending ? nans.length : 0);
  order.set(nans, descending ? 0 : count);
  return order;
}

/** The places of the keys in order, NaN the largest; of equal ones as ATen's `sort` leaves them where it need not be stable. */
export function sortedOrder(keys: Keys, descending: boolean): Uint32Array {
  const order = stableOrder(keys, descending);
  // So few are sorted by insertion, which is stable; and where no two are equal there is one order only.
  if (keys.length <= 16 || !hasEqual(keys, order)) return order;
  const at = Uint32Array.from({ length: keys.length }, (_, k) => k);
  const isBefore = (a: number, b: number) =>
    descending ? isAfter(keys[a]!, keys[b]!) : isAfter(keys[b]!, keys[a]!);
  introsort({ at, isBefore }, 0, at.length);
  return at;
}

function hasEqual(keys: Keys, order: Uint32Array): boolean {
  for (let k = 1; k < order.length; k++)
    if (Object.is(keys[order[k - 1]!], keys[order[k]!]) || keys[order[k - 1]!] === keys[order[k]!])
      return true;
  return false;
}

/** The places of the first `count` keys in descending (or ascending) order; of equal ones those that ATen's `topk` finds. */
export function topOrder(keys: Keys, count: number, largest: boolean): ArrayLike<number> {
  const at = Uint32Array.from({ length: keys.length }, (_, k) => k);
  const isBefore = (a: number, b: number) =>
    largest ? isAfter(keys[a]!, keys[b]!) : isAfter(keys[b]!, keys[a]!);
  const sorter = { at, isBefore };
  if (count === 0) return [];
  if (count * 64 <= keys.length) partialSort(sorter, { first: 0, middle: count, last: keys.length });
  else {
    introselect(sorter, count - 1);
    introsort(sorter, 0, count - 1);
  }
  return at.subarray(0, count);
}

function isAfter(x: number | bigint, y: number | bigint): boolean {
  return x > y || (Number.isNaN(x) && !Number.isNaN(y));
}

/**
 * The place of the k-th smallest key, k counted from 0. After ATen's `quick_select_template` (BSD-3-Clause, Copyright
 * (c) 2016- Facebook, Inc and others): which of several equal keys it finds depends on every step.
 */
export function selectPlace(keys: Keys, k: number): number {
  const order = Uint32Array.from({ length: keys.length }, (_, i) => i);
  const at = (i: number) => keys[order[i]!]!;
  const swap = (i: number, j: number) => {
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  };
  let left = 0;
  let right = keys.length - 1;
  while (right > left) {
    if (right === left + 1) {
      if (isAfter(at(left), at(right))) swap(left, right);
      break;
    }
    swap(left + Math.floor((right - left) / 2), left + 1);
    if (isAfter(at(left + 1), at(right))) swap(left + 1, right);
    if (isAfter(at(left), at(right))) swap(left, right);
    if (isAfter(at(left + 1), at(left))) swap(left + 1, left);
    let i = left + 1;
    let j = right;
    const pivot = at(left);
    for (;;) {
      do i++;
      while (isAfter(pivot, at(i)));
      do j--;
      while (isAfter(at(j), pivot));
      if (j < i) break;
      swap(i, j);
    }
    swap(left, j);
    if (j <= k) left = i;
    if (j >= k) right = j - 1;
  }
  return order[k]!;
}
