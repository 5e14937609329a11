import { functionOf } from "./input";

/** The sum of all values, or along dimensions; see `Tensor.sum`. */
export const sum = functionOf("sum");
/** The mean; see `Tensor.mean`. */
export const mean = functionOf("mean");
/** The standard deviation, n - 1 in the denominator unless `unbiased: false`; see `Tensor.std`. */
export const std = functionOf("std");

/** The variance; see `Tensor.var`. */
const variance = functionOf("var");
/** The p-norm, p = 2 unless given; see `Tensor.norm`. */
export const norm = functionOf("norm");
/** The largest value, with `dim` its place too, or the larger of two tensors; see `Tensor.max`. */
export const max = functionOf("max");
/** The smallest value, with `dim` its place too, or the smaller of two tensors; see `Tensor.min`. */
export const min = functionOf("min");
/** Where the largest value stands. */
export const argmax = functionOf("argmax");
/** Where the smallest value stands. */
export const argmin = functionOf("argmin");
/** Whether any value is nonzero. */
export const any = functionOf("any");
/** Whether all values are nonzero. */
export const all = functionOf("all");
/** The largest value over dimensions; see `Tensor.amax`. */
export const amax = functionOf("amax");
/** The smallest value over dimensions. */
export const amin = functionOf("amin");
/** Smallest and largest value; see `Tensor.aminmax`. */
export const aminmax = functionOf("aminmax");
/** The product; see `Tensor.prod`. */
export const prod = functionOf("prod");
/** The sum without NaN. */
export const nansum = functionOf("nansum");
/** The mean without NaN. */
export const nanmean = functionOf("nanmean");
/** How many values are not 0. */
export const count_nonzero = functionOf("count_nonzero");
/** The p-norm of a difference. */
export const dist = functionOf("dist");
/** Slices scaled down to a norm; see `Tensor.renorm`. */
export const renorm = functionOf("renorm");
/** `ln Σ e^x`; see `Tensor.logsumexp`. */
export const logsumexp = functionOf("logsumexp");
/** `e^x / Σ e^x` along a dimension; see `Tensor.softmax`. */
export const softmax = functionOf("softmax");
/** `ln softmax(x)`. */
export const log_softmax = functionOf("log_softmax");
/** Counts per bin; see `Tensor.histc`. */
export const histc = functionOf("histc");
export { variance as var };
