import { RuntimeError } from "../../errors";
import { matmulFloat32, matmulFloat64, matmulInt64 } from "../../kernels";
import { toRowMajor } from "../convert";
import type { Data } from "../dtype";
import { broadcastShapes, broadcastStrides, showShape } from "../shape";
import { emptyStrided, numelOf, type Strided } from "../strided";

/** The elements of a row-major copy or of the view itself, as an array that starts at its first element. */
function dense(view: Strided): Data {
  const rowMajor = toRowMajor(view);
  return rowMajor.storage.data.subarray(rowMajor.offset, rowMajor.offset + numelOf(view.shape)) as Data;
}

function multiplyInto(out: Data, a: Data, b: Data, sizes: { m: number; k: number; n: number }): void {
  if (out instanceof Float32Array) matmulFloat32(out, a as Float32Array, b as Float32Array, sizes);
  else if (out instanceof Float64Array) matmulFloat64(out, a as Float64Array, b as Float64Array, sizes);
  else matmulInt64(out as BigInt64Array, a as BigInt64Array, b as BigInt64Array, sizes);
}

function checkProduct(call: string, a: Strided, b: Strided): void {
  if (a.dtype !== b.dtype) {
    throw new RuntimeError(
      call,
      `expected scalar type ${a.dtype.scalarName} but found ${b.dtype.scalarName}`,
      `convert one of them: x.to(torch.${a.dtype.name})`,
    );
  }
  if (a.dtype.name === "bool") {
    throw new RuntimeError(call, "\"addmm_impl_cpu_\" not implemented for 'Bool'");
  }
}

/** Matrix times matrix, both of two dimensions. */
export function mm(call: string, a: Strided, b: Strided): Strided {
  const [m = 0, k = 0] = a.shape;
  const [rows = 0, n = 0] = b.shape;
  if (k !== rows) {
    throw new RuntimeError(call, `mat1 and mat2 shapes cannot be multiplied (${m}x${k} and ${rows}x${n})`);
  }
  checkProduct(call, a, b);
  const out = emptyStrided([m, n], a.dtype);
  multiplyInto(out.storage.data, dense(a), dense(b), { m, k, n });
  return out;
}

/** Matrices times matrices over broadcast leading dimensions. */
export function batched(call: string, a: Strided, b: Strided): Strided {
  const [m, k] = a.shape.slice(-2) as [number, number];
  const [rows, n] = b.shape.slice(-2) as [number, number];
  const lead = broadcastShapes(call, [a.shape.slice(0, -2), b.shape.slice(0, -2)]);
  const count = numelOf(lead);
  if (k !== rows) {
    throw new RuntimeError(
      call,
      a.shape.length === 2
        ? `mat1 and mat2 shapes cannot be multiplied (${count * n}x${rows} and ${k}x${m})`
        : `Expected size for first two dimensions of batch2 tensor to be: [${count}, ${k}] but got: [${count}, ${rows}].`,
      `shapes ${showShape(a.shape)} and ${showShape(b.shape)}`,
    );
  }
  checkProduct(call, a, b);
  const left = dense(expand(a, [...lead, m, k]));
  const right = dense(expand(b, [...lead, rows, n]));
  const out = emptyStrided([...lead, m, n], a.dtype);
  for (let i = 0; i < count; i++) {
    multiplyInto(
      out.storage.data.subarray(i * m * n, (i + 1) * m * n) as Data,
      left.subarray(i * m * k, (i + 1) * m * k) as Data,
      right.subarray(i * k * n, (i + 1) * k * n) as Data,
      { m, k, n },
    );
  }
  return out;
}

function expand(view: Strided, shape: readonly number[]): Strided {
  return { ...view, shape, strides: broadcastStrides(view, shape) };
}
