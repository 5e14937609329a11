import { functionOf, unaryFunction } from "./input";

/**
 * `fill` in place; see `Tensor.fill_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.fill_(x, 2.5); x // => tensor([2.5000, 2.5000])
 */
export const fill_ = functionOf("fill_");

/**
 * `fix` in place; see `Tensor.fix_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.fix_(x); x // => tensor([0., -0.])
 */
export const fix_ = unaryFunction("fix_");

/**
 * `floor` in place; see `Tensor.floor_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.floor_(x); x // => tensor([ 0., -1.])
 */
export const floor_ = unaryFunction("floor_");

/**
 * `frac` in place; see `Tensor.frac_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.frac_(x); x // => tensor([ 0.5000, -0.2500])
 */
export const frac_ = unaryFunction("frac_");

/**
 * `i0` in place; see `Tensor.i0_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.i0_(x); x // => tensor([1.0635, 1.0157])
 */
export const i0_ = unaryFunction("i0_");

/**
 * `log10` in place; see `Tensor.log10_`.
 * @example
 * const x = torch.tensor([0.5, 0.25]); torch.log10_(x); x // => tensor([-0.3010, -0.6021])
 */
export const log10_ = unaryFunction("log10_");

/**
 * `log1p` in place; see `Tensor.log1p_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.log1p_(x); x // => tensor([ 0.4055, -0.2877])
 */
export const log1p_ = unaryFunction("log1p_");

/**
 * `log2` in place; see `Tensor.log2_`.
 * @example
 * const x = torch.tensor([0.5, 0.25]); torch.log2_(x); x // => tensor([-1., -2.])
 */
export const log2_ = unaryFunction("log2_");

/**
 * `log` in place; see `Tensor.log_`.
 * @example
 * const x = torch.tensor([0.5, 0.25]); torch.log_(x); x // => tensor([-0.6931, -1.3863])
 */
export const log_ = unaryFunction("log_");

/**
 * `logit` in place; see `Tensor.logit_`.
 * @example
 * const x = torch.tensor([0.5, 0.25]); torch.logit_(x); x // => tensor([ 0.0000, -1.0986])
 */
export const logit_ = functionOf("logit_");

/**
 * `nan_to_num` in place; see `Tensor.nan_to_num_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.nan_to_num_(x); x // => tensor([ 0.5000, -0.2500])
 */
export const nan_to_num_ = functionOf("nan_to_num_");

/**
 * `neg` in place; see `Tensor.neg_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.neg_(x); x // => tensor([-0.5000,  0.2500])
 */
export const neg_ = unaryFunction("neg_");

/**
 * `negative` in place; see `Tensor.negative_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.negative_(x); x // => tensor([-0.5000,  0.2500])
 */
export const negative_ = unaryFunction("negative_");

/**
 * `rad2deg` in place; see `Tensor.rad2deg_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.rad2deg_(x); x // => tensor([ 28.6479, -14.3239])
 */
export const rad2deg_ = unaryFunction("rad2deg_");

/**
 * `reciprocal` in place; see `Tensor.reciprocal_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.reciprocal_(x); x // => tensor([ 2., -4.])
 */
export const reciprocal_ = unaryFunction("reciprocal_");

/**
 * `relu` in place; see `Tensor.relu_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.relu_(x); x // => tensor([0.5000, 0.0000])
 */
export const relu_ = unaryFunction("relu_");

/**
 * `round` in place; see `Tensor.round_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.round_(x); x // => tensor([0., -0.])
 */
export const round_ = functionOf("round_");

/**
 * `rsqrt` in place; see `Tensor.rsqrt_`.
 * @example
 * const x = torch.tensor([0.5, 0.25]); torch.rsqrt_(x); x // => tensor([1.4142, 2.0000])
 */
export const rsqrt_ = unaryFunction("rsqrt_");

/**
 * `sigmoid` in place; see `Tensor.sigmoid_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.sigmoid_(x); x // => tensor([0.6225, 0.4378])
 */
export const sigmoid_ = unaryFunction("sigmoid_");

/**
 * `sin` in place; see `Tensor.sin_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.sin_(x); x // => tensor([ 0.4794, -0.2474])
 */
export const sin_ = unaryFunction("sin_");

/**
 * `sinc` in place; see `Tensor.sinc_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.sinc_(x); x // => tensor([0.6366, 0.9003])
 */
export const sinc_ = unaryFunction("sinc_");

/**
 * `sinh` in place; see `Tensor.sinh_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.sinh_(x); x // => tensor([ 0.5211, -0.2526])
 */
export const sinh_ = unaryFunction("sinh_");

/**
 * `sqrt` in place; see `Tensor.sqrt_`.
 * @example
 * const x = torch.tensor([0.5, 0.25]); torch.sqrt_(x); x // => tensor([0.7071, 0.5000])
 */
export const sqrt_ = unaryFunction("sqrt_");

/**
 * `square` in place; see `Tensor.square_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.square_(x); x // => tensor([0.2500, 0.0625])
 */
export const square_ = unaryFunction("square_");

/**
 * `tan` in place; see `Tensor.tan_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.tan_(x); x // => tensor([ 0.5463, -0.2553])
 */
export const tan_ = unaryFunction("tan_");

/**
 * `tanh` in place; see `Tensor.tanh_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.tanh_(x); x // => tensor([ 0.4621, -0.2449])
 */
export const tanh_ = unaryFunction("tanh_");

/**
 * `trunc` in place; see `Tensor.trunc_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.trunc_(x); x // => tensor([0., -0.])
 */
export const trunc_ = unaryFunction("trunc_");

/**
 * `zero` in place; see `Tensor.zero_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.zero_(x); x // => tensor([0., 0.])
 */
export const zero_ = unaryFunction("zero_");
