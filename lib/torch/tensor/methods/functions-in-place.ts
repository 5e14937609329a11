import { roundTo } from "../float-functions";
import { performInPlace } from "../operation";
import { floatFunctionInPlace, sameFunctionInPlace } from "../pointwise";
import { TensorFunctions } from "./functions";

/** The methods that apply a function to each element and keep the result in the tensor. */
export abstract class TensorFunctionsInPlace extends TensorFunctions {
  /** `-x` in place. */
  neg_(): this {
    sameFunctionInPlace("neg", this.self);
    return this;
  }

  /** `|x|` in place. */
  abs_(): this {
    sameFunctionInPlace("abs", this.self);
    return this;
  }

  /** `x²` in place. */
  square_(): this {
    sameFunctionInPlace("square", this.self);
    return this;
  }

  /** -1, 0 or 1, in place. */
  sign_(): this {
    sameFunctionInPlace("sign", this.self);
    return this;
  }

  /** `max(x, 0)` in place. */
  relu_(): this {
    sameFunctionInPlace("relu", this.self);
    return this;
  }

  /** The next integer below, in place. */
  floor_(): this {
    sameFunctionInPlace("floor", this.self);
    return this;
  }

  /** The next integer above, in place. */
  ceil_(): this {
    sameFunctionInPlace("ceil", this.self);
    return this;
  }

  /** Without the fraction, in place. */
  trunc_(): this {
    sameFunctionInPlace("trunc", this.self);
    return this;
  }

  /** The nearest integer, halves to even, in place. */
  round_({ decimals }: { decimals?: number } = {}): this {
    if (decimals === undefined) sameFunctionInPlace("round", this.self);
    else performInPlace(roundTo(this.self, decimals));
    return this;
  }

  /** `√x` in place. */
  sqrt_(): this {
    floatFunctionInPlace("sqrt", this.self);
    return this;
  }

  /** `1/√x` in place. */
  rsqrt_(): this {
    floatFunctionInPlace("rsqrt", this.self);
    return this;
  }

  /** `1/x` in place. */
  reciprocal_(): this {
    floatFunctionInPlace("reciprocal", this.self);
    return this;
  }

  /** `e^x` in place. */
  exp_(): this {
    floatFunctionInPlace("exp", this.self);
    return this;
  }

  /** `e^x - 1` in place. */
  expm1_(): this {
    floatFunctionInPlace("expm1", this.self);
    return this;
  }

  /** The natural logarithm in place. */
  log_(): this {
    floatFunctionInPlace("log", this.self);
    return this;
  }

  /** `ln(1 + x)` in place. */
  log1p_(): this {
    floatFunctionInPlace("log1p", this.self);
    return this;
  }

  /** The logarithm to base 2 in place. */
  log2_(): this {
    floatFunctionInPlace("log2", this.self);
    return this;
  }

  /** The logarithm to base 10 in place. */
  log10_(): this {
    floatFunctionInPlace("log10", this.self);
    return this;
  }

  /** The error function: 2/√π times the integral of e^(-t²) from 0 to x, in place. */
  erf_(): this {
    floatFunctionInPlace("erf", this.self);
    return this;
  }

  /** `1 - erf(x)`, without cancellation, in place. */
  erfc_(): this {
    floatFunctionInPlace("erfc", this.self);
    return this;
  }

  /** The inverse of `erf`: ±∞ at ±1, NaN beyond, in place. */
  erfinv_(): this {
    floatFunctionInPlace("erfinv", this.self);
    return this;
  }

  /** The sine in place. */
  sin_(): this {
    floatFunctionInPlace("sin", this.self);
    return this;
  }

  /** The cosine in place. */
  cos_(): this {
    floatFunctionInPlace("cos", this.self);
    return this;
  }

  /** The tangent in place. */
  tan_(): this {
    floatFunctionInPlace("tan", this.self);
    return this;
  }

  /** The hyperbolic tangent in place. */
  tanh_(): this {
    floatFunctionInPlace("tanh", this.self);
    return this;
  }

  /** `1 / (1 + e^-x)` in place. */
  sigmoid_(): this {
    floatFunctionInPlace("sigmoid", this.self);
    return this;
  }
}
