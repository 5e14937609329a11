import { functionOf } from "./input";

/**
 * The sum of all values, or along dimensions; see `Tensor.sum`.
 * @example
 * torch.sum(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(10.5000)
 */
export const sum = functionOf("sum");
/**
 * The mean; see `Tensor.mean`.
 * @example
 * torch.mean(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(2.6250)
 */
export const mean = functionOf("mean");
/**
 * The standard deviation, n - 1 in the denominator unless `unbiased: false`; see `Tensor.std`.
 * @example
 * torch.std(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(1.1087)
 */
export const std = functionOf("std");

/**
 * The variance; see `Tensor.var`.
 * @example
 * torch.var(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(1.2292)
 */
const variance = functionOf("var");
/** The p-norm, p = 2 unless given; see `Tensor.norm`. */
export const norm = functionOf("norm");
/**
 * The largest value, with `dim` its place too, or the larger of two tensors; see `Tensor.max`.
 * @example
 * torch.max(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(4.)
 */
export const max = functionOf("max");
/**
 * The smallest value, with `dim` its place too, or the smaller of two tensors; see `Tensor.min`.
 * @example
 * torch.min(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(1.5000)
 */
export const min = functionOf("min");
/**
 * Where the largest value stands.
 * @example
 * torch.argmax(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(3)
 */
export const argmax = functionOf("argmax");
/**
 * Where the smallest value stands.
 * @example
 * torch.argmin(torch.tensor([[1.5, 2], [3, 4]])) // => tensor(0)
 */
export const argmin = functionOf("argmin");
/**
 * Whether any value is nonzero.
 * @example
 * torch.any(torch.tensor([true, false])) // => tensor(True)
 */
export const any = functionOf("any");
/**
 * Whether all values are nonzero.
 * @example
 * torch.all(torch.tensor([true, false])) // => tensor(False)
 */
export const all = functionOf("all");
/**
 * The largest value over dimensions; see `Tensor.amax`.
 * @example
 * torch.amax(torch.tensor([[1, 4], [3, 2]]), 1) // => tensor([4, 3])
 */
export const amax = functionOf("amax");
/**
 * The smallest value over dimensions.
 * @example
 * torch.amin(torch.tensor([[1, 4], [3, 2]]), 1) // => tensor([1, 2])
 */
export const amin = functionOf("amin");
/**
 * Smallest and largest value; see `Tensor.aminmax`.
 * @example
 * torch.aminmax(torch.tensor([1, 4, 3])).max // => tensor(4)
 */
export const aminmax = functionOf("aminmax");
/**
 * The product; see `Tensor.prod`.
 * @example
 * torch.prod(torch.tensor([2, 3, 4])) // => tensor(24)
 */
export const prod = functionOf("prod");
/**
 * The sum without NaN.
 * @example
 * torch.nansum(torch.tensor([1.5, NaN, 2])) // => tensor(3.5000)
 */
export const nansum = functionOf("nansum");
/**
 * The mean without NaN.
 * @example
 * torch.nanmean(torch.tensor([1.5, NaN, 2.5])) // => tensor(2.)
 */
export const nanmean = functionOf("nanmean");
/**
 * How many values are not 0.
 * @example
 * torch.count_nonzero(torch.tensor([0, 5, 7])) // => tensor(2)
 */
export const count_nonzero = functionOf("count_nonzero");
/**
 * The p-norm of a difference.
 * @example
 * torch.dist(torch.tensor([0.5, 1]), torch.tensor([3.5, 5])) // => tensor(5.)
 */
export const dist = functionOf("dist");
/**
 * Slices scaled down to a norm; see `Tensor.renorm`.
 * @example
 * torch.renorm(torch.tensor([[3, 4], [0.5, 0]]), 2, 0, 1) // => tensor([[0.6000, 0.8000],\n        [0.5000, 0.0000]])
 */
export const renorm = functionOf("renorm");
/**
 * `ln Σ e^x`; see `Tensor.logsumexp`.
 * @example
 * torch.logsumexp(torch.tensor([0.5, 1, 2]), 0) // => tensor(2.4644)
 */
export const logsumexp = functionOf("logsumexp");
/**
 * `e^x / Σ e^x` along a dimension; see `Tensor.softmax`.
 * @example
 * torch.softmax(torch.tensor([0.5, 1, 2]), 0) // => tensor([0.1402, 0.2312, 0.6285])
 */
export const softmax = functionOf("softmax");
/**
 * `ln softmax(x)`.
 * @example
 * torch.log_softmax(torch.tensor([0.5, 1, 2]), 0) // => tensor([-1.9644, -1.4644, -0.4644])
 */
export const log_softmax = functionOf("log_softmax");
/**
 * Counts per bin; see `Tensor.histc`.
 * @example
 * torch.histc(torch.tensor([-1.5, 0.5, 2]), 4, -2, 2) // => tensor([1., 0., 1., 1.])
 */
export const histc = functionOf("histc");
export { variance as var };
