/**
 * The sorting of GNU's C++ library, step by step (Musser 1997, "Introspective sorting and selection algorithms"): which of several
 * equal keys comes first depends on every one of its exchanges. It moves places; `isBefore` compares what stands at them.
 */
type IsBefore = (a: number, b: number) => boolean;
type Sorter = { readonly at: Uint32Array; readonly isBefore: IsBefore };

/** Below this many, insertion is left to do the rest. */
const FEW = 16;
const halved = (x: number) => Math.trunc(x / 2);
const depthOf = (count: number) => 2 * (31 - Math.clz32(count));

/** Puts the places of [first, last) in order: `std::sort`. */
export function introsort(sorter: Sorter, first: number, last: number): void {
  if (first === last) return;
  sortLoop(sorter, { first, last, depth: depthOf(last - first) });
  if (last - first <= FEW) {
    insertionSort(sorter, first, last);
    return;
  }
  insertionSort(sorter, first, first + FEW);
  for (let i = first + FEW; i < last; i++) insertUnguarded(sorter, i);
}

/** Puts at `nth` what stands there in order, and nothing larger before it: `std::nth_element`. */
export function introselect(sorter: Sorter, nth: number): void {
  let [first, last] = [0, sorter.at.length];
  if (first === last || nth === last) return;
  for (let depth = depthOf(last - first); last - first > 3; depth--) {
    if (depth === 0) {
      heapSelect(sorter, { first, middle: nth + 1, last });
      exchange(sorter.at, first, nth);
      return;
    }
    const cut = partition(sorter, first, last);
    if (cut <= nth) first = cut;
    else last = cut;
  }
  insertionSort(sorter, first, last);
}

/** Puts the first `middle` in order, in front: `std::partial_sort`. */
export function partialSort(sorter: Sorter, range: { first: number; middle: number; last: number }): void {
  heapSelect(sorter, range);
  const { first } = range;
  for (let last = range.middle; last - first > 1; ) {
    last--;
    popHeap(sorter, { first, last, result: last });
  }
}

function sortLoop(
  sorter: Sorter,
  { first, last, depth }: { first: number; last: number; depth: number },
): void {
  let [end, left] = [last, depth];
  while (end - first > FEW) {
    if (left === 0) {
      partialSort(sorter, { first, middle: end, last: end });
      return;
    }
    left--;
    const cut = partition(sorter, first, end);
    sortLoop(sorter, { first: cut, last: end, depth: left });
    end = cut;
  }
}

function exchange(at: Uint32Array, i: number, j: number): void {
  const kept = at[i]!;
  at[i] = at[j]!;
  at[j] = kept;
}

/** Parts [first, last) by the median of three, which it puts in front. */
function partition({ at, isBefore }: Sorter, first: number, last: number): number {
  const before = (i: number, j: number) => isBefore(at[i]!, at[j]!);
  const [a, b, c] = [first + 1, first + halved(last - first), last - 1];
  const [low, high] = before(a, b) ? [a, b] : [b, a];
  exchange(at, first, before(high, c) ? high : before(low, c) ? c : low);
  let [left, right] = [first + 1, last];
  while (true) {
    while (before(left, first)) left++;
    right--;
    while (before(first, right)) right--;
    if (left >= right) return left;
    exchange(at, left, right);
    left++;
  }
}

function insertionSort(sorter: Sorter, first: number, last: number): void {
  const { at, isBefore } = sorter;
  for (let i = first + 1; i < last; i++) {
    const place = at[i]!;
    if (isBefore(place, at[first]!)) {
      at.copyWithin(first + 1, first, i);
      at[first] = place;
    } else insertUnguarded(sorter, i);
  }
}

function insertUnguarded({ at, isBefore }: Sorter, from: number): void {
  const place = at[from]!;
  let i = from;
  for (; isBefore(place, at[i - 1]!); i--) at[i] = at[i - 1]!;
  at[i] = place;
}

function heapSelect(
  sorter: Sorter,
  { first, middle, last }: { first: number; middle: number; last: number },
): void {
  const { at, isBefore } = sorter;
  const length = middle - first;
  for (let parent = halved(length - 2); length > 1 && parent >= 0; parent--)
    adjustHeap(sorter, { first, hole: parent, length, place: at[first + parent]! });
  for (let i = middle; i < last; i++)
    if (isBefore(at[i]!, at[first]!)) popHeap(sorter, { first, last: middle, result: i });
}

function popHeap(
  sorter: Sorter,
  { first, last, result }: { first: number; last: number; result: number },
): void {
  const { at } = sorter;
  const place = at[result]!;
  at[result] = at[first]!;
  adjustHeap(sorter, { first, hole: 0, length: last - first, place });
}

function adjustHeap(
  { at, isBefore }: Sorter,
  { first, hole: top, length, place }: { first: number; hole: number; length: number; place: number },
): void {
  let hole = top;
  let child = top;
  while (child < halved(length - 1)) {
    child = 2 * (child + 1);
    if (isBefore(at[first + child]!, at[first + child - 1]!)) child--;
    at[first + hole] = at[first + child]!;
    hole = child;
  }
  if (length % 2 === 0 && child === halved(length - 2)) {
    child = 2 * (child + 1);
    at[first + hole] = at[first + child - 1]!;
    hole = child - 1;
  }
  for (
    let parent = halved(hole - 1);
    hole > top && isBefore(at[first + parent]!, place);
    parent = halved(hole - 1)
  ) {
    at[first + hole] = at[first + parent]!;
    hole = parent;
  }
  at[first + hole] = place;
}
