import { functionOf, tensorFunction, unaryFunction } from "./input";

/**
 * 2^x
 * @example
 * torch.exp2(torch.tensor([0.5, 3])) // => tensor([1.4142, 8.0000])
 */
export const exp2 = unaryFunction("exp2");
/**
 * ln |Γ(x)|
 * @example
 * torch.lgamma(torch.tensor([0.5, 4])) // => tensor([0.5724, 1.7918])
 */
export const lgamma = unaryFunction("lgamma");
/**
 * The derivative of ln Γ.
 * @example
 * torch.digamma(torch.tensor([0.5, 1])) // => tensor([-1.9635, -0.5772])
 */
export const digamma = unaryFunction("digamma");
/**
 * The modified Bessel function of order 0.
 * @example
 * torch.i0(torch.tensor([0, 0.5])) // => tensor([1.0000, 1.0635])
 */
export const i0 = unaryFunction("i0");
/**
 * The fraction that `trunc` leaves.
 * @example
 * torch.frac(torch.tensor([1.5, -2.25])) // => tensor([ 0.5000, -0.2500])
 */
export const frac = unaryFunction("frac");
/**
 * -1, 0 or 1.
 * @example
 * torch.sgn(torch.tensor([-1.5, 0, 2])) // => tensor([-1.,  0.,  1.])
 */
export const sgn = unaryFunction("sgn");
/**
 * Where the sign is minus, that of -0 too.
 * @example
 * torch.signbit(torch.tensor([-1.5, 0, 2])) // => tensor([ True, False, False])
 */
export const signbit = unaryFunction("signbit");
/**
 * Where the value is +∞.
 * @example
 * torch.isposinf(torch.tensor([1, Infinity, -Infinity])) // => tensor([False,  True, False])
 */
export const isposinf = unaryFunction("isposinf");
/**
 * Where the value is -∞.
 * @example
 * torch.isneginf(torch.tensor([1, Infinity, -Infinity])) // => tensor([False, False,  True])
 */
export const isneginf = unaryFunction("isneginf");
/**
 * Where the value is real: everywhere.
 * @example
 * torch.isreal(torch.tensor([1.5, NaN])) // => tensor([True, True])
 */
export const isreal = unaryFunction("isreal");
/**
 * The tensor itself.
 * @example
 * torch.positive(torch.tensor([1.5, -2])) // => tensor([ 1.5000, -2.0000])
 */
export const positive = unaryFunction("positive");
/**
 * Another name of `abs`.
 * @example
 * torch.absolute(torch.tensor([1.5, -2])) // => tensor([1.5000, 2.0000])
 */
export const absolute = unaryFunction("absolute");
/**
 * Another name of `neg`.
 * @example
 * torch.negative(torch.tensor([1.5, -2])) // => tensor([-1.5000,  2.0000])
 */
export const negative = unaryFunction("negative");
/**
 * Another name of `trunc`.
 * @example
 * torch.fix(torch.tensor([1.5, -2.75])) // => tensor([ 1., -2.])
 */
export const fix = unaryFunction("fix");
/**
 * All bits the other way round.
 * @example
 * torch.bitwise_not(torch.tensor([0, 5])) // => tensor([-1, -6])
 */
export const bitwise_not = unaryFunction("bitwise_not");
/**
 * The angle in the complex plane: 0, or π below 0.
 * @example
 * torch.angle(torch.tensor([1.5, -2])) // => tensor([0.0000, 3.1416])
 */
export const angle = unaryFunction("angle");
/**
 * The multivariate log-gamma function.
 * @example
 * torch.mvlgamma(torch.tensor([2.5, 3]), 2) // => tensor([0.8570, 1.5502])
 */
export const mvlgamma = functionOf("mvlgamma");
/**
 * ln(x / (1 - x)); see `Tensor.logit`.
 * @example
 * torch.logit(torch.tensor([0.25, 0.5])) // => tensor([-1.0986,  0.0000])
 */
export const logit = functionOf("logit");
/**
 * NaN and the infinities replaced; see `Tensor.nan_to_num`.
 * @example
 * torch.nan_to_num(torch.tensor([1.5, NaN]), 0) // => tensor([1.5000, 0.0000])
 */
export const nan_to_num = functionOf("nan_to_num");
/**
 * Mantissa and exponent; see `Tensor.frexp`.
 * @example
 * torch.frexp(torch.tensor([1.5, 8])).exponent.tolist() // => 1,4
 */
export const frexp = functionOf("frexp");
/**
 * input · 2^other
 * @example
 * torch.ldexp(torch.tensor([1.5, 3]), torch.tensor([2, 3])) // => tensor([ 6., 24.])
 */
export const ldexp = tensorFunction("ldexp");
/**
 * The rest of a division, with the sign of the dividend.
 * @example
 * torch.fmod(torch.tensor([5.5, -5.5]), 3) // => tensor([ 2.5000, -2.5000])
 */
export const fmod = functionOf("fmod");
/**
 * The larger of two values; a number wins over NaN.
 * @example
 * torch.fmax(torch.tensor([NaN, 1.5]), torch.tensor([2.5, 1])) // => tensor([2.5000, 1.5000])
 */
export const fmax = tensorFunction("fmax");
/**
 * The smaller of two values; a number wins over NaN.
 * @example
 * torch.fmin(torch.tensor([NaN, 1.5]), torch.tensor([2.5, 1])) // => tensor([2.5000, 1.0000])
 */
export const fmin = tensorFunction("fmin");
/**
 * The absolute value of input with the sign of other.
 * @example
 * torch.copysign(torch.tensor([1.5, -2]), -1) // => tensor([-1.5000, -2.0000])
 */
export const copysign = functionOf("copysign");
/**
 * 0 below 0, 1 above it, and `values` at 0.
 * @example
 * torch.heaviside(torch.tensor([-1.5, 0, 2]), torch.tensor([0.5])) // => tensor([0.0000, 0.5000, 1.0000])
 */
export const heaviside = tensorFunction("heaviside", "values");
/**
 * The next number of the dtype in the direction of `other`.
 * @example
 * torch.nextafter(torch.tensor([1.5, 0]), torch.tensor([2.5, 1])) // => tensor([1.5000e+00, 1.4013e-45])
 */
export const nextafter = tensorFunction("nextafter");
/**
 * The greatest common divisor.
 * @example
 * torch.gcd(torch.tensor([12, 18]), torch.tensor([8, 27])) // => tensor([4, 9])
 */
export const gcd = tensorFunction("gcd");
/**
 * The least common multiple.
 * @example
 * torch.lcm(torch.tensor([4, 6]), torch.tensor([6, 9])) // => tensor([12, 18])
 */
export const lcm = tensorFunction("lcm");
/**
 * ln(e^input + e^other)
 * @example
 * torch.logaddexp(torch.tensor([0.5, 1]), torch.tensor([0.5, 2])) // => tensor([1.1931, 2.3133])
 */
export const logaddexp = tensorFunction("logaddexp");
/**
 * log2(2^input + 2^other)
 * @example
 * torch.logaddexp2(torch.tensor([0.5, 1]), torch.tensor([0.5, 2])) // => tensor([1.5000, 2.5850])
 */
export const logaddexp2 = tensorFunction("logaddexp2");
/**
 * From input to end, by weight; see `Tensor.lerp`.
 * @example
 * torch.lerp(torch.tensor([0, 1.5]), torch.tensor([10, 2.5]), 0.5) // => tensor([5., 2.])
 */
export const lerp = functionOf("lerp");
/**
 * input + value · tensor1 · tensor2
 * @example
 * torch.addcmul(torch.tensor([1.5, 2]), torch.tensor([0.5, 1]), torch.tensor([3.5, 4]), { value: 2 }) // => tensor([ 5., 10.])
 */
export const addcmul = functionOf("addcmul");
/**
 * input + value · tensor1 / tensor2
 * @example
 * torch.addcdiv(torch.tensor([1.5, 2]), torch.tensor([0.5, 1]), torch.tensor([2, 0.5]), { value: 2 }) // => tensor([2., 6.])
 */
export const addcdiv = functionOf("addcdiv");
/**
 * The values within [min, max]; see `Tensor.clamp`.
 * @example
 * torch.clamp(torch.tensor([-1.5, 0.5, 2]), -1, 1) // => tensor([-1.0000,  0.5000,  1.0000])
 */
export const clamp = functionOf("clamp");
/**
 * Another name of `clamp`.
 * @example
 * torch.clip(torch.tensor([-1.5, 0.5, 2]), -1, 1) // => tensor([-1.0000,  0.5000,  1.0000])
 */
export const clip = functionOf("clip");
/**
 * At least `min`.
 * @example
 * torch.clamp_min(torch.tensor([-1.5, 0.5, 2]), 0) // => tensor([0.0000, 0.5000, 2.0000])
 */
export const clamp_min = functionOf("clamp_min");
/**
 * At most `max`.
 * @example
 * torch.clamp_max(torch.tensor([-1.5, 0.5, 2]), 1) // => tensor([-1.5000,  0.5000,  1.0000])
 */
export const clamp_max = functionOf("clamp_max");
/**
 * Where two tensors agree up to rounding; see `Tensor.isclose`.
 * @example
 * torch.isclose(torch.tensor([1.5, 2.5]), torch.tensor([1.500001, 2.6])) // => tensor([ True, False])
 */
export const isclose = tensorFunction("isclose");
/**
 * Whether two tensors agree up to rounding everywhere.
 * @example
 * torch.allclose(torch.tensor([1.5, 2.5]), torch.tensor([1.500001, 2.6])) // => false
 */
export const allclose = tensorFunction("allclose");
/**
 * Another name of `gt`.
 * @example
 * torch.greater(torch.tensor([1, 2, 3]), torch.tensor([2, 2, 2])) // => tensor([False, False,  True])
 */
export const greater = functionOf("greater");
/**
 * Another name of `ge`.
 * @example
 * torch.greater_equal(torch.tensor([1, 2, 3]), torch.tensor([2, 2, 2])) // => tensor([False,  True,  True])
 */
export const greater_equal = functionOf("greater_equal");
/**
 * Another name of `lt`.
 * @example
 * torch.less(torch.tensor([1, 2, 3]), torch.tensor([2, 2, 2])) // => tensor([ True, False, False])
 */
export const less = functionOf("less");
/**
 * Another name of `le`.
 * @example
 * torch.less_equal(torch.tensor([1, 2, 3]), torch.tensor([2, 2, 2])) // => tensor([ True,  True, False])
 */
export const less_equal = functionOf("less_equal");
/**
 * Another name of `ne`.
 * @example
 * torch.not_equal(torch.tensor([1, 2, 3]), torch.tensor([2, 2, 2])) // => tensor([ True, False,  True])
 */
export const not_equal = functionOf("not_equal");
