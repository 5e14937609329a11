import { isReduced, type Tensor } from "../../tensor";

/** Computes in float32 what PyTorch's kernels for float16 and bfloat16 round once, at their end. */
export function roundedOnce(input: Tensor, compute: (input: Tensor) => Tensor): Tensor {
  return isReduced(input.dtype.name) ? compute(input.float()).to(input.dtype) : compute(input);
}
