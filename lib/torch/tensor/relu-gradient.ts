import { reluGradientKernel } from "../kernels";
import { saving } from "./derivatives";
import { record } from "./make";
import { applyBinary, type BinaryKernels } from "./ops/elementwise";
import { STRIDED } from "./symbols";
import type { Tensor } from "./tensor";

const kernel = reluGradientKernel as BinaryKernels["numbers"];

/** The gradient of `relu`, whose result was `y`, in one pass: `grad` where y is above 0 or NaN, else 0. */
export function reluGradient(grad: Tensor, y: Tensor): Tensor {
  const view = applyBinary(grad[STRIDED], y[STRIDED], {
    call: "torch.relu",
    kernels: { numbers: kernel, integers: kernel },
    computeIn: y.dtype,
  });
  return record("ThresholdBackwardBackward0", [grad, y], view, [
    saving([y], (outer, y) => reluGradient(outer, y)),
    null,
  ]);
}
