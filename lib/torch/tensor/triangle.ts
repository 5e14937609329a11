import { IndexError, RuntimeError } from "../errors";
import { bindCall } from "./bind";
import type { Change } from "./change";
import { int64 } from "./dtype";
import { makeTensor } from "./make";
import { asNumbers } from "./ops/along";
import { wrapDim } from "./shape";
import { emptyStrided, type Strided } from "./strided";
import type { Tensor } from "./tensor";

/** Which part of a matrix stays: below a diagonal or above it, that one included. */
export type Triangle = "tril" | "triu";

function isKept(triangle: Triangle, row: number, column: number, diagonal: number): boolean {
  return triangle === "tril" ? column - row <= diagonal : column - row >= diagonal;
}

/** Sets what lies outside a triangle to 0, in each matrix of a batch. */
function clearOutside(view: Strided, triangle: Triangle, diagonal: number): void {
  const data = asNumbers(view.storage.data);
  const zero = (view.dtype === int64 ? 0n : 0) as number;
  const visit = (dim: number, offset: number): void => {
    if (dim < view.shape.length - 2) {
      for (let i = 0; i < view.shape[dim]!; i++) visit(dim + 1, offset + i * view.strides[dim]!);
      return;
    }
    const [rowStep, columnStep] = view.strides.slice(-2) as [number, number];
    for (let row = 0; row < view.shape[dim]!; row++) {
      for (let column = 0; column < view.shape[dim + 1]!; column++) {
        if (isKept(triangle, row, column, diagonal)) continue;
        data[offset + row * rowStep + column * columnStep] = zero;
      }
    }
  };
  visit(0, view.offset);
}

/** `tril` or `triu`, ready to be done. */
export function planTriangle(
  triangle: Triangle,
  call: string,
  target: Tensor,
  given: readonly unknown[],
): Change {
  const { diagonal = 0 } = bindCall(call, given, { diagonal: "int?" });
  if (target.ndim === 0) {
    throw new IndexError(call, "Dimension specified as -2 but tensor has no dimensions");
  }
  if (target.numel() > 0) wrapDim(call, -2, target.ndim);
  const node = triangle === "tril" ? "TrilBackward0" : "TriuBackward0";
  return {
    call,
    node,
    derivatives: [(grad) => grad[triangle](diagonal)],
    write: (view) => clearOutside(view, triangle, diagonal),
  };
}

/** The places of a triangle as two rows: those of the rows, then those of the columns. */
export function triangleIndices(triangle: Triangle, rows: number, columns: number, offset: number): Tensor {
  const call = `torch.${triangle}_indices`;
  for (const [name, size] of [
    ["row", rows],
    ["col", columns],
  ] as const) {
    if (size < 0) throw new RuntimeError(call, `${name} must be non-negative, got${size}`);
  }
  const places: [number, number][] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (isKept(triangle, row, column, offset)) places.push([row, column]);
    }
  }
  const out = emptyStrided([2, places.length], int64);
  const data = out.storage.data as BigInt64Array;
  places.forEach(([row, column], i) => {
    data[i] = BigInt(row);
    data[places.length + i] = BigInt(column);
  });
  return makeTensor(out);
}
