import {
  celu,
  elu,
  gelu,
  glu,
  hardshrink,
  hardsigmoid,
  hardswish,
  hardtanh,
  leaky_relu,
  logsigmoid,
  mish,
  relu6,
  selu,
  silu,
  softplus,
  softshrink,
  softsign,
  tanhshrink,
  threshold,
} from "./activation";
import { linear, log_softmax, relu, sigmoid, softmax, tanh } from "./functional";
import { layers } from "./functional/index";
import {
  binary_cross_entropy,
  binary_cross_entropy_with_logits,
  cross_entropy,
  huber_loss,
  l1_loss,
  mse_loss,
  nll_loss,
  smooth_l1_loss,
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
export { Conv1d, Conv2d, Conv3d } from "./conv";
export type { ConvOptions, ConvTransposeOptions } from "./conv-base";
export { ConvTranspose1d, ConvTranspose2d, ConvTranspose3d } from "./conv-transpose";
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
export {
  BCELoss,
  BCEWithLogitsLoss,
  CrossEntropyLoss,
  HuberLoss,
  L1Loss,
  MSELoss,
  NLLLoss,
  SmoothL1Loss,
} from "./losses";
export { LSTM } from "./lstm";
export { MaxPool1d, MaxPool2d, MaxPool3d } from "./max-pool";
export { type AnyModule, type ForwardHook, type ForwardPreHook, type Layer, Module } from "./module";
export { ModuleDict } from "./module-dict";
export { ModuleList } from "./module-list";
export type { NormOptions } from "./norm-base";
export { Parameter } from "./parameter";
export { ParameterDict } from "./parameter-dict";
export { ParameterList } from "./parameter-list";
export { PReLU } from "./prelu";
export { GRU, RNN } from "./rnn";
export { GRUCell, LSTMCell, RNNCell } from "./rnn-cells";
export { Sequential } from "./sequential";
export { PixelShuffle, PixelUnshuffle, Unflatten, Upsample } from "./shapes";
export { Transformer } from "./transformer";
export { TransformerDecoderLayer, TransformerEncoderLayer } from "./transformer-layers";
export { TransformerDecoder, TransformerEncoder } from "./transformer-stacks";

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
  glu,
  softmax,
  log_softmax,
  binary_cross_entropy,
  binary_cross_entropy_with_logits,
  cross_entropy,
  huber_loss,
  l1_loss,
  mse_loss,
  nll_loss,
  smooth_l1_loss,
  ...layers,
};
