import { bindArguments } from "../arguments";
import { no_grad } from "../autograd";
import { TypeMismatch, ValueError } from "../errors";
import { randperm, showShape, slice, type Tensor, typeName } from "../tensor";
import type { DrawOptions } from "./basic";
import { checkTensor } from "./check";

/** Keywords of `sparse_`. */
export type SparseOptions = DrawOptions & { std?: number };

/**
 * A matrix from N(0, std²) (std 0.01) of which in each column the share `sparsity`, rounded up, is 0.
 * Errors: any other number of dimensions. Source: `torch.nn.init.sparse_`. Martens 2010. Returns the tensor.
 * @example
 * torch.manual_seed(0); nn.init.sparse_(torch.empty(3, 2), 0.5) // => tensor([[ 0.0000,  0.0000],\n        [-0.0218,  0.0000],\n        [ 0.0000, -0.0140]])
 */
export function sparse_<T extends Tensor>(
  tensor: T,
  sparsity: number,
  std?: number,
  options?: DrawOptions,
): T;
export function sparse_<T extends Tensor>(tensor: T, sparsity: number, options: SparseOptions): T;
export function sparse_<T extends Tensor>(tensor: T, options: SparseOptions & { sparsity: number }): T;
export function sparse_<T extends Tensor>(tensor: T, ...given: unknown[]): T {
  const call = "nn.init.sparse_";
  const {
    sparsity,
    std = 0.01,
    generator = null,
  } = bindArguments<SparseOptions & { sparsity: number }>(call, given, {
    names: ["sparsity", "std"],
    only: ["generator"],
  });
  if (sparsity === undefined)
    throw new TypeMismatch(call, "sparse_() missing 1 required positional argument: 'sparsity'");
  checkTensor(call, tensor, "ndimension");
  if (tensor.ndim !== 2) {
    throw new ValueError(
      call,
      "Only tensors with 2 dimensions are supported",
      `got shape ${showShape(tensor.shape)}`,
    );
  }
  const [rows, columns] = tensor.shape as [number, number];
  const zeros = Math.ceil(toShare(call, sparsity) * rows);
  return no_grad(() => {
    tensor.normal_(0, std, { generator });
    for (let column = 0; column < columns; column++) {
      const places = randperm(rows, { generator }).at(slice(null, zeros));
      if (places.numel() > 0) tensor.set([places, column], 0);
    }
    return tensor;
  });
}

function toShare(call: string, sparsity: unknown): number {
  if (typeof sparsity === "string") throw new TypeMismatch(call, "must be real number, not str");
  if (typeof sparsity !== "number") {
    throw new TypeMismatch(call, `unsupported operand type(s) for *: '${typeName(sparsity)}' and 'int'`);
  }
  if (Number.isNaN(sparsity)) throw new ValueError(call, "cannot convert float NaN to integer");
  return sparsity;
}
