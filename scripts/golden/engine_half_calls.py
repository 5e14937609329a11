"""Every operation in float16 and bfloat16: its values or its refusal: tests/golden/engine-half-calls.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_half_calls.py
"""

from engine_steps import BF16, F16, Ref, call, record, seed, write

SIZES = {"x": [3, 4], "y": [3, 4], "w": [4, 4], "v": [4], "l": [2, 3, 5, 4], "b": [2, 3, 4]}

# What is called, the rest of its arguments, and the operations that take them.
CALLS = [
    ('x', [], (
        "abs abs_ absolute absolute_ acos acos_ acosh acosh_ adjoint all amax amin aminmax angle any arccos arccos_ arccosh arccosh_ arcsin "
        "arcsin_ arcsinh arcsinh_ arctan arctan_ arctanh arctanh_ argmax argmin argsort argwhere asin asin_ asinh asinh_ atan atan_ atanh "
        "atanh_ bfloat16 bool ceil ceil_ clone contiguous corrcoef cos cos_ cosh cosh_ count_nonzero cov cpu deg2rad deg2rad_ detach "
        "detach_ diag diag_embed diagflat diagonal diff digamma digamma_ double erf erf_ erfc erfc_ erfinv erfinv_ exp exp2 exp2_ exp_ "
        "expm1 expm1_ fix fix_ flatten fliplr flipud float floor floor_ frac frac_ half i0 i0_ isfinite isinf isnan isneginf isposinf "
        "isreal lgamma lgamma_ log log10 log10_ log1p log1p_ log2 log2_ log_ logical_not logical_not_ logit logit_ long max mean median min "
        "mode msort nan_to_num nan_to_num_ nanmean nanmedian nansum neg neg_ negative negative_ nonzero norm positive prod rad2deg rad2deg_ "
        "ravel reciprocal reciprocal_ relu relu_ requires_grad_ rot90 round round_ rsqrt rsqrt_ sgn sgn_ sigmoid sigmoid_ sign sign_ "
        "signbit sin sin_ sinh sinh_ sort sqrt sqrt_ square square_ squeeze squeeze_ std stride sum t t_ tan tan_ tanh tanh_ trace tril "
        "tril_ triu triu_ trunc trunc_ unbind unique unique_consecutive var zero_ F.alpha_dropout F.celu F.celu_ F.dropout F.dropout1d "
        "F.dropout2d F.dropout3d F.elu F.elu_ F.feature_alpha_dropout F.gelu F.glu F.gumbel_softmax F.hardshrink F.hardsigmoid F.hardswish "
        "F.hardtanh F.hardtanh_ F.leaky_relu F.leaky_relu_ F.log_softmax F.logsigmoid F.mish F.normalize F.pdist F.relu F.relu6 F.relu_ "
        "F.rrelu F.rrelu_ F.selu F.selu_ F.sigmoid F.silu F.softmax F.softmin F.softplus F.softshrink F.softsign F.tanh F.tanhshrink "
        "torch.std_mean torch.var_mean torch.pdist torch.tril torch.diagflat torch.linalg.matrix_norm torch.linalg.norm torch.linalg.qr "
        "torch.linalg.svdvals torch.linalg.vector_norm"
    )),
    ('x', [Ref('y')], (
        "add add_ arctan2 arctan2_ atan2 atan2_ clamp clamp_ clamp_max clamp_max_ clamp_min clamp_min_ clip clip_ copy_ copysign copysign_ "
        "cross dist div div_ divide divide_ eq eq_ expand_as float_power floor_divide floor_divide_ fmax fmin fmod fmod_ ge ge_ greater "
        "greater_ greater_equal greater_equal_ gt gt_ heaviside heaviside_ hypot hypot_ inner isclose kron ldexp le le_ less less_ "
        "less_equal less_equal_ logaddexp logaddexp2 logical_and logical_and_ logical_or logical_or_ logical_xor logical_xor_ lt lt_ "
        "maximum minimum mul mul_ multiply multiply_ ne ne_ new_tensor nextafter nextafter_ not_equal not_equal_ pow pow_ remainder "
        "remainder_ reshape_as sub sub_ subtract subtract_ true_divide true_divide_ type_as view_as xlogy xlogy_ "
        "F.binary_cross_entropy_with_logits F.cross_entropy F.hinge_embedding_loss F.huber_loss F.kl_div F.l1_loss F.linear F.mse_loss "
        "F.multilabel_soft_margin_loss F.pairwise_distance F.poisson_nll_loss F.smooth_l1_loss F.soft_margin_loss torch.cdist "
        "torch.searchsorted"
    )),
    ('x', [Ref('y'), Ref('y')], (
        "addcdiv addcdiv_ addcmul addcmul_ lerp lerp_ F.margin_ranking_loss F.triplet_margin_loss"
    )),
    ('v', [Ref('w'), Ref('w')], (
        "addmm"
    )),
    ('w', [Ref('v'), Ref('v')], (
        "addr addr_"
    )),
    ('x', [[3, 4]], (
        "broadcast_to expand reshape view F.layer_norm F.pad"
    )),
    ('x', [1], (
        "chunk histc hsplit kthvalue mvlgamma mvlgamma_ split tensor_split vsplit F.avg_pool1d F.group_norm F.max_pool1d "
        "F.max_pool1d_with_indices"
    )),
    ('x', [0], (
        "cummax cummin cumprod cumprod_ cumsum cumsum_ fill_ fill_diagonal_ flip log_softmax logcumsumexp logsumexp nanquantile new_ones "
        "new_zeros polygamma quantile repeat_interleave roll softmax tile topk unsqueeze unsqueeze_ F.adaptive_max_pool1d "
        "F.adaptive_max_pool1d_with_indices"
    )),
    ('w', [], (
        "det inverse torch.linalg.det torch.linalg.inv"
    )),
    ('x', [Ref('i')], (
        "diagonal_scatter take take_along_dim F.multi_margin_loss F.nll_loss"
    )),
    ('v', [Ref('v')], (
        "dot ger outer vdot"
    )),
    ('b', [1], (
        "dsplit F.adaptive_max_pool2d F.adaptive_max_pool2d_with_indices F.avg_pool2d F.channel_shuffle F.interpolate F.max_pool2d "
        "F.max_pool2d_with_indices F.pixel_shuffle F.pixel_unshuffle F.unfold"
    )),
    ('v', [0, Ref('i')], (
        "gather"
    )),
    ('x', [0, Ref('i'), Ref('y')], (
        "index_add index_add_ index_copy index_copy_"
    )),
    ('x', [0, Ref('i'), 0.5], (
        "index_fill index_fill_"
    )),
    ('x', [0, Ref('i')], (
        "index_select"
    )),
    ('x', [Ref('m'), 1.5], (
        "masked_fill masked_fill_"
    )),
    ('x', [Ref('m'), Ref('y')], (
        "masked_scatter masked_scatter_ where"
    )),
    ('x', [Ref('m')], (
        "masked_select"
    )),
    ('x', [Ref('w')], (
        ""
    )),
    ('w', [0], (
        "matrix_power torch.linalg.matrix_power"
    )),
    ('x', [0, 1], (
        "moveaxis movedim permute repeat select swapaxes swapaxes_ swapdims swapdims_ transpose transpose_ F.threshold F.threshold_"
    )),
    ('v', [1], (
        "multinomial"
    )),
    ('x', [Ref('v')], (
        "mv F.prelu torch.bucketize"
    )),
    ('x', [1, 1, 1], (
        "narrow narrow_copy renorm renorm_ unfold torch.renorm"
    )),
    ('v', [0, Ref('i'), 0.5], (
        "scatter scatter_"
    )),
    ('v', [], (
        "sinc sinc_"
    )),
    ('x', [[2, 0, 1]], (
        "split_with_sizes"
    )),
    ('x', [2], (
        "F.adaptive_avg_pool1d"
    )),
    ('l', [1], (
        "F.adaptive_avg_pool3d F.avg_pool3d F.max_pool3d F.max_pool3d_with_indices"
    )),
    ('l', [0], (
        "F.adaptive_max_pool3d F.adaptive_max_pool3d_with_indices"
    )),
    ('x', [Ref('v'), Ref('v')], (
        "F.batch_norm"
    )),
    ('x', [Ref('b')], (
        "F.conv1d"
    )),
    ('x', [2, 1], (
        "F.fold F.lp_pool1d"
    )),
    ('b', [], (
        "F.instance_norm"
    )),
    ('b', [2, 1], (
        "F.lp_pool2d"
    )),
]


def given(names, dtype):
    """Those of the operands in this dtype, a mask and three places."""
    steps = [seed(3)]
    for name in names:
        if name == "m":
            steps += [call("torch.randn", [3, 4], to="m"), call("m.gt", 0, to="m")]
        elif name == "i":
            steps.append(call("torch.tensor", [0, 2, 1], to="i"))
        else:
            steps += [call("torch.randn", SIZES[name], to=name), call(f"{name}.to", dtype, to=name)]
    return steps


cases = []
for subject, rest, names in CALLS:
    for name in names.split():
        operands = dict.fromkeys([subject, *(str(arg) for arg in rest if isinstance(arg, Ref))])
        step = call(name, Ref(subject), *rest) if "." in name else call(f"{subject}.{name}", *rest)
        for dtype in (F16, BF16):
            cases.append(record(f"{name} of {subject} and {len(rest)} in {dtype}", [*given(operands, dtype), step], "digits"))

write("engine-half-calls.json", cases)
