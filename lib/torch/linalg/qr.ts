import { bindArguments } from "../arguments";
import { RuntimeError } from "../errors";
import { buildQ, type Columns, factorise } from "../kernels";
import { allocateFloats, checkMatrix, eachMatrix, type Tensor, tensorFrom } from "../tensor";
import { warn } from "../warnings";

/** Which parts are wanted: as many columns of Q as the smaller side (`reduced`), all of them, or R alone. */
export type QRMode = "reduced" | "complete" | "r";

/** What a QR decomposition gives; it can also be taken apart as `[Q, R]`. */
export class QR implements Iterable<Tensor> {
  readonly Q: Tensor;
  readonly R: Tensor;
  readonly #call: "linalg_qr" | "qr";

  constructor(call: "linalg_qr" | "qr", Q: Tensor, R: Tensor) {
    this.#call = call;
    this.Q = Q;
    this.R = R;
  }

  *[Symbol.iterator](): Iterator<Tensor> {
    yield this.Q;
    yield this.R;
  }

  /** PyTorch's text. */
  toString(): string {
    return `torch.return_types.${this.#call}(\nQ=${this.Q},\nR=${this.R})`;
  }
}

/**
 * A = Q·R with orthonormal columns in Q and zeros below the diagonal of R, by Householder's reflections, with LAPACK's
 * signs: R's diagonal may be negative. Shapes: A (…, m, n); with k = min(m, n), Q (…, m, k) and R (…, k, n), or in mode
 * `complete` Q (…, m, m) and R (…, m, n); mode `r` leaves Q empty. Computed in float64, then rounded to A's dtype.
 * Errors: `linalg.qr: The input tensor A must have at least 2 dimensions.`, an unknown mode. Source: `torch.linalg.qr`.
 * @example
 * torch.linalg.qr(torch.tensor([[3, 1], [4, 2.5]])).R // => tensor([[-5.0000, -2.6000],\n        [ 0.0000,  0.7000]])
 */
export function qr(A: Tensor, mode?: QRMode): QR;
export function qr(A: Tensor, options: { mode?: QRMode }): QR;
export function qr(A: Tensor, ...given: unknown[]): QR {
  const { mode = "reduced" } = bindArguments<{ mode: QRMode }>("torch.linalg.qr", given, { names: ["mode"] });
  checkMatrix("linalg.qr", A);
  if (mode !== "reduced" && mode !== "complete" && mode !== "r") {
    throw new RuntimeError(
      "torch.linalg.qr",
      `qr received unrecognized mode '${String(mode)}' but expected one of 'reduced' (default), 'r', or 'complete'`,
    );
  }
  return decompose("linalg_qr", A, mode);
}

/**
 * The older name of `torch.linalg.qr`, with its warning; `some: false` is mode `complete`. Source: `torch.qr`.
 */
export function oldQr(A: Tensor, some = true): QR {
  warn(
    "torch.qr is deprecated in favor of torch.linalg.qr and will be removed in a future PyTorch release.\nThe boolean parameter 'some' has been replaced with a string parameter 'mode'.\nQ, R = torch.qr(A, some)\nshould be replaced with\nQ, R = torch.linalg.qr(A, 'reduced' if some else 'complete')",
  );
  checkMatrix("linalg.qr", A);
  return decompose("qr", A, some ? "reduced" : "complete");
}

function decompose(call: "linalg_qr" | "qr", A: Tensor, mode: QRMode): QR {
  const lead = A.shape.slice(0, -2);
  const [rows, columns] = A.shape.slice(-2) as [number, number];
  const inner = mode === "complete" ? rows : Math.min(rows, columns);
  const count = lead.reduce((product, size) => product * size, 1);
  const qs = allocateFloats(A.dtype, mode === "r" ? 0 : count * rows * inner);
  const rs = allocateFloats(A.dtype, count * inner * columns);
  let matrix = 0;
  for (const columnsOfA of eachMatrix(A)) {
    const taus = factorise(columnsOfA);
    if (mode !== "r") {
      writeRows(qs, matrix * rows * inner, buildQ(columnsOfA, taus, inner), rows, () => true);
    }
    writeRows(rs, matrix * inner * columns, columnsOfA, inner, (i, j) => j >= i);
    matrix++;
  }
  if (matrix === 0 && mode === "complete") writeIdentities(qs, rows);
  const node = "LinalgQrBackward0";
  return new QR(
    call,
    tensorFrom(node, [A], { data: qs, shape: mode === "r" ? [0] : [...lead, rows, inner], dtype: A.dtype }),
    tensorFrom(node, [A], { data: rs, shape: [...lead, inner, columns], dtype: A.dtype }),
  );
}

/** Copies the first `rows` rows of a matrix from columns to rows, those elements only that are wanted. */
function writeRows(
  out: Float32Array | Float64Array,
  first: number,
  { data, rows: height, columns }: Columns,
  rows: number,
  isWanted: (i: number, j: number) => boolean,
): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (isWanted(i, j)) out[first + i * columns + j] = data[i + j * height]!;
    }
  }
}

function writeIdentities(out: Float32Array | Float64Array, size: number): void {
  for (let i = 0; i < out.length; i++) {
    const place = i % (size * size);
    out[i] = Math.floor(place / size) === place % size ? 1 : 0;
  }
}
