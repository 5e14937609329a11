import { functionOf } from "./input";

/**
 * The sum up to each place; see `Tensor.cumsum`.
 * @example
 * torch.cumsum(torch.tensor([1, 2, 3]), 0) // => tensor([1, 3, 6])
 */
export const cumsum = functionOf("cumsum");
/**
 * The product up to each place.
 * @example
 * torch.cumprod(torch.tensor([2, 3, 4]), 0) // => tensor([ 2,  6, 24])
 */
export const cumprod = functionOf("cumprod");
/**
 * `ln Σ e^x` up to each place.
 * @example
 * torch.logcumsumexp(torch.tensor([0.5, 1, 2]), 0) // => tensor([0.5000, 1.4741, 2.4644])
 */
export const logcumsumexp = functionOf("logcumsumexp");
/**
 * The largest value up to each place.
 * @example
 * torch.cummax(torch.tensor([1, 3, 2]), 0).values // => tensor([1, 3, 3])
 */
export const cummax = functionOf("cummax");
/**
 * The smallest value up to each place.
 * @example
 * torch.cummin(torch.tensor([3, 1, 2]), 0).values // => tensor([3, 1, 1])
 */
export const cummin = functionOf("cummin");
/**
 * The differences of neighbours; see `Tensor.diff`.
 * @example
 * torch.diff(torch.tensor([1, 4, 9])) // => tensor([3, 5])
 */
export const diff = functionOf("diff");
/**
 * The values in order; see `Tensor.sort`.
 * @example
 * torch.sort(torch.tensor([3, 1, 2])).values // => tensor([1, 2, 3])
 */
export const sort = functionOf("sort");
/**
 * Where the values stand that `sort` would put in order.
 * @example
 * torch.argsort(torch.tensor([3, 1, 2])) // => tensor([1, 2, 0])
 */
export const argsort = functionOf("argsort");
/**
 * The values in order along the first dimension.
 * @example
 * torch.msort(torch.tensor([[3, 2], [1, 4]])) // => tensor([[1, 2],\n        [3, 4]])
 */
export const msort = functionOf("msort");
/**
 * The k largest values; see `Tensor.topk`.
 * @example
 * torch.topk(torch.tensor([3, 1, 2]), 2).values // => tensor([3, 2])
 */
export const topk = functionOf("topk");
/**
 * The k-th smallest value; see `Tensor.kthvalue`.
 * @example
 * torch.kthvalue(torch.tensor([3, 1, 2]), 2).values // => tensor(2)
 */
export const kthvalue = functionOf("kthvalue");
/**
 * The middle value; see `Tensor.median`.
 * @example
 * torch.median(torch.tensor([3, 1, 2])) // => tensor(2)
 */
export const median = functionOf("median");
/**
 * The middle value without regard to NaN.
 * @example
 * torch.nanmedian(torch.tensor([2.5, NaN, 1.5])) // => tensor(1.5000)
 */
export const nanmedian = functionOf("nanmedian");
/**
 * The most frequent value; see `Tensor.mode`.
 * @example
 * torch.mode(torch.tensor([2, 1, 2])).values // => tensor(2)
 */
export const mode = functionOf("mode");
/**
 * A quantile; see `Tensor.quantile`.
 * @example
 * torch.quantile(torch.tensor([0.5, 1, 2]), 0.25) // => tensor(0.7500)
 */
export const quantile = functionOf("quantile");
/**
 * A quantile without regard to NaN.
 * @example
 * torch.nanquantile(torch.tensor([1.5, NaN, 2.5]), 0.5) // => tensor(2.)
 */
export const nanquantile = functionOf("nanquantile");
/**
 * The distinct values; see `Tensor.unique`.
 * @example
 * torch.unique(torch.tensor([2, 1, 2])) // => tensor([1, 2])
 */
export const unique = functionOf("unique");
/**
 * The first of each run of equal values.
 * @example
 * torch.unique_consecutive(torch.tensor([1, 1, 2, 1])) // => tensor([1, 2, 1])
 */
export const unique_consecutive = functionOf("unique_consecutive");
/**
 * How often each integer stands; see `Tensor.bincount`.
 * @example
 * torch.bincount(torch.tensor([0, 2, 2])) // => tensor([1, 0, 2])
 */
export const bincount = functionOf("bincount");
/**
 * Counts per bin and the edges; see `Tensor.histogram`.
 * @example
 * torch.histogram(torch.tensor([0.5, 1, 2]), 2).hist // => tensor([2., 1.])
 */
export const histogram = functionOf("histogram");
/**
 * Covariances; see `Tensor.cov`.
 * @example
 * torch.cov(torch.tensor([[0.5, 1, 1.5], [3, 2, 1]])) // => tensor([[ 0.2500, -0.5000],\n        [-0.5000,  1.0000]])
 */
export const cov = functionOf("cov");
/**
 * Correlations; see `Tensor.corrcoef`.
 * @example
 * torch.corrcoef(torch.tensor([[0.5, 1, 1.5], [3, 2, 1]])) // => tensor([[ 1., -1.],\n        [-1.,  1.]])
 */
export const corrcoef = functionOf("corrcoef");
