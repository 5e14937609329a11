import { roundTo } from "../float-functions";
import { perform } from "../operation";
import { floatFunction, sameFunction, test } from "../pointwise";
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

  /** The nearest integer, halves to even; with `decimals` the nearest number of so many decimals. */
  round({ decimals }: { decimals?: number } = {}): Tensor {
    if (decimals !== undefined) return perform(roundTo(this.self, decimals));
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

  /** The error function: 2/√π times the integral of e^(-t²) from 0 to x. */
  erf(): Tensor {
    return floatFunction("erf", this.self);
  }

  /** `1 - erf(x)`, without cancellation. */
  erfc(): Tensor {
    return floatFunction("erfc", this.self);
  }

  /** The inverse of `erf`: ±∞ at ±1, NaN beyond. */
  erfinv(): Tensor {
    return floatFunction("erfinv", this.self);
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
}
