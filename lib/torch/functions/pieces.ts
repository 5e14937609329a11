import { asFunction } from "./as-function";

/**
 * Pieces of equal or given size along a dimension; see `Tensor.split`.
 * @example
 * torch.split(torch.arange(5), 2) // => tensor([0, 1]),tensor([2, 3]),tensor([4])
 */
export const split = asFunction("split");
/**
 * Pieces of given sizes along a dimension; see `Tensor.split_with_sizes`.
 * @example
 * torch.split_with_sizes(torch.arange(5), [2, 3]) // => tensor([0, 1]),tensor([2, 3, 4])
 */
export const split_with_sizes = asFunction("split_with_sizes");
/**
 * At most so many pieces of equal size; see `Tensor.chunk`.
 * @example
 * torch.chunk(torch.arange(5), 2) // => tensor([0, 1, 2]),tensor([3, 4])
 */
export const chunk = asFunction("chunk");
/**
 * So many pieces, or cut at given places; see `Tensor.tensor_split`.
 * @example
 * torch.tensor_split(torch.arange(5), 2) // => tensor([0, 1, 2]),tensor([3, 4])
 */
export const tensor_split = asFunction("tensor_split");
/**
 * `tensor_split` into columns; see `Tensor.hsplit`.
 * @example
 * torch.hsplit(torch.tensor([[1, 2, 3, 4]]), 2) // => tensor([[1, 2]]),tensor([[3, 4]])
 */
export const hsplit = asFunction("hsplit");
/**
 * `tensor_split` into rows; see `Tensor.vsplit`.
 * @example
 * torch.vsplit(torch.tensor([[1, 2], [3, 4]]), 2) // => tensor([[1, 2]]),tensor([[3, 4]])
 */
export const vsplit = asFunction("vsplit");
/**
 * `tensor_split` along dimension 2; see `Tensor.dsplit`.
 * @example
 * torch.dsplit(torch.tensor([[[1, 2, 3, 4]]]), 2) // => tensor([[[1, 2]]]),tensor([[[3, 4]]])
 */
export const dsplit = asFunction("dsplit");
/**
 * The slices along a dimension; see `Tensor.unbind`.
 * @example
 * torch.unbind(torch.tensor([[1, 2], [3, 4]])) // => tensor([1, 2]),tensor([3, 4])
 */
export const unbind = asFunction("unbind");
/**
 * Copies side by side; see `Tensor.tile`.
 * @example
 * torch.tile(torch.tensor([1, 2]), [2]) // => tensor([1, 2, 1, 2])
 */
export const tile = asFunction("tile");
/**
 * The entries in reverse order; see `Tensor.flip`.
 * @example
 * torch.flip(torch.tensor([1, 2, 3]), [0]) // => tensor([3, 2, 1])
 */
export const flip = asFunction("flip");
/**
 * The columns in reverse order.
 * @example
 * torch.fliplr(torch.tensor([[1, 2], [3, 4]])) // => tensor([[2, 1],\n        [4, 3]])
 */
export const fliplr = asFunction("fliplr");
/**
 * The rows in reverse order.
 * @example
 * torch.flipud(torch.tensor([[1, 2], [3, 4]])) // => tensor([[3, 4],\n        [1, 2]])
 */
export const flipud = asFunction("flipud");
/**
 * The entries moved along; see `Tensor.roll`.
 * @example
 * torch.roll(torch.tensor([1, 2, 3]), 1) // => tensor([3, 1, 2])
 */
export const roll = asFunction("roll");
/**
 * Turned by 90°; see `Tensor.rot90`.
 * @example
 * torch.rot90(torch.tensor([[1, 2], [3, 4]])) // => tensor([[2, 4],\n        [1, 3]])
 */
export const rot90 = asFunction("rot90");
/**
 * Dimensions moved to other places; see `Tensor.movedim`.
 * @example
 * torch.movedim(torch.zeros(2, 3, 4), 0, -1).shape // => 3,4,2
 */
export const movedim = asFunction("movedim");
/**
 * Another name of `movedim`.
 * @example
 * torch.moveaxis(torch.zeros(2, 3, 4), 0, -1).shape // => 3,4,2
 */
export const moveaxis = asFunction("moveaxis");
/**
 * Another name of `transpose`.
 * @example
 * torch.swapaxes(torch.zeros(2, 3), 0, 1).shape // => 3,2
 */
export const swapaxes = asFunction("swapaxes");
/**
 * Another name of `transpose`.
 * @example
 * torch.swapdims(torch.zeros(2, 3), 0, 1).shape // => 3,2
 */
export const swapdims = asFunction("swapdims");
/**
 * All values in one row; see `Tensor.ravel`.
 * @example
 * torch.ravel(torch.tensor([[1, 2], [3, 4]])) // => tensor([1, 2, 3, 4])
 */
export const ravel = asFunction("ravel");
/**
 * A larger shape; see `Tensor.broadcast_to`.
 * @example
 * torch.broadcast_to(torch.tensor([1, 2]), [2, 2]) // => tensor([[1, 2],\n        [1, 2]])
 */
export const broadcast_to = asFunction("broadcast_to");
/**
 * `narrow` as a tensor of its own.
 * @example
 * torch.narrow_copy(torch.tensor([1, 2, 3]), 0, 1, 2) // => tensor([2, 3])
 */
export const narrow_copy = asFunction("narrow_copy");
/**
 * The storage read in any way; see `Tensor.as_strided`.
 * @example
 * torch.as_strided(torch.arange(4), [2, 2], [1, 1]) // => tensor([[0, 1],\n        [1, 2]])
 */
export const as_strided = asFunction("as_strided");
/**
 * A copy with another slice; see `Tensor.select_scatter`.
 * @example
 * torch.select_scatter(torch.zeros(2, 2), torch.ones(2), 0, 1) // => tensor([[0., 0.],\n        [1., 1.]])
 */
export const select_scatter = asFunction("select_scatter");
/**
 * A copy with another range; see `Tensor.slice_scatter`.
 * @example
 * torch.slice_scatter(torch.zeros(4), torch.ones(2), { start: 1, end: 3, step: 1 }) // => tensor([0., 1., 1., 0.])
 */
export const slice_scatter = asFunction("slice_scatter");
