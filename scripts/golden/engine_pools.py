"""Pools with indices, their inverses, adaptive pools, padding and sliding blocks: tests/golden/engine-pools.json.

Run with the reference PyTorch, 1.13.1: python3 scripts/golden/engine_pools.py
"""

from engine_steps import F64, Ref, call, record, seed, write

cases = []
X, M, Y = Ref("x"), Ref("m"), Ref("y")
SIZES = {1: [11], 2: [7, 6], 3: [3, 4, 5]}


def add(name, *steps, kind="digits"):
    cases.append(record(name, steps, kind))


def drawn(*shape, **keywords):
    return [seed(sum(shape)), call("torch.randn", *shape, to="x", **keywords)]


def learned(*shape, **keywords):
    return drawn(*shape, requires_grad=True, **keywords)


def gradient(name, shape, step, kind="digits", dtype=None):
    """The value, its node's name and the derivative of a weighted sum of it."""
    keywords = {} if dtype is None else {"dtype": dtype}
    steps = [*learned(*shape, **keywords), {**step, "to": "y"}]
    add(f"{name}: value", *steps, call("y.detach"), kind=kind)
    add(f"{name}: node", *steps, call("print-node", Y))
    weights = [call("y.numel", to="n"), call("torch.arange", Ref("n"), to="k"), call("y.flatten", to="z")]
    weighted = [call("z.mul", Ref("k"), to="s"), call("s.sum", to="l"), call("l.backward")]
    add(f"{name}: derivative", *steps, *weights, *weighted, call("get x.grad"))


def module(name, make, *shape):
    steps = [*drawn(*shape), {**make, "to": "m"}]
    add(f"{name}: print", *steps, call("print", M))
    add(f"{name}: output", *steps, call("m", X))


def wrong(name, *steps):
    cases.append(record(name, steps, "digits"))
    assert "error" in cases[-1], name


N = "new nn."
ADAPTIVE = {1: [1, 4, [3]], 2: [1, [3, 4], [None, 2]], 3: [1, [3, 2, 4], [2, None, 1]]}
for rank, sizes in SIZES.items():
    shape = [2, 3, *sizes]
    for size in ADAPTIVE[rank]:
        for kind in ("avg", "max"):
            if kind == "max" and rank == 1 and size == [3]:
                continue
            name = f"adaptive_{kind}_pool{rank}d"
            gradient(f"{name} {size}", shape, call(f"F.{name}", X, size))
        add(f"adaptive_max_pool{rank}d_with_indices {size}", *drawn(*shape), call(f"F.adaptive_max_pool{rank}d_with_indices", X, size))
    add(f"adaptive_max_pool{rank}d, indices by name", *drawn(*shape), call(f"F.adaptive_max_pool{rank}d", X, 2, return_indices=True))
    add(f"adaptive_max_pool{rank}d, indices by place", *drawn(*shape[1:]), call(f"F.adaptive_max_pool{rank}d", X, 2, True))
    for kind in ("Avg", "Max"):
        module(f"Adaptive{kind}Pool{rank}d", call(f"{N}Adaptive{kind}Pool{rank}d", 2), *shape)
        module(f"Adaptive{kind}Pool{rank}d without a batch", call(f"{N}Adaptive{kind}Pool{rank}d", (1,) * rank), *shape[1:])
        wrong(f"Adaptive{kind}Pool{rank}d of nothing", call(f"{N}Adaptive{kind}Pool{rank}d"))
        f = f"F.adaptive_{kind.lower()}_pool{rank}d"
        wrong(f"{f} of a vector", *drawn(3), call(f, X, 2))
        wrong(f"{f} of too many dimensions", *drawn(*[2] * (rank + 3)), call(f, X, 2))
        wrong(f"{f} of too many sizes", *drawn(*shape), call(f, X, [1] * (rank + 1)))
        wrong(f"{f} of no pixels", *drawn(1, 1, *[0] * rank), call(f, X, 2))
        wrong(f"{f} of integers", call("torch.ones", shape, to="x"), call("x.long", to="x"), call(f, X, 2))
    module(f"AdaptiveMaxPool{rank}d with indices", call(f"{N}AdaptiveMaxPool{rank}d", 2, return_indices=True), *shape)
    wrong(f"adaptive_max_pool{rank}d of no channels", *drawn(1, 0, *sizes), call(f"F.adaptive_max_pool{rank}d", X, 2))

    for settings in ({}, {"stride": 1}, {"padding": 1}, {"stride": 2, "padding": 1, "dilation": 2}, {"stride": 2, "ceil_mode": True}):
        name = f"max_pool{rank}d {settings}"
        add(f"{name} with indices", *drawn(*shape), call(f"F.max_pool{rank}d_with_indices", X, 3, **settings))
        gradient(name, shape, call(f"F.max_pool{rank}d", X, 3, **settings))
        if "dilation" not in settings:
            gradient(f"avg_pool{rank}d {settings}", shape, call(f"F.avg_pool{rank}d", X, 3, **settings))
            gradient(f"avg_pool{rank}d {settings}, float64", shape, call(f"F.avg_pool{rank}d", X, 3, **settings), dtype=F64)
    add(f"max_pool{rank}d, indices by name", *drawn(*shape), call(f"F.max_pool{rank}d", X, 2, return_indices=True))
    add(f"max_pool{rank}d, indices by place", *drawn(*shape), call(f"F.max_pool{rank}d", X, 2, 2, 0, 1, False, True))
    add(f"max_pool{rank}d of -inf", call("torch.full", [1, 1, *sizes], float("-inf"), to="x"), call(f"F.max_pool{rank}d_with_indices", X, 2, 2, 1))
    add(f"max_pool{rank}d of equals", call("torch.ones", [1, 1, *sizes], to="x"), call(f"F.max_pool{rank}d_with_indices", X, 3, 1, 1))
    f = f"F.max_pool{rank}d_with_indices"
    wrong(f"{f} of a vector", *drawn(3), call(f, X, 2))
    wrong(f"{f} of integers", call("torch.ones", shape, to="x"), call("x.long", to="x"), call(f, X, 2))
    wrong(f"{f}: too small", *drawn(1, 1, *[2] * rank), call(f, X, 3))
    wrong(f"{f}: too much padding", *drawn(*shape), call(f, X, 2, 2, 2))
    wrong(f"{f}: too many sizes", *drawn(*shape), call(f, X, [2] * (rank + 1)))
    module(f"MaxPool{rank}d with indices", call(f"{N}MaxPool{rank}d", 2, return_indices=True), *shape)
    module(f"MaxPool{rank}d with indices by place", call(f"{N}MaxPool{rank}d", 3, 2, 1, 1, True), *shape)

VOLUME = [2, 3, 3, 4, 5]
module("AvgPool3d", call(N + "AvgPool3d", 2), *VOLUME)
module("AvgPool3d with everything", call(N + "AvgPool3d", (3, 2, 2), (1, 2, 1), 1, True, False), *VOLUME)
module("AvgPool3d with a divisor", call(N + "AvgPool3d", 2, divisor_override=3), *VOLUME[1:])
wrong("AvgPool3d of nothing", call(N + "AvgPool3d"))
wrong("avg_pool3d of a vector", *drawn(3), call("F.avg_pool3d", X, 2))
wrong("avg_pool3d: too small", *drawn(1, 1, 2, 2, 2), call("F.avg_pool3d", X, 3))
wrong("avg_pool3d: too much padding", *drawn(1, 1, 2, 2, 2), call("F.avg_pool3d", X, 2, 2, 2))
wrong("avg_pool3d divided by 0", *drawn(1, 1, 2, 2, 2), call("F.avg_pool3d", X, 2, divisor_override=0))
wrong("avg_pool3d: too few sizes", *drawn(1, 1, 2, 2, 2), call("F.avg_pool3d", X, [2, 2]))

for rank, sizes in {1: [8], 2: [6, 8], 3: [4, 2, 6]}.items():
    shape = [2, 2, *sizes]
    if rank < 3:
        for power in (1, 2, 3.5):
            positive = [*drawn(*shape), call("x.abs", to="x")]
            add(f"lp_pool{rank}d of {power}", *positive, call(f"F.lp_pool{rank}d", X, power, 3, 2))
            add(f"lp_pool{rank}d of {power} in ceil_mode", *positive, call(f"F.lp_pool{rank}d", X, power, 3, ceil_mode=True))
        gradient(f"lp_pool{rank}d", shape, call(f"F.lp_pool{rank}d", X, 2, 2))
        module(f"LPPool{rank}d", call(f"{N}LPPool{rank}d", 2, 3, stride=2, ceil_mode=True), *shape)
        wrong(f"LPPool{rank}d of nothing", call(f"{N}LPPool{rank}d", 2))
    places = [call(f"F.max_pool{rank}d_with_indices", X, 2, to="pair"), call("member", Ref("pair"), 1, to="i")]
    values = call("member", Ref("pair"), 0, to="v")
    I, V = Ref("i"), Ref("v")
    unpool = f"F.max_unpool{rank}d"
    pooled = [*learned(*shape), *places, values]
    add(f"{unpool}", *pooled, call(unpool, V, I, 2))
    add(f"{unpool}: node", *pooled, call(unpool, V, I, 2, to="y"), call("print-node", Y))
    squares = [call(unpool, V, I, 2, to="y"), call("y.square", to="y"), call("y.sum", to="y"), call("y.backward")]
    add(f"{unpool}: derivative", *pooled, *squares, call("get x.grad"))
    larger = [size + 1 for size in sizes]
    add(f"{unpool} of a size", *pooled, call(unpool, V, I, 2, output_size=larger))
    add(f"{unpool} of a whole size", *pooled, call(unpool, V, I, 2, 2, 0, [2, 2, *larger]))
    wrong(f"{unpool} of a far size", *pooled, call(unpool, V, I, 2, output_size=[20] * rank))
    wrong(f"{unpool} of too few sizes", *pooled, call(unpool, V, I, 2, output_size=[20] * (rank + 1)))
    wrong(f"{unpool} of places outside", *pooled, call("i.add", 1000, to="i"), call("i.narrow", 0, 0, 1, to="i"), call("v.narrow", 0, 0, 1, to="v"), call("i.narrow", 1, 0, 1, to="i"), call("v.narrow", 1, 0, 1, to="v"), call(unpool, V, I, 2))
    wrong(f"{unpool} of real places", *pooled, call("i.float", to="i"), call(unpool, V, I, 2))
    wrong(f"{unpool} of other places", *pooled, call("i.narrow", 0, 0, 1, to="i"), call(unpool, V, I, 2))
    make = call(f"{N}MaxUnpool{rank}d", 2, to="m")
    add(f"MaxUnpool{rank}d: print", make, call("print", M))
    add(f"MaxUnpool{rank}d", make, *pooled, call("m", V, I))
    add(f"MaxUnpool{rank}d of a size", make, *pooled, call("m", V, I, output_size=larger))

    for kind, more in {"Constant": [2.5], "Reflection": [], "Replication": []}.items():
        small = [2, 2, *[3] * rank]
        for padding in (1, tuple([1, 2, 0, 1, 2, 1][: 2 * rank])):
            module(f"{kind}Pad{rank}d {padding}", call(f"{N}{kind}Pad{rank}d", padding, *more), *small)
            module(f"{kind}Pad{rank}d {padding} without a batch", call(f"{N}{kind}Pad{rank}d", padding, *more), *small[1:])
        made = [call(f"{N}{kind}Pad{rank}d", 1, *more, to="m"), *learned(*small), call("m", X, to="y")]
        add(f"{kind}Pad{rank}d: node", *made, call("print-node", Y))
        add(f"{kind}Pad{rank}d: derivative", *made, call("y.square", to="s"), call("s.sum", to="l"), call("l.backward"), call("get x.grad"))
        wrong(f"{kind}Pad{rank}d of nothing", call(f"{N}{kind}Pad{rank}d"))
    for kind in ("Reflection", "Replication"):
        wrong(f"{kind}Pad{rank}d of too few dimensions", *drawn(*[2] * rank), call(f"{N}{kind}Pad{rank}d", 1, to="m"), call("m", X))
module("ZeroPad2d", call(N + "ZeroPad2d", (1, 2, 0, 1)), 2, 2, 3)
module("ZeroPad2d that cuts", call(N + "ZeroPad2d", -1), 2, 3, 4)

IMAGE = [2, 3, 5, 4]
for settings in ({}, {"padding": 1}, {"stride": 2}, {"dilation": [2, 1], "padding": [1, 0], "stride": [1, 2]}):
    gradient(f"unfold {settings}", IMAGE, call("F.unfold", X, [2, 3], **settings))
    made = [*drawn(*IMAGE), call("F.unfold", X, [2, 3], **settings, to="u"), call("u.detach", to="u"), call("u.requires_grad_", to="u")]
    folded = [*made, call("F.fold", Ref("u"), [5, 4], [2, 3], **settings, to="y")]
    add(f"fold {settings}", *folded, call("y.detach"))
    add(f"fold {settings}: node", *folded, call("print-node", Y))
    add(f"fold {settings}: derivative", *folded, call("y.square", to="s"), call("s.sum", to="l"), call("l.backward"), call("get u.grad"))
gradient("unfold without a batch", IMAGE[1:], call("F.unfold", X, 2))
add("fold without a batch", *drawn(8, 6), call("F.fold", X, [3, 4], 2))
module("Unfold", call(N + "Unfold", (2, 3), 1, 0, (1, 2)), *IMAGE)
module("Fold", call(N + "Fold", (4, 5), 2), 2, 8, 12)
for name, shape, given in (
    ("too large", [1, 1, 2, 2], [3]), ("0", [1, 1, 2, 2], [0]), ("no stride", [1, 1, 2, 2], [2, 1, 0, 0]),
    ("no dilation", [1, 1, 2, 2], [2, 0]), ("too many sizes", [1, 1, 2, 2], [[2, 2, 2]]), ("no channels", [1, 0, 2, 2], [2]),
):  # fmt: skip
    wrong(f"unfold: {name}", *drawn(*shape), call("F.unfold", X, *given))
wrong("unfold of integers", call("torch.ones", 1, 1, 2, 2, to="x"), call("x.long", to="x"), call("F.unfold", X, 1))
for shape, size in (([1, 4, 3], [2, 3]), ([1, 5, 2], [2, 3]), ([5], [2, 3]), ([4, 2], [3]), ([1, 4, 1], [1, 1])):
    wrong(f"fold {shape} into {size}", *drawn(*shape), call("F.fold", X, size, 2))

add("channel_shuffle", *drawn(2, 6, 3), call("F.channel_shuffle", X, 3))
module("ChannelShuffle", call(N + "ChannelShuffle", 2), 2, 4, 3, 2)
for groups in (4, 0):
    wrong(f"channel_shuffle by {groups}", *drawn(2, 6, 3), call("F.channel_shuffle", X, groups))
wrong("channel_shuffle of a matrix", *drawn(2, 6), call("F.channel_shuffle", X, 2))
module("Softmax2d", call(N + "Softmax2d"), 2, 3, 2, 2)
module("Softmax2d without a batch", call(N + "Softmax2d"), 3, 2, 2)
wrong("Softmax2d of a matrix", *drawn(3, 2), call(N + "Softmax2d", to="m"), call("m", X))

for settings in ({}, {"lower": 0.25, "upper": 0.5}, {"training": True}, {"lower": 0.1, "upper": 0.9, "training": True}):
    gradient(f"rrelu {settings}", [4, 5], call("F.rrelu", X, **settings))
    gradient(f"rrelu {settings}, float64", [4, 5], call("F.rrelu", X, **settings), dtype=F64)
    add(f"rrelu {settings} in place", *drawn(4, 5), call("F.rrelu", X, inplace=True, **settings), call("x.clone"))
    add(f"rrelu_ {settings}", *drawn(4, 5), call("F.rrelu_", X, **settings), call("x.clone"))
wrong("rrelu of reversed bounds", *drawn(4), call("F.rrelu", X, 0.5, 0.1))
module("RReLU", call(N + "RReLU"), 4, 5)
module("RReLU with bounds", call(N + "RReLU", 0.2, 0.3, True), 4, 5)
INPLACE = {
    "relu_": [], "elu_": [0.5], "selu_": [], "celu_": [0.5], "leaky_relu_": [0.2], "threshold_": [0.1, 2.5], "hardtanh_": [-0.5, 0.25],
}  # fmt: skip
for name, settings in INPLACE.items():
    add(f"F.{name}", *drawn(3, 4), call(f"F.{name}", X, *settings))
    add(f"F.{name}: the input", *drawn(3, 4), call(f"F.{name}", X, *settings), call("x.clone"))

# Functions of torch that write into their argument.
UNARY = """
abs_ acos_ acosh_ arccos_ arccosh_ arcsin_ arcsinh_ arctan_ arctanh_ asin_ asinh_ atan_
atanh_ ceil_ cos_ cosh_ deg2rad_ erf_ erfc_ exp2_ exp_ expm1_ fix_ floor_
frac_ i0_ log10_ log1p_ log2_ log_ logit_ nan_to_num_ neg_ negative_ rad2deg_ reciprocal_
relu_ round_ rsqrt_ sigmoid_ sin_ sinc_ sinh_ sqrt_ square_ tan_ tanh_ trunc_
zero_
"""
for name in UNARY.split():
    made = [*drawn(3, 4), call("x.uniform_", *((1.25, 3) if "cosh" in name and "a" in name else (0.125, 0.875)))]
    add(f"torch.{name}", *made, call(f"torch.{name}", X), call("x.clone"))
for name, given in {"clamp_": [0, 0.5], "clamp_min_": [0.25], "clamp_max_": [0.25], "clip_": [0, 0.5], "fill_": [2.5]}.items():
    add(f"torch.{name}", *drawn(3, 4), call(f"torch.{name}", X, *given), call("x.clone"))

write("engine-pools.json", cases)
