const { fround } = Math;
const LANES = 16;
/** So many values make a block. */
export const BLOCK = 4096;

/** Where the values to add lie: `data[offset]`, `data[offset + stride]`, … */
export type Stretch = { offset: number; stride: number; count: number };

/**
 * The order in which this engine adds: blocks of 4,096 values; in a block value i goes to lane i mod 16; lanes are
 * joined in halves (l with l + 8, then + 4, + 2, + 1); block sums are joined in neighbouring pairs, level by level.
 */
function joinLanes(lanes: Float32Array | Float64Array): number {
  for (let half = LANES / 2; half >= 1; half /= 2) {
    for (let l = 0; l < half; l++) lanes[l] = lanes[l]! + lanes[l + half]!;
  }
  return lanes[0]!;
}

/** Joins block sums in neighbouring pairs, level by level, in the precision of the array; overwrites it. */
function joinPairwise(sums: Float32Array | Float64Array): number {
  let left = sums.length;
  while (left > 1) {
    const pairs = left >> 1;
    for (let i = 0; i < pairs; i++) sums[i] = sums[2 * i]! + sums[2 * i + 1]!;
    if (left & 1) sums[pairs] = sums[left - 1]!;
    left = pairs + (left & 1);
  }
  return sums[0] ?? 0;
}

type Floats = Float32Array | Float64Array;
type Term = (value: number) => number;

/** The sum of a stretch of float32 values, every addition rounded to float32. */
export function sumFloat32(data: Float32Array, stretch: Stretch): number {
  return sumBlocks(data, stretch, { sums: new Float32Array(blocksOf(stretch)), term: null });
}

/** The sum of a stretch in float64. */
export function sumFloat64(data: Floats, stretch: Stretch): number {
  return sumBlocks(data, stretch, { sums: new Float64Array(blocksOf(stretch)), term: null });
}

/** The sum of `term(value)` in float64, in the same order. */
export function sumOfFloat64(data: Floats, stretch: Stretch, term: Term): number {
  return sumBlocks(data, stretch, { sums: new Float64Array(blocksOf(stretch)), term });
}

/** The sum of `term(value)` with term and sum rounded to float32, in the same order. */
export function sumOfFloat32(data: Float32Array, stretch: Stretch, term: Term): number {
  return sumBlocks(data, stretch, {
    sums: new Float32Array(blocksOf(stretch)),
    term: (value) => fround(term(value)),
  });
}

/** The sum of squares, in the precision of the values. */
export function sumSquares(data: Floats, stretch: Stretch): number {
  const square = (value: number) => value * value;
  return data instanceof Float32Array
    ? sumOfFloat32(data, stretch, square)
    : sumOfFloat64(data, stretch, square);
}

/** The sum of squared distances from `centre`, in float64. */
export function sumDistances(data: Floats, stretch: Stretch, centre: number): number {
  return sumOfFloat64(data, stretch, (value) => (value - centre) * (value - centre));
}

/** How many block sums a stretch has. */
export function blocksOf({ count }: Stretch): number {
  return Math.ceil(count / BLOCK);
}

/** The sums of the blocks from the one at `first` on, joined with those before it; `sums` decides about the precision. */
export function sumBlocks(
  data: Floats,
  { offset, stride, count }: Stretch,
  { sums, term, first = 0 }: { sums: Floats; term: Term | null; first?: number },
): number {
  const lanes = sums instanceof Float32Array ? new Float32Array(LANES) : new Float64Array(LANES);
  for (let block = first; block < sums.length; block++) {
    lanes.fill(0);
    const start = block * BLOCK;
    const end = Math.min(start + BLOCK, count);
    if (term === null) {
      for (let i = start, o = offset + start * stride; i < end; i++, o += stride) {
        lanes[i & 15] = lanes[i & 15]! + data[o]!;
      }
    } else {
      for (let i = start, o = offset + start * stride; i < end; i++, o += stride) {
        lanes[i & 15] = lanes[i & 15]! + term(data[o]!);
      }
    }
    sums[block] = joinLanes(lanes);
  }
  return joinPairwise(sums);
}

/** The sum of a stretch of 64-bit integers, wrapping as they do. */
export function sumInt64(data: BigInt64Array, { offset, stride, count }: Stretch): bigint {
  let sum = 0n;
  for (let i = 0, o = offset; i < count; i++, o += stride) sum += data[o]!;
  return BigInt.asIntN(64, sum);
}
