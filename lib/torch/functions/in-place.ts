import { functionOf, unaryFunction } from "./input";

/**
 * `abs` in place; see `Tensor.abs_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.abs_(x); x // => tensor([0.5000, 0.2500])
 */
export const abs_ = unaryFunction("abs_");

/**
 * `acos` in place; see `Tensor.acos_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.acos_(x); x // => tensor([1.0472, 1.8235])
 */
export const acos_ = unaryFunction("acos_");

/**
 * `acosh` in place; see `Tensor.acosh_`.
 * @example
 * const x = torch.tensor([1.5, 2]); torch.acosh_(x); x // => tensor([0.9624, 1.3170])
 */
export const acosh_ = unaryFunction("acosh_");

/**
 * `arccos` in place; see `Tensor.arccos_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.arccos_(x); x // => tensor([1.0472, 1.8235])
 */
export const arccos_ = unaryFunction("arccos_");

/**
 * `arccosh` in place; see `Tensor.arccosh_`.
 * @example
 * const x = torch.tensor([1.5, 2]); torch.arccosh_(x); x // => tensor([0.9624, 1.3170])
 */
export const arccosh_ = unaryFunction("arccosh_");

/**
 * `arcsin` in place; see `Tensor.arcsin_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.arcsin_(x); x // => tensor([ 0.5236, -0.2527])
 */
export const arcsin_ = unaryFunction("arcsin_");

/**
 * `arcsinh` in place; see `Tensor.arcsinh_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.arcsinh_(x); x // => tensor([ 0.4812, -0.2475])
 */
export const arcsinh_ = unaryFunction("arcsinh_");

/**
 * `arctan` in place; see `Tensor.arctan_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.arctan_(x); x // => tensor([ 0.4636, -0.2450])
 */
export const arctan_ = unaryFunction("arctan_");

/**
 * `arctanh` in place; see `Tensor.arctanh_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.arctanh_(x); x // => tensor([ 0.5493, -0.2554])
 */
export const arctanh_ = unaryFunction("arctanh_");

/**
 * `asin` in place; see `Tensor.asin_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.asin_(x); x // => tensor([ 0.5236, -0.2527])
 */
export const asin_ = unaryFunction("asin_");

/**
 * `asinh` in place; see `Tensor.asinh_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.asinh_(x); x // => tensor([ 0.4812, -0.2475])
 */
export const asinh_ = unaryFunction("asinh_");

/**
 * `atan` in place; see `Tensor.atan_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.atan_(x); x // => tensor([ 0.4636, -0.2450])
 */
export const atan_ = unaryFunction("atan_");

/**
 * `atanh` in place; see `Tensor.atanh_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.atanh_(x); x // => tensor([ 0.5493, -0.2554])
 */
export const atanh_ = unaryFunction("atanh_");

/**
 * `ceil` in place; see `Tensor.ceil_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.ceil_(x); x // => tensor([1., -0.])
 */
export const ceil_ = unaryFunction("ceil_");

/**
 * `clamp` in place; see `Tensor.clamp_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.clamp_(x, 0, 1); x // => tensor([0.5000, 0.0000])
 */
export const clamp_ = functionOf("clamp_");

/**
 * `clamp_max` in place; see `Tensor.clamp_max_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.clamp_max_(x, 0.5); x // => tensor([ 0.5000, -0.2500])
 */
export const clamp_max_ = functionOf("clamp_max_");

/**
 * `clamp_min` in place; see `Tensor.clamp_min_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.clamp_min_(x, 0.5); x // => tensor([0.5000, 0.5000])
 */
export const clamp_min_ = functionOf("clamp_min_");

/**
 * `clip` in place; see `Tensor.clip_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.clip_(x, 0, 1); x // => tensor([0.5000, 0.0000])
 */
export const clip_ = functionOf("clip_");

/**
 * `cos` in place; see `Tensor.cos_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.cos_(x); x // => tensor([0.8776, 0.9689])
 */
export const cos_ = unaryFunction("cos_");

/**
 * `cosh` in place; see `Tensor.cosh_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.cosh_(x); x // => tensor([1.1276, 1.0314])
 */
export const cosh_ = unaryFunction("cosh_");

/**
 * `deg2rad` in place; see `Tensor.deg2rad_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.deg2rad_(x); x // => tensor([ 0.0087, -0.0044])
 */
export const deg2rad_ = unaryFunction("deg2rad_");

/**
 * `erf` in place; see `Tensor.erf_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.erf_(x); x // => tensor([ 0.5205, -0.2763])
 */
export const erf_ = unaryFunction("erf_");

/**
 * `erfc` in place; see `Tensor.erfc_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.erfc_(x); x // => tensor([0.4795, 1.2763])
 */
export const erfc_ = unaryFunction("erfc_");

/**
 * `exp2` in place; see `Tensor.exp2_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.exp2_(x); x // => tensor([1.4142, 0.8409])
 */
export const exp2_ = unaryFunction("exp2_");

/**
 * `exp` in place; see `Tensor.exp_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.exp_(x); x // => tensor([1.6487, 0.7788])
 */
export const exp_ = unaryFunction("exp_");

/**
 * `expm1` in place; see `Tensor.expm1_`.
 * @example
 * const x = torch.tensor([0.5, -0.25]); torch.expm1_(x); x // => tensor([ 0.6487, -0.2212])
 */
export const expm1_ = unaryFunction("expm1_");
