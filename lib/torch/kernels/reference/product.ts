import type { Stretch } from "./sum";

const LANES = 16;
const BLOCK = 4096;

/** The product of a stretch, each step rounded to the array's precision, in the order in which `sum.ts` adds. */
export function productOf(data: Float32Array | Float64Array, { offset, stride, count }: Stretch): number {
  const Lanes = data instanceof Float32Array ? Float32Array : Float64Array;
  const blocks = Math.ceil(count / BLOCK);
  const products = new Lanes(Math.max(blocks, 1));
  const lanes = new Lanes(LANES);
  for (let block = 0; block < blocks; block++) {
    lanes.fill(1);
    const end = Math.min((block + 1) * BLOCK, count);
    for (let i = block * BLOCK; i < end; i++) lanes[i & 15] = lanes[i & 15]! * data[offset + i * stride]!;
    for (let half = LANES / 2; half >= 1; half /= 2) {
      for (let l = 0; l < half; l++) lanes[l] = lanes[l]! * lanes[l + half]!;
    }
    products[block] = lanes[0]!;
  }
  let left = blocks;
  while (left > 1) {
    const pairs = left >> 1;
    for (let i = 0; i < pairs; i++) products[i] = products[2 * i]! * products[2 * i + 1]!;
    if (left & 1) products[pairs] = products[left - 1]!;
    left = pairs + (left & 1);
  }
  return blocks === 0 ? 1 : products[0]!;
}

/** The product of 64-bit integers, wrapping as they do. */
export function productInt64(data: BigInt64Array, { offset, stride, count }: Stretch): bigint {
  let product = 1n;
  for (let i = 0, o = offset; i < count; i++, o += stride) product = BigInt.asIntN(64, product * data[o]!);
  return product;
}
