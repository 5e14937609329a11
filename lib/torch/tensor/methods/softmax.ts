import { bindArguments, checkRequired } from "../../arguments";
import { RuntimeError } from "../../errors";
import { copyOf } from "../convert";
import { RESULT, saving } from "../derivatives";
import { type DType, float32, isReduced } from "../dtype";
import { withGradMode } from "../grad";
import { record } from "../make";
import { type Dims, reducedDims } from "../ops/reduce";
import { toFloating } from "../promote";
import { toReduced, unreduced } from "../reduce-derivatives";
import { checkReduced } from "../reduced-lacks";
import { wrapDim } from "../shape";
import type { Strided } from "../strided";
import { STRIDED } from "../symbols";
import type { Tensor } from "../tensor";
import { TensorDistributions } from "./distributions";

/** Along which dimension `softmax` and `log_softmax` work, and into which dtype they convert first. */
export type SoftmaxOptions = { dim?: number; dtype?: DType };
/** The same for `logsumexp`, over one or several dimensions. */
export type LogsumexpOptions = { dim?: number | readonly number[]; keepdim?: boolean };

/** The exponentials along a dimension, the largest being 1, and their logarithm's argument. */
function shifted(x: Tensor, dim: number): Tensor {
  return x.sub(x.max(dim, true).values);
}

function isLast(x: Tensor, dim: number): boolean {
  return dim === -1 || dim === x.ndim - 1;
}

/** bfloat16 as float32: what is computed in several steps is rounded once. */
function widen(x: Tensor): Tensor {
  return isReduced(x.dtype.name) ? x.to(float32) : x;
}

function narrow(x: Tensor, dtype: DType): Strided {
  return x.dtype === dtype ? x[STRIDED] : copyOf(x[STRIDED], dtype);
}

/** The methods that turn values into shares of 1. */
export abstract class TensorSoftmax extends TensorDistributions {
  #bound(name: string, given: readonly unknown[]): { x: Tensor; dim: number } {
    const call = `torch.${name}`;
    const bound = bindArguments<SoftmaxOptions>(call, given, { names: ["dim", "dtype"] });
    checkRequired(call, bound, ["dim"]);
    const x = bound.dtype === undefined ? this.self : this.self.to(bound.dtype);
    const dim = wrapDim(call, bound.dim!, x.ndim);
    if (!x.is_floating_point() && x.numel() > 0) {
      const place = dim === Math.max(x.ndim - 1, 0) ? `${name}_lastdim` : "softmax";
      throw new RuntimeError(
        call,
        `"${place}_kernel_impl" not implemented for '${x.dtype.scalarName}'`,
        "convert first: x.to(torch.float32)",
      );
    }
    return { x, dim };
  }

  /**
   * `e^x / Σ e^x` along a dimension: positive values whose sum is 1.
   * @example
   * torch.zeros(4).softmax(0) // => tensor([0.2500, 0.2500, 0.2500, 0.2500])
   */
  softmax(dim: number, dtype?: DType): Tensor;
  softmax(dim: number, options: SoftmaxOptions): Tensor;
  softmax(options: SoftmaxOptions): Tensor;
  softmax(...given: unknown[]): Tensor {
    const { x, dim } = this.#bound("softmax", given);
    if (x.numel() === 0) return x.clone();
    checkReduced(isLast(x, dim) ? "SoftmaxLastDim" : "Softmax", x.dtype);
    const result = withGradMode(false, () => {
      const exponentials = shifted(widen(x), dim).exp();
      return exponentials.div(exponentials.sum(dim, true));
    });
    return record("SoftmaxBackward0", [x], narrow(result, x.dtype), [
      saving([RESULT], (grad, y) => {
        const weighted = grad.mul(y);
        return weighted.sub(y.mul(weighted.sum(dim, true)));
      }),
    ]);
  }

  /**
   * `ln softmax(x)`, computed without overflow: `x - max - ln Σ e^(x - max)`.
   * @example
   * torch.tensor([[1.5, 2], [3, 4]]).log_softmax(1) // => tensor([[-0.9741, -0.4741],\n        [-1.3133, -0.3133]])
   */
  log_softmax(dim: number, dtype?: DType): Tensor;
  log_softmax(dim: number, options: SoftmaxOptions): Tensor;
  log_softmax(options: SoftmaxOptions): Tensor;
  log_softmax(...given: unknown[]): Tensor {
    const { x, dim } = this.#bound("log_softmax", given);
    if (x.numel() === 0) return x.clone();
    checkReduced(isLast(x, dim) ? "LogSoftmaxLastDim" : "Softmax", x.dtype);
    const result = withGradMode(false, () => {
      const low = shifted(widen(x), dim);
      return low.sub(low.exp().sum(dim, true).log());
    });
    return record("LogSoftmaxBackward0", [x], narrow(result, x.dtype), [
      saving([RESULT], (grad, y) => grad.sub(y.exp().mul(grad.sum(dim, true)))),
    ]);
  }

  /**
   * `ln Σ e^x` along one or several dimensions, computed without overflow.
   * @example
   * torch.zeros(2, 4).logsumexp(1) // => tensor([1.3863, 1.3863])
   */
  logsumexp(dim: number | readonly number[], keepdim?: boolean): Tensor;
  logsumexp(dim: number | readonly number[], options: LogsumexpOptions): Tensor;
  logsumexp(options: LogsumexpOptions): Tensor;
  logsumexp(...given: unknown[]): Tensor {
    const call = "torch.logsumexp";
    const bound = bindArguments<LogsumexpOptions>(call, given, { names: ["dim", "keepdim"] });
    checkRequired(call, bound, ["dim"]);
    const place = { call, dim: bound.dim as Dims, keepdim: bound.keepdim ?? false };
    const x = this.is_floating_point() ? this.self : this.self.to(toFloating(this.dtype));
    const reduced = toReduced(x, place);
    const dims = reducedDims(call, place.dim, x.ndim);
    const result = withGradMode(false, () => {
      const sumOf = (values: Tensor) => values.exp().sum(place.dim, place.keepdim).log();
      if (x.numel() === 0) return sumOf(x);
      const largest = x.amax(dims, true);
      const highest = largest.where(largest.abs().ne(Number.POSITIVE_INFINITY), 0);
      return sumOf(x.sub(highest)).add(highest.reshape(x.sum(place.dim, place.keepdim).shape));
    });
    return record("LogsumexpBackward0", [x], result[STRIDED], [
      saving([x, RESULT], (grad, x, y) => unreduced(grad, reduced).mul(x.sub(unreduced(y, reduced)).exp())),
    ]);
  }
}
