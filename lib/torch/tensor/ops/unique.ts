import { type Data, int64 } from "../dtype";
import { emptyStrided, type Strided } from "../strided";
import { rowMajorData } from "./lines";
import { keysOf, stableOrder } from "./order";

/** Rows among which equal ones are found: a matrix, row by row; single values are rows of one. */
type Rows = { readonly data: Data; readonly count: number; readonly width: number };

/** Which rows stay, in order, for each row which of those it is, and how often each of them stood. */
export type Distinct = {
  readonly kept: readonly number[];
  readonly inverse: Strided;
  readonly counts: Strided;
};

/** The rows in ascending order, the first column counting most: sorted stably by each column, the last one first. */
function orderRows({ data, count, width }: Rows): Uint32Array {
  let order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let column = width - 1; column >= 0; column--) {
    const keys = keysOf(data, { start: column, step: width, count });
    const sorted = keys.slice();
    for (let i = 0; i < count; i++) sorted[i] = keys[order[i]!]!;
    const before = order;
    order = stableOrder(sorted, false).map((place) => before[place]!);
  }
  return order;
}

function areEqual({ data, width }: Rows, i: number, j: number): boolean {
  for (let k = 0; k < width; k++) if (data[i * width + k] !== data[j * width + k]) return false;
  return true;
}

/** Runs of equal rows in a given order of the rows. */
function findRuns(rows: Rows, order: ArrayLike<number>): Distinct {
  const kept: number[] = [];
  const counts: number[] = [];
  const inverse = emptyStrided([rows.count], int64);
  const places = inverse.storage.data as BigInt64Array;
  for (let k = 0; k < rows.count; k++) {
    const row = order[k]!;
    if (k === 0 || !areEqual(rows, order[k - 1]!, row)) {
      kept.push(row);
      counts.push(0);
    }
    counts[counts.length - 1]! += 1;
    places[row] = BigInt(kept.length - 1);
  }
  const counted = emptyStrided([kept.length], int64);
  counts.forEach((count, k) => {
    counted.storage.data[k] = BigInt(count);
  });
  return { kept, inverse, counts: counted };
}

function toRows(view: Strided): Rows {
  const [count = 1, ...rest] = view.shape;
  return { data: rowMajorData(view), count, width: rest.reduce((product, size) => product * size, 1) };
}

/** The distinct rows in ascending order. */
export function distinctRows(view: Strided): Distinct {
  const rows = toRows(view);
  return findRuns(rows, orderRows(rows));
}

/** The first row of each run of equal rows. */
export function consecutiveRows(view: Strided): Distinct {
  const rows = toRows(view);
  return findRuns(
    rows,
    Uint32Array.from({ length: rows.count }, (_, i) => i),
  );
}
