import { bindArguments, checkRequired } from "../../arguments";
import { RuntimeError, TypeMismatch } from "../../errors";
import { takeAlong } from "../along";
import { toInt64 } from "../convert";
import { float32, float64, int64 } from "../dtype";
import { stack } from "../join";
import { makeTensor, renameNode } from "../make";
import { isTensor, typeName } from "../operand";
import { eachLine, rowMajorData } from "../ops/lines";
import { SAME_OPS } from "../ops/unary";
import { wrapDim } from "../shape";
import { emptyStrided } from "../strided";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorOrdering } from "./ordering";

/** What stands for a quantile that falls between two values. */
export type Interpolation = "linear" | "lower" | "higher" | "midpoint" | "nearest";
/** Keywords of `quantile`. */
export type QuantileOptions = {
  q?: number | Tensor;
  dim?: number | null;
  keepdim?: boolean;
  interpolation?: Interpolation;
};

const KINDS: readonly string[] = ["linear", "lower", "higher", "midpoint", "nearest"];
const { fround, floor, ceil } = Math;

/** Which of the sorted values surround a quantile, line by line, and how far it lies between them. */
type Ranks = { readonly below: Tensor; readonly above: Tensor; readonly weight: Tensor };

/** `q · (n - 1)`, n being the number of values that count; a line with a NaN gives NaN unless those are left out. */
function findRanks(
  sorted: Tensor,
  dim: number,
  { q, ignoresNaN, kind }: { q: number; ignoresNaN: boolean; kind: Interpolation },
): Ranks {
  const shape = sorted.shape.map((size, d) => (d === dim ? 1 : size));
  const [below, above] = [emptyStrided(shape, int64), emptyStrided(shape, int64)];
  const weight = emptyStrided(shape, sorted.dtype);
  const round = sorted.dtype.name === "float32" ? fround : (x: number) => x;
  const data = rowMajorData(sorted[STRIDED]);
  eachLine(sorted.shape, dim, ({ start, step, count }, index) => {
    let last = count - 1;
    while (last >= 0 && Number.isNaN(data[start + last * step])) last--;
    let rank = count - 1;
    if (ignoresNaN || last === count - 1) rank = Math.max(round(q * last), 0);
    if (kind === "lower") rank = floor(rank);
    if (kind === "higher") rank = ceil(rank);
    if (kind === "nearest") rank = nearest(rank);
    below.storage.data[index] = toInt64(rank);
    above.storage.data[index] = toInt64(ceil(rank));
    weight.storage.data[index] = kind === "midpoint" ? 0.5 : rank - floor(rank);
  });
  return { below: makeTensor(below), above: makeTensor(above), weight: makeTensor(weight) };
}

const nearest = SAME_OPS.round.f;

function checkInput(call: string, x: Tensor, q: number | Tensor, kind: string): void {
  const name = call.slice(call.lastIndexOf(".") + 1);
  const refuse = (rule: string): never => {
    throw new RuntimeError(call, `${name}() ${rule}`);
  };
  if (!isTensor(q)) {
    if (typeof q !== "number")
      throw new TypeMismatch(call, `${name}(): argument 'q' must be float or Tensor, not ${typeName(q)}`);
    if (!(q >= 0 && q <= 1)) refuse(`q must be in the range [0, 1] but got ${q}`);
  }
  if (x.numel() === 0) refuse("input tensor must be non-empty");
  if (isTensor(q) && q.ndim > 1) refuse("q must be a scalar or 1D tensor");
  if (x.dtype !== float32 && x.dtype !== float64) refuse("input tensor must be either float or double dtype");
  if (isTensor(q) && q.dtype !== x.dtype) refuse("q tensor must be same dtype as the input tensor");
  if (isTensor(q) && !q.ge(0).logical_and(q.le(1)).all().item())
    refuse("q values must be in the range [0, 1]");
  if (!KINDS.includes(kind))
    refuse(`interpolation must be one of ${KINDS.slice(0, -1).join(", ")} or nearest, but got ${kind}`);
}

/** The methods that look up quantiles. */
export abstract class TensorQuantiles extends TensorOrdering {
  #quantile(call: string, given: readonly unknown[]): Tensor {
    const bound = bindArguments<QuantileOptions>(call, given, {
      names: ["q", "dim", "keepdim"],
      only: ["interpolation"],
    });
    checkRequired(call, bound, ["q"]);
    const { keepdim = false, interpolation: kind = "linear" } = bound;
    const q = bound.q!;
    checkInput(call, this.self, q, kind);
    const overAll = bound.dim === undefined || bound.dim === null;
    const dim = overAll ? 0 : wrapDim(call, bound.dim!, this.ndim);
    const sorted = (overAll ? this.reshape(-1) : this.self).sort(dim).values;
    const kept = keepdim ? this.shape.map((size, d) => (overAll || d === dim ? 1 : size)) : null;
    const one = (value: number): Tensor => {
      const ignoresNaN = call === "torch.nanquantile";
      const { below, above, weight } = findRanks(sorted, dim, { q: value, ignoresNaN, kind });
      const low = takeAlong(sorted, dim, below);
      const found =
        kind === "linear" || kind === "midpoint" ? low.lerp(takeAlong(sorted, dim, above), weight) : low;
      return kept === null ? found.squeeze(dim) : found.reshape(kept);
    };
    const values = isTensor(q) ? (q.reshape(-1).tolist() as number[]) : [q];
    const rounded = this.dtype.name === "float32" ? values.map(fround) : values;
    const results = rounded.map(one);
    return renameNode(isTensor(q) && q.ndim === 1 ? stack(results, 0) : results[0]!, "SqueezeBackward3");
  }

  /**
   * The q-quantile: the value at rank `q · (n - 1)` of the sorted values, interpolated between its neighbours (`linear`),
   * or one of them (`lower`, `higher`, `nearest`) or their mean (`midpoint`). Several q's make a first dimension.
   * Errors: q outside [0, 1]; integers; no values.
   * @example
   * torch.tensor([0, 1, 2, 3.5]).quantile(0.5) // => tensor(1.5000)
   */
  quantile(q: number | Tensor, dim?: number | null, keepdim?: boolean, options?: QuantileOptions): Tensor;
  quantile(q: number | Tensor, options: QuantileOptions): Tensor;
  quantile(options: QuantileOptions): Tensor;
  quantile(...given: unknown[]): Tensor {
    return this.#quantile("torch.quantile", given);
  }

  /**
   * The same without regard to NaN.
   * @example
   * torch.tensor([1.5, NaN, 2.5]).nanquantile(0.5) // => tensor(2.)
   */
  nanquantile(q: number | Tensor, dim?: number | null, keepdim?: boolean, options?: QuantileOptions): Tensor;
  nanquantile(q: number | Tensor, options: QuantileOptions): Tensor;
  nanquantile(options: QuantileOptions): Tensor;
  nanquantile(...given: unknown[]): Tensor {
    return this.#quantile("torch.nanquantile", given);
  }
}
