import { isTensor, type Tensor } from "../tensor";
import { asFunction } from "./as-function";
import { checkInput } from "./input";

/**
 * Values at places along a dimension; see `Tensor.gather`.
 * @example
 * torch.gather(torch.tensor([[1, 2], [3, 4]]), 1, torch.tensor([[1], [0]])) // => tensor([[2],\n        [3]])
 */
export const gather = asFunction("gather");
/**
 * Slices at places along a dimension; see `Tensor.index_select`.
 * @example
 * torch.index_select(torch.tensor([10, 20, 30]), 0, torch.tensor([2, 0])) // => tensor([30, 10])
 */
export const index_select = asFunction("index_select");
/**
 * Values at places of the flattened tensor; see `Tensor.take`.
 * @example
 * torch.take(torch.tensor([[1, 2], [3, 4]]), torch.tensor([3, 0])) // => tensor([4, 1])
 */
export const take = asFunction("take");
/**
 * `gather` with an index that is broadcast; see `Tensor.take_along_dim`.
 * @example
 * torch.take_along_dim(torch.tensor([[3, 1, 2]]), torch.tensor([[1, 2, 0]]), 1) // => tensor([[1, 2, 3]])
 */
export const take_along_dim = asFunction("take_along_dim");
/**
 * The values where a mask is true; see `Tensor.masked_select`.
 * @example
 * torch.masked_select(torch.tensor([1, 2, 3]), torch.tensor([true, false, true])) // => tensor([1, 3])
 */
export const masked_select = asFunction("masked_select");
/**
 * Where the values differ from 0; see `Tensor.nonzero`.
 * @example
 * torch.nonzero(torch.tensor([0, 5, 7])) // => tensor([[1],\n        [2]])
 */
export const nonzero = asFunction("nonzero");
/**
 * Where the values differ from 0, a row of places for each.
 * @example
 * torch.argwhere(torch.tensor([0, 5, 7])) // => tensor([[1],\n        [2]])
 */
export const argwhere = asFunction("argwhere");
/**
 * A copy with values written at places; see `Tensor.scatter`.
 * @example
 * torch.scatter(torch.tensor([0, 0, 0]), 0, torch.tensor([2, 0]), torch.tensor([5, 7])) // => tensor([7, 0, 5])
 */
export const scatter = asFunction("scatter");
/**
 * A copy with values added at places; see `Tensor.scatter_add`.
 * @example
 * torch.scatter_add(torch.tensor([0, 0]), 0, torch.tensor([1, 1, 0]), torch.tensor([1, 2, 3])) // => tensor([3, 3])
 */
export const scatter_add = asFunction("scatter_add");
/**
 * A copy with values joined at places; see `Tensor.scatter_reduce`.
 * @example
 * torch.scatter_reduce(torch.tensor([1, 1]), 0, torch.tensor([0, 0, 1]), torch.tensor([2, 3, 4]), "sum") // => tensor([6, 5])
 */
export const scatter_reduce = asFunction("scatter_reduce");
/**
 * A copy with slices added to; see `Tensor.index_add`.
 * @example
 * torch.index_add(torch.tensor([0, 0, 0]), 0, torch.tensor([2, 2, 0]), torch.tensor([1, 2, 3])) // => tensor([3, 0, 3])
 */
export const index_add = asFunction("index_add");
/**
 * A copy with slices replaced; see `Tensor.index_copy`.
 * @example
 * torch.index_copy(torch.tensor([0, 0, 0]), 0, torch.tensor([2, 0]), torch.tensor([5, 7])) // => tensor([7, 0, 5])
 */
export const index_copy = asFunction("index_copy");
/**
 * A copy with slices filled; see `Tensor.index_fill`.
 * @example
 * torch.index_fill(torch.tensor([1, 2, 3]), 0, torch.tensor([0, 2]), -1) // => tensor([-1,  2, -1])
 */
export const index_fill = asFunction("index_fill");
/**
 * A copy after `t[indices] = values`; see `Tensor.index_put`.
 * @example
 * torch.index_put(torch.tensor([1, 2, 3]), [torch.tensor([0, 2])], torch.tensor([7, 8])) // => tensor([7, 2, 8])
 */
export const index_put = asFunction("index_put");
/**
 * `index_put` in place.
 * @example
 * torch.index_put_(torch.tensor([1, 2, 3]), [torch.tensor([0, 2])], torch.tensor([7, 8])) // => tensor([7, 2, 8])
 */
export const index_put_ = asFunction("index_put_");
/**
 * A copy with one value where a mask is true; see `Tensor.masked_fill`.
 * @example
 * torch.masked_fill(torch.tensor([1, 2, 3]), torch.tensor([true, false, true]), -1) // => tensor([-1,  2, -1])
 */
export const masked_fill = asFunction("masked_fill");
/**
 * A copy with values, one after the other, where a mask is true; see `Tensor.masked_scatter`.
 * @example
 * torch.masked_scatter(torch.tensor([0, 0, 0]), torch.tensor([true, false, true]), torch.tensor([5, 7])) // => tensor([5, 0, 7])
 */
export const masked_scatter = asFunction("masked_scatter");
/**
 * A copy with values at places of the flattened tensor; see `Tensor.put`.
 * @example
 * torch.put(torch.tensor([1, 2, 3]), torch.tensor([2, 0]), torch.tensor([7, 8])) // => tensor([8, 2, 7])
 */
export const put = asFunction("put");
/**
 * Whether the only value differs from 0.
 * @example
 * torch.is_nonzero(torch.tensor([0.5])) // => true
 */
export const is_nonzero = asFunction("is_nonzero");

/**
 * Every entry as often as said; see `Tensor.repeat_interleave`. With one tensor alone: each of its places as often as it
 * says there. Source: `torch.repeat_interleave`.
 * @example
 * torch.repeat_interleave(torch.tensor([1, 2])) // => tensor([0, 1, 1])
 */
export function repeat_interleave(
  input: Tensor,
  repeats?: number | Tensor | { output_size?: number | null },
  ...rest: readonly unknown[]
): Tensor {
  checkInput("repeat_interleave", input);
  if (typeof repeats === "number" || isTensor(repeats)) {
    return input.repeat_interleave(repeats, ...(rest as [number]));
  }
  const places = input.new_tensor(Array.from({ length: input.numel() }, (_, i) => i));
  return places.repeat_interleave(input);
}
