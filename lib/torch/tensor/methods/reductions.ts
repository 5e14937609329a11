import { bindArguments } from "../../arguments";
import { IndexError, RuntimeError, ValueError } from "../../errors";
import { arithmetic } from "../arithmetic";
import { bool, type DType } from "../dtype";
import { makeTensor, record } from "../make";
import { nuclearNorm } from "../nuclear-norm";
import { isTensor } from "../operand";
import { histogram } from "../ops/histc";
import { type Dims, extremes, mean, norm, reducedDims, sum, truth, variance } from "../ops/reduce";
import {
  extremeDerivative,
  meanDerivative,
  normDerivative,
  stdDerivative,
  sumDerivative,
  takenDerivative,
  toReduced,
  varDerivative,
} from "../reduce-derivatives";
import { checkReduced } from "../reduced-lacks";
import { namedTensors, type ValuesAndIndices } from "../return-types";
import { wrapDim } from "../shape";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorBlends } from "./blends";

/** Where a reduction runs, and whether the reduced dimensions stay with size 1. */
export type ReduceOptions = { dim?: number | readonly number[]; keepdim?: boolean };
/** The same over all values or along one dimension. */
export type AlongOptions = { dim?: number | null; keepdim?: boolean };
/** The same for `sum` and `mean`, which can also convert first. */
export type SumOptions = ReduceOptions & { dtype?: DType };
/** The same for `std` and `var`: `unbiased` divides by n - 1 (the default), `correction` by n - correction. */
export type SpreadOptions = ReduceOptions & { unbiased?: boolean; correction?: number };
/** The same for `norm`, with its order `p` (2 by default). */
export type NormOptions = ReduceOptions & { p?: number | "fro" | "nuc"; dtype?: DType };

/** The methods that reduce many values to few. */
export abstract class TensorReductions extends TensorBlends {
  #sumLike(call: "sum" | "mean", given: readonly unknown[]): Tensor {
    const spec = bindArguments<SumOptions>(`Tensor.${call}`, given, {
      names: ["dim", "keepdim"],
      only: ["dtype"],
    });
    const node = call === "sum" ? "SumBackward" : "MeanBackward";
    const reduce = call === "sum" ? sum : mean;
    const view = reduce(this[STRIDED], {
      ...withDefaults(call, spec),
      ...(spec.dtype && { dtype: spec.dtype }),
    });
    const derivative = call === "sum" ? sumDerivative : meanDerivative;
    const reduced = toReduced(this.self, withDefaults(call, spec));
    return record(`${node}${spec.dim === undefined ? 0 : 1}`, [this.self], view, derivative(reduced));
  }

  /**
   * The sum, over all values or along dimensions. Shapes: (…) → () or the shape without `dim`.
   * @example
   * torch.ones(2, 3).sum(0) // => tensor([2., 2., 2.])
   */
  sum(dim?: Dims | null, keepdim?: boolean, options?: SumOptions): Tensor;
  sum(options: SumOptions): Tensor;
  sum(...given: unknown[]): Tensor {
    return this.#sumLike("sum", given);
  }

  /**
   * The mean: the sum divided by the number of values. Needs a floating point dtype.
   * @example
   * torch.tensor([[1.5, 2], [3, 4]]).mean() // => tensor(2.6250)
   */
  mean(dim?: Dims | null, keepdim?: boolean, options?: SumOptions): Tensor;
  mean(options: SumOptions): Tensor;
  mean(...given: unknown[]): Tensor {
    return this.#sumLike("mean", given);
  }

  #spread(call: "std" | "var", given: readonly unknown[]): Tensor {
    // As in PyTorch a first boolean is `unbiased`; otherwise the order is dim, unbiased, keepdim.
    const names =
      typeof given[0] === "boolean" ? (["unbiased"] as const) : (["dim", "unbiased", "keepdim"] as const);
    const spec = bindArguments<SpreadOptions>(`Tensor.${call}`, given, {
      names,
      only: (["dim", "unbiased", "keepdim", "correction"] as const).filter(
        (name) => !names.includes(name as never),
      ),
    });
    const correction = spec.correction ?? (spec.unbiased === false ? 0 : 1);
    const view = variance(this[STRIDED], {
      ...withDefaults(call, spec),
      correction,
      takeRoot: call === "std",
    });
    const spread = { reduced: toReduced(this.self, withDefaults(call, spec)), correction };
    return call === "std"
      ? record("StdBackward0", [this.self], view, stdDerivative(this.self, spread))
      : record("VarBackward0", [this.self], view, varDerivative(this.self, spread));
  }

  /**
   * The standard deviation: √(Σ(x - mean)² / (n - 1)), or / n with `unbiased: false`.
   * @example
   * torch.tensor([1.5, 2.5, 3.5]).std() // => tensor(1.)
   */
  std(unbiased: boolean): Tensor;
  std(dim?: Dims | null, unbiased?: boolean, keepdim?: boolean): Tensor;
  std(dim: Dims | null, options: SpreadOptions): Tensor;
  std(options: SpreadOptions): Tensor;
  std(...given: unknown[]): Tensor {
    return this.#spread("std", given);
  }

  /**
   * The variance: the square of `std`, with the same arguments.
   * @example
   * torch.tensor([[1.5, 2], [3, 4]]).var() // => tensor(1.2292)
   */
  var(unbiased: boolean): Tensor;
  var(dim?: Dims | null, unbiased?: boolean, keepdim?: boolean): Tensor;
  var(dim: Dims | null, options: SpreadOptions): Tensor;
  var(options: SpreadOptions): Tensor;
  var(...given: unknown[]): Tensor {
    return this.#spread("var", given);
  }

  /**
   * The p-norm (Σ|x|^p)^(1/p); p = 2 unless given. "nuc" is the nuclear norm, the sum of the singular values of matrices.
   * @example
   * torch.tensor([[1.5, 2], [3, 4]]).norm() // => tensor(5.5902)
   */
  norm(p?: number | "fro" | "nuc", dim?: Dims | null, keepdim?: boolean, dtype?: DType): Tensor;
  norm(p: number | "fro" | "nuc", options: NormOptions): Tensor;
  norm(options: NormOptions): Tensor;
  norm(...given: unknown[]): Tensor {
    const names = ["p", "dim", "keepdim", "dtype"] as const;
    const spec = bindArguments<NormOptions>("Tensor.norm", given, { names });
    const p = spec.p === undefined || spec.p === "fro" ? 2 : spec.p;
    if (p === "nuc") {
      if (spec.dtype !== undefined)
        throw new ValueError("Tensor.norm", "dtype argument is not supported in nuclear norm");
      return nuclearNorm(this.self, typeof spec.dim === "number" ? [spec.dim] : spec.dim, spec.keepdim);
    }
    if (typeof p !== "number") {
      throw new RuntimeError("Tensor.norm", `only valid string values are 'fro' and 'nuc', found ${p}`);
    }
    if (spec.dtype !== undefined && typeof spec.p !== "number") {
      throw new ValueError("Tensor.norm", "dtype argument is not supported in frobenius norm");
    }
    const x = spec.dtype === undefined ? this.self : this.self.to(spec.dtype);
    const where = withDefaults("norm", spec);
    const derivatives = normDerivative(x, toReduced(x, where), p);
    return record("NormBackward1", [x], norm(x[STRIDED], { ...where, p }), derivatives);
  }

  #extreme(call: "max" | "min", given: readonly unknown[]): Tensor | ValuesAndIndices {
    if (isTensor(given[0])) {
      return arithmetic(
        { name: call === "max" ? "maximum" : "minimum", call: `torch.${call}` },
        this.self,
        given[0],
      );
    }
    const spec = bindArguments<{ dim: number; keepdim: boolean }>(`Tensor.${call}`, given, {
      names: ["dim", "keepdim"],
    });
    this.#checkNotEmpty(call, spec.dim);
    const { values, indices } = extremes(this[STRIDED], {
      ...withDefaults(call, spec),
      sense: call === "max" ? 1 : -1,
    });
    const node = `${call === "max" ? "Max" : "Min"}Backward${spec.dim === undefined ? 1 : 0}`;
    if (spec.dim === undefined) return record(node, [this.self], values, extremeDerivative(this.self));
    const places = makeTensor(indices);
    const derivatives = takenDerivative(places, toReduced(this.self, withDefaults(call, spec)));
    return namedTensors(call, { values: record(node, [this.self], values, derivatives), indices: places });
  }

  #checkNotEmpty(call: string, dim: number | undefined): void {
    if (dim === undefined) {
      if (this.numel() > 0) return;
      throw new RuntimeError(
        `Tensor.${call}`,
        `${call}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
      );
    }
    const [d] = reducedDims(`Tensor.${call}`, dim, this.ndim);
    if (d !== undefined && this.shape[d] === 0) {
      throw new IndexError(`Tensor.${call}`, `${call}(): Expected reduction dim ${d} to have non-zero size.`);
    }
  }

  /**
   * The largest value; with `dim` the largest along it and where it stands; with a tensor the larger of the two,
   * element by element. NaN counts as the largest.
   * @example
   * torch.tensor([[1.5, 2], [3, 4]]).max() // => tensor(4.)
   */
  max(): Tensor;
  max(other: Tensor): Tensor;
  max(dim: number, keepdim?: boolean): ValuesAndIndices;
  max(options: { dim: number; keepdim?: boolean }): ValuesAndIndices;
  max(...given: unknown[]): Tensor | ValuesAndIndices {
    return this.#extreme("max", given);
  }

  /**
   * The smallest value, with the same arguments as `max`. NaN counts as the smallest.
   * @example
   * torch.tensor([[1.5, 2], [3, 4]]).min() // => tensor(1.5000)
   */
  min(): Tensor;
  min(other: Tensor): Tensor;
  min(dim: number, keepdim?: boolean): ValuesAndIndices;
  min(options: { dim: number; keepdim?: boolean }): ValuesAndIndices;
  min(...given: unknown[]): Tensor | ValuesAndIndices {
    return this.#extreme("min", given);
  }

  #position(call: "argmax" | "argmin", given: readonly unknown[]): Tensor {
    const { dim, ...rest } = bindArguments<AlongOptions>(`Tensor.${call}`, given, {
      names: ["dim", "keepdim"],
    });
    const spec = { ...rest, ...(dim !== undefined && dim !== null && { dim }) };
    if (spec.dim === undefined && this.numel() === 0) {
      throw new IndexError(
        `Tensor.${call}`,
        `${call}(): Expected reduction dim to be specified for input.numel() == 0.`,
      );
    }
    this.#checkNotEmpty(call, spec.dim);
    const isTrivial = spec.dim !== undefined && this.shape[wrapDim(call, spec.dim, this.ndim)] === 1;
    if (this.dtype === bool && !isTrivial) {
      throw new RuntimeError(`Tensor.${call}`, `"${call}_cpu" not implemented for 'Bool'`);
    }
    const sense = call === "argmax" ? 1 : -1;
    return makeTensor(extremes(this[STRIDED], { ...withDefaults(call, spec), sense }).indices);
  }

  /**
   * Where the largest value stands, counted row by row, or along `dim`.
   * @example
   * torch.tensor([[1.5, 2], [3, 4]]).argmax() // => tensor(3)
   */
  argmax(dim?: number | null, keepdim?: boolean): Tensor;
  argmax(options: AlongOptions): Tensor;
  argmax(...given: unknown[]): Tensor {
    return this.#position("argmax", given);
  }

  /**
   * Where the smallest value stands, counted row by row, or along `dim`.
   * @example
   * torch.tensor([[1.5, 2], [3, 4]]).argmin() // => tensor(0)
   */
  argmin(dim?: number | null, keepdim?: boolean): Tensor;
  argmin(options: AlongOptions): Tensor;
  argmin(...given: unknown[]): Tensor {
    return this.#position("argmin", given);
  }

  #truth(call: "any" | "all", given: readonly unknown[]): Tensor {
    const spec = bindArguments<ReduceOptions>(`Tensor.${call}`, given, { names: ["dim", "keepdim"] });
    return makeTensor(truth(this[STRIDED], { ...withDefaults(call, spec), wanted: call, dtype: bool }));
  }

  /**
   * Whether any value is nonzero.
   * @example
   * torch.tensor([true, false]).any() // => tensor(True)
   */
  any(dim?: number, keepdim?: boolean): Tensor;
  any(options: AlongOptions): Tensor;
  any(...given: unknown[]): Tensor {
    return this.#truth("any", given);
  }

  /**
   * Whether all values are nonzero.
   * @example
   * torch.tensor([true, false]).all() // => tensor(False)
   */
  all(dim?: number, keepdim?: boolean): Tensor;
  all(options: AlongOptions): Tensor;
  all(...given: unknown[]): Tensor {
    return this.#truth("all", given);
  }

  /**
   * How many values fall into each of `bins` equal bins of [min, max]; with min = max the range of the data.
   * Values outside are not counted; `max` itself belongs to the last bin.
   * @example
   * torch.tensor([0, 0.1, 0.5, 1]).histc(2, 0, 1) // => tensor([2., 2.])
   */
  histc(bins?: number, min?: number, max?: number): Tensor;
  histc(options: { bins?: number; min?: number; max?: number }): Tensor;
  histc(...given: unknown[]): Tensor {
    const {
      bins = 100,
      min = 0,
      max = 0,
    } = bindArguments<{ bins: number; min: number; max: number }>("torch.histc", given, {
      names: ["bins", "min", "max"],
    });
    checkReduced("Histc", this.dtype);
    return makeTensor(histogram(this[STRIDED], { bins, min, max }));
  }
}

function withDefaults(
  call: string,
  { dim, keepdim = false }: { dim?: Dims | null; keepdim?: boolean },
): { call: string; dim: Dims; keepdim: boolean } {
  return { call: `Tensor.${call}`, dim: dim ?? undefined, keepdim };
}
