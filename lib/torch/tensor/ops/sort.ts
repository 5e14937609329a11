import { type Data, int64 } from "../dtype";
import { emptyStrided, type Strided } from "../strided";
import { eachLine, type Line, lineAt, rowMajorData } from "./lines";
import { type Keys, keysOf, selectPlace, sortedOrder, stableOrder, topOrder } from "./order";

/** Values and where they stood along the dimension. */
export type Chosen = { readonly values: Strided; readonly indices: Strided };

/** Chooses `size` places of each line along a dimension. */
function choose(view: Strided, dim: number, size: number, pick: (keys: Keys) => ArrayLike<number>): Chosen {
  const shape = view.shape.map((before, d) => (d === dim ? size : before));
  const values = emptyStrided(shape, view.dtype);
  const indices = emptyStrided(shape, int64);
  const data = rowMajorData(view);
  const places = indices.storage.data as BigInt64Array;
  eachLine(view.shape, dim, (line, index) => {
    const to = lineAt(shape, dim, index);
    put(pick(keysOf(data, line)), { data, line, to, values: values.storage.data, places });
  });
  return { values, indices };
}

type Target = {
  readonly data: Data;
  readonly line: Line;
  readonly to: Line;
  readonly values: Data;
  readonly places: BigInt64Array;
};

function put(picked: ArrayLike<number>, { data, line, to, values, places }: Target): void {
  for (let k = 0, at = to.start; k < to.count; k++, at += to.step) {
    values[at] = data[line.start + picked[k]! * line.step]!;
    places[at] = BigInt(picked[k]!);
  }
}

/** All values in order, equal ones as they stood where that is asked for; NaN is the largest. */
export function sortAlong(
  view: Strided,
  dim: number,
  { descending, stable }: { descending: boolean; stable: boolean },
): Chosen {
  const orderOf = stable ? stableOrder : sortedOrder;
  return choose(view, dim, view.shape[dim] ?? 1, (keys) => orderOf(keys, descending));
}

/** The first `k` values in descending (or ascending) order. */
export function topAlong(
  view: Strided,
  { dim, k, largest }: { dim: number; k: number; largest: boolean },
): Chosen {
  return choose(view, dim, k, (keys) => topOrder(keys, k, largest));
}

/** The k-th smallest value of each line, k counted from 1. */
export function kthAlong(view: Strided, dim: number, k: number): Chosen {
  return choose(view, dim, 1, (keys) => [selectPlace(keys, k - 1)]);
}

function countNumbers(keys: Keys): number {
  let count = 0;
  for (let k = 0; k < keys.length; k++) if (!Number.isNaN(keys[k])) count++;
  return count;
}

/** The lower of the two middle values; NaN if there is one, or left out with `ignoresNaN`. The first of equal ones. */
export function medianAlong(view: Strided, dim: number, ignoresNaN: boolean): Chosen {
  return choose(view, dim, 1, (keys) => {
    const numbers = countNumbers(keys);
    if (numbers === 0 || (numbers < keys.length && !ignoresNaN)) {
      return [(keys as Float64Array).findIndex(Number.isNaN)];
    }
    const middle = keys[selectPlace(keys, (numbers - 1) >> 1)]!;
    return [(keys as BigInt64Array).indexOf(middle as bigint)];
  });
}

/** The most frequent value, the smallest of several; its index is the last at which it stands. */
export function modeAlong(view: Strided, dim: number): Chosen {
  return choose(view, dim, 1, (keys) => {
    const order = sortedOrder(keys, false);
    let best = 0;
    let longest = 0;
    for (let k = 0, run = 1; k < keys.length; k++, run++) {
      if (k + 1 < keys.length && keys[order[k]!] === keys[order[k + 1]!]) continue;
      if (run > longest) {
        longest = run;
        best = order[k]!;
      }
      run = 0;
    }
    return [best];
  });
}
