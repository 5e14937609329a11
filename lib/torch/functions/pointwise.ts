import { functionOf, unaryFunction } from "./input";

/** |x| */
export const abs = unaryFunction("abs");
/** -x */
export const neg = unaryFunction("neg");
/** x² */
export const square = unaryFunction("square");
/** √x */
export const sqrt = unaryFunction("sqrt");
/** 1/√x */
export const rsqrt = unaryFunction("rsqrt");
/** 1/x */
export const reciprocal = unaryFunction("reciprocal");
/** e^x */
export const exp = unaryFunction("exp");
/** e^x - 1, exact near 0. */
export const expm1 = unaryFunction("expm1");
/** The natural logarithm. */
export const log = unaryFunction("log");
/** ln(1 + x), exact near 0. */
export const log1p = unaryFunction("log1p");
/** The logarithm to base 2. */
export const log2 = unaryFunction("log2");
/** The logarithm to base 10. */
export const log10 = unaryFunction("log10");
/** The error function: 2/√π times the integral of e^(-t²) from 0 to x. */
export const erf = unaryFunction("erf");
/** 1 - erf(x), without cancellation. */
export const erfc = unaryFunction("erfc");
/** The inverse of `erf`: ±∞ at ±1, NaN beyond. */
export const erfinv = unaryFunction("erfinv");
/** The sine. */
export const sin = unaryFunction("sin");
/** The cosine. */
export const cos = unaryFunction("cos");
/** The tangent. */
export const tan = unaryFunction("tan");
/** The hyperbolic tangent. */
export const tanh = unaryFunction("tanh");
/** 1 / (1 + e^-x) */
export const sigmoid = unaryFunction("sigmoid");
/** max(x, 0) */
export const relu = unaryFunction("relu");
/** -1, 0 or 1. */
export const sign = unaryFunction("sign");
/** The next integer below. */
export const floor = unaryFunction("floor");
/** The next integer above. */
export const ceil = unaryFunction("ceil");
/** Without the fraction. */
export const trunc = unaryFunction("trunc");
/** The nearest integer, or number of some decimals, halves to even; see `Tensor.round`. */
export const round = functionOf("round");
/** Where the value is NaN. */
export const isnan = unaryFunction("isnan");
/** Where the value is infinite. */
export const isinf = unaryFunction("isinf");
/** Where the value is neither infinite nor NaN. */
export const isfinite = unaryFunction("isfinite");
/** Where the value is 0 or false. */
export const logical_not = unaryFunction("logical_not");
/** A copy in a storage of its own. */
export const clone = unaryFunction("clone");
/** A matrix with rows and columns exchanged. */
export const t = unaryFunction("t");
