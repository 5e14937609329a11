import { adaptive_avg_pool1d, adaptive_avg_pool2d } from "./adaptive-pool";
import { batch_norm } from "./batch-norm";
import { bilinear } from "./bilinear";
import { conv1d, conv2d, conv3d } from "./conv";
import { conv_transpose1d, conv_transpose2d, conv_transpose3d } from "./conv-transpose";
import { cosine_similarity, pairwise_distance, pdist } from "./distances";
import { alpha_dropout, dropout, dropout1d, dropout2d, dropout3d, feature_alpha_dropout } from "./dropout";
import { embedding } from "./embedding";
import { embedding_bag } from "./embedding-bag";
import { gumbel_softmax } from "./gumbel-softmax";
import { instance_norm } from "./instance-norm";
import { interpolate } from "./interpolate";
import { group_norm, layer_norm } from "./layer-norm";
import { local_response_norm } from "./local-response-norm";
import { normalize } from "./normalize";
import { one_hot } from "./one-hot";
import { pad } from "./pad";
import { pixel_shuffle, pixel_unshuffle } from "./pixels";
import { avg_pool1d, avg_pool2d, max_pool1d, max_pool2d, max_pool3d } from "./pool";
import { prelu } from "./prelu";
import { softmin } from "./softmin";

/** The functions of `nn.functional` that have files of their own. */
export const layers = {
  adaptive_avg_pool1d,
  adaptive_avg_pool2d,
  avg_pool1d,
  avg_pool2d,
  batch_norm,
  bilinear,
  conv1d,
  conv2d,
  conv3d,
  conv_transpose1d,
  conv_transpose2d,
  conv_transpose3d,
  cosine_similarity,
  alpha_dropout,
  dropout,
  dropout1d,
  dropout2d,
  dropout3d,
  feature_alpha_dropout,
  embedding,
  embedding_bag,
  group_norm,
  gumbel_softmax,
  instance_norm,
  interpolate,
  layer_norm,
  local_response_norm,
  max_pool1d,
  max_pool2d,
  max_pool3d,
  normalize,
  one_hot,
  pad,
  pairwise_distance,
  pdist,
  pixel_shuffle,
  pixel_unshuffle,
  prelu,
  softmin,
};
