import { RuntimeError } from "../../errors";
import { checkReduced, renameNode, type Tensor, where } from "../../tensor";

/**
 * x where x > 0, else weight · x, with one weight for all or one for each channel (dimension 1). He, Zhang, Ren & Sun 2015.
 * Errors: weights and channels that differ in number. Source: `torch.nn.functional.prelu`.
 * @example
 * F.prelu(torch.tensor([-2, 4]), torch.tensor([0.5])) // => tensor([-1.,  4.])
 */
export function prelu(input: Tensor, weight: Tensor): Tensor {
  const call = "nn.functional.prelu";
  if (weight.ndim > 1) {
    throw new RuntimeError(
      call,
      `prelu: Expected \`weight\` to be a scalar or 1D tensor, but got ndim = ${weight.ndim}`,
    );
  }
  const count = weight.numel();
  if (count !== 1) {
    if (input.ndim === 0) throw new RuntimeError(call, "Not allow zero-dim input tensor.");
    const channels = input.ndim > 1 ? input.shape[1] : 1;
    if (channels !== count) {
      throw new RuntimeError(
        call,
        `Mismatch of parameter numbers and input channel size. Found parameter numbers = ${count} and channel size = ${channels}.`,
      );
    }
  }
  checkReduced("Prelu", input.dtype);
  const slope = weight.view(input.shape.map((_, d) => (d === 1 ? count : 1)));
  return renameNode(where(input.gt(0), input, input.mul(slope)), "PreluBackward0");
}
