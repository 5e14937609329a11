import { copyOf } from "./convert";
import { type Derivatives, saving } from "./derivatives";
import { int64 } from "./dtype";
import { makeTensor, record } from "./make";
import { eachLine, lineAt, rowMajorData } from "./ops/lines";
import { emptyStrided } from "./strided";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

/** Where along which dimension of which shape values are taken. */
type Place = { readonly shape: readonly number[]; readonly dim: number };

/** The values at `indices` along `dim`: an int64 tensor of the shape of `x` but for that dimension. */
export function takeAlong(x: Tensor, dim: number, indices: Tensor): Tensor {
  const out = emptyStrided(indices.shape, x.dtype);
  const from = rowMajorData(x[STRIDED]);
  const picks = rowMajorData(indices[STRIDED]) as BigInt64Array;
  eachLine(indices.shape, dim, ({ start, step, count }, index) => {
    const line = lineAt(x.shape, dim, index);
    for (let k = 0, at = start; k < count; k++, at += step) {
      out.storage.data[at] = from[line.start + Number(picks[at]!) * line.step]!;
    }
  });
  const { shape } = x;
  return record("GatherBackward0", [x, indices], out, [
    saving([indices], (grad, indices) => putAlong(grad, indices, { shape, dim })),
    null,
  ]);
}

/** Zeros of a shape to which the values are added at `indices` along a dimension: the derivative of `takeAlong`. */
export function putAlong(values: Tensor, indices: Tensor, { shape, dim }: Place): Tensor {
  const out = emptyStrided(shape, values.dtype);
  const data = out.storage.data as Float32Array | Float64Array;
  const from = rowMajorData(values[STRIDED]) as Float32Array | Float64Array;
  const picks = rowMajorData(indices[STRIDED]) as BigInt64Array;
  eachLine(indices.shape, dim, ({ start, step, count }, index) => {
    const line = lineAt(shape, dim, index);
    for (let k = 0, at = start; k < count; k++, at += step) {
      const to = line.start + Number(picks[at]!) * line.step;
      data[to] = data[to]! + from[at]!;
    }
  });
  return record("ScatterAddBackward0", [values, indices], out, [
    saving([indices], (grad, indices) => takeAlong(grad, dim, indices)),
    null,
  ]);
}

/** The derivative of what was taken at `indices` along a dimension; `keepdim` says whether the result still has it. */
export function takenAlong(x: Tensor, dim: number, indices: Tensor, keepdim = true): Derivatives {
  const { shape } = x;
  if (shape.length === 0) return [(grad) => grad];
  return [
    saving([indices], (grad, indices) =>
      keepdim
        ? putAlong(grad, indices, { shape, dim })
        : putAlong(grad.unsqueeze(dim), indices.unsqueeze(dim), { shape, dim }),
    ),
  ];
}

/** The values along a dimension in reverse. */
export function reversedAlong(x: Tensor, dim: number): Tensor {
  if (x.ndim === 0) return x;
  const size = x.shape[dim]!;
  const line = emptyStrided([size], int64);
  for (let i = 0; i < size; i++) line.storage.data[i] = BigInt(size - 1 - i);
  const column = makeTensor(line).view(x.shape.map((_, d) => (d === dim ? size : 1)));
  return takeAlong(x, dim, makeTensor(copyOf(column.expand(x.shape)[STRIDED])));
}
