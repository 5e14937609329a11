import { TypeMismatch } from "../../errors";
import { cat, isTensor, type Tensor, typeName } from "../../tensor";

/**
 * All parameters in one vector, in order. Source: `torch.nn.utils.parameters_to_vector`.
 * @example
 * nn.utils.parameters_to_vector([torch.ones(2), torch.zeros(1, 3)]) // => tensor([1., 1., 0., 0., 0.])
 */
export function parameters_to_vector(parameters: Iterable<Tensor>): Tensor {
  return cat([...parameters].map((parameter) => parameter.view(-1)));
}

/**
 * Takes the parameters' values from one vector. Source: `torch.nn.utils.vector_to_parameters`.
 * @example
 * const w = torch.zeros(2); nn.utils.vector_to_parameters(torch.tensor([0.5, 2]), [w]); w // => tensor([0.5000, 2.0000])
 */
export function vector_to_parameters(vec: Tensor, parameters: Iterable<Tensor>): void {
  if (!isTensor(vec)) {
    throw new TypeMismatch(
      "nn.utils.vector_to_parameters",
      `expected torch.Tensor, but got: ${typeName(vec)}`,
    );
  }
  let start = 0;
  for (const parameter of parameters) {
    const count = parameter.numel();
    parameter.data = vec.narrow(0, start, count).view(parameter.shape).data;
    start += count;
  }
}
