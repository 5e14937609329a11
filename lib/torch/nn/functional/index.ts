/** The functions of `nn.functional` that have files of their own. */
export { adaptive_avg_pool1d, adaptive_avg_pool2d } from "./adaptive-pool";
export { batch_norm } from "./batch-norm";
export { bilinear } from "./bilinear";
export { conv1d, conv2d, conv3d } from "./conv";
export { conv_transpose1d, conv_transpose2d, conv_transpose3d } from "./conv-transpose";
export { dropout } from "./dropout";
export { embedding } from "./embedding";
export { embedding_bag } from "./embedding-bag";
export { instance_norm } from "./instance-norm";
export { interpolate } from "./interpolate";
export { group_norm, layer_norm } from "./layer-norm";
export { pad } from "./pad";
export { pixel_shuffle, pixel_unshuffle } from "./pixels";
export { avg_pool1d, avg_pool2d, max_pool1d, max_pool2d, max_pool3d } from "./pool";
export { prelu } from "./prelu";
