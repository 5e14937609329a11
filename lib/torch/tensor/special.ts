import { RuntimeError } from "../errors";
import { i1 as besselI1, polygamma as polygammaOf } from "../kernels";
import { applyFloat } from "./apply";
import { RESULT, saving } from "./derivatives";
import { record } from "./make";
import { checkReduced } from "./reduced-lacks";
import type { Tensor } from "./tensor";

/** The n-th derivative of the digamma function. */
export function polygamma(n: number, x: Tensor): Tensor {
  if (n < 0) throw new RuntimeError("torch.polygamma", "polygamma(n, x) does not support negative n.");
  checkReduced(`PolygammaOf${n}`, x.dtype);
  const view = applyFloat(x, (value) => polygammaOf(n, value));
  return record("PolygammaBackward0", [x], view, [saving([x], (grad, x) => grad.mul(polygamma(n + 1, x)))]);
}

/** The modified Bessel function I₁, the derivative of `i0`. */
export function i1(x: Tensor): Tensor {
  return record("SpecialI1Backward0", [x], applyFloat(x, besselI1), [
    saving([x, RESULT], (grad, x, result) => grad.mul(x.i0().sub(result.div(x)))),
  ]);
}
