import { binaryFunction } from "../binary-functions";
import { scaled, sinc } from "../float-functions";
import { perform, performInPlace } from "../operation";
import { floatFunction, floatFunctionInPlace } from "../pointwise";
import type { Tensor } from "../tensor";
import { TensorFunctionsInPlace } from "./functions-in-place";

/** The methods about angles, circles and hyperbolas. */
export abstract class TensorTrigonometry extends TensorFunctionsInPlace {
  /**
   * The angle in [0, π] whose cosine is x; NaN outside [-1, 1].
   * @example
   * torch.tensor([1, 0.5]).acos() // => tensor([0.0000, 1.0472])
   */
  acos(): Tensor {
    return floatFunction("acos", this.self);
  }

  /** The same in place. */
  acos_(): this {
    floatFunctionInPlace("acos", this.self);
    return this;
  }

  /** Another name of `acos`. */
  arccos(): Tensor {
    return this.acos();
  }

  /** Another name of `acos_`. */
  arccos_(): this {
    return this.acos_();
  }

  /** The angle in [-π/2, π/2] whose sine is x; NaN outside [-1, 1]. */
  asin(): Tensor {
    return floatFunction("asin", this.self);
  }

  /** The same in place. */
  asin_(): this {
    floatFunctionInPlace("asin", this.self);
    return this;
  }

  /** Another name of `asin`. */
  arcsin(): Tensor {
    return this.asin();
  }

  /** Another name of `asin_`. */
  arcsin_(): this {
    return this.asin_();
  }

  /** The angle in (-π/2, π/2) whose tangent is x. */
  atan(): Tensor {
    return floatFunction("atan", this.self);
  }

  /** The same in place. */
  atan_(): this {
    floatFunctionInPlace("atan", this.self);
    return this;
  }

  /** Another name of `atan`. */
  arctan(): Tensor {
    return this.atan();
  }

  /** Another name of `atan_`. */
  arctan_(): this {
    return this.atan_();
  }

  /** The inverse of cosh: ln(x + √(x² - 1)); NaN below 1. */
  acosh(): Tensor {
    return floatFunction("acosh", this.self);
  }

  /** The same in place. */
  acosh_(): this {
    floatFunctionInPlace("acosh", this.self);
    return this;
  }

  /** Another name of `acosh`. */
  arccosh(): Tensor {
    return this.acosh();
  }

  /** Another name of `acosh_`. */
  arccosh_(): this {
    return this.acosh_();
  }

  /** The inverse of sinh: ln(x + √(x² + 1)). */
  asinh(): Tensor {
    return floatFunction("asinh", this.self);
  }

  /** The same in place. */
  asinh_(): this {
    floatFunctionInPlace("asinh", this.self);
    return this;
  }

  /** Another name of `asinh`. */
  arcsinh(): Tensor {
    return this.asinh();
  }

  /** Another name of `asinh_`. */
  arcsinh_(): this {
    return this.asinh_();
  }

  /** The inverse of tanh: ln((1 + x)/(1 - x))/2; NaN outside [-1, 1]. */
  atanh(): Tensor {
    return floatFunction("atanh", this.self);
  }

  /** The same in place. */
  atanh_(): this {
    floatFunctionInPlace("atanh", this.self);
    return this;
  }

  /** Another name of `atanh`. */
  arctanh(): Tensor {
    return this.atanh();
  }

  /** Another name of `atanh_`. */
  arctanh_(): this {
    return this.atanh_();
  }

  /** The hyperbolic cosine, (e^x + e^-x)/2. */
  cosh(): Tensor {
    return floatFunction("cosh", this.self);
  }

  /** The same in place. */
  cosh_(): this {
    floatFunctionInPlace("cosh", this.self);
    return this;
  }

  /** The hyperbolic sine, (e^x - e^-x)/2. */
  sinh(): Tensor {
    return floatFunction("sinh", this.self);
  }

  /** The same in place. */
  sinh_(): this {
    floatFunctionInPlace("sinh", this.self);
    return this;
  }

  /**
   * The angle of the point (other, self), in (-π, π].
   * @example
   * torch.tensor([1, 0]).atan2(torch.tensor([0, -1])) // => tensor([1.5708, 3.1416])
   */
  atan2(other: Tensor): Tensor {
    return perform(binaryFunction("atan2", this.self, other));
  }

  /** The same in place. */
  atan2_(other: Tensor): this {
    performInPlace(binaryFunction("atan2", this.self, other));
    return this;
  }

  /** Another name of `atan2`. */
  arctan2(other: Tensor): Tensor {
    return this.atan2(other);
  }

  /** Another name of `atan2_`. */
  arctan2_(other: Tensor): this {
    return this.atan2_(other);
  }

  /**
   * √(self² + other²).
   * @example
   * torch.tensor([1.5]).hypot(torch.tensor([2])) // => tensor([2.5000])
   */
  hypot(other: Tensor): Tensor {
    return perform(binaryFunction("hypot", this.self, other));
  }

  /** The same in place. */
  hypot_(other: Tensor): this {
    performInPlace(binaryFunction("hypot", this.self, other));
    return this;
  }

  /** sin(πx)/(πx), and 1 at 0. */
  sinc(): Tensor {
    return perform(sinc(this.self));
  }

  /** The same in place. */
  sinc_(): this {
    performInPlace(sinc(this.self));
    return this;
  }

  /** Degrees as radians: x · π/180. */
  deg2rad(): Tensor {
    return perform(scaled("deg2rad", this.self));
  }

  /** The same in place. */
  deg2rad_(): this {
    performInPlace(scaled("deg2rad", this.self));
    return this;
  }

  /** Radians as degrees: x · 180/π. */
  rad2deg(): Tensor {
    return perform(scaled("rad2deg", this.self));
  }

  /** The same in place. */
  rad2deg_(): this {
    performInPlace(scaled("rad2deg", this.self));
    return this;
  }
}
