import { int64 } from "../dtype";
import { emptyStrided, type Strided } from "../strided";
import { rowMajorData } from "./lines";

/** Rows among which equal ones are found: a matrix, row by row; single values are rows of one. */
type Rows = { readonly data: ArrayLike<number | bigint>; readonly count: number; readonly width: number };

/** Which rows stay, in order, for each row which of those it is, and how often each of them stood. */
export type Distinct = {
  readonly kept: readonly number[];
  readonly inverse: Strided;
  readonly counts: Strided;
};

function compareRows({ data, width }: Rows, i: number, j: number): number {
  for (let k = 0; k < width; k++) {
    const x = data[i * width + k]!;
    const y = data[j * width + k]!;
    if (x === y) continue;
    if (x < y || (Number.isNaN(y) && !Number.isNaN(x))) return -1;
    if (x > y || (Number.isNaN(x) && !Number.isNaN(y))) return 1;
    // Two NaN are never equal, but neither comes first.
    return i - j;
  }
  return 0;
}

/** Runs of equal rows in a given order of the rows. */
function findRuns(rows: Rows, order: ArrayLike<number>): Distinct {
  const kept: number[] = [];
  const counts: bigint[] = [];
  const inverse = emptyStrided([rows.count], int64);
  for (let k = 0; k < rows.count; k++) {
    const row = order[k]!;
    if (k === 0 || compareRows(rows, order[k - 1]!, row) !== 0) {
      kept.push(row);
      counts.push(0n);
    }
    counts[counts.length - 1]! += 1n;
    inverse.storage.data[row] = BigInt(kept.length - 1);
  }
  const counted = emptyStrided([kept.length], int64);
  (counted.storage.data as BigInt64Array).set(counts);
  return { kept, inverse, counts: counted };
}

function toRows(view: Strided): Rows {
  const [count = 1, ...rest] = view.shape;
  return { data: rowMajorData(view), count, width: rest.reduce((product, size) => product * size, 1) };
}

/** The distinct rows in ascending order. */
export function distinctRows(view: Strided): Distinct {
  const rows = toRows(view);
  const order = Uint32Array.from({ length: rows.count }, (_, i) => i);
  return findRuns(
    rows,
    order.sort((i, j) => compareRows(rows, i, j)),
  );
}

/** The first row of each run of equal rows. */
export function consecutiveRows(view: Strided): Distinct {
  const rows = toRows(view);
  return findRuns(
    rows,
    Uint32Array.from({ length: rows.count }, (_, i) => i),
  );
}
