import type { Matrix, Sizes } from "../reference/matmul";
import type { Build, Exports } from "./module";

const { ceil, min } = Math;
/** How many rows of the left matrix a tile has. */
const ROWS = 4;
/** A tile is two vectors wide. */
const TILE_BYTES = 32;
/** The longest stretch of k for which both operands are packed at once. */
const DEPTH = 512;

type Floats = Float32Array | Float64Array;
type Product<A extends Floats> = (out: A, a: Matrix<A>, b: Matrix<A>, sizes: Sizes) => void;

/** The products of one build, in the order of operations of the reference kernels. */
export type MatmulKernels = {
  matmulFloat32: Product<Float32Array>;
  matmulFloat64: Product<Float64Array>;
};

/** The matrix products of a build. */
export function matmulKernels({ exports }: Build): MatmulKernels {
  return {
    matmulFloat32: productOf<Float32Array>(exports, {
      view: (at, bytes) => new Float32Array(exports.memory.buffer, at, bytes / 4),
      across: exports.packAcrossFloat32,
      along: exports.packAlongFloat32,
      multiply: exports.multiplyFloat32,
    }),
    matmulFloat64: productOf<Float64Array>(exports, {
      view: (at, bytes) => new Float64Array(exports.memory.buffer, at, bytes / 8),
      across: exports.packAcrossFloat64,
      along: exports.packAlongFloat64,
      multiply: exports.multiplyFloat64,
    }),
  };
}

type Precision<A> = {
  view: (at: number, bytes: number) => A;
  across: Exports["packAcrossFloat32"];
  along: Exports["packAlongFloat32"];
  multiply: Exports["multiplyFloat32"];
};

/**
 * The product block by block. A block of an operand is copied as it lies, and packed from there, so a transposed operand
 * costs no more than another. Results wait in `out` while k goes on: a float keeps its value there.
 */
function productOf<A extends Floats>(exports: Exports, precision: Precision<A>): Product<A> {
  const left = precision.view(exports.LEFT.value, exports.LEFT_BYTES.value);
  const right = precision.view(exports.RIGHT.value, exports.RIGHT_BYTES.value);
  const result = precision.view(exports.RESULT.value, exports.RESULT_BYTES.value);
  const item = left.BYTES_PER_ELEMENT;
  const columns = TILE_BYTES / item;
  const mostRows = left.length / DEPTH;
  const mostColumns = min(right.length / DEPTH, result.length / mostRows);

  function pack(block: Block<A>, stage: A, addresses: { from: number; to: number; width: number }): void {
    const { lineStep, lines, depth } = block;
    const { from, to, width } = addresses;
    const whole = ceil(lines / width) * width;
    if (lineStep === 1) {
      copyRows(stage, {
        ...block,
        rows: depth,
        rowStep: block.depthStep,
        count: lines,
        step: 1,
        pitch: whole,
      });
      precision.across(from, to, lines, depth, whole * item, width);
    } else {
      const pitch = depth;
      copyRows(stage, {
        ...block,
        rows: lines,
        rowStep: lineStep,
        count: depth,
        step: block.depthStep,
        pitch,
      });
      precision.along(from, to, lines, depth, pitch * item, width);
    }
  }

  return (out, a, b, { m, k, n }) => {
    for (let j = 0; j < n; j += mostColumns) {
      const width = min(mostColumns, n - j);
      const pitch = ceil(width / columns) * columns;
      for (let p = 0; p < k; p += DEPTH) {
        const depth = min(DEPTH, k - p);
        pack(
          {
            data: b.data,
            offset: b.offset + j * b.columnStep + p * b.rowStep,
            lineStep: b.columnStep,
            depthStep: b.rowStep,
            lines: width,
            depth,
          },
          right,
          { from: exports.RIGHT.value, to: exports.PACKED_RIGHT.value, width: columns },
        );
        for (let i = 0; i < m; i += mostRows) {
          const height = min(mostRows, m - i);
          pack(
            {
              data: a.data,
              offset: a.offset + i * a.rowStep + p * a.columnStep,
              lineStep: a.rowStep,
              depthStep: a.columnStep,
              lines: height,
              depth,
            },
            left,
            { from: exports.LEFT.value, to: exports.PACKED_LEFT.value, width: ROWS },
          );
          const here = { offset: i * n + j, rows: height, rowStep: n, count: width, step: 1, pitch };
          if (p > 0) copyRows(result, { data: out, ...here });
          precision.multiply(height, width, depth, pitch * item, p === 0);
          copyBack(out, result, here);
        }
      }
    }
  };
}

/** Part of an operand: `lines` rows of the left matrix or columns of the right one, each `depth` elements of k long. */
type Block<A> = {
  data: A;
  offset: number;
  lineStep: number;
  depthStep: number;
  lines: number;
  depth: number;
};

type Rows = { offset: number; rows: number; rowStep: number; count: number; step: number; pitch: number };

/** Copies rows of `count` elements to rows that lie `pitch` apart. */
function copyRows<A extends Floats>(
  stage: A,
  { data, offset, rows, rowStep, count, step, pitch }: Rows & { data: A },
): void {
  if (step === 1 && rowStep === count && pitch === count) {
    stage.set(data.subarray(offset, offset + rows * count));
    return;
  }
  for (let row = 0, from = offset, to = 0; row < rows; row++, from += rowStep, to += pitch) {
    if (step === 1) stage.set(data.subarray(from, from + count), to);
    else for (let c = 0, at = from; c < count; c++, at += step) stage[to + c] = data[at]!;
  }
}

/** The way back: from rows `pitch` apart to rows of a row-major result. */
function copyBack<A extends Floats>(out: A, stage: A, { offset, rows, rowStep, count, pitch }: Rows): void {
  if (rowStep === count && pitch === count) {
    out.set(stage.subarray(0, rows * count), offset);
    return;
  }
  for (let row = 0, from = 0, to = offset; row < rows; row++, from += pitch, to += rowStep) {
    out.set(stage.subarray(from, from + count), to);
  }
}
