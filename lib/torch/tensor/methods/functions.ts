import { roundTo } from "../float-functions";
import { perform } from "../operation";
import { floatFunction, sameFunction, test } from "../pointwise";
import type { Tensor } from "../tensor";
import { TensorArithmetic } from "./arithmetic";

/** The methods that apply a function to each element. */
export abstract class TensorFunctions extends TensorArithmetic {
  /**
   * `-x`
   * @example
   * torch.tensor([-1.5, 0.5, 2]).neg() // => tensor([ 1.5000, -0.5000, -2.0000])
   */
  neg(): Tensor {
    return sameFunction("neg", this.self);
  }

  /**
   * `|x|`
   * @example
   * torch.tensor([-1.5, 0.5, 2]).abs() // => tensor([1.5000, 0.5000, 2.0000])
   */
  abs(): Tensor {
    return sameFunction("abs", this.self);
  }

  /**
   * `x²`
   * @example
   * torch.tensor([-1.5, 0.5, 2]).square() // => tensor([2.2500, 0.2500, 4.0000])
   */
  square(): Tensor {
    return sameFunction("square", this.self);
  }

  /**
   * -1, 0 or 1.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).sign() // => tensor([-1.,  1.,  1.])
   */
  sign(): Tensor {
    return sameFunction("sign", this.self);
  }

  /**
   * `max(x, 0)`
   * @example
   * torch.tensor([-1.5, 0.5, 2]).relu() // => tensor([0.0000, 0.5000, 2.0000])
   */
  relu(): Tensor {
    return sameFunction("relu", this.self);
  }

  /**
   * The next integer below.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).floor() // => tensor([-2.,  0.,  2.])
   */
  floor(): Tensor {
    return sameFunction("floor", this.self);
  }

  /**
   * The next integer above.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).ceil() // => tensor([-1.,  1.,  2.])
   */
  ceil(): Tensor {
    return sameFunction("ceil", this.self);
  }

  /**
   * Without the fraction.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).trunc() // => tensor([-1.,  0.,  2.])
   */
  trunc(): Tensor {
    return sameFunction("trunc", this.self);
  }

  /**
   * The nearest integer, halves to even.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).round() // => tensor([-2.,  0.,  2.])
   */
  round({ decimals }: { decimals?: number } = {}): Tensor {
    if (decimals !== undefined) return perform(roundTo(this.self, decimals));
    return sameFunction("round", this.self);
  }

  /**
   * `√x`
   * @example
   * torch.tensor([0.5, 1, 2]).sqrt() // => tensor([0.7071, 1.0000, 1.4142])
   */
  sqrt(): Tensor {
    return floatFunction("sqrt", this.self);
  }

  /**
   * `1/√x`
   * @example
   * torch.tensor([0.5, 1, 2]).rsqrt() // => tensor([1.4142, 1.0000, 0.7071])
   */
  rsqrt(): Tensor {
    return floatFunction("rsqrt", this.self);
  }

  /**
   * `1/x`
   * @example
   * torch.tensor([0.5, 1, 2]).reciprocal() // => tensor([2.0000, 1.0000, 0.5000])
   */
  reciprocal(): Tensor {
    return floatFunction("reciprocal", this.self);
  }

  /**
   * `e^x`
   * @example
   * torch.tensor([-1.5, 0.5, 2]).exp() // => tensor([0.2231, 1.6487, 7.3891])
   */
  exp(): Tensor {
    return floatFunction("exp", this.self);
  }

  /**
   * `e^x - 1`, exact near 0.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).expm1() // => tensor([-0.7769,  0.6487,  6.3891])
   */
  expm1(): Tensor {
    return floatFunction("expm1", this.self);
  }

  /**
   * The natural logarithm.
   * @example
   * torch.tensor([0.5, 1, 2]).log() // => tensor([-0.6931,  0.0000,  0.6931])
   */
  log(): Tensor {
    return floatFunction("log", this.self);
  }

  /**
   * `ln(1 + x)`, exact near 0.
   * @example
   * torch.tensor([0.5, 1, 2]).log1p() // => tensor([0.4055, 0.6931, 1.0986])
   */
  log1p(): Tensor {
    return floatFunction("log1p", this.self);
  }

  /**
   * The logarithm to base 2.
   * @example
   * torch.tensor([0.5, 1, 2]).log2() // => tensor([-1.,  0.,  1.])
   */
  log2(): Tensor {
    return floatFunction("log2", this.self);
  }

  /**
   * The logarithm to base 10.
   * @example
   * torch.tensor([0.5, 1, 2]).log10() // => tensor([-0.3010,  0.0000,  0.3010])
   */
  log10(): Tensor {
    return floatFunction("log10", this.self);
  }

  /**
   * The error function: 2/√π times the integral of e^(-t²) from 0 to x.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).erf() // => tensor([-0.9661,  0.5205,  0.9953])
   */
  erf(): Tensor {
    return floatFunction("erf", this.self);
  }

  /**
   * `1 - erf(x)`, without cancellation.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).erfc() // => tensor([1.9661, 0.4795, 0.0047])
   */
  erfc(): Tensor {
    return floatFunction("erfc", this.self);
  }

  /**
   * The inverse of `erf`: ±∞ at ±1, NaN beyond.
   * @example
   * torch.tensor([-0.5, 0, 0.5]).erfinv() // => tensor([-0.4769,  0.0000,  0.4769])
   */
  erfinv(): Tensor {
    return floatFunction("erfinv", this.self);
  }

  /**
   * The sine.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).sin() // => tensor([-0.9975,  0.4794,  0.9093])
   */
  sin(): Tensor {
    return floatFunction("sin", this.self);
  }

  /**
   * The cosine.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).cos() // => tensor([ 0.0707,  0.8776, -0.4161])
   */
  cos(): Tensor {
    return floatFunction("cos", this.self);
  }

  /**
   * The tangent.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).tan() // => tensor([-14.1014,   0.5463,  -2.1850])
   */
  tan(): Tensor {
    return floatFunction("tan", this.self);
  }

  /**
   * The hyperbolic tangent.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).tanh() // => tensor([-0.9051,  0.4621,  0.9640])
   */
  tanh(): Tensor {
    return floatFunction("tanh", this.self);
  }

  /**
   * `1 / (1 + e^-x)`
   * @example
   * torch.tensor([-1.5, 0.5, 2]).sigmoid() // => tensor([0.1824, 0.6225, 0.8808])
   */
  sigmoid(): Tensor {
    return floatFunction("sigmoid", this.self);
  }

  /**
   * Where the value is NaN.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).isnan() // => tensor([False, False, False])
   */
  isnan(): Tensor {
    return test("isnan", this.self);
  }

  /**
   * Where the value is infinite.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).isinf() // => tensor([False, False, False])
   */
  isinf(): Tensor {
    return test("isinf", this.self);
  }

  /**
   * Where the value is neither infinite nor NaN.
   * @example
   * torch.tensor([-1.5, 0.5, 2]).isfinite() // => tensor([True, True, True])
   */
  isfinite(): Tensor {
    return test("isfinite", this.self);
  }

  /**
   * Where the value is 0 or false.
   * @example
   * torch.tensor([true, false]).logical_not() // => tensor([False,  True])
   */
  logical_not(): Tensor {
    return test("logical_not", this.self);
  }
}
