/**
 * float16 and bfloat16: every operation computes in float32, and what it leaves is rounded here, where tensors are made and
 * written to. Invariant: no tensor of these dtypes holds a value that its format lacks.
 */
import { NotImplementedError, RuntimeError } from "../errors";
import { roundStretch } from "../kernels";
import { type DType, isReduced } from "./dtype";
import { eachInMemoryOrder } from "./memory-order";
import type { Strided } from "./strided";

/** Rounds the values of a view to its dtype. */
export function settle(view: Strided): void {
  const { name } = view.dtype;
  if (!isReduced(name)) return;
  const data = view.storage.data as Float32Array;
  eachInMemoryOrder(view, (stretch) => roundStretch(data, name, stretch));
}

// By the node that records them: operations of PyTorch 1.13 that the processor lacks for float16, by its kernels' names.
const LACKS_FLOAT16: Record<string, string> = {
  LinalgSvdBackward0: "linalg_svd_cpu",
  LinalgQrBackward0: "geqrf_cpu",
  Histc: "aminmax_cpu",
  SqrtBackward0: "sqrt_vml_cpu",
  ExpBackward0: "exp_vml_cpu",
  LogBackward0: "log_vml_cpu",
  Log1PBackward0: "log1p_vml_cpu",
  Log2Backward0: "log2_vml_cpu",
  Log10Backward0: "log10_vml_cpu",
  Expm1Backward0: "expm1_vml_cpu",
  ErfBackward0: "erf_vml_cpu",
  ErfcBackward0: "erfc_vml_cpu",
  ErfinvBackward0: "erfinv_vml_cpu",
  SinBackward0: "sin_vml_cpu",
  CosBackward0: "cos_vml_cpu",
  TanBackward0: "tan_vml_cpu",
  TanhBackward0: "tanh_vml_cpu",
  SigmoidBackward0: "sigmoid_cpu",
  RsqrtBackward0: "rsqrt_cpu",
  ReluBackward0: "clamp_min_cpu",
  FloorBackward0: "floor_vml_cpu",
  CeilBackward0: "ceil_vml_cpu",
  RoundBackward0: "round_vml_cpu",
  TruncBackward0: "trunc_vml_cpu",
  ClampBackward1: "clamp_scalar_cpu",
  MmBackward0: "addmm_impl_cpu_",
  AddmmBackward0: "addmm_impl_cpu_",
  SqueezeBackward3: "addmm_impl_cpu_",
  MvBackward0: "addmv_impl_cpu",
  DotBackward0: "dot",
  BmmBackward0: "bmm",
  UnsafeViewBackward0: "addmm_impl_cpu_",
  BernoulliBackward0: "bernoulli_tensor_cpu_self_",
  BernoulliBackward1: "bernoulli_tensor_cpu_p_",
  BernoulliBackward2: "bernoulli_scalar_cpu_",
  PoissonBackward0: "poisson_cpu",
  GeluBackward0: "GeluKernelImpl",
  SiluBackward0: "silu_cpu",
  EluBackward0: "elu_cpu",
  CeluBackward0: "elu_cpu",
  LeakyReluBackward0: "leaky_relu_cpu",
  SoftplusBackward0: "softplus_cpu",
  MishBackward0: "mish_cpu",
  HardtanhBackward0: "clamp_scalar_cpu",
  HardswishBackward0: "hardswish_cpu",
  HardsigmoidBackward0: "hardsigmoid_cpu",
  HardshrinkBackward0: "hardshrink_cpu",
  SoftshrinkBackward0: "softshrink_cpu",
  ThresholdBackward0: "threshold_cpu",
  LogSigmoidBackward0: "log_sigmoid_cpu",
  Convolution: "slow_conv2d_cpu",
  Convolution3d: "compute_columns3d",
  ConvolutionTranspose: "slow_conv_transpose2d_out_cpu",
  NativeBatchNorm: "batch_norm",
  NativeLayerNorm: "LayerNormKernelImpl",
  NativeGroupNorm: "GroupNormKernelImpl",
  Softmax: "softmax_kernel_impl",
  SoftmaxLastDim: "softmax_lastdim_kernel_impl",
  LogSoftmaxLastDim: "log_softmax_lastdim_kernel_impl",
};
// What it lacks for bfloat16.
const LACKS_BFLOAT16: Record<string, string> = {
  Eye: "eye",
  MishBackward0: "mish_cpu",
  LinalgSvdBackward0: "linalg_svd_cpu",
  LinalgQrBackward0: "geqrf_cpu",
};

// What both formats have here, beside what only bfloat16 has: compared with PyTorch's own answers.
const HAS_BOTH = new Set(
  `Add Sub Mul Div Pow Remainder NotImplemented Maximum Minimum Neg Abs Sign Reciprocal Where Clone ToCopy CopyBackwards
  Fill Zero Uniform Normal Random Exponential LogNormal Cauchy Geometric Sum Mean Std Var Max Min Cat
  Stack Index IndexPut Slice Eye`.split(/\s+/),
);
const HAS_BFLOAT16 = new Set(["Norm", "Softmax", "LogSoftmax"]);

/** Throws PyTorch's sentence, or says that this engine does not have it, unless an operation works in this dtype. */
export function checkReduced(node: string, { name, scalarName }: DType): void {
  if (!isReduced(name)) return;
  const lacking = (name === "float16" ? LACKS_FLOAT16 : LACKS_BFLOAT16)[node];
  if (lacking !== undefined) {
    throw new RuntimeError(
      "torch",
      `"${lacking}" not implemented for '${scalarName}'`,
      "convert first: x.to(torch.float32)",
    );
  }
  const stem = node.replace(/Backward\d$/, "");
  if (HAS_BOTH.has(stem)) return;
  if (name === "bfloat16" && (HAS_BFLOAT16.has(stem) || node in LACKS_FLOAT16)) return;
  throw new NotImplementedError(
    "torch",
    `${stem} of torch.${name} is not part of this engine`,
    "compute in float32 and convert the result: f(x.to(torch.float32)).to(x.dtype)",
  );
}
