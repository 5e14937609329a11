import { bindArguments } from "../../arguments";
import { binaryFunction } from "../binary-functions";
import { binaryInPlace } from "../binary-in-place";
import { logit, mvlgamma } from "../float-functions";
import type { Operand } from "../operand";
import { perform, performInPlace } from "../operation";
import { floatFunction, floatFunctionInPlace } from "../pointwise";
import { polygammaOperation } from "../special";
import type { Tensor } from "../tensor";
import { TensorTrigonometry } from "./trigonometry";

const EPS = { names: ["eps"] } as const;

/** The methods about exponentials, logarithms, and functions defined by integrals and series. */
export abstract class TensorSpecialFunctions extends TensorTrigonometry {
  /**
   * 2^x
   * @example
   * torch.tensor([0.5, 3]).exp2() // => tensor([1.4142, 8.0000])
   */
  exp2(): Tensor {
    return floatFunction("exp2", this.self);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0.5, 3]).exp2_() // => tensor([1.4142, 8.0000])
   */
  exp2_(): this {
    floatFunctionInPlace("exp2", this.self);
    return this;
  }

  /**
   * ln |Γ(x)|; ∞ at 0 and the negative integers. Good to some 1e-15.
   * @example
   * torch.tensor([1, 0.5, 5]).lgamma() // => tensor([0.0000, 0.5724, 3.1781])
   */
  lgamma(): Tensor {
    return floatFunction("lgamma", this.self);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0.5, 4]).lgamma_() // => tensor([0.5724, 1.7918])
   */
  lgamma_(): this {
    floatFunctionInPlace("lgamma", this.self);
    return this;
  }

  /**
   * The derivative of ln Γ.
   * @example
   * torch.tensor([0.5, 1]).digamma() // => tensor([-1.9635, -0.5772])
   */
  digamma(): Tensor {
    return floatFunction("digamma", this.self);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0.5, 1]).digamma_() // => tensor([-1.9635, -0.5772])
   */
  digamma_(): this {
    floatFunctionInPlace("digamma", this.self);
    return this;
  }

  /**
   * The modified Bessel function of the first kind, of order 0.
   * @example
   * torch.tensor([0, 0.5]).i0() // => tensor([1.0000, 1.0635])
   */
  i0(): Tensor {
    return floatFunction("i0", this.self);
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0, 0.5]).i0_() // => tensor([1.0000, 1.0635])
   */
  i0_(): this {
    floatFunctionInPlace("i0", this.self);
    return this;
  }

  /**
   * The n-th derivative of `digamma`.
   * Errors: `polygamma(n, x) does not support negative n.`
   * @example
   * torch.tensor([0.5, 1]).polygamma(1) // => tensor([4.9348, 1.6449])
   */
  polygamma(n: number): Tensor {
    return perform(polygammaOperation(n, this.self));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0.5, 1]).polygamma_(1) // => tensor([4.9348, 1.6449])
   */
  polygamma_(n: number): this {
    performInPlace(polygammaOperation(n, this.self));
    return this;
  }

  /**
   * The multivariate log-gamma function of dimension p.
   * Errors: `p has to be greater than or equal to 1`.
   * @example
   * torch.tensor([2.5, 3]).mvlgamma(2) // => tensor([0.8570, 1.5502])
   */
  mvlgamma(p: number): Tensor {
    return perform(mvlgamma(this.self, p));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([2.5, 3]).mvlgamma_(2) // => tensor([0.8570, 1.5502])
   */
  mvlgamma_(p: number): this {
    performInPlace(mvlgamma(this.self, p));
    return this;
  }

  /**
   * ln(x / (1 - x)), the inverse of `sigmoid`; with `eps` x is first kept within [eps, 1 - eps].
   * @example
   * torch.tensor([0.5, 0.75]).logit() // => tensor([0.0000, 1.0986])
   */
  logit(eps?: number | null): Tensor;
  logit(options: { eps?: number | null }): Tensor;
  logit(...given: unknown[]): Tensor {
    return perform(logit(this.self, bindArguments<{ eps: number | null }>("torch.logit", given, EPS).eps));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0.25, 0.5]).logit_() // => tensor([-1.0986,  0.0000])
   */
  logit_(eps?: number | null): this;
  logit_(options: { eps?: number | null }): this;
  logit_(...given: unknown[]): this {
    const { eps } = bindArguments<{ eps: number | null }>("Tensor.logit_", given, EPS);
    performInPlace(logit(this.self, eps));
    return this;
  }

  /**
   * self · ln(other), and 0 where self is 0 (unless other is NaN).
   * @example
   * torch.tensor([0, 2]).xlogy(torch.tensor([0, 1])) // => tensor([0., 0.])
   */
  xlogy(other: Operand): Tensor {
    return perform(binaryFunction("xlogy", this.self, other));
  }

  /**
   * The same in place.
   * @example
   * torch.tensor([0, 1.5]).xlogy_(torch.tensor([0, 2])) // => tensor([0.0000, 1.0397])
   */
  xlogy_(other: Operand): this {
    binaryInPlace("xlogy", this.self, other);
    return this;
  }

  /**
   * ln(e^self + e^other), without overflow.
   * @example
   * torch.tensor([0.5, 1]).logaddexp(torch.tensor([0.5, 2])) // => tensor([1.1931, 2.3133])
   */
  logaddexp(other: Tensor): Tensor {
    return perform(binaryFunction("logaddexp", this.self, other));
  }

  /**
   * log2(2^self + 2^other), without overflow.
   * @example
   * torch.tensor([0.5, 1]).logaddexp2(torch.tensor([0.5, 2])) // => tensor([1.5000, 2.5850])
   */
  logaddexp2(other: Tensor): Tensor {
    return perform(binaryFunction("logaddexp2", this.self, other));
  }
}
