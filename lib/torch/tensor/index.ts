export { arithmetic, compare, power } from "./arithmetic";
export { type BackwardOptions, provideBackward } from "./backward";
export { linalgCross } from "./cross";
export { type Derivatives, saving } from "./derivatives";
export { normal, poisson } from "./draws";
export { bool, DType, type DTypeName, float32, float64, int64 } from "./dtype";
export { edgeOf } from "./edges";
export { einsum } from "./einsum";
export {
  empty,
  empty_like,
  eye,
  type FactoryOptions,
  full,
  full_like,
  ones,
  ones_like,
  type ShapeAndOptions,
  tensor,
  zeros,
  zeros_like,
} from "./factories";
export { tensorFrom } from "./from-data";
export { freshHistory, isGradEnabled, setGradMode, withGradMode } from "./grad";
export { cat, stack } from "./join";
export { record, recordAliases, renameNode } from "./make";
export type { DrawOptions } from "./methods/in-place";
export type { Index } from "./methods/indexing";
export { mmDerivatives } from "./methods/products";
export type { SoftmaxOptions } from "./methods/softmax";
export { type Edge, GradFn, type GradHook, type Gradient } from "./node";
export { isTensor, type Operand, typeName } from "./operand";
export { where } from "./ops/where";
export { pointwise } from "./pointwise";
export { set_printoptions } from "./print";
export type { Scalar } from "./promote";
export {
  type RandomOptions,
  rand,
  rand_like,
  randint,
  randint_like,
  randn,
  randn_like,
  randperm,
} from "./random";
export { arange, linspace } from "./ranges";
export { broadcastShapes, showShape } from "./shape";
export { Slice, slice } from "./slice";
export { STRIDED } from "./symbols";
export { Tensor } from "./tensor";
export { type DotDims, tensordot } from "./tensordot";
export { triangleIndices } from "./triangle";
