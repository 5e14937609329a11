import { RuntimeError } from "../errors";
import { saving } from "./derivatives";
import { renameNode } from "./make";
import { where } from "./ops/where";
import { pointwise } from "./pointwise";
import { checkReduced } from "./reduced-lacks";
import type { Tensor } from "./tensor";

/** x where x > 0, else weight · x, with one weight for all or one for each channel. */
export function prelu(input: Tensor, weight: Tensor): Tensor {
  const call = "torch.prelu";
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
  if (weight.dtype !== input.dtype) {
    throw new RuntimeError(
      call,
      `Found dtype ${weight.dtype.scalarName} but expected ${input.dtype.scalarName}`,
      `convert one of them: x.to(torch.${weight.dtype.name})`,
    );
  }
  refuseIntegers("prelu", input);
  checkReduced("Prelu", input.dtype);
  const slope = weight.view(input.shape.map((_, d) => (d === 1 ? count : 1)));
  return renameNode(where(input.gt(0), input, input.mul(slope)), "PreluBackward0");
}

/** x where |x| > lambd, else 0. */
export function hardshrink(input: Tensor, lambd: number): Tensor {
  refuseIntegers("hardshrink", input);
  return pointwise("HardshrinkBackward0", input, (x) => (Math.abs(x) <= lambd ? 0 : x), [
    saving([input], (grad, x) => where(x.abs().le(lambd), 0, grad)),
  ]);
}

function refuseIntegers(name: string, input: Tensor): void {
  if (input.is_floating_point()) return;
  throw new RuntimeError(`torch.${name}`, `"${name}_cpu" not implemented for '${input.dtype.scalarName}'`);
}
