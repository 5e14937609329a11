import { isTensor, type Tensor } from "../tensor";
import { checkInput } from "./input";

/** Another shape: a view where possible, else a copy. */
export function reshape(input: Tensor, shape: readonly number[]): Tensor {
  checkInput("reshape", input);
  return input.reshape(shape);
}

/** The dimensions from `start_dim` to `end_dim` joined into one. */
export function flatten(input: Tensor, start_dim = 0, end_dim = -1): Tensor {
  checkInput("flatten", input);
  return input.flatten(start_dim, end_dim);
}

/** Two dimensions exchanged. */
export function transpose(input: Tensor, dim0: number, dim1: number): Tensor {
  checkInput("transpose", input);
  return input.transpose(dim0, dim1);
}

/** The dimensions in another order. */
export function permute(input: Tensor, dims: readonly number[]): Tensor {
  checkInput("permute", input);
  return input.permute(dims);
}

/** Without the dimensions of size 1, or without one of them. */
export function squeeze(input: Tensor, dim?: number): Tensor {
  checkInput("squeeze", input);
  return input.squeeze(dim);
}

/** With a new dimension of size 1 before `dim`. */
export function unsqueeze(input: Tensor, dim: number): Tensor {
  checkInput("unsqueeze", input);
  return input.unsqueeze(dim);
}

/** The slice at `index` of one dimension, which disappears. */
export function select(input: Tensor, dim: number, index: number): Tensor {
  checkInput("select", input);
  return input.select(dim, index);
}

/** `length` entries of one dimension, from `start` on. */
export function narrow(input: Tensor, dim: number, start: number, length: number): Tensor {
  checkInput("narrow", input);
  return input.narrow(dim, start, length);
}

/** Python's `input @ other`; see `Tensor.matmul`. */
export function matmul(input: Tensor, other: Tensor): Tensor {
  checkInput("matmul", input);
  return input.matmul(other);
}

/** Matrix times matrix. */
export function mm(input: Tensor, mat2: Tensor): Tensor {
  checkInput("mm", input);
  return input.mm(mat2);
}

/** Matrix times vector. */
export function mv(input: Tensor, vec: Tensor): Tensor {
  checkInput("mv", input);
  return input.mv(vec);
}

/** The inner product of two vectors. */
export function dot(input: Tensor, tensor: Tensor): Tensor {
  checkInput("dot", input);
  return input.dot(tensor);
}

/** The number of elements. */
export function numel(input: Tensor): number {
  checkInput("numel", input);
  return input.numel();
}

/** Whether a value is a tensor. */
export function is_tensor(value: unknown): value is Tensor {
  return isTensor(value);
}
