import * as reference from "../reference/sum";
import type { Build } from "./module";

const { floor, min } = Math;
/** Fewer values are added before they would have been copied. */
const SMALLEST = 256;
const LANES = 16;

type Floats = Float32Array | Float64Array;
type Stretch = reference.Stretch;

/** The sums of one build, in the order of the reference kernels. */
export type SumKernels = {
  sumFloat32(data: Float32Array, stretch: Stretch): number;
  sumFloat64(data: Floats, stretch: Stretch): number;
  sumSquares(data: Floats, stretch: Stretch): number;
  sumDistances(data: Floats, stretch: Stretch, centre: number): number;
};

type Job = {
  /** Adds up the blocks at STAGE. */
  run(count: number, centre: number): void;
  /** The same for what is no multiple of 16 values. */
  rest: (sums: Floats, stretch: Stretch, first: number) => number;
  precision: Float32ArrayConstructor | Float64ArrayConstructor;
  centre?: number;
};

/** Sums by a build; short stretches, and those with gaps, go to the reference kernels. */
export function sumKernels({ exports }: Build): SumKernels {
  const { memory, STAGE, STAGE_BYTES, SUMS } = exports;
  const at = STAGE.value;
  const stage32 = new Float32Array(memory.buffer, at, STAGE_BYTES.value / 4);
  const stage64 = new Float64Array(memory.buffer, at, STAGE_BYTES.value / 8);
  const most = stage32.length / reference.BLOCK;
  const found32 = new Float32Array(memory.buffer, SUMS.value, most);
  const found64 = new Float64Array(memory.buffer, SUMS.value, most);

  function add(data: Floats, stretch: Stretch, { run, rest, precision, centre = 0 }: Job): number {
    const { offset, count } = stretch;
    const sums = new precision(reference.blocksOf(stretch));
    const stage = data instanceof Float32Array ? stage32 : stage64;
    const found = precision === Float32Array ? found32 : found64;
    const blocks = count % LANES === 0 ? sums.length : floor(count / reference.BLOCK);
    const step = stage.length / reference.BLOCK;
    for (let block = 0; block < blocks; block += step) {
      const first = block * reference.BLOCK;
      const last = min(first + stage.length, blocks * reference.BLOCK, count);
      stage.set(data.subarray(offset + first, offset + last));
      run(last - first, centre);
      sums.set(found.subarray(0, min(step, blocks - block)), block);
    }
    return rest(sums, stretch, blocks);
  }

  function isSmall({ stride, count }: Stretch): boolean {
    return stride !== 1 || count < SMALLEST;
  }

  const rest =
    (data: Floats, term: ((value: number) => number) | null): Job["rest"] =>
    (sums, stretch, first) =>
      reference.sumBlocks(data, stretch, { sums, term, first });

  return {
    sumFloat32(data, stretch) {
      if (isSmall(stretch)) return reference.sumFloat32(data, stretch);
      return add(data, stretch, { run: exports.sumFloat32, rest: rest(data, null), precision: Float32Array });
    },
    sumFloat64(data, stretch) {
      if (isSmall(stretch)) return reference.sumFloat64(data, stretch);
      const run = data instanceof Float32Array ? exports.sumFloat32InFloat64 : exports.sumFloat64;
      return add(data, stretch, { run, rest: rest(data, null), precision: Float64Array });
    },
    sumSquares(data, stretch) {
      if (isSmall(stretch)) return reference.sumSquares(data, stretch);
      return data instanceof Float32Array
        ? add(data, stretch, {
            run: exports.sumSquaresFloat32,
            rest: rest(data, (x) => Math.fround(x * x)),
            precision: Float32Array,
          })
        : add(data, stretch, {
            run: exports.sumSquaresFloat64,
            rest: rest(data, (x) => x * x),
            precision: Float64Array,
          });
    },
    sumDistances(data, stretch, centre) {
      if (isSmall(stretch)) return reference.sumDistances(data, stretch, centre);
      const run = data instanceof Float32Array ? exports.sumDistancesFloat32 : exports.sumDistancesFloat64;
      const term = (value: number) => (value - centre) * (value - centre);
      return add(data, stretch, { run, rest: rest(data, term), precision: Float64Array, centre });
    },
  };
}
