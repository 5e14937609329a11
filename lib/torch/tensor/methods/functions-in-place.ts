import { roundTo } from "../float-functions";
import { performInPlace } from "../operation";
import { floatFunctionInPlace, sameFunctionInPlace } from "../pointwise";
import { TensorFunctions } from "./functions";

/** The methods that apply a function to each element and keep the result in the tensor. */
export abstract class TensorFunctionsInPlace extends TensorFunctions {
  /**
   * `-x` in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).neg_() // => tensor([ 1.5000, -0.5000, -2.0000])
   */
  neg_(): this {
    sameFunctionInPlace("neg", this.self);
    return this;
  }

  /**
   * `|x|` in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).abs_() // => tensor([1.5000, 0.5000, 2.0000])
   */
  abs_(): this {
    sameFunctionInPlace("abs", this.self);
    return this;
  }

  /**
   * `x²` in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).square_() // => tensor([2.2500, 0.2500, 4.0000])
   */
  square_(): this {
    sameFunctionInPlace("square", this.self);
    return this;
  }

  /**
   * -1, 0 or 1, in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).sign_() // => tensor([-1.,  1.,  1.])
   */
  sign_(): this {
    sameFunctionInPlace("sign", this.self);
    return this;
  }

  /**
   * `max(x, 0)` in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).relu_() // => tensor([0.0000, 0.5000, 2.0000])
   */
  relu_(): this {
    sameFunctionInPlace("relu", this.self);
    return this;
  }

  /**
   * The next integer below, in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).floor_() // => tensor([-2.,  0.,  2.])
   */
  floor_(): this {
    sameFunctionInPlace("floor", this.self);
    return this;
  }

  /**
   * The next integer above, in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).ceil_() // => tensor([-1.,  1.,  2.])
   */
  ceil_(): this {
    sameFunctionInPlace("ceil", this.self);
    return this;
  }

  /**
   * Without the fraction, in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).trunc_() // => tensor([-1.,  0.,  2.])
   */
  trunc_(): this {
    sameFunctionInPlace("trunc", this.self);
    return this;
  }

  /**
   * The nearest integer, halves to even, in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).round_() // => tensor([-2.,  0.,  2.])
   */
  round_({ decimals }: { decimals?: number } = {}): this {
    if (decimals === undefined) sameFunctionInPlace("round", this.self);
    else performInPlace(roundTo(this.self, decimals));
    return this;
  }

  /**
   * `√x` in place.
   * @example
   * torch.tensor([0.5, 1, 2]).sqrt_() // => tensor([0.7071, 1.0000, 1.4142])
   */
  sqrt_(): this {
    floatFunctionInPlace("sqrt", this.self);
    return this;
  }

  /**
   * `1/√x` in place.
   * @example
   * torch.tensor([0.5, 1, 2]).rsqrt_() // => tensor([1.4142, 1.0000, 0.7071])
   */
  rsqrt_(): this {
    floatFunctionInPlace("rsqrt", this.self);
    return this;
  }

  /**
   * `1/x` in place.
   * @example
   * torch.tensor([0.5, 1, 2]).reciprocal_() // => tensor([2.0000, 1.0000, 0.5000])
   */
  reciprocal_(): this {
    floatFunctionInPlace("reciprocal", this.self);
    return this;
  }

  /**
   * `e^x` in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).exp_() // => tensor([0.2231, 1.6487, 7.3891])
   */
  exp_(): this {
    floatFunctionInPlace("exp", this.self);
    return this;
  }

  /**
   * `e^x - 1` in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).expm1_() // => tensor([-0.7769,  0.6487,  6.3891])
   */
  expm1_(): this {
    floatFunctionInPlace("expm1", this.self);
    return this;
  }

  /**
   * The natural logarithm in place.
   * @example
   * torch.tensor([0.5, 1, 2]).log_() // => tensor([-0.6931,  0.0000,  0.6931])
   */
  log_(): this {
    floatFunctionInPlace("log", this.self);
    return this;
  }

  /**
   * `ln(1 + x)` in place.
   * @example
   * torch.tensor([0.5, 1, 2]).log1p_() // => tensor([0.4055, 0.6931, 1.0986])
   */
  log1p_(): this {
    floatFunctionInPlace("log1p", this.self);
    return this;
  }

  /**
   * The logarithm to base 2 in place.
   * @example
   * torch.tensor([0.5, 1, 2]).log2_() // => tensor([-1.,  0.,  1.])
   */
  log2_(): this {
    floatFunctionInPlace("log2", this.self);
    return this;
  }

  /**
   * The logarithm to base 10 in place.
   * @example
   * torch.tensor([0.5, 1, 2]).log10_() // => tensor([-0.3010,  0.0000,  0.3010])
   */
  log10_(): this {
    floatFunctionInPlace("log10", this.self);
    return this;
  }

  /**
   * The error function: 2/√π times the integral of e^(-t²) from 0 to x, in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).erf_() // => tensor([-0.9661,  0.5205,  0.9953])
   */
  erf_(): this {
    floatFunctionInPlace("erf", this.self);
    return this;
  }

  /**
   * `1 - erf(x)`, without cancellation, in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).erfc_() // => tensor([1.9661, 0.4795, 0.0047])
   */
  erfc_(): this {
    floatFunctionInPlace("erfc", this.self);
    return this;
  }

  /**
   * The inverse of `erf`: ±∞ at ±1, NaN beyond, in place.
   * @example
   * torch.tensor([-0.5, 0, 0.5]).erfinv_() // => tensor([-0.4769,  0.0000,  0.4769])
   */
  erfinv_(): this {
    floatFunctionInPlace("erfinv", this.self);
    return this;
  }

  /**
   * The sine in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).sin_() // => tensor([-0.9975,  0.4794,  0.9093])
   */
  sin_(): this {
    floatFunctionInPlace("sin", this.self);
    return this;
  }

  /**
   * The cosine in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).cos_() // => tensor([ 0.0707,  0.8776, -0.4161])
   */
  cos_(): this {
    floatFunctionInPlace("cos", this.self);
    return this;
  }

  /**
   * The tangent in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).tan_() // => tensor([-14.1014,   0.5463,  -2.1850])
   */
  tan_(): this {
    floatFunctionInPlace("tan", this.self);
    return this;
  }

  /**
   * The hyperbolic tangent in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).tanh_() // => tensor([-0.9051,  0.4621,  0.9640])
   */
  tanh_(): this {
    floatFunctionInPlace("tanh", this.self);
    return this;
  }

  /**
   * `1 / (1 + e^-x)` in place.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).sigmoid_() // => tensor([0.1824, 0.6225, 0.8808])
   */
  sigmoid_(): this {
    floatFunctionInPlace("sigmoid", this.self);
    return this;
  }
}
