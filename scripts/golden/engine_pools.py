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

write("engine-pools.json", cases)
