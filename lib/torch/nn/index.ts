import {
  alpha_dropout,
  dropout,
  dropout1d,
  dropout2d,
  dropout3d,
  feature_alpha_dropout,
} from "./dropout-functions";
import { linear, relu, sigmoid, tanh } from "./functional";

export { Identity, ReLU, Sigmoid, Tanh } from "./activations";
export {
  AlphaDropout,
  Dropout,
  Dropout1d,
  Dropout2d,
  Dropout3d,
  type DropoutModuleOptions,
  FeatureAlphaDropout,
} from "./dropout";
export type { DropoutArguments, DropoutOptions } from "./dropout-functions";
export { Flatten, type FlattenOptions } from "./flatten";
export type { RemovableHandle } from "./hooks";
export { Linear, type LinearOptions } from "./linear";
export { type AnyModule, type ForwardHook, type ForwardPreHook, type Layer, Module } from "./module";
export { Parameter } from "./parameter";
export { Sequential } from "./sequential";

/** The modules' functions, as `nn.functional.…`. */
export const functional = {
  alpha_dropout,
  dropout,
  dropout1d,
  dropout2d,
  dropout3d,
  feature_alpha_dropout,
  linear,
  relu,
  sigmoid,
  tanh,
};
