/**
 * The engine: PyTorch's CPU tensors, generators, initialisers and modules, with PyTorch's names, arithmetic, errors and
 * text. `import torch, { nn } from "torch"` in a cell; `@/lib/torch` in this repository.
 */
import { guardNamespace } from "./guard";
import * as initMembers from "./init";
import * as linalgMembers from "./linalg";
import * as members from "./members";
import * as nnMembers from "./nn";

const init = guardNamespace("torch.nn.init", { ...initMembers });
const functional = guardNamespace("torch.nn.functional", { ...nnMembers.functional });
const utils = guardNamespace("torch.nn.utils", { ...nnMembers.utils });

/** Layers, their initialisers (`nn.init`) and their functions (`nn.functional`). */
export const nn = guardNamespace("torch.nn", { ...nnMembers, init, functional, utils });

/** The types under `nn.`. */
export declare namespace nn {
  type Layer = nnMembers.Layer;
  type AdaptiveAvgPool1d = nnMembers.AdaptiveAvgPool1d;
  type AdaptiveAvgPool2d = nnMembers.AdaptiveAvgPool2d;
  type AvgPool1d = nnMembers.AvgPool1d;
  type AvgPool2d = nnMembers.AvgPool2d;
  type BatchNorm1d = nnMembers.BatchNorm1d;
  type BatchNorm2d = nnMembers.BatchNorm2d;
  type BatchNorm3d = nnMembers.BatchNorm3d;
  type Bilinear = nnMembers.Bilinear;
  type Conv1d = nnMembers.Conv1d;
  type Conv2d = nnMembers.Conv2d;
  type Conv3d = nnMembers.Conv3d;
  type ConvTranspose1d = nnMembers.ConvTranspose1d;
  type ConvTranspose2d = nnMembers.ConvTranspose2d;
  type ConvTranspose3d = nnMembers.ConvTranspose3d;
  type Dropout = nnMembers.Dropout;
  type Embedding = nnMembers.Embedding;
  type EmbeddingBag = nnMembers.EmbeddingBag;
  type Flatten = nnMembers.Flatten;
  type Dropout1d = nnMembers.Dropout1d;
  type Dropout2d = nnMembers.Dropout2d;
  type Dropout3d = nnMembers.Dropout3d;
  type AlphaDropout = nnMembers.AlphaDropout;
  type FeatureAlphaDropout = nnMembers.FeatureAlphaDropout;
  type GRU = nnMembers.GRU;
  type GRUCell = nnMembers.GRUCell;
  type GroupNorm = nnMembers.GroupNorm;
  type Identity = nnMembers.Identity;
  type InstanceNorm1d = nnMembers.InstanceNorm1d;
  type InstanceNorm2d = nnMembers.InstanceNorm2d;
  type InstanceNorm3d = nnMembers.InstanceNorm3d;
  type LSTM = nnMembers.LSTM;
  type LSTMCell = nnMembers.LSTMCell;
  type LayerNorm = nnMembers.LayerNorm;
  type Linear = nnMembers.Linear;
  type MaxPool1d = nnMembers.MaxPool1d;
  type MaxPool2d = nnMembers.MaxPool2d;
  type MaxPool3d = nnMembers.MaxPool3d;
  type Module = nnMembers.Module;
  type ModuleDict = nnMembers.ModuleDict;
  type ModuleList = nnMembers.ModuleList;
  type MultiheadAttention = nnMembers.MultiheadAttention;
  type PReLU = nnMembers.PReLU;
  type Parameter = nnMembers.Parameter;
  type ParameterDict = nnMembers.ParameterDict;
  type ParameterList = nnMembers.ParameterList;
  type PixelShuffle = nnMembers.PixelShuffle;
  type PixelUnshuffle = nnMembers.PixelUnshuffle;
  type RNN = nnMembers.RNN;
  type RNNCell = nnMembers.RNNCell;
  type ReLU = nnMembers.ReLU;
  type Sequential = nnMembers.Sequential;
  type Sigmoid = nnMembers.Sigmoid;
  type Tanh = nnMembers.Tanh;
  type Transformer = nnMembers.Transformer;
  type TransformerDecoder = nnMembers.TransformerDecoder;
  type TransformerDecoderLayer = nnMembers.TransformerDecoderLayer;
  type TransformerEncoder = nnMembers.TransformerEncoder;
  type TransformerEncoderLayer = nnMembers.TransformerEncoderLayer;
  type Unflatten = nnMembers.Unflatten;
  type Upsample = nnMembers.Upsample;
}

/** Decompositions and norms of matrices. */
export const linalg = guardNamespace("torch.linalg", { ...linalgMembers });

/** PyTorch, as far as this engine goes. */
const torch = guardNamespace("torch", { ...members, linalg, nn });

declare namespace torch {
  type Tensor = members.Tensor;
  type Generator = members.Generator;
  type DType = members.DType;
}

export default torch;
export * from "./errors";
export * from "./members";
export { allocatedBytes, setAllocationLimit } from "./memory";
export { type GeneratorDigest, generatorState } from "./random";
