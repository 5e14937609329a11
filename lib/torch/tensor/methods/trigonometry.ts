import { binaryFunction } from "../binary-functions";
import { binaryInPlace } from "../binary-in-place";
import { scaled, sinc } from "../float-functions";
import { perform, performInPlace } from "../operation";
import { floatFunction, floatFunctionInPlace } from "../pointwise";
import type { Tensor } from "../tensor";
import { TensorHyperbolas } from "./hyperbolas";

/** The methods about angles and circles. */
export abstract class TensorTrigonometry extends TensorHyperbolas {
  /**
   * The angle in [0, π] whose cosine is x; NaN outside [-1, 1].
   * @example
   * torch.tensor([1, 0.5]).acos() // => tensor([0.0000, 1.0472])
   */
  acos(): Tensor {
    return floatFunction("acos", this.self);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([1, 0.5]).acos_() // => tensor([0.0000, 1.0472])
   */
  acos_(): this {
    floatFunctionInPlace("acos", this.self);
    return this;
  }

  /**
   * Another name of `acos`.
   * @example
   * torch.tensor([1, 0.5]).arccos() // => tensor([0.0000, 1.0472])
   */
  arccos(): Tensor {
    return this.acos();
  }

  /**
   * Another name of `acos_`.
   * @example
   * torch.tensor([1, 0.5]).arccos_() // => tensor([0.0000, 1.0472])
   */
  arccos_(): this {
    return this.acos_();
  }

  /**
   * The angle in [-π/2, π/2] whose sine is x; NaN outside [-1, 1].
   * @example
   * torch.tensor([0, 0.5]).asin() // => tensor([0.0000, 0.5236])
   */
  asin(): Tensor {
    return floatFunction("asin", this.self);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0, 0.5]).asin_() // => tensor([0.0000, 0.5236])
   */
  asin_(): this {
    floatFunctionInPlace("asin", this.self);
    return this;
  }

  /**
   * Another name of `asin`.
   * @example
   * torch.tensor([0, 0.5]).arcsin() // => tensor([0.0000, 0.5236])
   */
  arcsin(): Tensor {
    return this.asin();
  }

  /**
   * Another name of `asin_`.
   * @example
   * torch.tensor([0, 0.5]).arcsin_() // => tensor([0.0000, 0.5236])
   */
  arcsin_(): this {
    return this.asin_();
  }

  /**
   * The angle in (-π/2, π/2) whose tangent is x.
   * @example
   * torch.tensor([0.5, 1]).atan() // => tensor([0.4636, 0.7854])
   */
  atan(): Tensor {
    return floatFunction("atan", this.self);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0.5, 1]).atan_() // => tensor([0.4636, 0.7854])
   */
  atan_(): this {
    floatFunctionInPlace("atan", this.self);
    return this;
  }

  /**
   * Another name of `atan`.
   * @example
   * torch.tensor([0.5, 1]).arctan() // => tensor([0.4636, 0.7854])
   */
  arctan(): Tensor {
    return this.atan();
  }

  /**
   * Another name of `atan_`.
   * @example
   * torch.tensor([0.5, 1]).arctan_() // => tensor([0.4636, 0.7854])
   */
  arctan_(): this {
    return this.atan_();
  }

  /**
   * The angle of the point (other, self), in (-π, π].
   * @example
   * torch.tensor([1, 0]).atan2(torch.tensor([0, -1])) // => tensor([1.5708, 3.1416])
   */
  atan2(other: Tensor): Tensor {
    return perform(binaryFunction("atan2", this.self, other));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0.5, 1]).atan2_(torch.tensor([1, -0.5])) // => tensor([0.4636, 2.0344])
   */
  atan2_(other: Tensor): this {
    binaryInPlace("atan2", this.self, other);
    return this;
  }

  /**
   * Another name of `atan2`.
   * @example
   * torch.tensor([0.5, 1]).arctan2(torch.tensor([1, -0.5])) // => tensor([0.4636, 2.0344])
   */
  arctan2(other: Tensor): Tensor {
    return this.atan2(other);
  }

  /**
   * Another name of `atan2_`.
   * @example
   * torch.tensor([0.5, 1]).arctan2_(torch.tensor([1, -0.5])) // => tensor([0.4636, 2.0344])
   */
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

  /**
   * The same in place.
   * @example
   * torch.tensor([3, 1.5]).hypot_(torch.tensor([4, 2])) // => tensor([5.0000, 2.5000])
   */
  hypot_(other: Tensor): this {
    binaryInPlace("hypot", this.self, other);
    return this;
  }

  /**
   * sin(πx)/(πx), and 1 at 0.
   * @example
   * torch.tensor([0, 0.5]).sinc() // => tensor([1.0000, 0.6366])
   */
  sinc(): Tensor {
    return perform(sinc(this.self));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0, 0.5]).sinc_() // => tensor([1.0000, 0.6366])
   */
  sinc_(): this {
    performInPlace(sinc(this.self));
    return this;
  }

  /**
   * Degrees as radians: x · π/180.
   * @example
   * torch.tensor([22.5, 180]).deg2rad() // => tensor([0.3927, 3.1416])
   */
  deg2rad(): Tensor {
    return perform(scaled("deg2rad", this.self));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([22.5, 180]).deg2rad_() // => tensor([0.3927, 3.1416])
   */
  deg2rad_(): this {
    performInPlace(scaled("deg2rad", this.self));
    return this;
  }

  /**
   * Radians as degrees: x · 180/π.
   * @example
   * torch.tensor([0.5, 1]).rad2deg() // => tensor([28.6479, 57.2958])
   */
  rad2deg(): Tensor {
    return perform(scaled("rad2deg", this.self));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0.5, 1]).rad2deg_() // => tensor([28.6479, 57.2958])
   */
  rad2deg_(): this {
    performInPlace(scaled("rad2deg", this.self));
    return this;
  }
}
