import { functionOf, unaryFunction } from "./input";

/**
 * |x|
 * @example
 * torch.abs(torch.tensor([-1.5, 0.5, 2])) // => tensor([1.5000, 0.5000, 2.0000])
 */
export const abs = unaryFunction("abs");
/**
 * -x
 * @example
 * torch.neg(torch.tensor([-1.5, 0.5, 2])) // => tensor([ 1.5000, -0.5000, -2.0000])
 */
export const neg = unaryFunction("neg");
/**
 * x²
 * @example
 * torch.square(torch.tensor([-1.5, 0.5, 2])) // => tensor([2.2500, 0.2500, 4.0000])
 */
export const square = unaryFunction("square");
/**
 * √x
 * @example
 * torch.sqrt(torch.tensor([0.5, 1, 2])) // => tensor([0.7071, 1.0000, 1.4142])
 */
export const sqrt = unaryFunction("sqrt");
/**
 * 1/√x
 * @example
 * torch.rsqrt(torch.tensor([0.5, 1, 2])) // => tensor([1.4142, 1.0000, 0.7071])
 */
export const rsqrt = unaryFunction("rsqrt");
/**
 * 1/x
 * @example
 * torch.reciprocal(torch.tensor([0.5, 1, 2])) // => tensor([2.0000, 1.0000, 0.5000])
 */
export const reciprocal = unaryFunction("reciprocal");
/**
 * e^x
 * @example
 * torch.exp(torch.tensor([-1.5, 0.5, 2])) // => tensor([0.2231, 1.6487, 7.3891])
 */
export const exp = unaryFunction("exp");
/**
 * e^x - 1, exact near 0.
 * @example
 * torch.expm1(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.7769,  0.6487,  6.3891])
 */
export const expm1 = unaryFunction("expm1");
/**
 * The natural logarithm.
 * @example
 * torch.log(torch.tensor([0.5, 1, 2])) // => tensor([-0.6931,  0.0000,  0.6931])
 */
export const log = unaryFunction("log");
/**
 * ln(1 + x), exact near 0.
 * @example
 * torch.log1p(torch.tensor([0.5, 1, 2])) // => tensor([0.4055, 0.6931, 1.0986])
 */
export const log1p = unaryFunction("log1p");
/**
 * The logarithm to base 2.
 * @example
 * torch.log2(torch.tensor([0.5, 1, 2])) // => tensor([-1.,  0.,  1.])
 */
export const log2 = unaryFunction("log2");
/**
 * The logarithm to base 10.
 * @example
 * torch.log10(torch.tensor([0.5, 1, 2])) // => tensor([-0.3010,  0.0000,  0.3010])
 */
export const log10 = unaryFunction("log10");
/**
 * The error function: 2/√π times the integral of e^(-t²) from 0 to x.
 * @example
 * torch.erf(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.9661,  0.5205,  0.9953])
 */
export const erf = unaryFunction("erf");
/**
 * 1 - erf(x), without cancellation.
 * @example
 * torch.erfc(torch.tensor([-1.5, 0.5, 2])) // => tensor([1.9661, 0.4795, 0.0047])
 */
export const erfc = unaryFunction("erfc");
/**
 * The inverse of `erf`: ±∞ at ±1, NaN beyond.
 * @example
 * torch.erfinv(torch.tensor([-0.5, 0, 0.5])) // => tensor([-0.4769,  0.0000,  0.4769])
 */
export const erfinv = unaryFunction("erfinv");
/**
 * The sine.
 * @example
 * torch.sin(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.9975,  0.4794,  0.9093])
 */
export const sin = unaryFunction("sin");
/**
 * The cosine.
 * @example
 * torch.cos(torch.tensor([-1.5, 0.5, 2])) // => tensor([ 0.0707,  0.8776, -0.4161])
 */
export const cos = unaryFunction("cos");
/**
 * The tangent.
 * @example
 * torch.tan(torch.tensor([-1.5, 0.5, 2])) // => tensor([-14.1014,   0.5463,  -2.1850])
 */
export const tan = unaryFunction("tan");
/**
 * The hyperbolic tangent.
 * @example
 * torch.tanh(torch.tensor([-1.5, 0.5, 2])) // => tensor([-0.9051,  0.4621,  0.9640])
 */
export const tanh = unaryFunction("tanh");
/**
 * 1 / (1 + e^-x)
 * @example
 * torch.sigmoid(torch.tensor([-1.5, 0.5, 2])) // => tensor([0.1824, 0.6225, 0.8808])
 */
export const sigmoid = unaryFunction("sigmoid");
/**
 * max(x, 0)
 * @example
 * torch.relu(torch.tensor([-1.5, 0.5, 2])) // => tensor([0.0000, 0.5000, 2.0000])
 */
export const relu = unaryFunction("relu");
/**
 * -1, 0 or 1.
 * @example
 * torch.sign(torch.tensor([-1.5, 0.5, 2])) // => tensor([-1.,  1.,  1.])
 */
export const sign = unaryFunction("sign");
/**
 * The next integer below.
 * @example
 * torch.floor(torch.tensor([-1.5, 0.5, 2])) // => tensor([-2.,  0.,  2.])
 */
export const floor = unaryFunction("floor");
/**
 * The next integer above.
 * @example
 * torch.ceil(torch.tensor([-1.5, 0.5, 2])) // => tensor([-1.,  1.,  2.])
 */
export const ceil = unaryFunction("ceil");
/**
 * Without the fraction.
 * @example
 * torch.trunc(torch.tensor([-1.5, 0.5, 2])) // => tensor([-1.,  0.,  2.])
 */
export const trunc = unaryFunction("trunc");
/**
 * The nearest integer, halves to even.
 * @example
 * torch.round(torch.tensor([-1.5, 0.5, 2])) // => tensor([-2.,  0.,  2.])
 */
export const round = functionOf("round");
/**
 * Where the value is NaN.
 * @example
 * torch.isnan(torch.tensor([-1.5, 0.5, 2])) // => tensor([False, False, False])
 */
export const isnan = unaryFunction("isnan");
/**
 * Where the value is infinite.
 * @example
 * torch.isinf(torch.tensor([-1.5, 0.5, 2])) // => tensor([False, False, False])
 */
export const isinf = unaryFunction("isinf");
/**
 * Where the value is neither infinite nor NaN.
 * @example
 * torch.isfinite(torch.tensor([-1.5, 0.5, 2])) // => tensor([True, True, True])
 */
export const isfinite = unaryFunction("isfinite");
/**
 * Where the value is 0 or false.
 * @example
 * torch.logical_not(torch.tensor([true, false])) // => tensor([False,  True])
 */
export const logical_not = unaryFunction("logical_not");
/**
 * A copy in a storage of its own.
 * @example
 * torch.clone(torch.tensor([0.5, 1, 2])) // => tensor([0.5000, 1.0000, 2.0000])
 */
export const clone = unaryFunction("clone");
/**
 * A matrix with rows and columns exchanged.
 * @example
 * torch.t(torch.arange(6).view(2, 3)) // => tensor([[0, 3],\n        [1, 4],\n        [2, 5]])
 */
export const t = unaryFunction("t");
