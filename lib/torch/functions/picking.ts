import { isTensor, type Tensor } from "../tensor";
import { asFunction } from "./as-function";
import { checkInput } from "./input";

/** Values at places along a dimension; see `Tensor.gather`. */
export const gather = asFunction("gather");
/** Slices at places along a dimension; see `Tensor.index_select`. */
export const index_select = asFunction("index_select");
/** Values at places of the flattened tensor; see `Tensor.take`. */
export const take = asFunction("take");
/** `gather` with an index that is broadcast; see `Tensor.take_along_dim`. */
export const take_along_dim = asFunction("take_along_dim");
/** The values where a mask is true; see `Tensor.masked_select`. */
export const masked_select = asFunction("masked_select");
/** Where the values differ from 0; see `Tensor.nonzero`. */
export const nonzero = asFunction("nonzero");
/** Where the values differ from 0, a row of places for each. */
export const argwhere = asFunction("argwhere");
/** A copy with values written at places; see `Tensor.scatter`. */
export const scatter = asFunction("scatter");
/** A copy with values added at places; see `Tensor.scatter_add`. */
export const scatter_add = asFunction("scatter_add");
/** A copy with values joined at places; see `Tensor.scatter_reduce`. */
export const scatter_reduce = asFunction("scatter_reduce");
/** A copy with slices added to; see `Tensor.index_add`. */
export const index_add = asFunction("index_add");
/** A copy with slices replaced; see `Tensor.index_copy`. */
export const index_copy = asFunction("index_copy");
/** A copy with slices filled; see `Tensor.index_fill`. */
export const index_fill = asFunction("index_fill");
/** A copy after `t[indices] = values`; see `Tensor.index_put`. */
export const index_put = asFunction("index_put");
/** `index_put` in place. */
export const index_put_ = asFunction("index_put_");
/** A copy with one value where a mask is true; see `Tensor.masked_fill`. */
export const masked_fill = asFunction("masked_fill");
/** A copy with values, one after the other, where a mask is true; see `Tensor.masked_scatter`. */
export const masked_scatter = asFunction("masked_scatter");
/** A copy with values at places of the flattened tensor; see `Tensor.put`. */
export const put = asFunction("put");
/** Whether the only value differs from 0. */
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
