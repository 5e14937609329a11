import { bindArguments, checkRequired } from "../../arguments";
import { IndexError, RuntimeError } from "../../errors";
import { copyOf } from "../convert";
import { type Derivatives, RESULT, saving, withoutDerivative } from "../derivatives";
import { type DType, float64, int64 } from "../dtype";
import { makeTensor, record, renameNode } from "../make";
import { checkTensor } from "../operand";
import { countNonzero, type Dims, extremes, nanSum, product, reducedDims } from "../ops/reduce";
import { where } from "../ops/where";
import { toReduced, unreduced } from "../reduce-derivatives";
import { checkReduced } from "../reduced-lacks";
import { type NamedTensors, namedTensors } from "../return-types";
import { prodAlongDerivative, prodDerivative } from "../scan-derivatives";
import { wrapDim } from "../shape";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorQuantiles } from "./quantiles";
import type { ReduceOptions, SumOptions } from "./reductions";

type Where = { readonly call: string; readonly dim: Dims; readonly keepdim: boolean };

function toWhere(call: string, bound: { dim?: Dims | null; keepdim?: boolean }): Where {
  return { call, dim: bound.dim ?? undefined, keepdim: bound.keepdim ?? false };
}

/** The gradient shared evenly by those that are equal to the result. */
function sharedByEquals(x: Tensor, where: Where): Derivatives {
  const reduced = toReduced(x, where);
  return [
    saving([x, RESULT], (grad, x, result) => {
      const mask = x.eq(unreduced(result, reduced));
      const ways = x.ndim === 0 ? mask.sum() : mask.sum(reduced.dims, true);
      return unreduced(grad, reduced).mul(mask).div(ways);
    }),
  ];
}

/** The methods that summarise values beside sum, mean and spread. */
export abstract class TensorSummaries extends TensorQuantiles {
  #extreme(name: "amax" | "amin", given: readonly unknown[]): Tensor {
    const call = `torch.${name}`;
    const bound = bindArguments<ReduceOptions>(call, given, { names: ["dim", "keepdim"] });
    const place = toWhere(call, bound);
    const dims = reducedDims(call, place.dim, this.ndim);
    const empty = dims.find((d) => this.shape[d] === 0);
    if (empty !== undefined) {
      if (bound.dim === undefined) {
        throw new RuntimeError(
          call,
          `${name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
        );
      }
      throw new IndexError(call, `${name}(): Expected reduction dim ${empty} to have non-zero size.`);
    }
    const { values } = extremes(this[STRIDED], { ...place, sense: name === "amax" ? 1 : -1 });
    const node = name === "amax" ? "AmaxBackward0" : "AminBackward0";
    return record(node, [this.self], values, sharedByEquals(this.self, place));
  }

  /**
   * The largest value over one or several dimensions. Unlike `max` it shares the gradient among equal values.
   * @example
   * torch.tensor([[1, 5], [4, 2]]).amax(1) // => tensor([5, 4])
   */
  amax(dim?: Dims, keepdim?: boolean): Tensor;
  amax(options: ReduceOptions): Tensor;
  amax(...given: unknown[]): Tensor {
    return this.#extreme("amax", given);
  }

  /**
   * The smallest value over one or several dimensions, with the same arguments as `amax`.
   * @example
   * torch.tensor([[1, 4], [3, 2]]).amin(1) // => tensor([1, 2])
   */
  amin(dim?: Dims, keepdim?: boolean): Tensor;
  amin(options: ReduceOptions): Tensor;
  amin(...given: unknown[]): Tensor {
    return this.#extreme("amin", given);
  }

  /**
   * Smallest and largest value together. Has no derivative in PyTorch 1.13, nor here.
   * @example
   * torch.tensor([3, 1, 2]).aminmax().min // => tensor(1)
   */
  aminmax(options: { dim?: number; keepdim?: boolean } = {}): NamedTensors<"min" | "max"> {
    const call = "torch.aminmax";
    const bound = bindArguments<{ dim: number; keepdim: boolean }>(call, [options], {
      names: [],
      only: ["dim", "keepdim"],
    });
    if (bound.dim === undefined && this.numel() === 0) {
      const rule = "cannot compute aminmax over an empty dimension as the operation has no identity.";
      throw new RuntimeError(call, `aminmax(): ${rule}`);
    }
    if (bound.dim !== undefined) {
      const d = wrapDim(call, bound.dim, this.ndim);
      if (this.shape[d] === 0)
        throw new IndexError(call, `aminmax: Expected reduction dim ${d} to have non-zero size.`);
    }
    checkReduced("Aminmax", this.dtype);
    const one = (sense: 1 | -1) => {
      const { values } = extremes(this[STRIDED], { ...toWhere(call, bound), sense });
      return record("NotImplemented", [this.self], values, withoutDerivative("aminmax"));
    };
    return namedTensors("aminmax", { min: one(-1), max: one(1) });
  }

  /**
   * The product of all values, or along a dimension. Integers and bools multiply in int64.
   * Each output is multiplied in the order in which `sum` adds.
   * @example
   * torch.tensor([2, 3, 4]).prod() // => tensor(24)
   */
  prod(dim?: number, keepdim?: boolean, options?: { dtype?: DType }): Tensor;
  prod(options: { dim?: number; keepdim?: boolean; dtype?: DType }): Tensor;
  prod(...given: unknown[]): Tensor {
    const call = "torch.prod";
    const bound = bindArguments<{ dim: number; keepdim: boolean; dtype: DType }>(call, given, {
      names: ["dim", "keepdim"],
      only: ["dtype"],
    });
    const place = toWhere(call, bound);
    const dtype = bound.dtype ?? (this.dtype.is_floating_point ? this.dtype : int64);
    const x = dtype === this.dtype ? this.self : this.self.to(dtype);
    const view = product(x[STRIDED], place);
    if (bound.dim === undefined) return record("ProdBackward0", [x], view, prodDerivative(x));
    const dim = wrapDim(call, bound.dim, this.ndim);
    return record("ProdBackward1", [x], view, prodAlongDerivative(x, dim, place.keepdim));
  }

  /**
   * The sum without the values that are NaN.
   * @example
   * torch.tensor([1, NaN, 2]).nansum() // => tensor(3.)
   */
  nansum(dim?: Dims | null, keepdim?: boolean, options?: { dtype?: DType }): Tensor;
  nansum(options: SumOptions): Tensor;
  nansum(...given: unknown[]): Tensor {
    const call = "torch.nansum";
    const bound = bindArguments<SumOptions>(call, given, { names: ["dim", "keepdim"], only: ["dtype"] });
    const place = toWhere(call, bound);
    const dtype = bound.dtype ?? (this.dtype.is_floating_point ? this.dtype : int64);
    const reduced = toReduced(this.self, place);
    const view = nanSum(copyOf(this[STRIDED], dtype), place);
    return record("NansumBackward0", [this.self], view, [
      saving([this.self], (grad, x) =>
        unreduced(grad, reduced).expand(reduced.shape).mul(x.isnan().logical_not()),
      ),
    ]);
  }

  /**
   * The mean of the values that are not NaN.
   * @example
   * torch.tensor([1, NaN, 2]).nanmean() // => tensor(1.5000)
   */
  nanmean(dim?: Dims | null, keepdim?: boolean, options?: { dtype?: DType }): Tensor;
  nanmean(options: SumOptions): Tensor;
  nanmean(...given: unknown[]): Tensor {
    const call = "torch.nanmean";
    if (!this.is_floating_point()) {
      throw new RuntimeError(
        call,
        `nanmean(): expected input to have floating point dtype but got ${this.dtype.scalarName}`,
      );
    }
    const bound = bindArguments<SumOptions>(call, given, { names: ["dim", "keepdim"], only: ["dtype"] });
    const count = this.isnan().logical_not().sum(bound.dim, bound.keepdim);
    return this.nansum(bound).div(count);
  }

  /**
   * How many values are not 0.
   * @example
   * torch.tensor([0, 2, 0, -1]).count_nonzero() // => tensor(2)
   */
  count_nonzero(dim?: Dims | null): Tensor;
  count_nonzero(options: { dim?: Dims | null }): Tensor;
  count_nonzero(...given: unknown[]): Tensor {
    const call = "torch.count_nonzero";
    const bound = bindArguments<{ dim: Dims | null }>(call, given, { names: ["dim"] });
    return makeTensor(countNonzero(this[STRIDED], toWhere(call, bound)));
  }

  /**
   * The p-norm of `self - other`.
   * @example
   * torch.tensor([1, 2.5]).dist(torch.tensor([4, 6.5])) // => tensor(5.)
   */
  dist(other: Tensor, p?: number): Tensor;
  dist(other: Tensor, options: { p?: number }): Tensor;
  dist(other: Tensor, ...given: unknown[]): Tensor {
    const { p = 2 } = bindArguments<{ p: number }>("torch.dist", given, { names: ["p"] });
    checkTensor("torch.dist", other, "other");
    return renameNode(this.sub(other).norm(p), "DistBackward0");
  }

  /**
   * Slices along `dim` whose p-norm exceeds `maxnorm` are scaled down to it.
   * Errors: p ≤ 0; a negative maxnorm; fewer than 2 dimensions.
   * @example
   * torch.tensor([[3, 4.5], [0, 1]]).renorm(1, 0, 2.5) // => tensor([[1.0000, 1.5000],\n        [0.0000, 1.0000]])
   */
  renorm(p: number, dim: number, maxnorm: number): Tensor;
  renorm(options: { p: number; dim: number; maxnorm: number }): Tensor;
  renorm(...given: unknown[]): Tensor {
    const call = "torch.renorm";
    const names = ["p", "dim", "maxnorm"] as const;
    const bound = bindArguments<{ p: number; dim: number; maxnorm: number }>(call, given, { names });
    checkRequired(call, bound, names);
    const { p = 2, maxnorm = 0 } = bound;
    if (p <= 0) throw new RuntimeError(call, "renorm: non-positive-norm not supported", `got ${p}`);
    if (maxnorm < 0) {
      throw new RuntimeError(call, `renorm: expected maxnorm to be >= 0 but got ${maxnorm}`);
    }
    if (this.ndim < 2) {
      const rule = `input needs at least 2 dimensions, got ${this.ndim} dimensions`;
      throw new RuntimeError(call, `renorm: ${rule}`);
    }
    if (!this.is_floating_point()) {
      const rule = "Expected a floating point or complex tensor as input.";
      throw new RuntimeError(call, `linalg.vector_norm: ${rule} Got ${this.dtype.scalarName}`);
    }
    const dim = wrapDim(call, bound.dim!, this.ndim);
    const others = this.shape.map((_, d) => d).filter((d) => d !== dim);
    const norms = this.self.to(float64).norm(p, others, true);
    // PyTorch's small addition, so that the new norm does not exceed the bound by rounding.
    const factor = where(norms.gt(maxnorm), norms.add(1e-7).reciprocal().mul(maxnorm), 1);
    return renameNode(this.mul(factor.to(this.dtype)), "RenormBackward0");
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([[3, 4], [0.5, 0]]).renorm_(2, 0, 1) // => tensor([[0.6000, 0.8000],\n        [0.5000, 0.0000]])
   */
  renorm_(p: number, dim: number, maxnorm: number): this {
    this.self.copy_(this.self.clone().renorm(p, dim, maxnorm));
    return this;
  }
}
