/**
 * The engine: PyTorch's CPU tensors, generators, initialisers and modules, with PyTorch's names, arithmetic, errors and
 * text. `import torch, { nn } from "torch"` in a cell; `@/lib/torch` in this repository.
 */
import * as autogradMembers from "./autograd";
import { guardNamespace, pick } from "./guard";
import * as initMembers from "./init";
import * as linalgMembers from "./linalg";
import * as members from "./members";
import * as nnMembers from "./nn";
import * as utilsMembers from "./nn/utils";
import * as optimMembers from "./optim";
import * as schedulers from "./optim/lr_scheduler";

const init = guardNamespace("torch.nn.init", { ...initMembers });
const functional = guardNamespace("torch.nn.functional", { ...nnMembers.functional });
const utils = guardNamespace("torch.nn.utils", { ...utilsMembers });

/** Layers, their initialisers (`nn.init`) and their functions (`nn.functional`). */
export const nn = guardNamespace("torch.nn", { ...nnMembers, init, functional, utils });

/** The types under `nn.`. */
export declare namespace nn {
  type Layer = nnMembers.Layer;
  type AdaptiveAvgPool1d = nnMembers.AdaptiveAvgPool1d;
  type AdaptiveAvgPool2d = nnMembers.AdaptiveAvgPool2d;
  type AdaptiveAvgPool3d = nnMembers.AdaptiveAvgPool3d;
  type AdaptiveMaxPool1d = nnMembers.AdaptiveMaxPool1d;
  type AdaptiveMaxPool2d = nnMembers.AdaptiveMaxPool2d;
  type AdaptiveMaxPool3d = nnMembers.AdaptiveMaxPool3d;
  type AvgPool1d = nnMembers.AvgPool1d;
  type AvgPool2d = nnMembers.AvgPool2d;
  type AvgPool3d = nnMembers.AvgPool3d;
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
  type LocalResponseNorm = nnMembers.LocalResponseNorm;
  type LSTM = nnMembers.LSTM;
  type LSTMCell = nnMembers.LSTMCell;
  type LayerNorm = nnMembers.LayerNorm;
  type Linear = nnMembers.Linear;
  type MaxPool1d = nnMembers.MaxPool1d;
  type MaxPool2d = nnMembers.MaxPool2d;
  type MaxPool3d = nnMembers.MaxPool3d;
  type ChannelShuffle = nnMembers.ChannelShuffle;
  type Fold = nnMembers.Fold;
  type Unfold = nnMembers.Unfold;
  type LPPool1d = nnMembers.LPPool1d;
  type LPPool2d = nnMembers.LPPool2d;
  type MaxUnpool1d = nnMembers.MaxUnpool1d;
  type MaxUnpool2d = nnMembers.MaxUnpool2d;
  type MaxUnpool3d = nnMembers.MaxUnpool3d;
  type ConstantPad1d = nnMembers.ConstantPad1d;
  type ConstantPad2d = nnMembers.ConstantPad2d;
  type ConstantPad3d = nnMembers.ConstantPad3d;
  type ReflectionPad1d = nnMembers.ReflectionPad1d;
  type ReflectionPad2d = nnMembers.ReflectionPad2d;
  type ReflectionPad3d = nnMembers.ReflectionPad3d;
  type ReplicationPad1d = nnMembers.ReplicationPad1d;
  type ReplicationPad2d = nnMembers.ReplicationPad2d;
  type ReplicationPad3d = nnMembers.ReplicationPad3d;
  type ZeroPad2d = nnMembers.ZeroPad2d;
  type RReLU = nnMembers.RReLU;
  type Softmax2d = nnMembers.Softmax2d;
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
  type UpsamplingBilinear2d = nnMembers.UpsamplingBilinear2d;
  type UpsamplingNearest2d = nnMembers.UpsamplingNearest2d;
  type CELU = nnMembers.CELU;
  type ELU = nnMembers.ELU;
  type GELU = nnMembers.GELU;
  type GLU = nnMembers.GLU;
  type Hardshrink = nnMembers.Hardshrink;
  type Hardsigmoid = nnMembers.Hardsigmoid;
  type Hardswish = nnMembers.Hardswish;
  type Hardtanh = nnMembers.Hardtanh;
  type LeakyReLU = nnMembers.LeakyReLU;
  type LogSigmoid = nnMembers.LogSigmoid;
  type LogSoftmax = nnMembers.LogSoftmax;
  type Mish = nnMembers.Mish;
  type ReLU6 = nnMembers.ReLU6;
  type SELU = nnMembers.SELU;
  type SiLU = nnMembers.SiLU;
  type Softmax = nnMembers.Softmax;
  type Softmin = nnMembers.Softmin;
  type Softplus = nnMembers.Softplus;
  type Softshrink = nnMembers.Softshrink;
  type Softsign = nnMembers.Softsign;
  type Tanhshrink = nnMembers.Tanhshrink;
  type Threshold = nnMembers.Threshold;
  type BCELoss = nnMembers.BCELoss;
  type BCEWithLogitsLoss = nnMembers.BCEWithLogitsLoss;
  type CrossEntropyLoss = nnMembers.CrossEntropyLoss;
  type HuberLoss = nnMembers.HuberLoss;
  type L1Loss = nnMembers.L1Loss;
  type MSELoss = nnMembers.MSELoss;
  type NLLLoss = nnMembers.NLLLoss;
  type SmoothL1Loss = nnMembers.SmoothL1Loss;
  type CosineEmbeddingLoss = nnMembers.CosineEmbeddingLoss;
  type GaussianNLLLoss = nnMembers.GaussianNLLLoss;
  type HingeEmbeddingLoss = nnMembers.HingeEmbeddingLoss;
  type KLDivLoss = nnMembers.KLDivLoss;
  type MarginRankingLoss = nnMembers.MarginRankingLoss;
  type MultiLabelMarginLoss = nnMembers.MultiLabelMarginLoss;
  type MultiLabelSoftMarginLoss = nnMembers.MultiLabelSoftMarginLoss;
  type MultiMarginLoss = nnMembers.MultiMarginLoss;
  type PoissonNLLLoss = nnMembers.PoissonNLLLoss;
  type SoftMarginLoss = nnMembers.SoftMarginLoss;
  type TripletMarginLoss = nnMembers.TripletMarginLoss;
  type TripletMarginWithDistanceLoss = nnMembers.TripletMarginWithDistanceLoss;
  type CosineSimilarity = nnMembers.CosineSimilarity;
  type PairwiseDistance = nnMembers.PairwiseDistance;
}

/** Decompositions and norms of matrices. */
export const linalg = guardNamespace("torch.linalg", { ...linalgMembers });

/** Optimisers and schedules of their learning rates. */
export const optim = guardNamespace("torch.optim", {
  ...optimMembers,
  lr_scheduler: guardNamespace("torch.optim.lr_scheduler", { ...schedulers }),
});

/** The types under `optim.`. */
export declare namespace optim {
  type Optimizer = optimMembers.Optimizer;
  type SGD = optimMembers.SGD;
  type Adam = optimMembers.Adam;
  type AdamW = optimMembers.AdamW;
  type RMSprop = optimMembers.RMSprop;
  type Adagrad = optimMembers.Adagrad;
  namespace lr_scheduler {
    type LRScheduler = schedulers.LRScheduler;
    type StepLR = schedulers.StepLR;
    type MultiStepLR = schedulers.MultiStepLR;
    type ExponentialLR = schedulers.ExponentialLR;
    type ConstantLR = schedulers.ConstantLR;
    type LinearLR = schedulers.LinearLR;
    type LambdaLR = schedulers.LambdaLR;
    type MultiplicativeLR = schedulers.MultiplicativeLR;
    type PolynomialLR = schedulers.PolynomialLR;
    type CosineAnnealingLR = schedulers.CosineAnnealingLR;
    type CosineAnnealingWarmRestarts = schedulers.CosineAnnealingWarmRestarts;
    type CyclicLR = schedulers.CyclicLR;
    type ChainedScheduler = schedulers.ChainedScheduler;
    type OneCycleLR = schedulers.OneCycleLR;
    type SequentialLR = schedulers.SequentialLR;
    type ReduceLROnPlateau = schedulers.ReduceLROnPlateau;
  }
}

const autograd = guardNamespace("torch.autograd", { ...autogradMembers });

// Functions of modules that PyTorch has under `torch` too, with the same arguments.
const layerFunctions = pick(nnMembers.functional, [
  "adaptive_avg_pool1d",
  "avg_pool1d",
  "bilinear",
  "celu",
  "celu_",
  "channel_shuffle",
  "conv1d",
  "conv2d",
  "conv3d",
  "conv_transpose1d",
  "conv_transpose2d",
  "conv_transpose3d",
  "group_norm",
  "hardshrink",
  "layer_norm",
  "max_pool1d",
  "max_pool2d",
  "max_pool3d",
  "pixel_shuffle",
  "pixel_unshuffle",
  "prelu",
  "rrelu",
  "rrelu_",
  "selu",
  "selu_",
  "threshold",
  "threshold_",
]);

/** PyTorch, as far as this engine goes. */
const torch = guardNamespace("torch", { ...members, ...layerFunctions, autograd, linalg, nn, optim });

declare namespace torch {
  type Tensor = members.Tensor;
  type Generator = members.Generator;
  type DType = members.DType;
}

export default torch;
export * from "./errors";
export { findMeantMethod } from "./meant";
export * from "./members";
export { allocatedBytes, setAllocationLimit } from "./memory";
export { type GeneratorDigest, generatorState } from "./random";
