import { functionOf, tensorFunction, unaryFunction } from "./input";

/** The angle in [0, π] whose cosine is x. */
export const acos = unaryFunction("acos");
/** Another name of `acos`. */
export const arccos = unaryFunction("arccos");
/** The angle in [-π/2, π/2] whose sine is x. */
export const asin = unaryFunction("asin");
/** Another name of `asin`. */
export const arcsin = unaryFunction("arcsin");
/** The angle in (-π/2, π/2) whose tangent is x. */
export const atan = unaryFunction("atan");
/** Another name of `atan`. */
export const arctan = unaryFunction("arctan");
/** The inverse of cosh. */
export const acosh = unaryFunction("acosh");
/** Another name of `acosh`. */
export const arccosh = unaryFunction("arccosh");
/** The inverse of sinh. */
export const asinh = unaryFunction("asinh");
/** Another name of `asinh`. */
export const arcsinh = unaryFunction("arcsinh");
/** The inverse of tanh. */
export const atanh = unaryFunction("atanh");
/** Another name of `atanh`. */
export const arctanh = unaryFunction("arctanh");
/** The hyperbolic cosine. */
export const cosh = unaryFunction("cosh");
/** The hyperbolic sine. */
export const sinh = unaryFunction("sinh");
/** sin(πx)/(πx) */
export const sinc = unaryFunction("sinc");
/** Degrees as radians. */
export const deg2rad = unaryFunction("deg2rad");
/** Radians as degrees. */
export const rad2deg = unaryFunction("rad2deg");
/** 2^x */
export const exp2 = unaryFunction("exp2");
/** ln |Γ(x)| */
export const lgamma = unaryFunction("lgamma");
/** The derivative of ln Γ. */
export const digamma = unaryFunction("digamma");
/** The modified Bessel function of order 0. */
export const i0 = unaryFunction("i0");
/** The fraction that `trunc` leaves. */
export const frac = unaryFunction("frac");
/** -1, 0 or 1. */
export const sgn = unaryFunction("sgn");
/** Where the sign is minus, that of -0 too. */
export const signbit = unaryFunction("signbit");
/** Where the value is +∞. */
export const isposinf = unaryFunction("isposinf");
/** Where the value is -∞. */
export const isneginf = unaryFunction("isneginf");
/** Where the value is real: everywhere. */
export const isreal = unaryFunction("isreal");
/** The tensor itself. */
export const positive = unaryFunction("positive");
/** Another name of `abs`. */
export const absolute = unaryFunction("absolute");
/** Another name of `neg`. */
export const negative = unaryFunction("negative");
/** Another name of `trunc`. */
export const fix = unaryFunction("fix");
/** All bits the other way round. */
export const bitwise_not = unaryFunction("bitwise_not");
/** The angle in the complex plane: 0, or π below 0. */
export const angle = unaryFunction("angle");
/** The multivariate log-gamma function. */
export const mvlgamma = functionOf("mvlgamma");
/** ln(x / (1 - x)); see `Tensor.logit`. */
export const logit = functionOf("logit");
/** NaN and the infinities replaced; see `Tensor.nan_to_num`. */
export const nan_to_num = functionOf("nan_to_num");
/** Mantissa and exponent; see `Tensor.frexp`. */
export const frexp = functionOf("frexp");
/** input · 2^other */
export const ldexp = tensorFunction("ldexp");
/** The angle of the point (other, input). */
export const atan2 = tensorFunction("atan2");
/** Another name of `atan2`. */
export const arctan2 = tensorFunction("arctan2");
/** √(input² + other²) */
export const hypot = tensorFunction("hypot");
/** The rest of a division, with the sign of the dividend. */
export const fmod = functionOf("fmod");
/** The larger of two values; a number wins over NaN. */
export const fmax = tensorFunction("fmax");
/** The smaller of two values; a number wins over NaN. */
export const fmin = tensorFunction("fmin");
/** The absolute value of input with the sign of other. */
export const copysign = functionOf("copysign");
/** 0 below 0, 1 above it, and `values` at 0. */
export const heaviside = tensorFunction("heaviside", "values");
/** The next number of the dtype in the direction of `other`. */
export const nextafter = tensorFunction("nextafter");
/** The greatest common divisor. */
export const gcd = tensorFunction("gcd");
/** The least common multiple. */
export const lcm = tensorFunction("lcm");
/** ln(e^input + e^other) */
export const logaddexp = tensorFunction("logaddexp");
/** log2(2^input + 2^other) */
export const logaddexp2 = tensorFunction("logaddexp2");
/** From input to end, by weight; see `Tensor.lerp`. */
export const lerp = functionOf("lerp");
/** input + value · tensor1 · tensor2 */
export const addcmul = functionOf("addcmul");
/** input + value · tensor1 / tensor2 */
export const addcdiv = functionOf("addcdiv");
/** The values within [min, max]; see `Tensor.clamp`. */
export const clamp = functionOf("clamp");
/** Another name of `clamp`. */
export const clip = functionOf("clip");
/** At least `min`. */
export const clamp_min = functionOf("clamp_min");
/** At most `max`. */
export const clamp_max = functionOf("clamp_max");
/** Where two tensors agree up to rounding; see `Tensor.isclose`. */
export const isclose = tensorFunction("isclose");
/** Whether two tensors agree up to rounding everywhere. */
export const allclose = tensorFunction("allclose");
/** Another name of `gt`. */
export const greater = functionOf("greater");
/** Another name of `ge`. */
export const greater_equal = functionOf("greater_equal");
/** Another name of `lt`. */
export const less = functionOf("less");
/** Another name of `le`. */
export const less_equal = functionOf("less_equal");
/** Another name of `ne`. */
export const not_equal = functionOf("not_equal");
