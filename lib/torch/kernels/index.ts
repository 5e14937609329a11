/**
 * The arithmetic of the engine: WebAssembly where it pays and the host has SIMD (`fast`), else the reference kernels in
 * TypeScript, with the same bits.
 */

export {
  addScaledFloat32,
  fillNormalFloat32,
  fillUniform,
  matmulFloat32,
  matmulFloat64,
  sumDistances,
  sumFloat32,
  sumFloat64,
  sumSquares,
} from "./fast";
export { sincosFloat64 } from "./reference/accurate";
export { i0, i1 } from "./reference/bessel";
export {
  addKernel,
  type BinaryKernel,
  binaryOf,
  binaryOfIntegers,
  comparisonOf,
  divKernel,
  type Lane,
  mulKernel,
  type Numbers,
  reluGradientKernel,
  reluKernel,
  subKernel,
  type UnaryKernel,
  unaryOf,
} from "./reference/elementwise";
export { erf, erfc } from "./reference/erf";
export { erfinvFloat32, erfinvFloat64 } from "./reference/erfinv";
export { fmaFloat32, fmaFloat64 } from "./reference/fma";
export { digamma, lgamma, polygamma } from "./reference/gamma";
export { buildQ, type Columns, factorise } from "./reference/householder";
export { nextCauchy, nextExponential, nextGeometric } from "./reference/laws";
export { type Matrix, matmulInt64 } from "./reference/matmul";
export { Mt19937 } from "./reference/mt19937";
export { fillNormalFloat64, normalPair } from "./reference/normal";
export { nextPoisson } from "./reference/poisson";
export { productInt64, productOf } from "./reference/product";
export { fillArange, fillLinspace, fillLinspaceInt64 } from "./reference/ranges";
export {
  DIGITS,
  fillNormalReduced,
  fillUniformReduced,
  LARGEST,
  type ReducedName,
  ROUND,
  roundStretch,
} from "./reference/reduced";
export { singularValues } from "./reference/singular-values";
export { type Stretch, sumInt64, sumOfFloat32, sumOfFloat64 } from "./reference/sum";
export { nextFloat32, nextFloat64 } from "./reference/uniform";
