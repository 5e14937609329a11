import { linear, relu, sigmoid, tanh } from "./functional";

export { Identity, ReLU, Sigmoid, Tanh } from "./activations";
export { Flatten, type FlattenOptions } from "./flatten";
export type { RemovableHandle } from "./hooks";
export { Linear, type LinearOptions } from "./linear";
export { type AnyModule, type ForwardHook, type ForwardPreHook, type Layer, Module } from "./module";
export { Parameter } from "./parameter";
export { Sequential } from "./sequential";

/** The modules' functions, as `nn.functional.…`. */
export const functional = { linear, relu, sigmoid, tanh };
