import { bindArguments } from "../../arguments";
import { RuntimeError } from "../../errors";
import { type CovOptions, correlations, covariances } from "../covariance";
import { float32, float64, int64 } from "../dtype";
import { makeTensor, record } from "../make";
import { isTensor } from "../operand";
import { countInto, equalEdges, type Floats } from "../ops/histogram";
import { rowMajorData } from "../ops/lines";
import { consecutiveRows, type Distinct, distinctRows } from "../ops/unique";
import { type NamedTensors, namedTensors } from "../return-types";
import { wrapDim } from "../shape";
import { emptyStrided, fromData } from "../strided";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorSummaries } from "./summaries";

/** Keywords of `unique` and `unique_consecutive` (which has no `sorted`). */
export type UniqueOptions = {
  sorted?: boolean;
  return_inverse?: boolean;
  return_counts?: boolean;
  dim?: number | null;
};
/** Keywords of `histogram`. */
export type HistogramOptions = { range?: readonly number[]; weight?: Tensor; density?: boolean };

/** The methods that count values, and say how they vary together. */
export abstract class TensorDistributions extends TensorSummaries {
  #distinct(name: "unique" | "unique_consecutive", given: readonly unknown[]): Tensor | Tensor[] {
    const call = `torch.${name}`;
    const names = ["return_inverse", "return_counts", "dim"] as const;
    const bound = bindArguments<UniqueOptions>(call, given, {
      names: name === "unique" ? ["sorted", ...names] : names,
    });
    const find = name === "unique" ? distinctRows : consecutiveRows;
    const overAll = bound.dim === undefined || bound.dim === null;
    const dim = overAll ? 0 : wrapDim(call, bound.dim!, this.ndim);
    const x = this.self.detach();
    const rows = overAll ? x.reshape(-1) : x.transpose(0, dim).contiguous();
    const found = find(rows[STRIDED]);
    const taken = takeRows(rows, found);
    const node = overAll
      ? name === "unique"
        ? "Unique2Backward0"
        : "UniqueConsecutiveBackward0"
      : `Unique${name === "unique" ? "" : "Consecutive"}DimBackward0`;
    const values = record(node, [this.self], (overAll ? taken : taken.transpose(0, dim))[STRIDED]);
    const results = [values];
    if (bound.return_inverse) {
      const inverse = makeTensor(found.inverse);
      results.push(overAll ? inverse.view(this.shape) : inverse);
    }
    if (bound.return_counts) results.push(makeTensor(found.counts));
    return results.length === 1 ? values : results;
  }

  /**
   * The distinct values in ascending order, or with `dim` the distinct slices along it; with `return_inverse` also where
   * each value went, with `return_counts` also how often each stood: then the result is a list.
   * @example
   * torch.tensor([3, 1, 3, 2]).unique() // => tensor([1, 2, 3])
   */
  unique(options: UniqueOptions & ({ return_inverse: true } | { return_counts: true })): Tensor[];
  unique(options?: UniqueOptions): Tensor;
  unique(sorted: boolean, return_inverse?: false, return_counts?: false, dim?: number | null): Tensor;
  unique(sorted: boolean, return_inverse: boolean, return_counts?: boolean, dim?: number | null): Tensor[];
  unique(...given: unknown[]): Tensor | Tensor[] {
    return this.#distinct("unique", given);
  }

  /**
   * The first of each run of equal values, or of equal slices along `dim`; the other arguments are those of `unique`.
   * @example
   * torch.tensor([1, 1, 2, 1]).unique_consecutive() // => tensor([1, 2, 1])
   */
  unique_consecutive(options: UniqueOptions & ({ return_inverse: true } | { return_counts: true })): Tensor[];
  unique_consecutive(options?: UniqueOptions): Tensor;
  unique_consecutive(return_inverse: false, return_counts?: false, dim?: number | null): Tensor;
  unique_consecutive(return_inverse: boolean, return_counts?: boolean, dim?: number | null): Tensor[];
  unique_consecutive(...given: unknown[]): Tensor | Tensor[] {
    return this.#distinct("unique_consecutive", given);
  }

  /**
   * How often each of 0, 1, 2, … stands in a vector of integers, or the sum of the weights there.
   * @example
   * torch.tensor([0, 2, 2]).bincount() // => tensor([1, 0, 2])
   */
  bincount(weights?: Tensor | null, minlength?: number): Tensor;
  bincount(options: { weights?: Tensor | null; minlength?: number }): Tensor;
  bincount(...given: unknown[]): Tensor {
    const call = "torch.bincount";
    const bound = bindArguments<{ weights: Tensor | null; minlength: number }>(call, given, {
      names: ["weights", "minlength"],
    });
    const { minlength = 0, weights = null } = bound;
    if (this.dtype !== int64)
      throw new RuntimeError(call, `"bincount_cpu" not implemented for '${this.dtype.scalarName}'`);
    if (minlength < 0) throw new RuntimeError(call, "minlength should be >= 0");
    const values = Array.from(rowMajorData(this[STRIDED]), Number);
    if (this.ndim !== 1 || values.some((value) => value < 0))
      throw new RuntimeError(call, "bincount only supports 1-d non-negative integral inputs.");
    if (weights !== null && (weights.ndim !== 1 || weights.shape[0] !== this.shape[0]))
      throw new RuntimeError(call, "weights should be 1-d and have the same length as input");
    const size = values.reduce((most, value) => Math.max(most, value + 1), minlength);
    const dtype = weights === null ? int64 : weights.dtype === float32 ? float32 : float64;
    const counts = emptyStrided([size], dtype);
    const added = weights === null ? null : rowMajorData(weights[STRIDED], dtype);
    values.forEach((value, i) => {
      const { data } = counts.storage;
      if (data instanceof BigInt64Array) data[value]! += 1n;
      else data[value] = (data[value] as number) + (added![i] as number);
    });
    return makeTensor(counts);
  }

  /**
   * Counts per bin and the edges of the bins: `bins` equal ones over `range` (the range of the data if absent), or those
   * between the edges that a tensor lists. `density` makes the area 1.
   * @example
   * torch.tensor([0, 0.5, 1]).histogram(2).hist // => tensor([1., 2.])
   */
  histogram(bins: number | Tensor, options: HistogramOptions = {}): NamedTensors<"hist" | "bin_edges"> {
    const call = "torch.histogram";
    const bound = bindArguments<HistogramOptions>(call, [options], {
      names: [],
      only: ["range", "weight", "density"],
    });
    if (!this.is_floating_point())
      throw new RuntimeError(call, `"histogramdd" not implemented for '${this.dtype.scalarName}'`);
    const values = rowMajorData(this[STRIDED]) as Floats;
    const { weight, range, density = false } = bound;
    if (weight !== undefined && String(weight.shape) !== String(this.shape)) {
      throw new RuntimeError(
        call,
        `torch.histogramdd: if weight tensor is provided it should have the same shape as the input tensor excluding its innermost dimension, but got input with shape [${this.numel()}, 1] and weight with shape [${weight.numel()}]`,
      );
    }
    if (isTensor(bins) && bins.ndim !== 1) {
      throw new RuntimeError(
        call,
        `torch.histogramdd: bins tensor should have one dimension, but got ${bins.ndim} dimensions in the bins tensor for dimension 0`,
      );
    }
    const edges = isTensor(bins)
      ? (rowMajorData(bins[STRIDED], this.dtype).slice() as Floats)
      : equalEdges(values, { bins, range, dtype: this.dtype });
    const counts = emptyStrided([edges.length - 1], this.dtype);
    const weights = weight === undefined ? null : (rowMajorData(weight[STRIDED], this.dtype) as Floats);
    countInto(counts.storage.data as Floats, values, edges, weights);
    const hist = makeTensor(counts);
    const bin_edges = makeTensor(fromData(edges, [edges.length], this.dtype));
    return namedTensors("histogram", {
      hist: density ? hist.div(hist.sum()).div(bin_edges.diff()) : hist,
      bin_edges,
    });
  }

  /**
   * The covariances of variables, one a row, observed together, one observation a column: `Σ (x - mean)(y - mean) / (n -
   * correction)`. `fweights` counts observations, `aweights` weighs them.
   * @example
   * torch.tensor([[0, 1, 2], [2, 1, 0]]).cov() // => tensor([[ 1., -1.],\n        [-1.,  1.]])
   */
  cov(options: CovOptions = {}): Tensor {
    return covariances(this.self, options);
  }

  /**
   * The correlations of variables, one a row: their covariances over the product of their standard deviations.
   * @example
   * torch.tensor([[0, 1, 2], [2, 1, 0]]).corrcoef() // => tensor([[ 1., -1.],\n        [-1.,  1.]])
   */
  corrcoef(): Tensor {
    return correlations(this.self);
  }
}

function takeRows(rows: Tensor, { kept }: Distinct): Tensor {
  const [, ...rest] = rows.shape;
  const width = rest.reduce((product, size) => product * size, 1);
  const out = emptyStrided([kept.length, ...rest], rows.dtype);
  const data = rowMajorData(rows[STRIDED]);
  const to = out.storage.data;
  for (let k = 0; k < kept.length; k++) {
    for (let i = 0; i < width; i++) to[k * width + i] = data[kept[k]! * width + i]!;
  }
  return makeTensor(out);
}
