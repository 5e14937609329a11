import { RuntimeError } from "../../errors";
import { type Matrix, matmulFloat32, matmulFloat64, matmulInt64 } from "../../kernels";
import type { Data } from "../dtype";
import { makeWalk, runWalk } from "../iterate";
import { checkReduced } from "../reduced-lacks";
import { broadcastShapes, broadcastStrides, showShape } from "../shape";
import { emptyStrided, numelOf, type Strided } from "../strided";

/** One matrix of a view, whose last two dimensions are its rows and columns. */
function matrixAt(view: Strided, offset: number): Matrix<Data> {
  const [rowStep = 0, columnStep = 0] = view.strides.slice(-2);
  return { data: view.storage.data, offset, rowStep, columnStep };
}

type Sizes = { m: number; k: number; n: number };

function multiplyInto(out: Data, a: Matrix<Data>, b: Matrix<Data>, sizes: Sizes): void {
  if (out instanceof Float32Array)
    matmulFloat32(out, a as Matrix<Float32Array>, b as Matrix<Float32Array>, sizes);
  else if (out instanceof Float64Array)
    matmulFloat64(out, a as Matrix<Float64Array>, b as Matrix<Float64Array>, sizes);
  else matmulInt64(out as BigInt64Array, a as Matrix<BigInt64Array>, b as Matrix<BigInt64Array>, sizes);
}

function checkProduct(call: string, a: Strided, b: Strided): void {
  if (a.dtype !== b.dtype) {
    checkReduced("MmBackward0", a.dtype);
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
  multiplyInto(out.storage.data, matrixAt(a, a.offset), matrixAt(b, b.offset), { m, k, n });
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
  const left = expand(a, [...lead, m, k]);
  const right = expand(b, [...lead, rows, n]);
  const out = emptyStrided([...lead, m, n], a.dtype);
  const strides = [left.strides.slice(0, -2), right.strides.slice(0, -2)];
  let next = 0;
  runWalk(makeWalk(lead, strides), [left.offset, right.offset], ([x, y], [xStep, yStep], matrices) => {
    for (let i = 0; i < matrices; i++, next += m * n) {
      const target = out.storage.data.subarray(next, next + m * n) as Data;
      multiplyInto(target, matrixAt(left, x! + i * xStep!), matrixAt(right, y! + i * yStep!), { m, k, n });
    }
  });
  return out;
}

function expand(view: Strided, shape: readonly number[]): Strided {
  return { ...view, shape, strides: broadcastStrides(view, shape) };
}
