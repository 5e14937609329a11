const { fround } = Math;
const LANES = 16;
const BLOCK = 4096;

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
function joinPairwise(sums: Float32Array | Float64Array, count: number): number {
  let left = count;
  while (left > 1) {
    const pairs = left >> 1;
    for (let i = 0; i < pairs; i++) sums[i] = sums[2 * i]! + sums[2 * i + 1]!;
    if (left & 1) sums[pairs] = sums[left - 1]!;
    left = pairs + (left & 1);
  }
  return count === 0 ? 0 : sums[0]!;
}

/** The sum of a stretch of float32 values, every addition rounded to float32. */
export function sumFloat32(data: Float32Array, stretch: Stretch): number {
  return reduceFloat(data, stretch, { Lanes: Float32Array, term: null });
}

/** The sum of `term(value)` in float64, in the same order. */
export function sumOfFloat64(
  data: Float32Array | Float64Array,
  stretch: Stretch,
  term: (value: number) => number,
): number {
  return reduceFloat(data, stretch, { Lanes: Float64Array, term });
}

/** The sum of a stretch in float64. */
export function sumFloat64(data: Float32Array | Float64Array, stretch: Stretch): number {
  return reduceFloat(data, stretch, { Lanes: Float64Array, term: null });
}

/** The sum of `term(value)` with term and sum rounded to float32, in the same order. */
export function sumOfFloat32(data: Float32Array, stretch: Stretch, term: (value: number) => number): number {
  return reduceFloat(data, stretch, { Lanes: Float32Array, term: (value) => fround(term(value)) });
}

function reduceFloat(
  data: Float32Array | Float64Array,
  { offset, stride, count }: Stretch,
  {
    Lanes,
    term,
  }: { Lanes: Float32ArrayConstructor | Float64ArrayConstructor; term: ((value: number) => number) | null },
): number {
  const blocks = Math.ceil(count / BLOCK);
  const sums = new Lanes(Math.max(blocks, 1));
  const lanes = new Lanes(LANES);
  for (let block = 0; block < blocks; block++) {
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
  return joinPairwise(sums, blocks);
}

/** The sum of a stretch of 64-bit integers, wrapping as they do. */
export function sumInt64(data: BigInt64Array, { offset, stride, count }: Stretch): bigint {
  let sum = 0n;
  for (let i = 0, o = offset; i < count; i++, o += stride) sum += data[o]!;
  return BigInt.asIntN(64, sum);
}
