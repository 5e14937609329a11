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
import { channel_shuffle } from "./channel-shuffle";
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
import { lp_pool1d, lp_pool2d } from "./lp-pool";
import {
  max_pool1d,
  max_pool1d_with_indices,
  max_pool2d,
  max_pool2d_with_indices,
  max_pool3d,
  max_pool3d_with_indices,
} from "./max-pool";
import { max_unpool1d, max_unpool2d, max_unpool3d } from "./max-unpool";
import { normalize } from "./normalize";
import { one_hot } from "./one-hot";
import { pad } from "./pad";
import { pixel_shuffle, pixel_unshuffle } from "./pixels";
import { prelu } from "./prelu";
import { rrelu, rrelu_ } from "./rrelu";
import { fold, unfold } from "./sliding-blocks";
import { softmin } from "./softmin";

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
  channel_shuffle,
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
  fold,
  group_norm,
  gumbel_softmax,
  instance_norm,
  interpolate,
  layer_norm,
  local_response_norm,
  lp_pool1d,
  lp_pool2d,
  max_pool1d,
  max_pool1d_with_indices,
  max_pool2d,
  max_pool2d_with_indices,
  max_pool3d,
  normalize,
  one_hot,
  max_pool3d_with_indices,
  max_unpool1d,
  max_unpool2d,
  max_unpool3d,
  pad,
  pairwise_distance,
  pdist,
  pixel_shuffle,
  pixel_unshuffle,
  prelu,
  softmin,
  rrelu,
  rrelu_,
  unfold,
};
