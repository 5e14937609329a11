import { bindArguments } from "../arguments";
import { RuntimeError, TypeMismatch } from "../errors";
import { freshHistory, isTensor, STRIDED, Tensor, typeName } from "../tensor";

/**
 * A tensor that a module learns: it requires grad, and a module to which it is assigned lists it.
 * Shares its storage with the tensor that it is made of.
 * @example
 * new nn.Parameter(torch.zeros(2)) // => Parameter containing:\ntensor([0., 0.], requires_grad=True)
 */
export class Parameter extends Tensor {
  constructor(data: Tensor, requires_grad?: boolean | { requires_grad?: boolean }) {
    checkData(data);
    const history = { ...freshHistory(), version: data.versionCounter() };
    super(data[STRIDED], history);
    const options = bindArguments<{ requires_grad: boolean }>("nn.Parameter", [requires_grad], {
      names: ["requires_grad"],
    });
    const wanted = options.requires_grad ?? true;
    if (wanted && !data.is_floating_point()) {
      throw new RuntimeError(
        "nn.Parameter",
        "Only Tensors of floating point and complex dtype can require gradients",
        `got ${data.dtype}`,
      );
    }
    history.requiresGrad = wanted;
  }

  override toString(): string {
    return `Parameter containing:\n${super.toString()}`;
  }
}

function checkData(data: unknown): void {
  if (isTensor(data)) return;
  throw new TypeMismatch(
    "nn.Parameter",
    `argument 'data' must be Tensor, not ${typeName(data)}`,
    "write new nn.Parameter(torch.tensor([…]))",
  );
}
