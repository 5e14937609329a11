import { bindArguments, checkRequired } from "../../arguments";
import { IndexError, RuntimeError } from "../../errors";
import { takenAlong } from "../along";
import { bool } from "../dtype";
import { makeTensor, record } from "../make";
import { type Chosen, kthAlong, medianAlong, modeAlong, sortAlong, topAlong } from "../ops/sort";
import { extremeDerivative } from "../reduce-derivatives";
import { namedTensors, type ValuesAndIndices } from "../return-types";
import { wrapDim } from "../shape";
import { emptyStrided, type Strided } from "../strided";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorScans } from "./scans";

/** Keywords of `sort` and `argsort`; `stable` keeps the order of equal values, which else is that of GNU's C++ library. */
export type SortOptions = { dim?: number; descending?: boolean; stable?: boolean };
/** Keywords of `topk`. */
export type TopkOptions = { k?: number; dim?: number; largest?: boolean; sorted?: boolean };
/** Where a value is looked for, and whether that dimension stays with size 1. */
export type OneDimOptions = { dim?: number; keepdim?: boolean };

type Choice = {
  readonly call: string;
  readonly node: string;
  readonly dim: number;
  readonly keepdim: boolean;
};

/** The methods that put values in order. NaN is the largest value of all. */
export abstract class TensorOrdering extends TensorScans {
  #chosen({ call, node, dim, keepdim }: Choice, { values, indices }: Chosen): ValuesAndIndices {
    const squeeze = (view: Strided) =>
      keepdim || this.ndim === 0 ? makeTensor(view) : makeTensor(view).squeeze(dim);
    const places = squeeze(indices);
    const derivatives = takenAlong(this.self, dim, places, keepdim);
    const taken = record(node, [this.self], squeeze(values)[STRIDED], derivatives);
    return namedTensors(call, { values: taken, indices: places });
  }

  #refuseBool(call: string, kernel = `${call}_cpu`): void {
    if (this.dtype !== bool || (this.ndim === 0 && !call.includes("median"))) return;
    throw new RuntimeError(`torch.${call}`, `"${kernel}" not implemented for 'Bool'`);
  }

  #checkNotEmpty(call: string, dim: number): void {
    if (this.shape[dim] !== 0) return;
    throw new IndexError(`torch.${call}`, `${call}(): Expected reduction dim ${dim} to have non-zero size.`);
  }

  /**
   * The values in ascending (or descending) order along a dimension, and where each stood. Equal values keep their order.
   * Source: `torch.sort`, whose order of equal values this is.
   * @example
   * torch.tensor([3, 1, 2]).sort().indices // => tensor([1, 2, 0])
   */
  sort(dim?: number, descending?: boolean): ValuesAndIndices;
  sort(options: SortOptions): ValuesAndIndices;
  sort(dim: number, options: SortOptions): ValuesAndIndices;
  sort(...given: unknown[]): ValuesAndIndices {
    const call = "torch.sort";
    const bound = bindArguments<SortOptions>(call, given, { names: ["dim", "descending"], only: ["stable"] });
    const dim = wrapDim(call, bound.dim ?? -1, this.ndim);
    const node = bound.stable === undefined ? "SortBackward0" : "SortBackward1";
    const sorted = sortAlong(this[STRIDED], dim, {
      descending: bound.descending ?? false,
      stable: bound.stable ?? false,
    });
    return this.#chosen({ call: "sort", node, dim, keepdim: true }, sorted);
  }

  /**
   * Where the values stand that `sort` would put in order.
   * @example
   * torch.tensor([3, 1, 2]).argsort() // => tensor([1, 2, 0])
   */
  argsort(dim?: number, descending?: boolean): Tensor;
  argsort(options: SortOptions): Tensor;
  argsort(...given: unknown[]): Tensor {
    return this.sort(...(given as [number])).indices;
  }

  /**
   * The values in ascending order along the first dimension.
   * @example
   * torch.tensor([[3, 2], [1, 4]]).msort() // => tensor([[1, 2],\n        [3, 4]])
   */
  msort(): Tensor {
    return this.sort(0).values;
  }

  /**
   * The `k` largest (or smallest) values along a dimension, in order, and where they stand. Which of several equal values
   * PyTorch takes is left open there; here it is the first.
   * Errors: `selected index k out of range`.
   * @example
   * torch.tensor([3, 1, 2]).topk(2).values // => tensor([3, 2])
   */
  topk(k: number, dim?: number, largest?: boolean, sorted?: boolean): ValuesAndIndices;
  topk(k: number, options: TopkOptions): ValuesAndIndices;
  topk(options: TopkOptions): ValuesAndIndices;
  topk(...given: unknown[]): ValuesAndIndices {
    const call = "torch.topk";
    const bound = bindArguments<TopkOptions>(call, given, { names: ["k", "dim", "largest", "sorted"] });
    checkRequired(call, bound, ["k"]);
    const dim = wrapDim(call, bound.dim ?? -1, this.ndim);
    const k = bound.k!;
    if (k < 0 || k > (this.shape[dim] ?? 1)) {
      throw new RuntimeError(call, "selected index k out of range", `got k = ${k}, shape [${this.shape}]`);
    }
    this.#refuseBool("topk");
    const top = topAlong(this[STRIDED], { dim, k, largest: bound.largest ?? true });
    return this.#chosen({ call: "topk", node: "TopkBackward0", dim, keepdim: true }, top);
  }

  /**
   * The k-th smallest value along a dimension, k counted from 1, and where it stands.
   * Errors: `kthvalue(): selected number k out of range for dimension d`.
   * @example
   * torch.tensor([3, 1, 2]).kthvalue(2).values // => tensor(2)
   */
  kthvalue(k: number, dim?: number, keepdim?: boolean): ValuesAndIndices;
  kthvalue(k: number, options: OneDimOptions): ValuesAndIndices;
  kthvalue(options: OneDimOptions & { k: number }): ValuesAndIndices;
  kthvalue(...given: unknown[]): ValuesAndIndices {
    const call = "torch.kthvalue";
    const bound = bindArguments<OneDimOptions & { k: number }>(call, given, {
      names: ["k", "dim", "keepdim"],
    });
    checkRequired(call, bound, ["k"]);
    const dim = wrapDim(call, bound.dim ?? -1, this.ndim);
    this.#checkNotEmpty("kthvalue", dim);
    const k = bound.k!;
    if (k < 1 || k > (this.shape[dim] ?? 1)) {
      throw new RuntimeError(
        call,
        `kthvalue(): selected number k out of range for dimension ${dim}`,
        `got k = ${k}, counted from 1`,
      );
    }
    this.#refuseBool("kthvalue");
    const choice = { call: "kthvalue", node: "KthvalueBackward0", dim, keepdim: bound.keepdim ?? false };
    return this.#chosen(choice, kthAlong(this[STRIDED], dim, k));
  }

  #median(call: "median" | "nanmedian", given: readonly unknown[]): Tensor | ValuesAndIndices {
    const bound = bindArguments<OneDimOptions>(`torch.${call}`, given, { names: ["dim", "keepdim"] });
    const node = call === "median" ? "MedianBackward" : "NanmedianBackward";
    const ignoresNaN = call === "nanmedian";
    if (bound.dim === undefined) {
      this.#refuseBool(call, "median_cpu");
      const flat = this.self.detach().reshape(-1);
      const view = flat.numel() === 0 ? this.#nothing() : medianAlong(flat[STRIDED], 0, ignoresNaN).values;
      const scalar = { ...view, shape: [], strides: [] };
      return record(`${node}0`, [this.self], scalar, extremeDerivative(this.self));
    }
    const dim = wrapDim(`torch.${call}`, bound.dim, this.ndim);
    this.#checkNotEmpty("median", dim);
    this.#refuseBool(call, "median_out");
    const choice = { call, node: `${node}1`, dim, keepdim: bound.keepdim ?? false };
    return this.#chosen(choice, medianAlong(this[STRIDED], dim, ignoresNaN));
  }

  /** The median of no values: NaN, or the lowest integer. */
  #nothing(): Strided {
    const view = emptyStrided([1], this.dtype);
    if (this.dtype.is_floating_point) view.storage.data[0] = Number.NaN;
    else view.storage.data[0] = -(1n << 63n);
    return view;
  }

  /**
   * The middle value, the lower one of two; with `dim` along it and where it stands. NaN if there is a NaN. Which of
   * several equal values PyTorch's index means is left open there; here it is the first.
   * @example
   * torch.tensor([4, 1, 3, 2]).median() // => tensor(2)
   */
  median(): Tensor;
  median(dim: number, keepdim?: boolean): ValuesAndIndices;
  median(options: { dim: number; keepdim?: boolean }): ValuesAndIndices;
  median(...given: unknown[]): Tensor | ValuesAndIndices {
    return this.#median("median", given);
  }

  /**
   * The same without regard to NaN.
   * @example
   * torch.tensor([4, NaN, 3]).nanmedian() // => tensor(3.)
   */
  nanmedian(): Tensor;
  nanmedian(dim: number, keepdim?: boolean): ValuesAndIndices;
  nanmedian(options: { dim: number; keepdim?: boolean }): ValuesAndIndices;
  nanmedian(...given: unknown[]): Tensor | ValuesAndIndices {
    return this.#median("nanmedian", given);
  }

  /**
   * The most frequent value along a dimension, the smallest of several, and the last place at which it stands.
   * @example
   * torch.tensor([2, 1, 2, 1, 3]).mode().values // => tensor(1)
   */
  mode(dim?: number, keepdim?: boolean): ValuesAndIndices;
  mode(options: OneDimOptions): ValuesAndIndices;
  mode(...given: unknown[]): ValuesAndIndices {
    const bound = bindArguments<OneDimOptions>("torch.mode", given, { names: ["dim", "keepdim"] });
    const dim = wrapDim("torch.mode", bound.dim ?? -1, this.ndim);
    this.#checkNotEmpty("mode", dim);
    const choice = { call: "mode", node: "ModeBackward0", dim, keepdim: bound.keepdim ?? false };
    return this.#chosen(choice, modeAlong(this[STRIDED], dim));
  }
}
