import { reversedAlong } from "./along";
import { type Derivatives, RESULT, saving } from "./derivatives";
import { cat, stack } from "./join";
import { where } from "./ops/where";
import type { Tensor } from "./tensor";

/** The sum of what stands at a place and after it. */
function sumFromHere(x: Tensor, dim: number): Tensor {
  return reversedAlong(reversedAlong(x, dim).cumsum(dim), dim);
}

/** The derivative of `cumsum`. */
export function cumsumDerivative(dim: number): Derivatives {
  return [(grad) => sumFromHere(grad, dim)];
}

/** The product of all before each place. */
function productBefore(x: Tensor, dim: number): Tensor {
  const ones = x.narrow(dim, 0, 1).detach().mul(0).add(1);
  return cat([ones, x.narrow(dim, 0, x.shape[dim]! - 1).cumprod(dim)], dim);
}

/** Place by place the sum over later products with the value at the place left out; needs no division, so zeros may stand. */
function cumprodWithZeros(grad: Tensor, x: Tensor, dim: number): Tensor {
  const size = x.shape[dim]!;
  const before = productBefore(x, dim);
  const parts = Array.from({ length: size }, (_, k) => {
    const here = before.narrow(dim, k, 1);
    const ones = here.detach().mul(0).add(1);
    const rest = x.narrow(dim, k + 1, size - k - 1).cumprod(dim);
    const omitted = cat([ones, rest], dim).mul(here);
    return grad
      .narrow(dim, k, size - k)
      .mul(omitted)
      .sum(dim);
  });
  return stack(parts, dim);
}

/** The derivative of `cumprod`; by division where no value is 0. */
export function cumprodDerivative(x: Tensor, dim: number): Derivatives {
  return [
    saving([x, RESULT], (grad, x, result) => {
      if (x.numel() <= 1 || x.ndim === 0 || x.shape[dim] === 1) return grad;
      if (!x.eq(0).any().item()) return sumFromHere(result.mul(grad), dim).div(x);
      return cumprodWithZeros(grad, x, dim);
    }),
  ];
}

/** The derivative of `logcumsumexp`, computed in logarithms for positive and negative gradients apart. */
export function logcumsumexpDerivative(x: Tensor, dim: number): Derivatives {
  return [
    saving([x, RESULT], (grad, x, result) => {
      const lowest = x.dtype.name === "float32" ? -3.4028234663852886e38 : -Number.MAX_VALUE;
      const part = (grad: Tensor) => {
        const logarithm = where(grad.gt(0), grad.log(), lowest).sub(result);
        return reversedAlong(reversedAlong(logarithm, dim).logcumsumexp(dim), dim).add(x).exp();
      };
      return part(grad).sub(part(grad.neg()));
    }),
  ];
}

/** The product of all others along a dimension, for the derivative of `prod` where a value may be 0. */
function productOfOthers(x: Tensor, dim: number): Tensor {
  const after = reversedAlong(productBefore(reversedAlong(x, dim), dim), dim);
  return productBefore(x, dim).mul(after);
}

/** The derivative of a product over all values. */
export function prodDerivative(x: Tensor): Derivatives {
  return [
    saving([x, RESULT], (grad, x, result) => {
      if (x.ndim === 0) return grad;
      if (!x.eq(0).any().item()) return grad.mul(result).div(x);
      return productOfOthers(x.reshape(-1), 0).view(x.shape).mul(grad);
    }),
  ];
}

/** The derivative of a product along a dimension. */
export function prodAlongDerivative(x: Tensor, dim: number, keepdim: boolean): Derivatives {
  return [
    saving([x, RESULT], (grad, x, result) => {
      if (x.ndim === 0) return grad;
      const back = (t: Tensor) => (keepdim ? t : t.unsqueeze(dim));
      if (!x.eq(0).any().item()) return back(grad).mul(back(result)).div(x);
      return productOfOthers(x, dim).mul(back(grad));
    }),
  ];
}
