import { isTensor, type Tensor } from "../tensor";
import { checkInput } from "./input";

/**
 * Another shape: a view where possible, else a copy.
 * @example
 * torch.reshape(torch.arange(6), [2, 3]) // => tensor([[0, 1, 2],\n        [3, 4, 5]])
 */
export function reshape(input: Tensor, shape: readonly number[]): Tensor {
  checkInput("reshape", input);
  return input.reshape(shape);
}

/**
 * The dimensions from `start_dim` to `end_dim` joined into one.
 * @example
 * torch.flatten(torch.arange(6).view(2, 3)) // => tensor([0, 1, 2, 3, 4, 5])
 */
export function flatten(input: Tensor, start_dim = 0, end_dim = -1): Tensor {
  checkInput("flatten", input);
  return input.flatten(start_dim, end_dim);
}

/**
 * Two dimensions exchanged.
 * @example
 * torch.transpose(torch.arange(6).view(2, 3), 0, 1) // => tensor([[0, 3],\n        [1, 4],\n        [2, 5]])
 */
export function transpose(input: Tensor, dim0: number, dim1: number): Tensor {
  checkInput("transpose", input);
  return input.transpose(dim0, dim1);
}

/**
 * The dimensions in another order.
 * @example
 * torch.permute(torch.arange(6).view(1, 2, 3), [2, 0, 1]).shape // => 3,1,2
 */
export function permute(input: Tensor, dims: readonly number[]): Tensor {
  checkInput("permute", input);
  return input.permute(dims);
}

/**
 * Without the dimensions of size 1, or without one of them.
 * @example
 * torch.squeeze(torch.zeros(1, 2, 1)).shape // => 2
 */
export function squeeze(input: Tensor, dim?: number): Tensor {
  checkInput("squeeze", input);
  return input.squeeze(dim);
}

/**
 * With a new dimension of size 1 before `dim`.
 * @example
 * torch.unsqueeze(torch.arange(6), 0).shape // => 1,6
 */
export function unsqueeze(input: Tensor, dim: number): Tensor {
  checkInput("unsqueeze", input);
  return input.unsqueeze(dim);
}

/**
 * The slice at `index` of one dimension, which disappears.
 * @example
 * torch.select(torch.arange(6).view(2, 3), 1, 2) // => tensor([2, 5])
 */
export function select(input: Tensor, dim: number, index: number): Tensor {
  checkInput("select", input);
  return input.select(dim, index);
}

/**
 * `length` entries of one dimension, from `start` on.
 * @example
 * torch.narrow(torch.arange(6).view(2, 3), 1, 1, 2) // => tensor([[1, 2],\n        [4, 5]])
 */
export function narrow(input: Tensor, dim: number, start: number, length: number): Tensor {
  checkInput("narrow", input);
  return input.narrow(dim, start, length);
}

/**
 * Python's `input @ other`; see `Tensor.matmul`.
 * @example
 * torch.matmul(torch.tensor([[1.5, 2], [3, 4]]), torch.tensor([[1.5, 2], [3, 4]])) // => tensor([[ 8.2500, 11.0000],\n        [16.5000, 22.0000]])
 */
export function matmul(input: Tensor, other: Tensor): Tensor {
  checkInput("matmul", input);
  return input.matmul(other);
}

/**
 * Matrix times matrix.
 * @example
 * torch.mm(torch.tensor([[1.5, 2], [3, 4]]), torch.tensor([[1.5, 2], [3, 4]])) // => tensor([[ 8.2500, 11.0000],\n        [16.5000, 22.0000]])
 */
export function mm(input: Tensor, mat2: Tensor): Tensor {
  checkInput("mm", input);
  return input.mm(mat2);
}

/**
 * Matrix times vector.
 * @example
 * torch.mv(torch.tensor([[1.5, 2], [3, 4]]), torch.tensor([0.5, 2])) // => tensor([4.7500, 9.5000])
 */
export function mv(input: Tensor, vec: Tensor): Tensor {
  checkInput("mv", input);
  return input.mv(vec);
}

/**
 * The inner product of two vectors.
 * @example
 * torch.dot(torch.tensor([0.5, 2]), torch.tensor([0.5, 2])) // => tensor(4.2500)
 */
export function dot(input: Tensor, tensor: Tensor): Tensor {
  checkInput("dot", input);
  return input.dot(tensor);
}

/**
 * The number of elements.
 * @example
 * torch.numel(torch.tensor([0.5, 1, 2])) // => 3
 */
export function numel(input: Tensor): number {
  checkInput("numel", input);
  return input.numel();
}

/**
 * Whether a value is a tensor.
 * @example
 * torch.is_tensor(torch.tensor([0.5, 1, 2])) // => true
 */
export function is_tensor(value: unknown): value is Tensor {
  return isTensor(value);
}
