export { arithmetic, compare, division, power, toRoundingMode } from "./arithmetic";
export { type BackwardOptions, provideBackward } from "./backward";
export { binaryFunction } from "./binary-functions";
export { bindCall } from "./bind";
export { linalgCross } from "./cross";
export { type Derivatives, saving } from "./derivatives";
export {
  type CdistOptions,
  cdist,
  cosine_similarity,
  type DistanceOptions,
  pairwise_distance,
  pdist,
  type SimilarityOptions,
} from "./distances";
export { normal, poisson } from "./draws";
export { bfloat16, bool, DType, type DTypeName, float16, float32, float64, int64, isReduced } from "./dtype";
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
export { floatPower } from "./float-functions";
export { tensorFrom } from "./from-data";
export { freshHistory, isGradEnabled, setGradMode, withGradMode } from "./grad";
export { cat, stack } from "./join";
export { record, recordAliases, renameNode } from "./make";
export { allocateFloats, checkInput, checkMatrix, eachMatrix } from "./matrices";
export { matrixPower } from "./matrix-power";
export type { DivideOptions } from "./methods/arithmetic";
export type { DrawOptions } from "./methods/in-place";
export type { Index } from "./methods/indexing";
export { mmDerivatives } from "./methods/products";
export type { SpreadOptions } from "./methods/reductions";
export type { SoftmaxOptions } from "./methods/softmax";
export { type Edge, GradFn, type GradHook, type Gradient } from "./node";
export { nuclearNorm } from "./nuclear-norm";
export { isTensor, type Operand, promotionOf, typeName } from "./operand";
export { perform } from "./operation";
export { where } from "./ops/where";
export { pointwise } from "./pointwise";
export { set_printoptions } from "./print";
export { hasOwnMethods } from "./pristine";
export { promoteTypes, type Scalar } from "./promote";
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
export { checkReduced, refuseReduced } from "./reduced-lacks";
export type { NamedTensors, ValuesAndIndices } from "./return-types";
export { broadcastShapes, showShape } from "./shape";
export { singularValuesOf } from "./singular-values";
export { Slice, slice } from "./slice";
export { spareBuffers } from "./spare-buffers";
export { recordStorages, type Storage } from "./storage";
export { STRIDED } from "./symbols";
export { Tensor } from "./tensor";
export { type DotDims, tensordot } from "./tensordot";
export { triangleIndices } from "./triangle";
export { finfo, iinfo } from "./type-info";
