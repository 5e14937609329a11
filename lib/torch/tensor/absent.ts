import { AttributeError } from "../errors";

/** Methods of PyTorch's tensors that this engine does not have: reading one says so, where JavaScript would give undefined. */
const ABSENT = `
H absolute absolute_ acos acos_ acosh acosh_ addbmm addbmm_ addcdiv addcdiv_ addcmul addcmul_ addmm
addmm_ addmv addmv_ addr addr_ adjoint align_as align_to allclose amax amin aminmax angle apply_
arccos arccos_ arccosh arccosh_ arcsin arcsin_ arcsinh arcsinh_ arctan arctan2 arctan2_ arctan_
arctanh arctanh_ argsort argwhere as_strided as_strided_ as_strided_scatter as_subclass asin asin_
asinh asinh_ atan atan2 atan2_ atan_ atanh atanh_ baddbmm baddbmm_ bernoulli bernoulli_ bfloat16
bincount bitwise_and bitwise_and_ bitwise_left_shift bitwise_left_shift_ bitwise_not bitwise_not_
bitwise_or bitwise_or_ bitwise_right_shift bitwise_right_shift_ bitwise_xor bitwise_xor_ bmm
broadcast_to byte cauchy_ ccol_indices cdouble cfloat chalf char cholesky cholesky_inverse
cholesky_solve chunk clamp_max clamp_max_ clamp_min clamp_min_ clip clip_ coalesce col_indices conj
conj_physical conj_physical_ copysign copysign_ corrcoef cosh cosh_ count_nonzero cov cpu cross
crow_indices cuda cummax cummin cumprod cumprod_ cumsum cumsum_ data_ptr deg2rad deg2rad_ dense_dim
dequantize det detach_ device diag diag_embed diagflat diagonal diagonal_scatter diff digamma
digamma_ dist divide divide_ dsplit eig element_size eq_ erf erf_ erfc erfc_ erfinv erfinv_ exp2
exp2_ exponential_ fill_diagonal_ fix fix_ flip fliplr flipud float_power float_power_ floor_divide_
fmax fmin fmod fmod_ frac frac_ frexp gather gcd gcd_ ge_ geometric_ geqrf ger get_device greater
greater_ greater_equal greater_equal_ gt_ half hardshrink has_names heaviside heaviside_ histogram
hsplit hypot hypot_ i0 i0_ igamma igamma_ igammac igammac_ imag index_add index_add_ index_copy
index_copy_ index_fill index_fill_ index_put index_put_ index_reduce index_reduce_ index_select
indices inner int int_repr inverse ipu is_coalesced is_complex is_conj is_cpu is_cuda is_distributed
is_inference is_ipu is_meta is_mkldnn is_mps is_neg is_nested is_nonzero is_ort is_pinned
is_quantized is_same_size is_set_to is_shared is_signed is_sparse is_sparse_csr is_vulkan is_xpu
isclose isneginf isposinf isreal istft kron kthvalue layout lcm lcm_ ldexp ldexp_ le_ lerp lerp_
less less_ less_equal less_equal_ lgamma lgamma_ log_normal_ log_softmax logaddexp logaddexp2
logcumsumexp logdet logical_and_ logical_not_ logical_or_ logical_xor_ logit logit_ logsumexp lstsq
lt_ lu lu_solve mH mT map2_ map_ masked_fill masked_fill_ masked_scatter masked_scatter_
masked_select matrix_exp matrix_power median mode moveaxis movedim msort multinomial multiply
multiply_ mvlgamma mvlgamma_ nan_to_num nan_to_num_ nanmean nanmedian nanquantile nansum narrow_copy
ndimension ne_ negative negative_ nelement new new_empty new_empty_strided new_full new_ones
new_tensor new_zeros nextafter nextafter_ nonzero not_equal not_equal_ orgqr ormqr outer output_nr
pin_memory pinverse polygamma polygamma_ positive prelu prod put put_ q_per_channel_axis
q_per_channel_scales q_per_channel_zero_points q_scale q_zero_point qr qscheme quantile rad2deg
rad2deg_ random_ ravel real record_stream refine_names register_hook reinforce rename rename_ renorm
renorm_ repeat repeat_interleave reshape_as resize resize_ resize_as resize_as_ resize_as_sparse_
resolve_conj resolve_neg retain_grad retains_grad roll rot90 row_indices scatter scatter_
scatter_add scatter_add_ scatter_reduce scatter_reduce_ select_scatter set_ sgn sgn_ share_memory_
short signbit sinc sinc_ sinh sinh_ slice_scatter slogdet smm softmax solve sort sparse_dim
sparse_mask sparse_resize_ sparse_resize_and_clear_ split split_with_sizes squeeze_ sspaddmm stft
storage storage_type subtract subtract_ sum_to_size svd swapaxes swapaxes_ swapdims swapdims_ symeig
t_ take take_along_dim tensor_split tile to_dense to_mkldnn to_padded_tensor to_sparse to_sparse_bsc
to_sparse_bsr to_sparse_coo to_sparse_csc to_sparse_csr topk trace transpose_ triangular_solve tril
tril_ triu triu_ true_divide true_divide_ type_as unbind unflatten unfold unique unique_consecutive
unsafe_chunk unsafe_split unsafe_split_with_sizes unsqueeze_ vdot volatile vsplit xlogy xlogy_ xpu
`;

const ADVICE: Readonly<Record<string, string>> = {
  apply: "apply belongs to modules: model.apply(f), not model(x).apply(f)",
  numpy: "write t.toTypedArray() for the values in a row, t.tolist() for nested arrays",
};

function refuse(name: string): never {
  throw new AttributeError(
    "Tensor",
    `'Tensor' object has no attribute '${name}'`,
    ADVICE[name] ?? `Tensor.${name} is not part of this engine, though PyTorch has it`,
  );
}

/** Puts the refusals on a prototype, except where it has the name by now. */
export function nameAbsentMethods(prototype: object): void {
  for (const name of [...ABSENT.trim().split(/\s+/), ...Object.keys(ADVICE)]) {
    if (name in prototype) continue;
    Object.defineProperty(prototype, name, {
      get: () => refuse(name),
      configurable: true,
      enumerable: false,
    });
  }
}
