import { bindCall, checkInput, linalgCross, matrixPower, type Tensor } from "../tensor";

/**
 * The inverse of square matrices; see `Tensor.inverse`. Source: `torch.linalg.inv`.
 * @example
 * torch.linalg.inv(torch.tensor([[2, 0], [0, 0.5]])) // => tensor([[0.5000, 0.0000],\n        [0.0000, 2.0000]])
 */
export function inv(A: Tensor): Tensor {
  checkInput("linalg.inv", A);
  return A.inverse();
}

/**
 * The determinant of square matrices; see `Tensor.det`. Source: `torch.linalg.det`.
 * @example
 * torch.linalg.det(torch.tensor([[1.5, 2], [3, 5]])) // => tensor(1.5000)
 */
export function det(A: Tensor): Tensor {
  checkInput("linalg.det", A);
  return A.det();
}

/**
 * Square matrices to a whole power; see `Tensor.matrix_power`. Source: `torch.linalg.matrix_power`.
 * @example
 * torch.linalg.matrix_power(torch.tensor([[1.5, 1], [0, 1]]), 2) // => tensor([[2.2500, 2.5000],\n        [0.0000, 1.0000]])
 */
export function matrix_power(input: Tensor, n: number): Tensor;
export function matrix_power(...given: unknown[]): Tensor {
  const call = "torch.linalg.matrix_power";
  const { input, n } = bindCall(call, given, { input: "Tensor", n: "int" });
  return matrixPower(call, input, n);
}

/**
 * The vector product of the vectors of three along `dim`, the last unless given. Source: `torch.linalg.cross`.
 * @example
 * torch.linalg.cross(torch.tensor([1, 0, 0]), torch.tensor([0, 1, 0])) // => tensor([0, 0, 1])
 */
export function cross(input: Tensor, other: Tensor, options?: { dim?: number }): Tensor;
export function cross(...given: unknown[]): Tensor {
  const call = "torch.linalg.cross";
  const schema = { input: "Tensor", other: "Tensor" } as const;
  const { input, other, dim = -1 } = bindCall(call, given, schema, { dim: "int?" });
  return linalgCross(call, input, other, dim);
}
