import { bindArguments } from "../../arguments";
import { binaryFunction } from "../binary-functions";
import { logit, mvlgamma } from "../float-functions";
import type { Operand } from "../operand";
import { perform, performInPlace } from "../operation";
import { floatFunction, floatFunctionInPlace } from "../pointwise";
import { polygamma } from "../special";
import type { Tensor } from "../tensor";
import { TensorTrigonometry } from "./trigonometry";

const EPS = { names: ["eps"] } as const;

/** The methods about exponentials, logarithms, and functions defined by integrals and series. */
export abstract class TensorSpecialFunctions extends TensorTrigonometry {
  /** 2^x */
  exp2(): Tensor {
    return floatFunction("exp2", this.self);
  }

  /** The same in place. */
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

  /** The same in place. */
  lgamma_(): this {
    floatFunctionInPlace("lgamma", this.self);
    return this;
  }

  /** The derivative of ln Γ. */
  digamma(): Tensor {
    return floatFunction("digamma", this.self);
  }

  /** The same in place. */
  digamma_(): this {
    floatFunctionInPlace("digamma", this.self);
    return this;
  }

  /** The modified Bessel function of the first kind, of order 0. */
  i0(): Tensor {
    return floatFunction("i0", this.self);
  }

  /** The same in place. */
  i0_(): this {
    floatFunctionInPlace("i0", this.self);
    return this;
  }

  /**
   * The n-th derivative of `digamma`.
   * Errors: `polygamma(n, x) does not support negative n.`
   */
  polygamma(n: number): Tensor {
    return polygamma(n, this.self);
  }

  /**
   * The multivariate log-gamma function of dimension p.
   * Errors: `p has to be greater than or equal to 1`.
   */
  mvlgamma(p: number): Tensor {
    return perform(mvlgamma(this.self, p));
  }

  /** The same in place. */
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

  /** The same in place. */
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

  /** The same in place. */
  xlogy_(other: Operand): this {
    performInPlace(binaryFunction("xlogy", this.self, other));
    return this;
  }

  /** ln(e^self + e^other), without overflow. */
  logaddexp(other: Tensor): Tensor {
    return perform(binaryFunction("logaddexp", this.self, other));
  }

  /** log2(2^self + 2^other), without overflow. */
  logaddexp2(other: Tensor): Tensor {
    return perform(binaryFunction("logaddexp2", this.self, other));
  }
}
