import { floatFunction, floatFunctionInPlace, sameFunction, sameFunctionInPlace, test } from "../pointwise";
import type { Tensor } from "../tensor";
import { TensorArithmetic } from "./arithmetic";

/** The methods that apply a function to each element. */
export abstract class TensorFunctions extends TensorArithmetic {
  /** `-x` */
  neg(): Tensor {
    return sameFunction("neg", this.self);
  }

  /** `|x|` */
  abs(): Tensor {
    return sameFunction("abs", this.self);
  }

  /** `x²` */
  square(): Tensor {
    return sameFunction("square", this.self);
  }

  /** -1, 0 or 1. */
  sign(): Tensor {
    return sameFunction("sign", this.self);
  }

  /** `max(x, 0)` */
  relu(): Tensor {
    return sameFunction("relu", this.self);
  }

  /** The next integer below. */
  floor(): Tensor {
    return sameFunction("floor", this.self);
  }

  /** The next integer above. */
  ceil(): Tensor {
    return sameFunction("ceil", this.self);
  }

  /** Without the fraction. */
  trunc(): Tensor {
    return sameFunction("trunc", this.self);
  }

  /** The nearest integer, halves to even. */
  round(): Tensor {
    return sameFunction("round", this.self);
  }

  /** `√x` */
  sqrt(): Tensor {
    return floatFunction("sqrt", this.self);
  }

  /** `1/√x` */
  rsqrt(): Tensor {
    return floatFunction("rsqrt", this.self);
  }

  /** `1/x` */
  reciprocal(): Tensor {
    return floatFunction("reciprocal", this.self);
  }

  /** `e^x` */
  exp(): Tensor {
    return floatFunction("exp", this.self);
  }

  /** `e^x - 1`, exact near 0. */
  expm1(): Tensor {
    return floatFunction("expm1", this.self);
  }

  /** The natural logarithm. */
  log(): Tensor {
    return floatFunction("log", this.self);
  }

  /** `ln(1 + x)`, exact near 0. */
  log1p(): Tensor {
    return floatFunction("log1p", this.self);
  }

  /** The logarithm to base 2. */
  log2(): Tensor {
    return floatFunction("log2", this.self);
  }

  /** The logarithm to base 10. */
  log10(): Tensor {
    return floatFunction("log10", this.self);
  }

  /** The sine. */
  sin(): Tensor {
    return floatFunction("sin", this.self);
  }

  /** The cosine. */
  cos(): Tensor {
    return floatFunction("cos", this.self);
  }

  /** The tangent. */
  tan(): Tensor {
    return floatFunction("tan", this.self);
  }

  /** The hyperbolic tangent. */
  tanh(): Tensor {
    return floatFunction("tanh", this.self);
  }

  /** `1 / (1 + e^-x)` */
  sigmoid(): Tensor {
    return floatFunction("sigmoid", this.self);
  }

  /** Where the value is NaN. */
  isnan(): Tensor {
    return test("isnan", this.self);
  }

  /** Where the value is infinite. */
  isinf(): Tensor {
    return test("isinf", this.self);
  }

  /** Where the value is neither infinite nor NaN. */
  isfinite(): Tensor {
    return test("isfinite", this.self);
  }

  /** Where the value is 0 or false. */
  logical_not(): Tensor {
    return test("logical_not", this.self);
  }

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

  /** `√x` in place. */
  sqrt_(): this {
    floatFunctionInPlace("sqrt", this.self);
    return this;
  }

  /** `e^x` in place. */
  exp_(): this {
    floatFunctionInPlace("exp", this.self);
    return this;
  }

  /** The natural logarithm in place. */
  log_(): this {
    floatFunctionInPlace("log", this.self);
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
