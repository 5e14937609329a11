import { bindArguments } from "../arguments";
import { no_grad } from "../autograd";
import { ValueError, ZeroDivisionError } from "../errors";
import { showShape, type Tensor } from "../tensor";
import { checkTensor } from "./check";

/**
 * Makes a convolution the identity: 1 at the kernel's centre from input channel i to output channel i, as far as there
 * are channels, and 0 elsewhere; with `groups` (1) so in each group. Shape (out, in, k…) with 1 to 3 kernel dimensions.
 * Errors: other numbers of dimensions; `dim 0 must be divisible by groups`. Source: `torch.nn.init.dirac_`.
 * Zagoruyko & Komodakis 2017. Returns the tensor.
 * @example
 * nn.init.dirac_(torch.empty(2, 2, 3)) // => tensor([[[0., 1., 0.],\n         [0., 0., 0.]],\n\n        [[0., 0., 0.],\n         [0., 1., 0.]]])
 */
export function dirac_<T extends Tensor>(tensor: T, groups?: number | { groups?: number }): T {
  const call = "nn.init.dirac_";
  const bound = bindArguments<{ groups: number }>(call, [groups], { names: ["groups"] });
  checkTensor(call, tensor, "ndimension");
  const { shape } = tensor;
  if (shape.length < 3 || shape.length > 5) {
    throw new ValueError(
      call,
      "Only tensors with 3, 4, or 5 dimensions are supported",
      `got shape ${showShape(shape)}`,
    );
  }
  const count = bound.groups ?? 1;
  if (count === 0) throw new ZeroDivisionError(call, "integer modulo by zero", "groups must be 1 or more");
  if (shape[0]! % count !== 0)
    throw new ValueError(call, "dim 0 must be divisible by groups", `got ${shape[0]} and ${count}`);
  const outputs = shape[0]! / count;
  const centre = shape.slice(2).map((size) => Math.floor(size / 2));
  return no_grad(() => {
    tensor.zero_();
    for (let group = 0; group < count; group++) {
      for (let d = 0; d < Math.min(outputs, shape[1]!); d++)
        tensor.set([group * outputs + d, d, ...centre], 1);
    }
    return tensor;
  });
}
