import { RuntimeError } from "../errors";
import { freshHistory, STRIDED, Tensor } from "../tensor";

/**
 * A tensor that a module learns: it requires grad, and a module to which it is assigned lists it.
 * Shares its storage with the tensor that it is made of.
 * @example
 * new nn.Parameter(torch.zeros(2)) // => Parameter containing:\ntensor([0., 0.], requires_grad=True)
 */
export class Parameter extends Tensor {
  constructor(data: Tensor, requires_grad = true) {
    const history = { ...freshHistory(), version: data.versionCounter() };
    super(data[STRIDED], history);
    if (requires_grad && !data.is_floating_point()) {
      throw new RuntimeError(
        "nn.Parameter",
        "Only Tensors of floating point and complex dtype can require gradients",
        `got ${data.dtype}`,
      );
    }
    history.requiresGrad = requires_grad;
  }

  override toString(): string {
    return `Parameter containing:\n${super.toString()}`;
  }
}
