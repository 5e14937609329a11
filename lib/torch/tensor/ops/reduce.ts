import { RuntimeError } from "../../errors";
import {
  productInt64,
  productOf,
  ROUND,
  type Stretch,
  sumDistances,
  sumFloat32,
  sumFloat64,
  sumInt64,
  sumOfFloat32,
  sumOfFloat64,
  sumSquares,
} from "../../kernels";
import { copyOf, toRowMajor } from "../convert";
import { type Data, type DType, int64, isReduced } from "../dtype";
import { makeWalk, runWalk } from "../iterate";
import { wrapDim } from "../shape";
import { emptyStrided, numelOf, type Strided } from "../strided";

const { abs, sqrt, pow, fround, max, min } = Math;

/** Which dimensions a reduction runs over; absent or empty means all. */
export type Dims = number | readonly number[] | undefined;

type ReduceSpec = { readonly call: string; readonly dim: Dims; readonly keepdim: boolean };

/** The reduced dimensions in ascending order; all of them when none is named. */
export function reducedDims(call: string, dim: Dims, rank: number): number[] {
  if (dim === undefined || (typeof dim !== "number" && dim.length === 0))
    return Array.from({ length: rank }, (_, i) => i);
  const dims = (typeof dim === "number" ? [dim] : dim).map((d) => wrapDim(call, d, rank));
  const twice = dims.find((d, i) => dims.indexOf(d) !== i);
  if (twice !== undefined) {
    throw new RuntimeError(call, `dim ${twice} appears multiple times in the list of dims`);
  }
  return dims.filter((d) => d < rank).sort((a, b) => a - b);
}

function reducedShape(shape: readonly number[], dims: readonly number[], keepdim: boolean): number[] {
  if (keepdim) return shape.map((size, d) => (dims.includes(d) ? 1 : size));
  return shape.filter((_, d) => !dims.includes(d));
}

/** Calls `visit` with the values that belong to each element of the result, in row-major order of both. */
function eachStretch(
  view: Strided,
  dims: readonly number[],
  visit: (data: Data, stretch: Stretch, index: number) => void,
): void {
  const kept = view.shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const keptSizes = kept.map((d) => view.shape[d]!);
  const inner = makeWalk(view.shape, [view.strides], dims);
  const count = numelOf(dims.map((d) => view.shape[d]!));
  let source = view;
  let keptStrides = kept.map((d) => view.strides[d]!);
  let stride = inner.strides[0]![0] ?? 0;
  if (inner.sizes.length > 1) {
    const order = [...kept, ...dims];
    source = copyOf({
      ...view,
      shape: order.map((d) => view.shape[d]!),
      strides: order.map((d) => view.strides[d]!),
    });
    keptStrides = source.strides.slice(0, kept.length);
    stride = 1;
  }
  let index = 0;
  runWalk(makeWalk(keptSizes, [keptStrides]), [source.offset], ([start], [step], outputs) => {
    for (let i = 0; i < outputs; i++) {
      visit(source.storage.data, { offset: start! + i * step!, stride, count }, index++);
    }
  });
}

/** Reduces each stretch to a number. */
function reduceNumbers(
  view: Strided,
  { call, dim, keepdim }: ReduceSpec,
  { dtype, reduce }: { dtype: DType; reduce: (data: Data, stretch: Stretch) => number | bigint },
): Strided {
  const dims = reducedDims(call, dim, view.shape.length);
  const out = emptyStrided(reducedShape(view.shape, dims, keepdim), dtype);
  const { data } = out.storage;
  eachStretch(view, dims, (source, stretch, index) => {
    data[index] = reduce(source, stretch);
  });
  return out;
}

function sumStretch(data: Data, stretch: Stretch): number | bigint {
  if (data instanceof BigInt64Array) return sumInt64(data, stretch);
  if (data instanceof Float32Array) return sumFloat32(data, stretch);
  return sumFloat64(data as Float64Array, stretch);
}

/** The sum; integers and bools add up in int64. */
export function sum(view: Strided, spec: ReduceSpec & { dtype?: DType }): Strided {
  const dtype = spec.dtype ?? (view.dtype.is_floating_point ? view.dtype : int64);
  return reduceNumbers(view.dtype === dtype ? view : copyOf(view, dtype), spec, {
    dtype,
    reduce: sumStretch,
  });
}

/** The sum divided by the count, both in the dtype of the values. */
export function mean(view: Strided, spec: ReduceSpec & { dtype?: DType }): Strided {
  const dtype = spec.dtype ?? view.dtype;
  if (!dtype.is_floating_point) {
    throw new RuntimeError(
      spec.call,
      `mean(): could not infer output dtype. ${spec.dtype === undefined ? "Input" : "Optional"} dtype must be either a floating point or complex dtype. Got: ${dtype.scalarName}`,
      "convert first: x.to(torch.float32).mean()",
    );
  }
  // The short formats keep the sum before they divide it, so that it may overflow.
  const round = isReduced(dtype.name) ? ROUND[dtype.name] : (sum: number) => sum;
  return reduceNumbers(view.dtype === dtype ? view : copyOf(view, dtype), spec, {
    dtype,
    reduce: (data, stretch) => round(Number(sumStretch(data, stretch))) / stretch.count,
  });
}

/**
 * The mean squared distance from the mean, times count/(count - correction). The squares add up in float64; over all
 * dimensions the mean itself is a float32 sum, as in PyTorch, and so is not finite where that sum overflows.
 */
export function variance(
  view: Strided,
  spec: ReduceSpec & { correction: number; takeRoot: boolean },
): Strided {
  if (!view.dtype.is_floating_point) {
    throw new RuntimeError(
      spec.call,
      "std and var only support floating point and complex dtypes",
      `got ${view.dtype}; convert first: x.to(torch.float32)`,
    );
  }
  const overAll = reducedDims(spec.call, spec.dim, view.shape.length).length === view.shape.length;
  return reduceNumbers(view, spec, {
    dtype: view.dtype,
    reduce: (data, stretch) => {
      const values = data as Float32Array | Float64Array;
      const { count } = stretch;
      const centre =
        values instanceof Float32Array && overAll
          ? fround(sumFloat32(values, stretch) / count)
          : sumFloat64(values, stretch) / count;
      const squares = sumDistances(values, stretch, centre);
      const result = squares / max(count - spec.correction, 0);
      return spec.takeRoot ? sqrt(result) : result;
    },
  });
}

/** The p-norm: (Σ|x|^p)^(1/p), the largest or smallest |x| for p = ±∞, the count of nonzeros for p = 0. */
export function norm(view: Strided, spec: ReduceSpec & { p: number }): Strided {
  if (!view.dtype.is_floating_point) {
    throw new RuntimeError(
      spec.call,
      `norm(): input dtype should be either floating point or complex. Got ${view.dtype.scalarName} instead.`,
    );
  }
  return reduceNumbers(view, spec, {
    dtype: view.dtype,
    reduce: (data, stretch) => normOf(data as Float32Array | Float64Array, stretch, spec.p),
  });
}

function normOf(data: Float32Array | Float64Array, stretch: Stretch, p: number): number {
  const add = (term: (value: number) => number) =>
    data instanceof Float32Array ? sumOfFloat32(data, stretch, term) : sumOfFloat64(data, stretch, term);
  switch (p) {
    case 0:
      return add((x) => (x === 0 ? 0 : 1));
    case 1:
      return add(abs);
    case 2:
      return sqrt(sumSquares(data, stretch));
    case Number.POSITIVE_INFINITY:
      return foldFloats(data, stretch, 0, max);
    case Number.NEGATIVE_INFINITY:
      return foldFloats(data, stretch, Number.POSITIVE_INFINITY, min);
    default:
      return pow(
        add((x) => pow(abs(x), p)),
        1 / p,
      );
  }
}

function foldFloats(
  data: Float32Array | Float64Array,
  { offset, stride, count }: Stretch,
  start: number,
  join: (x: number, y: number) => number,
): number {
  let result = start;
  for (let i = 0, o = offset; i < count; i++, o += stride) result = join(result, abs(data[o]!));
  return result;
}

/** Which of the values is taken: `sense` 1 for the largest, -1 for the smallest; NaN beats both. The first one wins. */
export function extremes(
  view: Strided,
  spec: ReduceSpec & { sense: 1 | -1 },
): { values: Strided; indices: Strided } {
  const { call, dim, keepdim, sense } = spec;
  const dims = reducedDims(call, dim, view.shape.length);
  const shape = reducedShape(view.shape, dims, keepdim);
  const values = emptyStrided(shape, view.dtype);
  const indices = emptyStrided(shape, int64);
  eachStretch(toRowMajor(view), dims, (data, stretch, index) => {
    const found = findExtreme(data, stretch, sense);
    values.storage.data[index] = data[stretch.offset + found * stretch.stride]!;
    indices.storage.data[index] = BigInt(found);
  });
  return { values, indices };
}

function findExtreme(data: Data, { offset, stride, count }: Stretch, sense: 1 | -1): number {
  let found = 0;
  let best = data[offset]!;
  for (let i = 1, o = offset + stride; i < count && !Number.isNaN(best); i++, o += stride) {
    const value = data[o]!;
    if ((sense === 1 ? value > best : value < best) || Number.isNaN(value)) {
      best = value;
      found = i;
    }
  }
  return found;
}

/** The product, in the dtype of the values. */
export function product(view: Strided, spec: ReduceSpec): Strided {
  return reduceNumbers(view, spec, {
    dtype: view.dtype,
    reduce: (data, stretch) =>
      data instanceof BigInt64Array
        ? productInt64(data, stretch)
        : productOf(data as Float32Array | Float64Array, stretch),
  });
}

/** The sum of the values that are not NaN. */
export function nanSum(view: Strided, spec: ReduceSpec): Strided {
  const kept = (value: number) => (Number.isNaN(value) ? 0 : value);
  return reduceNumbers(view, spec, {
    dtype: view.dtype,
    reduce: (data, stretch) => {
      if (data instanceof BigInt64Array) return sumInt64(data, stretch);
      if (data instanceof Float32Array) return sumOfFloat32(data, stretch, kept);
      return sumOfFloat64(data as Float64Array, stretch, kept);
    },
  });
}

/** How many values are not 0. */
export function countNonzero(view: Strided, spec: ReduceSpec): Strided {
  return reduceNumbers(view, spec, {
    dtype: int64,
    reduce: (data, { offset, stride, count }) => {
      let found = 0;
      for (let i = 0, o = offset; i < count; i++, o += stride) if (Number(data[o]!) !== 0) found++;
      return BigInt(found);
    },
  });
}

/** Whether any (or all) of the values are nonzero, as bytes of a bool tensor. */
export function truth(view: Strided, spec: ReduceSpec & { wanted: "any" | "all"; dtype: DType }): Strided {
  const stopsAt = spec.wanted === "any";
  return reduceNumbers(view, spec, {
    dtype: spec.dtype,
    reduce: (data, { offset, stride, count }) => {
      for (let i = 0, o = offset; i < count; i++, o += stride) {
        if ((Number(data[o]!) !== 0) === stopsAt) return stopsAt ? 1 : 0;
      }
      return stopsAt ? 0 : 1;
    },
  });
}
