import { linear, relu, sigmoid, tanh } from "./functional";
import { layers } from "./functional/index";

export { Identity, ReLU, Sigmoid, Tanh } from "./activations";
export type { ParameterOptions, Rest, Sizes } from "./arguments";
export { MultiheadAttention } from "./attention";
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
export { LSTM } from "./lstm";
export { type AnyModule, type ForwardHook, type ForwardPreHook, type Layer, Module } from "./module";
export { ModuleDict } from "./module-dict";
export { ModuleList } from "./module-list";
export type { NormOptions } from "./norm-base";
export { Parameter } from "./parameter";
export { ParameterDict } from "./parameter-dict";
export { ParameterList } from "./parameter-list";
export {
  AdaptiveAvgPool1d,
  AdaptiveAvgPool2d,
  AvgPool1d,
  AvgPool2d,
  MaxPool1d,
  MaxPool2d,
  MaxPool3d,
} from "./pool";
export { PReLU } from "./prelu";
export { GRU, RNN } from "./rnn";
export { GRUCell, LSTMCell, RNNCell } from "./rnn-cells";
export { Sequential } from "./sequential";
export { PixelShuffle, PixelUnshuffle, Unflatten, Upsample } from "./shapes";
export { Transformer } from "./transformer";
export { TransformerDecoderLayer, TransformerEncoderLayer } from "./transformer-layers";
export { TransformerDecoder, TransformerEncoder } from "./transformer-stacks";
export { utils } from "./utils";

/** The modules' functions, as `nn.functional.…`. */
export const functional = { linear, relu, sigmoid, tanh, ...layers };
