import { tensorFunction, unaryFunction } from "./input";

/**
 * The angle in [0, π] whose cosine is x.
 * @example
 * torch.acos(torch.tensor([1, 0.5])) // => tensor([0.0000, 1.0472])
 */
export const acos = unaryFunction("acos");
/**
 * Another name of `acos`.
 * @example
 * torch.arccos(torch.tensor([1, 0.5])) // => tensor([0.0000, 1.0472])
 */
export const arccos = unaryFunction("arccos");
/**
 * The angle in [-π/2, π/2] whose sine is x.
 * @example
 * torch.asin(torch.tensor([0, 0.5])) // => tensor([0.0000, 0.5236])
 */
export const asin = unaryFunction("asin");
/**
 * Another name of `asin`.
 * @example
 * torch.arcsin(torch.tensor([0, 0.5])) // => tensor([0.0000, 0.5236])
 */
export const arcsin = unaryFunction("arcsin");
/**
 * The angle in (-π/2, π/2) whose tangent is x.
 * @example
 * torch.atan(torch.tensor([0.5, 1])) // => tensor([0.4636, 0.7854])
 */
export const atan = unaryFunction("atan");
/**
 * Another name of `atan`.
 * @example
 * torch.arctan(torch.tensor([0.5, 1])) // => tensor([0.4636, 0.7854])
 */
export const arctan = unaryFunction("arctan");
/**
 * The inverse of cosh.
 * @example
 * torch.acosh(torch.tensor([1, 1.5])) // => tensor([0.0000, 0.9624])
 */
export const acosh = unaryFunction("acosh");
/**
 * Another name of `acosh`.
 * @example
 * torch.arccosh(torch.tensor([1, 1.5])) // => tensor([0.0000, 0.9624])
 */
export const arccosh = unaryFunction("arccosh");
/**
 * The inverse of sinh.
 * @example
 * torch.asinh(torch.tensor([0, 0.5])) // => tensor([0.0000, 0.4812])
 */
export const asinh = unaryFunction("asinh");
/**
 * Another name of `asinh`.
 * @example
 * torch.arcsinh(torch.tensor([0, 0.5])) // => tensor([0.0000, 0.4812])
 */
export const arcsinh = unaryFunction("arcsinh");
/**
 * The inverse of tanh.
 * @example
 * torch.atanh(torch.tensor([0, 0.5])) // => tensor([0.0000, 0.5493])
 */
export const atanh = unaryFunction("atanh");
/**
 * Another name of `atanh`.
 * @example
 * torch.arctanh(torch.tensor([0, 0.5])) // => tensor([0.0000, 0.5493])
 */
export const arctanh = unaryFunction("arctanh");
/**
 * The hyperbolic cosine.
 * @example
 * torch.cosh(torch.tensor([0, 0.5])) // => tensor([1.0000, 1.1276])
 */
export const cosh = unaryFunction("cosh");
/**
 * The hyperbolic sine.
 * @example
 * torch.sinh(torch.tensor([0, 0.5])) // => tensor([0.0000, 0.5211])
 */
export const sinh = unaryFunction("sinh");
/**
 * sin(πx)/(πx)
 * @example
 * torch.sinc(torch.tensor([0, 0.5])) // => tensor([1.0000, 0.6366])
 */
export const sinc = unaryFunction("sinc");
/**
 * Degrees as radians.
 * @example
 * torch.deg2rad(torch.tensor([22.5, 180])) // => tensor([0.3927, 3.1416])
 */
export const deg2rad = unaryFunction("deg2rad");
/**
 * Radians as degrees.
 * @example
 * torch.rad2deg(torch.tensor([0.5, 1])) // => tensor([28.6479, 57.2958])
 */
export const rad2deg = unaryFunction("rad2deg");
/**
 * The angle of the point (other, input).
 * @example
 * torch.atan2(torch.tensor([0.5, 1]), torch.tensor([1, -0.5])) // => tensor([0.4636, 2.0344])
 */
export const atan2 = tensorFunction("atan2");
/**
 * Another name of `atan2`.
 * @example
 * torch.arctan2(torch.tensor([0.5, 1]), torch.tensor([1, -0.5])) // => tensor([0.4636, 2.0344])
 */
export const arctan2 = tensorFunction("arctan2");
/**
 * √(input² + other²)
 * @example
 * torch.hypot(torch.tensor([3, 1.5]), torch.tensor([4, 2])) // => tensor([5.0000, 2.5000])
 */
export const hypot = tensorFunction("hypot");
