import {
  adaptive_max_pool1d,
  adaptive_max_pool1d_with_indices,
  adaptive_max_pool2d,
  adaptive_max_pool2d_with_indices,
  adaptive_max_pool3d,
  adaptive_max_pool3d_with_indices,
} from "./adaptive-max-pool";
import { adaptive_avg_pool1d, adaptive_avg_pool2d, adaptive_avg_pool3d } from "./adaptive-pool";
import { avg_pool1d, avg_pool2d, avg_pool3d } from "./avg-pool";
import { batch_norm } from "./batch-norm";
import { bilinear } from "./bilinear";
import { conv1d, conv2d, conv3d } from "./conv";
import { conv_transpose1d, conv_transpose2d, conv_transpose3d } from "./conv-transpose";
import { alpha_dropout, dropout, dropout1d, dropout2d, dropout3d, feature_alpha_dropout } from "./dropout";
import { embedding } from "./embedding";
import { embedding_bag } from "./embedding-bag";
import { instance_norm } from "./instance-norm";
import { interpolate } from "./interpolate";
import { group_norm, layer_norm } from "./layer-norm";
import {
  max_pool1d,
  max_pool1d_with_indices,
  max_pool2d,
  max_pool2d_with_indices,
  max_pool3d,
  max_pool3d_with_indices,
} from "./max-pool";
import { pad } from "./pad";
import { pixel_shuffle, pixel_unshuffle } from "./pixels";
import { prelu } from "./prelu";

/** The functions of `nn.functional` that have files of their own. */
export const layers = {
  adaptive_avg_pool1d,
  adaptive_avg_pool2d,
  adaptive_avg_pool3d,
  adaptive_max_pool1d,
  adaptive_max_pool1d_with_indices,
  adaptive_max_pool2d,
  adaptive_max_pool2d_with_indices,
  adaptive_max_pool3d,
  adaptive_max_pool3d_with_indices,
  avg_pool1d,
  avg_pool2d,
  avg_pool3d,
  batch_norm,
  bilinear,
  conv1d,
  conv2d,
  conv3d,
  conv_transpose1d,
  conv_transpose2d,
  conv_transpose3d,
  alpha_dropout,
  dropout,
  dropout1d,
  dropout2d,
  dropout3d,
  feature_alpha_dropout,
  embedding,
  embedding_bag,
  group_norm,
  instance_norm,
  interpolate,
  layer_norm,
  max_pool1d,
  max_pool1d_with_indices,
  max_pool2d,
  max_pool2d_with_indices,
  max_pool3d,
  max_pool3d_with_indices,
  pad,
  pixel_shuffle,
  pixel_unshuffle,
  prelu,
};
