import { linear, relu, sigmoid, tanh } from "./functional";
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

export { Identity, ReLU, Sigmoid, Tanh } from "./activations";
export { Flatten, type FlattenOptions } from "./flatten";
export type { RemovableHandle } from "./hooks";
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
export { type AnyModule, type ForwardHook, type ForwardPreHook, type Layer, Module } from "./module";
export { Parameter } from "./parameter";
export { Sequential } from "./sequential";

/** The modules' functions, as `nn.functional.…`. */
export const functional = {
  linear,
  relu,
  sigmoid,
  tanh,
  binary_cross_entropy,
  binary_cross_entropy_with_logits,
  cross_entropy,
  huber_loss,
  l1_loss,
  mse_loss,
  nll_loss,
  smooth_l1_loss,
};
