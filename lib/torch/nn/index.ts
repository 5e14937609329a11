import {
  celu,
  celu_,
  elu,
  elu_,
  gelu,
  glu,
  hardshrink,
  hardsigmoid,
  hardswish,
  hardtanh,
  hardtanh_,
  leaky_relu,
  leaky_relu_,
  logsigmoid,
  mish,
  relu_,
  relu6,
  selu,
  selu_,
  silu,
  softplus,
  softshrink,
  softsign,
  tanhshrink,
  threshold,
  threshold_,
} from "./activation";
import { linear, log_softmax, relu, sigmoid, softmax, tanh } from "./functional";
import { layers } from "./functional/index";
import {
  binary_cross_entropy,
  binary_cross_entropy_with_logits,
  cosine_embedding_loss,
  cross_entropy,
  gaussian_nll_loss,
  hinge_embedding_loss,
  huber_loss,
  kl_div,
  l1_loss,
  margin_ranking_loss,
  mse_loss,
  multi_margin_loss,
  multilabel_margin_loss,
  multilabel_soft_margin_loss,
  nll_loss,
  poisson_nll_loss,
  smooth_l1_loss,
  soft_margin_loss,
  triplet_margin_loss,
  triplet_margin_with_distance_loss,
} from "./losses";

export {
  CELU,
  ELU,
  GELU,
  GLU,
  Hardshrink,
  Hardsigmoid,
  Hardswish,
  Hardtanh,
  Identity,
  LeakyReLU,
  LogSigmoid,
  LogSoftmax,
  Mish,
  ReLU,
  ReLU6,
  SELU,
  Sigmoid,
  SiLU,
  Softmax,
  Softmax2d,
  Softmin,
  Softplus,
  Softshrink,
  Softsign,
  Tanh,
  Tanhshrink,
  Threshold,
} from "./activation";
export {
  AdaptiveAvgPool1d,
  AdaptiveAvgPool2d,
  AdaptiveAvgPool3d,
  AdaptiveMaxPool1d,
  AdaptiveMaxPool2d,
  AdaptiveMaxPool3d,
} from "./adaptive-pool";
export type { ParameterOptions, Rest, Sizes } from "./arguments";
export { MultiheadAttention } from "./attention";
export { AvgPool1d, AvgPool2d, AvgPool3d } from "./avg-pool";
export { BatchNorm1d, BatchNorm2d, BatchNorm3d } from "./batch-norm";
export { Bilinear } from "./bilinear";
export { ChannelShuffle } from "./channel-shuffle";
export { Conv1d, Conv2d, Conv3d } from "./conv";
export type { ConvOptions, ConvTransposeOptions } from "./conv-base";
export { ConvTranspose1d, ConvTranspose2d, ConvTranspose3d } from "./conv-transpose";
export { CosineSimilarity, PairwiseDistance } from "./distances";
export {
  AlphaDropout,
  Dropout,
  Dropout1d,
  Dropout2d,
  Dropout3d,
  type DropoutModuleOptions,
  FeatureAlphaDropout,
} from "./dropout";
export { Embedding } from "./embedding";
export { EmbeddingBag } from "./embedding-bag";
export { Flatten, type FlattenOptions } from "./flatten";
export type { DropoutArguments, DropoutOptions } from "./functional/dropout";
export { GroupNorm } from "./group-norm";
export type { RemovableHandle } from "./hooks";
export { InstanceNorm1d, InstanceNorm2d, InstanceNorm3d } from "./instance-norm";
export { LayerNorm } from "./layer-norm";
export { Linear, type LinearOptions } from "./linear";
export { LocalResponseNorm } from "./local-response-norm";
export {
  BCELoss,
  BCEWithLogitsLoss,
  CosineEmbeddingLoss,
  CrossEntropyLoss,
  GaussianNLLLoss,
  HingeEmbeddingLoss,
  HuberLoss,
  KLDivLoss,
  L1Loss,
  MarginRankingLoss,
  MSELoss,
  MultiLabelMarginLoss,
  MultiLabelSoftMarginLoss,
  MultiMarginLoss,
  NLLLoss,
  PoissonNLLLoss,
  SmoothL1Loss,
  SoftMarginLoss,
  TripletMarginLoss,
  TripletMarginWithDistanceLoss,
} from "./losses";
export { LPPool1d, LPPool2d } from "./lp-pool";
export { LSTM } from "./lstm";
export { MaxPool1d, MaxPool2d, MaxPool3d } from "./max-pool";
export { MaxUnpool1d, MaxUnpool2d, MaxUnpool3d } from "./max-unpool";
export { type AnyModule, type ForwardHook, type ForwardPreHook, type Layer, Module } from "./module";
export { ModuleDict } from "./module-dict";
export { ModuleList } from "./module-list";
export type { NormOptions } from "./norm-base";
export {
  ConstantPad1d,
  ConstantPad2d,
  ConstantPad3d,
  ReflectionPad1d,
  ReflectionPad2d,
  ReflectionPad3d,
  ReplicationPad1d,
  ReplicationPad2d,
  ReplicationPad3d,
  ZeroPad2d,
} from "./padding";
export { Parameter } from "./parameter";
export { ParameterDict } from "./parameter-dict";
export { ParameterList } from "./parameter-list";
export { PReLU } from "./prelu";
export { GRU, RNN } from "./rnn";
export { GRUCell, LSTMCell, RNNCell } from "./rnn-cells";
export { RReLU } from "./rrelu";
export { Sequential } from "./sequential";
export { PixelShuffle, PixelUnshuffle, Unflatten } from "./shapes";
export { Fold, Unfold } from "./sliding-blocks";
export { Transformer } from "./transformer";
export { TransformerDecoderLayer, TransformerEncoderLayer } from "./transformer-layers";
export { TransformerDecoder, TransformerEncoder } from "./transformer-stacks";
export { Upsample, UpsamplingBilinear2d, UpsamplingNearest2d } from "./upsample";

/** The modules' functions, as `nn.functional.…`. */
export const functional = {
  linear,
  relu,
  sigmoid,
  tanh,
  leaky_relu,
  hardtanh,
  relu6,
  hardsigmoid,
  hardswish,
  hardshrink,
  softshrink,
  threshold,
  elu,
  selu,
  celu,
  gelu,
  silu,
  mish,
  softplus,
  logsigmoid,
  softsign,
  tanhshrink,
  celu_,
  elu_,
  hardtanh_,
  leaky_relu_,
  relu_,
  selu_,
  threshold_,
  glu,
  softmax,
  log_softmax,
  binary_cross_entropy,
  binary_cross_entropy_with_logits,
  cosine_embedding_loss,
  cross_entropy,
  gaussian_nll_loss,
  hinge_embedding_loss,
  huber_loss,
  kl_div,
  l1_loss,
  margin_ranking_loss,
  mse_loss,
  multi_margin_loss,
  multilabel_margin_loss,
  multilabel_soft_margin_loss,
  nll_loss,
  poisson_nll_loss,
  smooth_l1_loss,
  soft_margin_loss,
  triplet_margin_loss,
  triplet_margin_with_distance_loss,
  ...layers,
};
