import { type Derivatives, RESULT, saving } from "./derivatives";
import { int64 } from "./dtype";
import { makeTensor, zeroGradient } from "./make";
import { reducedDims } from "./ops/reduce";
import { where } from "./ops/where";
import { emptyStrided, numelOf } from "./strided";
import type { Tensor } from "./tensor";

/** What was reduced: the shape before, the dimensions, and whether they were kept. */
export type Reduced = {
  readonly shape: readonly number[];
  readonly dims: readonly number[];
  readonly keepdim: boolean;
};

/** What a call of a reduction says about its dimensions. */
export function toReduced(
  tensor: Tensor,
  { call, dim, keepdim }: { call: string; dim: Parameters<typeof reducedDims>[1]; keepdim: boolean },
): Reduced {
  return { shape: tensor.shape, dims: reducedDims(call, dim, tensor.ndim), keepdim };
}

/** A result of the reduction with its dimensions back, of size 1. */
export function unreduced(result: Tensor, { shape, dims, keepdim }: Reduced): Tensor {
  if (keepdim || shape.length === 0) return result;
  return result.reshape(shape.map((size, d) => (dims.includes(d) ? 1 : size)));
}

function count({ shape, dims }: Reduced): number {
  return numelOf(dims.map((d) => shape[d]!));
}

/** The derivative of a sum: the gradient, for every value that was added. */
export function sumDerivative(reduced: Reduced): Derivatives {
  return [(grad) => unreduced(grad, reduced).expand(reduced.shape)];
}

/** The derivative of a mean. */
export function meanDerivative(reduced: Reduced): Derivatives {
  return [(grad) => unreduced(grad, reduced).expand(reduced.shape).div(count(reduced))];
}

function varianceGradient(grad: Tensor, x: Tensor, { reduced, correction }: Spread): Tensor {
  const factor = 2 / (count(reduced) - correction);
  const centre = x.ndim === 0 ? x.mean() : x.mean(reduced.dims, true);
  return unreduced(grad, reduced).mul(factor).mul(x.sub(centre));
}

type Spread = { readonly reduced: Reduced; readonly correction: number };

/** The derivative of a variance. */
export function varDerivative(x: Tensor, spread: Spread): Derivatives {
  return [saving([x], (grad, x) => varianceGradient(grad, x, spread))];
}

/** The derivative of a standard deviation; 0 where that is 0. */
export function stdDerivative(x: Tensor, spread: Spread): Derivatives {
  return [
    saving([x, RESULT], (grad, x, std) =>
      varianceGradient(where(std.eq(0), 0, grad.div(std.mul(2))), x, spread),
    ),
  ];
}

/** The derivative of a p-norm. */
export function normDerivative(x: Tensor, reduced: Reduced, p: number): Derivatives {
  if (p === 0) return [(grad) => zeroGradient(unreduced(grad, reduced).expand(reduced.shape))];
  return [
    saving([x, RESULT], (grad, x, norm) => {
      const g = unreduced(grad, reduced);
      const n = unreduced(norm, reduced);
      if (p === 1) return x.sign().mul(g);
      if (p === 2) return where(n.eq(0), 0, x.div(n)).mul(g);
      if (Math.abs(p) === Number.POSITIVE_INFINITY) {
        const largest = x.abs().eq(n).logical_or(x.isnan());
        const ways = x.ndim === 0 ? largest.sum() : largest.sum(reduced.dims, true);
        return x.sign().mul(g.div(ways).mul(largest));
      }
      if (p < 1) {
        const slope = where(x.eq(0), 0, x.sign().mul(x.abs().pow(p - 1)));
        return slope.mul(g).mul(n.pow(1 - p));
      }
      const slope = p < 2 ? x.sign().mul(x.abs().pow(p - 1)) : x.mul(x.abs().pow(p - 2));
      return slope.mul(where(n.eq(0), 0, g.div(n.pow(p - 1))));
    }),
  ];
}

/** The derivative of the largest or smallest of all values: shared evenly by those that are equal to it. */
export function extremeDerivative(x: Tensor): Derivatives {
  return [
    saving([x, RESULT], (grad, x, value) => {
      const taken = Number.isNaN(value.item()) ? x.isnan() : x.eq(value);
      return where(taken, grad.div(taken.sum()), 0);
    }),
  ];
}

/** The derivative of what was taken at `indices` along one dimension. */
export function takenDerivative(indices: Tensor, reduced: Reduced): Derivatives {
  const [dim] = reduced.dims;
  if (dim === undefined) return [(grad) => grad];
  return [
    saving([indices], (grad, indices) => {
      const places = positions(reduced.shape, dim);
      return where(places.eq(unreduced(indices, reduced)), unreduced(grad, reduced), 0);
    }),
  ];
}

/** 0, 1, 2, … along one dimension of a shape, size 1 in the others. */
function positions(shape: readonly number[], dim: number): Tensor {
  const view = emptyStrided(
    shape.map((size, d) => (d === dim ? size : 1)),
    int64,
  );
  const data = view.storage.data as BigInt64Array;
  for (let i = 0; i < data.length; i++) data[i] = BigInt(i);
  return makeTensor(view);
}
