/**
 * The engine: PyTorch's CPU tensors, generators, initialisers and modules, with PyTorch's names, arithmetic, errors and
 * text. `import torch, { nn } from "torch"` in a cell; `@/lib/torch` in this repository.
 */
import * as autogradMembers from "./autograd";
import { guardNamespace } from "./guard";
import * as initMembers from "./init";
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
  type Module = nnMembers.Module;
  type Layer = nnMembers.Layer;
  type Parameter = nnMembers.Parameter;
  type Linear = nnMembers.Linear;
  type Sequential = nnMembers.Sequential;
  type ReLU = nnMembers.ReLU;
  type Tanh = nnMembers.Tanh;
  type Sigmoid = nnMembers.Sigmoid;
  type Identity = nnMembers.Identity;
  type Flatten = nnMembers.Flatten;
}

/** Optimisers and schedules of their learning rates. */
export const optim = guardNamespace("torch.optim", {
  ...optimMembers,
  lr_scheduler: guardNamespace("torch.optim.lr_scheduler", { ...schedulers }),
});

const autograd = guardNamespace("torch.autograd", { ...autogradMembers });

/** PyTorch, as far as this engine goes. */
const torch = guardNamespace("torch", { ...members, autograd, nn, optim });

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
