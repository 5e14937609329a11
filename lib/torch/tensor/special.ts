import { RuntimeError } from "../errors";
import { i1 as besselI1, polygamma as polygammaOf } from "../kernels";
import { applyFloat } from "./apply";
import { RESULT, saving } from "./derivatives";
import { record } from "./make";
import { type Operation, perform } from "./operation";
import { checkReduced } from "./reduced-lacks";
import type { Tensor } from "./tensor";

/** The n-th derivative of the digamma function, to be computed. */
export function polygammaOperation(n: number, x: Tensor): Operation {
  const call = "torch.polygamma";
  if (n < 0) throw new RuntimeError(call, "polygamma(n, x) does not support negative n.");
  checkReduced(`PolygammaOf${n}`, x.dtype);
  return {
    call,
    node: "PolygammaBackward0",
    operands: [x],
    compute: () => applyFloat(x, (value) => polygammaOf(n, value)),
    derivatives: [saving([x], (grad, x) => grad.mul(polygamma(n + 1, x)))],
  };
}

/** The n-th derivative of the digamma function. */
export function polygamma(n: number, x: Tensor): Tensor {
  return perform(polygammaOperation(n, x));
}

/** The modified Bessel function I₁, the derivative of `i0`. */
export function i1(x: Tensor): Tensor {
  return record("SpecialI1Backward0", [x], applyFloat(x, besselI1), [
    saving([x, RESULT], (grad, x, result) => grad.mul(x.i0().sub(result.div(x)))),
  ]);
}
