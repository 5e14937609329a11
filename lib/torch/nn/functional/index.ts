/** The functions of `nn.functional` that have files of their own. */
export { batch_norm } from "./batch-norm";
export { bilinear } from "./bilinear";
export { conv1d, conv2d, conv3d } from "./conv";
export { conv_transpose1d, conv_transpose2d, conv_transpose3d } from "./conv-transpose";
export { dropout } from "./dropout";
export { embedding } from "./embedding";
export { embedding_bag } from "./embedding-bag";
export { instance_norm } from "./instance-norm";
export { group_norm, layer_norm } from "./layer-norm";
export { pad } from "./pad";
export { prelu } from "./prelu";
