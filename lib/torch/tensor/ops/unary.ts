import {
  digamma,
  erf,
  erfc,
  erfinvFloat64,
  i0,
  lgamma,
  type Numbers,
  ROUND,
  reluKernel,
  type UnaryKernel,
  unaryOf,
} from "../../kernels";
import { type Data, type DType, isReduced } from "../dtype";

// Captured here, since a kernel host replaces Math's functions by a pinned port before the engine loads.
const {
  abs,
  sqrt,
  exp,
  log,
  sin,
  cos,
  tan,
  tanh,
  expm1,
  log1p,
  log2,
  log10,
  floor,
  ceil,
  trunc,
  fround,
  pow,
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  cosh,
  sinh,
} = Math;

/** 1 / (1 + e^-x), without overflow on either side. */
function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

/** The nearest integer, halves to even. */
function roundHalfToEven(x: number): number {
  const low = floor(x);
  const rest = x - low;
  if (rest < 0.5) return rest === 0 ? x : x < 0 || low !== 0 ? low : 0;
  if (rest > 0.5) return low + 1 === 0 ? -0 : low + 1;
  const even = low % 2 === 0 ? low : low + 1;
  return even === 0 && x < 0 ? -0 : even;
}

type FloatOp = { readonly f: (x: number) => number; readonly node: string };

/** Operations whose result is floating point: integers become float32 first. Computed in float64, rounded once. */
export const FLOAT_OPS = {
  sqrt: { f: sqrt, node: "SqrtBackward0" },
  exp: { f: exp, node: "ExpBackward0" },
  log: { f: log, node: "LogBackward0" },
  log1p: { f: log1p, node: "Log1PBackward0" },
  log2: { f: log2, node: "Log2Backward0" },
  log10: { f: log10, node: "Log10Backward0" },
  expm1: { f: expm1, node: "Expm1Backward0" },
  erf: { f: erf, node: "ErfBackward0" },
  erfc: { f: erfc, node: "ErfcBackward0" },
  erfinv: { f: erfinvFloat64, node: "ErfinvBackward0" },
  sin: { f: sin, node: "SinBackward0" },
  cos: { f: cos, node: "CosBackward0" },
  tan: { f: tan, node: "TanBackward0" },
  tanh: { f: tanh, node: "TanhBackward0" },
  sigmoid: { f: sigmoid, node: "SigmoidBackward0" },
  acos: { f: acos, node: "AcosBackward0" },
  acosh: { f: acosh, node: "AcoshBackward0" },
  asin: { f: asin, node: "AsinBackward0" },
  asinh: { f: asinh, node: "AsinhBackward0" },
  atan: { f: atan, node: "AtanBackward0" },
  atanh: { f: atanh, node: "AtanhBackward0" },
  cosh: { f: cosh, node: "CoshBackward0" },
  sinh: { f: sinh, node: "SinhBackward0" },
  exp2: { f: (x: number) => pow(2, x), node: "Exp2Backward0" },
  digamma: { f: digamma, node: "DigammaBackward0" },
  lgamma: { f: lgamma, node: "LgammaBackward0" },
  i0: { f: i0, node: "I0Backward0" },
  rsqrt: { f: (x: number) => 1 / sqrt(x), node: "RsqrtBackward0" },
  reciprocal: { f: (x: number) => 1 / x, node: "ReciprocalBackward0" },
} as const satisfies Record<string, FloatOp>;

/** Operations that keep the dtype. `integer` is absent where integers stay as they are. */
export const SAME_OPS = {
  neg: { f: (x: number) => -x, integer: (x: bigint) => -x, node: "NegBackward0" },
  abs: { f: abs, integer: (x: bigint) => (x < 0n ? -x : x), node: "AbsBackward0" },
  square: { f: (x: number) => x * x, integer: (x: bigint) => x * x, node: "PowBackward0" },
  sign: {
    f: (x: number) => Number(x > 0) - Number(x < 0),
    integer: (x: bigint) => (x > 0n ? 1n : x < 0n ? -1n : 0n),
    node: "SignBackward0",
  },
  sgn: {
    f: (x: number) => Number(x > 0) - Number(x < 0),
    integer: (x: bigint) => (x > 0n ? 1n : x < 0n ? -1n : 0n),
    node: "SgnBackward0",
  },
  frac: { f: (x: number) => x - trunc(x), integer: null, node: "FracBackward0" },
  relu: {
    // biome-ignore lint/complexity/useMathMinMax: -0 stays -0, as in PyTorch.
    f: (x: number) => (x < 0 ? 0 : x),
    integer: (x: bigint) => (x > 0n ? x : 0n),
    kernel: reluKernel,
    node: "ReluBackward0",
  },
  floor: { f: floor, integer: null, node: "FloorBackward0" },
  ceil: { f: ceil, integer: null, node: "CeilBackward0" },
  trunc: { f: trunc, integer: null, node: "TruncBackward0" },
  round: { f: roundHalfToEven, integer: null, node: "RoundBackward0" },
} as const;

/** Tests of one element; their results are bool. */
export const TESTS = {
  isnan: (x: number | bigint) => Number.isNaN(x),
  isinf: (x: number | bigint) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY,
  isfinite: (x: number | bigint) => typeof x === "bigint" || Number.isFinite(x),
  isposinf: (x: number | bigint) => x === Number.POSITIVE_INFINITY,
  isneginf: (x: number | bigint) => x === Number.NEGATIVE_INFINITY,
  isreal: () => true,
  signbit: (x: number | bigint) => x < 0 || Object.is(x, -0),
  logical_not: (x: number | bigint) => Number(x) === 0,
} as const;

/** A kernel for a function of float elements. */
export function floatKernel(f: (x: number) => number): UnaryKernel<never, never> {
  return unaryOf(f) as UnaryKernel<never, never>;
}

/** A function of one element: for numbers, for integers, and a loop of its own where it carries much of the work. */
type PointwiseOp = {
  readonly f: (x: number) => number;
  readonly integer: ((x: bigint) => bigint) | null;
  readonly kernel?: UnaryKernel<Numbers, Numbers>;
};

/** A kernel for a function that has a form for integers and one for other numbers. */
export function kernelFor(dtype: DType, { f, integer, kernel: own }: PointwiseOp): UnaryKernel<never, never> {
  if (dtype.name !== "int64") return (own as UnaryKernel<never, never> | undefined) ?? floatKernel(f);
  const kernel: UnaryKernel<BigInt64Array, BigInt64Array> = (out, a, count) => {
    for (let n = 0, o = out.start, i = a.start; n < count; n++, o += out.step, i += a.step) {
      out.data[o] = integer === null ? a.data[i]! : integer(a.data[i]!);
    }
  };
  return kernel as UnaryKernel<never, never>;
}

/** A kernel for a test of one element. */
export function testKernel(test: (x: number | bigint) => boolean): UnaryKernel<never, never> {
  const kernel: UnaryKernel<Uint8Array, Data> = (out, a, count) => {
    for (let n = 0, o = out.start, i = a.start; n < count; n++, o += out.step, i += a.step) {
      out.data[o] = test(a.data[i]!) ? 1 : 0;
    }
  };
  return kernel as UnaryKernel<never, never>;
}

function roundingOf({ name }: DType): (x: number) => number {
  if (isReduced(name)) return ROUND[name];
  return name === "float32" ? fround : (x: number) => x;
}

/** C's `pow`: unlike JavaScript's it gives 1 for a base of 1, and for -1 to an infinite power. */
export function powLikeC(x: number, y: number): number {
  if (x === 1 || (x === -1 && abs(y) === Number.POSITIVE_INFINITY)) return 1;
  return pow(x, y);
}

/** `x^p` with PyTorch's shortcuts for the exponents that need no logarithm, each step rounded to the dtype. */
export function powScalar(exponent: number, dtype: DType): (x: number) => number {
  const round = roundingOf(dtype);
  const inDtype = isReduced(dtype.name) ? round(exponent) : exponent;
  switch (exponent) {
    case 0:
      return () => 1;
    case 1:
      return (x) => x;
    case 2:
      return (x) => x * x;
    case 3:
      return (x) => round(x * x) * x;
    case 0.5:
      return sqrt;
    case -0.5:
      return (x) => 1 / round(sqrt(x));
    case -1:
      return (x) => 1 / x;
    case -2:
      return (x) => 1 / round(x * x);
    default:
      return (x) => powLikeC(x, inDtype);
  }
}
