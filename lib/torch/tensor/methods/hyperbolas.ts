import { floatFunction, floatFunctionInPlace } from "../pointwise";
import type { Tensor } from "../tensor";
import { TensorFunctionsInPlace } from "./functions-in-place";

/** The hyperbolic functions and their inverses. */
export abstract class TensorHyperbolas extends TensorFunctionsInPlace {
  /**
   * The inverse of cosh: ln(x + √(x² - 1)); NaN below 1.
   * @example
   * torch.tensor([1, 1.5]).acosh() // => tensor([0.0000, 0.9624])
   */
  acosh(): Tensor {
    return floatFunction("acosh", this.self);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([1, 1.5]).acosh_() // => tensor([0.0000, 0.9624])
   */
  acosh_(): this {
    floatFunctionInPlace("acosh", this.self);
    return this;
  }

  /**
   * Another name of `acosh`.
   * @example
   * torch.tensor([1, 1.5]).arccosh() // => tensor([0.0000, 0.9624])
   */
  arccosh(): Tensor {
    return this.acosh();
  }

  /**
   * Another name of `acosh_`.
   * @example
   * torch.tensor([1, 1.5]).arccosh_() // => tensor([0.0000, 0.9624])
   */
  arccosh_(): this {
    return this.acosh_();
  }

  /**
   * The inverse of sinh: ln(x + √(x² + 1)).
   * @example
   * torch.tensor([0, 0.5]).asinh() // => tensor([0.0000, 0.4812])
   */
  asinh(): Tensor {
    return floatFunction("asinh", this.self);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0, 0.5]).asinh_() // => tensor([0.0000, 0.4812])
   */
  asinh_(): this {
    floatFunctionInPlace("asinh", this.self);
    return this;
  }

  /**
   * Another name of `asinh`.
   * @example
   * torch.tensor([0, 0.5]).arcsinh() // => tensor([0.0000, 0.4812])
   */
  arcsinh(): Tensor {
    return this.asinh();
  }

  /**
   * Another name of `asinh_`.
   * @example
   * torch.tensor([0, 0.5]).arcsinh_() // => tensor([0.0000, 0.4812])
   */
  arcsinh_(): this {
    return this.asinh_();
  }

  /**
   * The inverse of tanh: ln((1 + x)/(1 - x))/2; NaN outside [-1, 1].
   * @example
   * torch.tensor([0, 0.5]).atanh() // => tensor([0.0000, 0.5493])
   */
  atanh(): Tensor {
    return floatFunction("atanh", this.self);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0, 0.5]).atanh_() // => tensor([0.0000, 0.5493])
   */
  atanh_(): this {
    floatFunctionInPlace("atanh", this.self);
    return this;
  }

  /**
   * Another name of `atanh`.
   * @example
   * torch.tensor([0, 0.5]).arctanh() // => tensor([0.0000, 0.5493])
   */
  arctanh(): Tensor {
    return this.atanh();
  }

  /**
   * Another name of `atanh_`.
   * @example
   * torch.tensor([0, 0.5]).arctanh_() // => tensor([0.0000, 0.5493])
   */
  arctanh_(): this {
    return this.atanh_();
  }

  /**
   * The hyperbolic cosine, (e^x + e^-x)/2.
   * @example
   * torch.tensor([0, 0.5]).cosh() // => tensor([1.0000, 1.1276])
   */
  cosh(): Tensor {
    return floatFunction("cosh", this.self);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0, 0.5]).cosh_() // => tensor([1.0000, 1.1276])
   */
  cosh_(): this {
    floatFunctionInPlace("cosh", this.self);
    return this;
  }

  /**
   * The hyperbolic sine, (e^x - e^-x)/2.
   * @example
   * torch.tensor([0, 0.5]).sinh() // => tensor([0.0000, 0.5211])
   */
  sinh(): Tensor {
    return floatFunction("sinh", this.self);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0, 0.5]).sinh_() // => tensor([0.0000, 0.5211])
   */
  sinh_(): this {
    floatFunctionInPlace("sinh", this.self);
    return this;
  }
}
