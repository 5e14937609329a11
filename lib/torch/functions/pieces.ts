import { asFunction } from "./as-function";

/** Pieces of equal or given size along a dimension; see `Tensor.split`. */
export const split = asFunction("split");
/** Pieces of given sizes along a dimension; see `Tensor.split_with_sizes`. */
export const split_with_sizes = asFunction("split_with_sizes");
/** At most so many pieces of equal size; see `Tensor.chunk`. */
export const chunk = asFunction("chunk");
/** So many pieces, or cut at given places; see `Tensor.tensor_split`. */
export const tensor_split = asFunction("tensor_split");
/** `tensor_split` into columns; see `Tensor.hsplit`. */
export const hsplit = asFunction("hsplit");
/** `tensor_split` into rows; see `Tensor.vsplit`. */
export const vsplit = asFunction("vsplit");
/** `tensor_split` along dimension 2; see `Tensor.dsplit`. */
export const dsplit = asFunction("dsplit");
/** The slices along a dimension; see `Tensor.unbind`. */
export const unbind = asFunction("unbind");
/** Copies side by side; see `Tensor.tile`. */
export const tile = asFunction("tile");
/** The entries in reverse order; see `Tensor.flip`. */
export const flip = asFunction("flip");
/** The columns in reverse order. */
export const fliplr = asFunction("fliplr");
/** The rows in reverse order. */
export const flipud = asFunction("flipud");
/** The entries moved along; see `Tensor.roll`. */
export const roll = asFunction("roll");
/** Turned by 90°; see `Tensor.rot90`. */
export const rot90 = asFunction("rot90");
/** Dimensions moved to other places; see `Tensor.movedim`. */
export const movedim = asFunction("movedim");
/** Another name of `movedim`. */
export const moveaxis = asFunction("moveaxis");
/** Another name of `transpose`. */
export const swapaxes = asFunction("swapaxes");
/** Another name of `transpose`. */
export const swapdims = asFunction("swapdims");
/** All values in one row; see `Tensor.ravel`. */
export const ravel = asFunction("ravel");
/** A larger shape; see `Tensor.broadcast_to`. */
export const broadcast_to = asFunction("broadcast_to");
/** `narrow` as a tensor of its own. */
export const narrow_copy = asFunction("narrow_copy");
/** The storage read in any way; see `Tensor.as_strided`. */
export const as_strided = asFunction("as_strided");
/** A copy with another slice; see `Tensor.select_scatter`. */
export const select_scatter = asFunction("select_scatter");
/** A copy with another range; see `Tensor.slice_scatter`. */
export const slice_scatter = asFunction("slice_scatter");
