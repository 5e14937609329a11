import { functionOf } from "./input";

/** The sum up to each place; see `Tensor.cumsum`. */
export const cumsum = functionOf("cumsum");
/** The product up to each place. */
export const cumprod = functionOf("cumprod");
/** `ln Σ e^x` up to each place. */
export const logcumsumexp = functionOf("logcumsumexp");
/** The largest value up to each place. */
export const cummax = functionOf("cummax");
/** The smallest value up to each place. */
export const cummin = functionOf("cummin");
/** The differences of neighbours; see `Tensor.diff`. */
export const diff = functionOf("diff");
/** The values in order; see `Tensor.sort`. */
export const sort = functionOf("sort");
/** Where the values stand that `sort` would put in order. */
export const argsort = functionOf("argsort");
/** The values in order along the first dimension. */
export const msort = functionOf("msort");
/** The k largest values; see `Tensor.topk`. */
export const topk = functionOf("topk");
/** The k-th smallest value; see `Tensor.kthvalue`. */
export const kthvalue = functionOf("kthvalue");
/** The middle value; see `Tensor.median`. */
export const median = functionOf("median");
/** The middle value without regard to NaN. */
export const nanmedian = functionOf("nanmedian");
/** The most frequent value; see `Tensor.mode`. */
export const mode = functionOf("mode");
/** A quantile; see `Tensor.quantile`. */
export const quantile = functionOf("quantile");
/** A quantile without regard to NaN. */
export const nanquantile = functionOf("nanquantile");
/** The distinct values; see `Tensor.unique`. */
export const unique = functionOf("unique");
/** The first of each run of equal values. */
export const unique_consecutive = functionOf("unique_consecutive");
/** How often each integer stands; see `Tensor.bincount`. */
export const bincount = functionOf("bincount");
/** Counts per bin and the edges; see `Tensor.histogram`. */
export const histogram = functionOf("histogram");
/** Covariances; see `Tensor.cov`. */
export const cov = functionOf("cov");
/** Correlations; see `Tensor.corrcoef`. */
export const corrcoef = functionOf("corrcoef");
