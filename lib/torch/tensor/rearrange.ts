import { RuntimeError } from "../errors";
import { copyInto } from "./convert";
import { int64 } from "./dtype";
import { makeTensor } from "./make";
import { isTensor, type Operand } from "./operand";
import { emptyAlike } from "./ops/elementwise";
import { showShape } from "./shape";
import { emptyStrided, type Strided } from "./strided";
import type { Tensor } from "./tensor";

/** A copy with the entries along some dimensions in reverse order. */
export function flipped(view: Strided, dims: readonly number[]): Strided {
  let { offset } = view;
  const strides = view.strides.map((stride, d) => {
    if (!dims.includes(d) || view.shape[d] === 0) return stride;
    offset += (view.shape[d]! - 1) * stride;
    return -stride;
  });
  const copy = emptyAlike(view, view.dtype);
  copyInto(copy, { ...view, strides, offset });
  return copy;
}

/** The shape of copies side by side with each repetition as a dimension of its own before the one repeated. */
function interleaved(shape: readonly number[], times: readonly number[]): number[] {
  const extra = times.length - shape.length;
  return times.flatMap((count, d) => [count, d < extra ? 1 : shape[d - extra]!]);
}

/** Copies of a view side by side, `times` along each dimension. */
export function repeated(view: Strided, times: readonly number[]): Strided {
  const negative = times.find((count) => count < 0);
  const extra = times.length - view.shape.length;
  const shape = times.map((count, d) => count * (d < extra ? 1 : view.shape[d - extra]!));
  if (negative !== undefined) {
    throw new RuntimeError(
      "Tensor.repeat",
      `Trying to create tensor with negative dimension ${shape.find((size) => size < 0) ?? negative}: ${showShape(shape)}`,
    );
  }
  const out = emptyStrided(shape, view.dtype);
  const split = interleaved(view.shape, times);
  const strides = out.strides.flatMap((stride, d) => [stride * split[2 * d + 1]!, stride]);
  const source = times.flatMap((_, d) => [0, d < extra ? 0 : view.strides[d - extra]!]);
  copyInto({ ...out, shape: split, strides }, { ...view, shape: split, strides: source });
  return out;
}

/** The gradient of what was repeated: the sum over its copies. */
export function repeatedBack(grad: Tensor, shape: readonly number[], times: readonly number[]): Tensor {
  if (times.includes(0)) return makeTensor(emptyStrided(shape, grad.dtype));
  const copies = times.map((_, d) => 2 * d);
  return copies.length === 0 ? grad : grad.reshape(interleaved(shape, times)).sum(copies).reshape(shape);
}

/** A copy turned by 90° `k` times from the first of two dimensions towards the second. */
export function rotated(tensor: Tensor, k: number, dims: readonly number[]): Tensor {
  const call = "torch.rot90";
  const { ndim } = tensor;
  if (dims.length !== 2) {
    throw new RuntimeError(call, `expected total rotation dims == 2, but got dims = ${dims.length}`);
  }
  if (ndim < 2) throw new RuntimeError(call, `expected total dims >= 2, but got total dims = ${ndim}`);
  const [first, second] = dims as [number, number];
  if (first === second || Math.abs(first - second) === ndim) {
    throw new RuntimeError(
      call,
      `expected rotation dims to be different, but got dim0 = ${first} and dim1 = ${second}`,
    );
  }
  dims.forEach((dim, i) => {
    if (dim < ndim && dim >= -ndim) return;
    throw new RuntimeError(call, `Rotation dim${i} out of range, dim${i} = ${dim}`);
  });
  switch (((k % 4) + 4) % 4) {
    case 1:
      return tensor.flip(second).transpose(first, second);
    case 2:
      return tensor.flip(dims);
    case 3:
      return tensor.flip(first).transpose(first, second);
    default:
      return tensor.clone();
  }
}

/** Which entry stands at each place once every one of `size` entries is repeated. */
export function repeatPlaces(call: string, repeats: Operand, size: number): Tensor {
  const given = isTensor(repeats) ? repeats : makeTensor(emptyStrided([1], int64)).fill_(repeats);
  if (given.dtype !== int64) throw new RuntimeError(call, "repeats has to be Long or Int tensor");
  if (given.ndim > 1) throw new RuntimeError(call, "repeats must be 0-dim or 1-dim tensor");
  const counts = Array.from(given.toTypedArray() as BigInt64Array, Number);
  if (counts.length !== 1 && counts.length !== size) {
    throw new RuntimeError(
      call,
      "repeats must have the same size as input along dim",
      `got ${counts.length} for ${size}`,
    );
  }
  if (counts.some((count) => count < 0)) throw new RuntimeError(call, "repeats can not be negative");
  const places: number[] = [];
  for (let i = 0; i < size; i++) {
    const count = counts.length === 1 ? counts[0]! : counts[i]!;
    for (let k = 0; k < count; k++) places.push(i);
  }
  const out = emptyStrided([places.length], int64);
  (out.storage.data as BigInt64Array).set(places.map(BigInt));
  return makeTensor(out);
}
