import { type Derivatives, RESULT, together } from "./derivatives";
import type { Gradient } from "./node";
import { where } from "./ops/where";
import type { ScatterReduction } from "./scatter-plans";
import type { Tensor } from "./tensor";

type Reduction = {
  readonly dim: number;
  readonly index: Tensor;
  readonly reduce: ScatterReduction;
  readonly include_self: boolean;
};

/** The gradients of a tensor and of the values that were scattered into it. */
type Pair = readonly [own: Gradient, source: Gradient];

/** What the gradients are made of: the tensor and the values before, and the result. */
type Scattered = {
  readonly grad: Tensor;
  readonly own: Tensor;
  readonly src: Tensor;
  readonly index: Tensor;
  readonly result: Tensor;
};

function meanGradients({ grad, src, index }: Scattered, { dim, include_self }: Reduction): Pair {
  const start = grad.mul(0).add(include_self ? 1 : 0);
  const counts = start.scatter_add(dim, index, src.mul(0).add(1));
  const share = grad.div(counts.masked_fill(counts.eq(0), 1));
  return [share, share.gather(dim, index)];
}

/** Shared evenly by all values that are equal to the extreme one. */
function extremeGradients({ grad, own, src, index, result }: Scattered, { dim }: Reduction): Pair {
  const ownHits = own.eq(result).to(grad.dtype);
  const sourceHits = src.eq(result.gather(dim, index)).to(grad.dtype);
  const share = grad.div(ownHits.scatter_add(dim, index, sourceHits));
  return [ownHits.mul(share), sourceHits.mul(share.gather(dim, index))];
}

/** The product of all others: by division where no factor is 0, else computed anew. */
function productGradients({ grad, own, src, index, result }: Scattered, spec: Reduction): Pair {
  const { dim, include_self } = spec;
  const product = (target: Tensor, values: Tensor) =>
    target.scatter_reduce(dim, index, values, "prod", { include_self });
  const maskedOwn = own.masked_fill(own.eq(0), 1);
  const forOwn = grad.mul(product(maskedOwn, src)).div(maskedOwn);
  const isZero = src.eq(0);
  const zeros = own.mul(0).scatter_add(dim, index, isZero.to(own.dtype)).gather(dim, index);
  const isOnlyZero = isZero.logical_and(zeros.eq(1));
  const others = product(own, src.masked_fill(isOnlyZero, 1));
  const divided = grad.mul(result).gather(dim, index).div(src.masked_fill(isZero, 1));
  return [forOwn, where(isOnlyZero, grad.mul(others).gather(dim, index), divided)];
}

function gradientsOf(scattered: Scattered, spec: Reduction): Pair {
  const { grad, index } = scattered;
  switch (spec.reduce) {
    case "sum":
      return [grad, grad.gather(spec.dim, index)];
    case "mean":
      return meanGradients(scattered, spec);
    case "prod":
      return productGradients(scattered, spec);
    case "amax":
    case "amin":
      return extremeGradients(scattered, spec);
    default:
      return spec.reduce satisfies never;
  }
}

/** The derivatives of `scatter_reduce`, after PyTorch's `scatter_reduce_backward`. */
export function scatterReduceDerivative(own: Tensor, src: Tensor, spec: Reduction): Derivatives {
  return together([own, src, spec.index, RESULT], ([grad = null], _, own, src, index, result) => {
    if (grad === null) return [];
    const [forOwn, forSource] = gradientsOf({ grad, own, src, index, result }, spec);
    const kept = spec.include_self ? forOwn : (forOwn?.scatter(spec.dim, index, 0) ?? null);
    return [kept, forSource];
  });
}
