"""Names that are asked for more rarely: tests/golden/engine-rarer.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_rarer.py
"""

from engine_steps import BF16, BOOL, F16, F32, F64, I64, Ref, call, record, seed, write

cases = []
X, Y, Z = Ref("x"), Ref("y"), Ref("z")
M = Ref("m")


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


def made(value, to="x", **keywords):
    return call("torch.tensor", value, to=to, **keywords)


def drawn(*shape, to="x", dtype=F32, **keywords):
    return [seed(len(shape) + sum(shape)), call("torch.randn", list(shape), dtype=dtype, to=to, **keywords)]


def differentiated(name, source, *steps, kind="digits"):
    """The gradient of a leaf through the steps, which make y of x."""
    add(f"{name}: gradient", *source, *steps, call("y.sum", to="z"), call("z.backward"), call("get x.grad"), kind=kind)


# Tensors in another size.
for name, args in {"as_strided_": [[2, 2], [1, 2]], "resize_": [2, 2], "sum_to_size": [1, 3]}.items():
    for dtype in (F32, F64, F16, I64, BOOL):
        add(f"{name} of {dtype}", call("torch.ones", 2, 3, dtype=dtype, to="x"), call(f"x.{name}", *args))
add("resize_ to a list", call("torch.arange", 6, to="x"), call("x.resize_", [3, 2]))
add("resize_ of a transposed one", call("torch.ones", 2, 3, to="x"), call("x.t", to="y"), call("y.resize_", 2, 2), call("y.stride"))
add("resize_ to its own size", call("torch.ones", 2, 3, to="x"), call("x.t", to="y"), call("y.resize_", 3, 2), call("y.stride"))
add("resize_ of a part", call("torch.arange", 6, to="x"), call("x.narrow", 0, 2, 2, to="y"), call("y.resize_", 4))
add("resize_ shares the storage", call("torch.arange", 6, to="x"), call("x.view", 6, to="y"), call("y.resize_", 2), call("y.fill_", 9), call("x.add", 0))
add("resize_ grows the storage", call("torch.arange", 3, to="x"), call("x.resize_", 5, to="y"), call("y.narrow", 0, 0, 3))
add("resize_ of what requires grad", call("torch.ones", 3, requires_grad=True, to="x"), call("x.resize_", 2))
add("resize_ to a negative size", call("torch.ones", 3, to="x"), call("x.resize_", -2))
add("resize_ to nothing", call("torch.ones", 3, to="x"), call("x.resize_"))
add("resize_ to text", call("torch.ones", 3, to="x"), call("x.resize_", "a"))
add("resize_as_", call("torch.arange", 6, to="x"), call("torch.ones", 2, 2, to="y"), call("x.resize_as_", Y))
add("resize_as_ a number", call("torch.arange", 6, to="x"), call("x.resize_as_", 2))
add("as_strided_ with an offset", call("torch.arange", 6, to="x"), call("x.as_strided_", [2, 2], [2, 1], 1))
add("as_strided_ beyond the storage", call("torch.ones", 3, to="x"), call("x.as_strided_", [2, 2], [2, 2]))
add("as_strided_ of other lengths", call("torch.ones", 3, to="x"), call("x.as_strided_", [2, 2], [2]))
add("as_strided_ of a leaf", call("torch.ones", 3, requires_grad=True, to="x"), call("x.as_strided_", [2], [1]))
differentiated("as_strided_", drawn(6, requires_grad=True), call("x.mul", 2, to="y"), call("y.as_strided_", [2, 3], [1, 2]), kind="bits")
for size in ([3], [2, 1], [1, 1], [1], [2, 3], []):
    add(f"sum_to_size {size}", *drawn(2, 3), call("x.sum_to_size", size), kind="digits")
    differentiated(f"sum_to_size {size}", drawn(2, 3, requires_grad=True), call("x.sum_to_size", size, to="y"))
for size in ([2], [3, 1], [1, 2, 3]):
    add(f"sum_to_size {size}", *drawn(2, 3), call("x.sum_to_size", size))
add("sum_to_size of nothing", *drawn(2, 3), call("x.sum_to_size"))

# Functions in place.
for dtype in (F32, F64, I64):
    add(f"ldexp_ of {dtype}", made([1, 2, -3], dtype=dtype), made([1, 2, 3], to="y"), call("x.ldexp_", Y))
    add(f"polygamma_ of {dtype}", made([1, 2, 3], dtype=dtype), call("x.polygamma_", 1), kind="near")
add("ldexp_ of a number", made([1.0, 2.0]), call("x.ldexp_", 2))
add("ldexp_ into a smaller one", made([1.0, 2.0]), made([[1], [2]], to="y"), call("x.ldexp_", Y))
add("polygamma_ of a negative order", made([1.0]), call("x.polygamma_", -1))
differentiated("polygamma_", [made([0.5, 2.0, 3.5], requires_grad=True)], call("x.mul", 2, to="y"), call("y.polygamma_", 1), kind="near")

# Activations of tensors.
for dtype in (F32, F64, F16, BF16, I64, BOOL):
    for name in ("x.prelu", "torch.prelu", "F.prelu"):
        args = [Y] if name == "x.prelu" else [X, Y]
        add(f"{name} of {dtype}", made([1, -2, 0], dtype=dtype), made([2], dtype=dtype, to="y"), call(name, *args))
    for name in ("x.hardshrink", "torch.hardshrink", "F.hardshrink"):
        add(f"{name} of {dtype}", made([1, -2, 0], dtype=dtype), call(name, *([] if name == "x.hardshrink" else [X]), 1.5))
add("prelu with a weight a channel", *drawn(2, 3, 2), made([0.5, 0.25, 2.0], to="y"), call("x.prelu", Y))
add("prelu with too many weights", made([1.0, -2.0]), made([0.5, 0.25, 2.0], to="y"), call("x.prelu", Y))
for one, other in ((F32, F64), (F32, I64), (F16, F32), (I64, F32)):
    add(f"prelu of {one} with {other}", made([1, -2], dtype=one), made([2], dtype=other, to="y"), call("x.prelu", Y))
add("prelu with a number", made([1.0, -2.0]), call("x.prelu", 0.5))
add("hardshrink by keyword", made([1.25, -2.0]), call("x.hardshrink", lambd=1.5))
add("hardshrink by default", made([1.0, -0.25]), call("x.hardshrink"))
differentiated("prelu", drawn(2, 3, requires_grad=True), made([0.5, 0.25, 2.0], to="w"), call("x.prelu", Ref("w"), to="y"))
differentiated("hardshrink", drawn(2, 3, requires_grad=True), call("x.hardshrink", to="y"))
add("torch.rrelu_", seed(3), call("torch.randn", [2, 5], to="x"), call("torch.rrelu_", X), call("x.add", 0))
add("torch.rrelu_ in training", seed(3), call("torch.randn", [2, 5], to="x"), call("torch.rrelu_", X, training=True), call("x.add", 0))

# Modules that go somewhere.
layer = [seed(1), call("new nn.BatchNorm1d", 3, to="m")]
for name, args, keywords in (
    ("cpu", [], {}), ("cuda", [], {}), ("cuda", [1], {}), ("type", [F64], {}), ("type", [F16], {}), ("to", ["cpu"], {}), ("to", ["cuda"], {}),
    ("to", ["cuda:0"], {}), ("to", ["cpu", F64], {}), ("to", [], {"device": "cpu"}), ("to", [], {"dtype": F64}), ("to", [], {"device": "cpu", "dtype": F64}),
    ("to", ["nowhere"], {}), ("to", ["mps"], {}), ("to", ["xpu"], {}), ("to", [I64], {}), ("to", [F16], {}),
):  # fmt: skip
    add(f"Module.{name} {args} {keywords}", *layer, call(f"m.{name}", *args, **keywords, to="m"), call("state", M))
    add(f"Module.{name} {args} {keywords}: dtypes", *layer, call(f"m.{name}", *args, **keywords, to="m"), call("get m.weight.dtype", to="z"), call("print", Z))
add("Module.to a tensor", *layer, call("torch.ones", 1, dtype=F64, to="x"), call("m.to", X, to="m"), call("state", M))
add("Module.type of integers", seed(1), call("new nn.Linear", 2, 2, to="m"), call("m.type", I64))
add("cuda of a module without parameters", call("new nn.ReLU", to="m"), call("m.cuda", to="m"), call("print", M))
for device in ("cpu", "cpu:0", "cuda", "cuda:1", "mps", "nowhere"):
    add(f"Tensor.to {device}", made([1.5]), call("x.to", device))
add("Tensor.cuda", made([1.0]), call("x.cuda"))

# Norms by singular values.
for given in ([], [[0, 1]], [[1, 0]]):
    add(f"nuclear norm {given}", *drawn(3, 4), call("x.norm", "nuc", *given), kind="near")
    add(f"torch.norm nuclear {given}", *drawn(3, 4), call("torch.norm", X, "nuc", *given), kind="near")
    add(f"torch.nuclear_norm {given}", *drawn(3, 4), call("torch.nuclear_norm", X, *given), kind="near")
    add(f"nuclear norm {given} that keeps", *drawn(3, 4), call("x.norm", "nuc", *given, keepdim=True), kind="near")
add("nuclear norms of a batch", *drawn(2, 3, 4), call("x.norm", "nuc", dim=[0, 2]), kind="near")
for dim in (0, [0, 1, 2], [0]):
    add(f"nuclear norm of a batch along {dim}", *drawn(2, 3, 4), call("x.norm", "nuc", dim=dim))
    add(f"torch.nuclear_norm of a batch along {dim}", *drawn(2, 3, 4), call("torch.nuclear_norm", X, dim))
for shape in ([3], [2, 2, 2], []):
    add(f"nuclear norm of {shape}", call("torch.ones", shape, to="x"), call("x.norm", "nuc"))
    add(f"torch.nuclear_norm of {shape}", call("torch.ones", shape, to="x"), call("torch.nuclear_norm", X))
for given in ([], [1], [[0, 1]], [[0, 1, 2]], [[0, 0]], [[2, 0], True]):
    add(f"torch.frobenius_norm {given}", *drawn(2, 3, 4), call("torch.frobenius_norm", X, *given), kind="digits")
add("nuclear norm in a dtype", *drawn(3, 4), call("x.norm", "nuc", dtype=F64))
for dtype in (I64, F16, BF16, F64):
    add(f"nuclear norm of {dtype}", call("torch.ones", 2, 3, dtype=dtype, to="x"), call("x.norm", "nuc"), kind="near")
    add(f"svdvals of {dtype}", call("torch.ones", 2, 3, dtype=dtype, to="x"), call("torch.linalg.svdvals", X), kind="near")
add("svdvals of a vector", made([1.0]), call("torch.linalg.svdvals", X))
add("svdvals of a number", call("torch.linalg.svdvals", 3))
add("svdvals of nothing", call("torch.linalg.svdvals"))
add("svdvals of NaN", made([[float("nan")]]), call("torch.linalg.svdvals", X))

# The rates that go round.
SCHEDULES = {
    "by default": ([0.01, 0.1], {}),
    "triangular": ([0.01, 0.1], {"step_size_up": 3}),
    "down in fewer": ([0.01, 0.1], {"step_size_up": 4, "step_size_down": 2}),
    "triangular2": ([0.01, 0.1, 2], {"mode": "triangular2"}),
    "exp_range": ([0.01, 0.1, 2, None, "exp_range", 0.9], {}),
    "without momentum": ([0.01, 0.1, 3], {"cycle_momentum": False}),
    "other momenta": ([0.01, 0.1, 3], {"base_momentum": 0.5, "max_momentum": 0.7}),
    "lists": ([[0.01], [0.1], 3], {}),
    "too many": ([[0.01, 0.02], 0.1], {}),
    "an unknown mode": ([0.01, 0.1], {"mode": "square"}),
    "no upper rate": ([0.01], {}),
    "scaled by a function": ([0.01, 0.1, 2], {"scale_fn": Ref("f"), "scale_mode": "iterations"}),
    "scaled by a function of the cycle": ([0.01, 0.1, 2], {"scale_fn": Ref("f")}),
}
for what, (args, keywords) in SCHEDULES.items():
    start = [
        seed(1), call("new nn.Linear", 2, 1, to="m"), call("list", M, "parameters", to="p"), call("lambda", 0.9, to="f"),
        call("new torch.optim.SGD", Ref("p"), lr=0.5, momentum=0.9, to="o"), call("new torch.optim.lr_scheduler.CyclicLR", Ref("o"), *args, **keywords, to="s"),
    ]  # fmt: skip
    add(f"CyclicLR {what}: 0", *start, call("s.get_last_lr"), kind="ulp2")
    for count in (1, 3, 7):
        add(f"CyclicLR {what}: {count}", *start, *[call("o.step"), call("s.step")] * count, call("s.get_last_lr"), kind="ulp2")
    add(f"CyclicLR {what}: momentum", *start, *[call("o.step"), call("s.step")] * 2, call("get o.param_groups", to="g"), call("member", Ref("g"), 0, to="h"), call("member", Ref("h"), "momentum"), kind="ulp2")
add("CyclicLR of Adam", call("new nn.Linear", 2, 1, to="m"), call("list", M, "parameters", to="p"), call("new torch.optim.Adam", Ref("p"), to="o"), call("new torch.optim.lr_scheduler.CyclicLR", Ref("o"), 0.01, 0.1))
add("CyclicLR of nothing", call("new torch.optim.lr_scheduler.CyclicLR", 3, 0.01, 0.1))
chain = [
    seed(1), call("new nn.Linear", 2, 1, to="m"), call("list", M, "parameters", to="p"), call("new torch.optim.SGD", Ref("p"), lr=1.0, to="o"),
    call("new torch.optim.lr_scheduler.ConstantLR", Ref("o"), 0.1, 2, to="a"), call("new torch.optim.lr_scheduler.ExponentialLR", Ref("o"), 0.9, to="b"),
    call("new torch.optim.lr_scheduler.ChainedScheduler", [Ref("a"), Ref("b")], to="s"),
]  # fmt: skip
for count in range(5):
    add(f"ChainedScheduler: {count}", *chain, *[call("o.step"), call("s.step")] * count, call("s.get_last_lr"), kind="ulp2")
add(
    "ChainedScheduler of two optimisers", *chain, call("new torch.optim.SGD", Ref("p"), lr=1.0, to="q"), call("new torch.optim.lr_scheduler.ExponentialLR", Ref("q"), 0.9, to="c"),
    call("new torch.optim.lr_scheduler.ChainedScheduler", [Ref("a"), Ref("c")]),
)  # fmt: skip

# Images in another size.
SHAPES = {"linear": [2, 1, 5], "bilinear": [1, 2, 4, 5], "bicubic": [1, 2, 4, 5], "trilinear": [1, 1, 3, 4, 2]}
for mode, shape in {**SHAPES, "nearest": [1, 2, 4, 5], "nearest-exact": [1, 2, 4, 5], "area": [1, 2, 4, 5]}.items():
    kind = "bits" if mode.startswith("nearest") else "near"
    for keywords in ({"size": 7}, {"size": 2}, {"size": 1}, {"scale_factor": 2}, {"scale_factor": 1.7}, {"scale_factor": 0.6}, {"scale_factor": 1.7, "recompute_scale_factor": True}):
        for dtype in (F32, F64):
            add(f"interpolate {mode} {keywords} {dtype}", *drawn(*shape, dtype=dtype), call("F.interpolate", X, **keywords, mode=mode), kind=kind)
        if mode in SHAPES and "recompute_scale_factor" not in keywords:
            add(f"interpolate {mode} {keywords}, corners kept", *drawn(*shape), call("F.interpolate", X, **keywords, mode=mode, align_corners=True), kind=kind)
        differentiated(f"interpolate {mode} {keywords}", drawn(*shape, dtype=F64 if mode == "bicubic" else F32, requires_grad=True), call("F.interpolate", X, **keywords, mode=mode, to="y"), call("y.square", to="y"), kind="near")
    # Cubics in bfloat16 are PyTorch's own: its weights add up to 0.94 there.
    for dtype in (I64, BOOL, F16, *([] if mode == "bicubic" else [BF16])):
        add(f"interpolate {mode} of {dtype}", call("torch.ones", shape, dtype=dtype, to="x"), call("F.interpolate", X, scale_factor=2, mode=mode), kind=kind)
    for other in ([2, 3], [2, 1, 5], [1, 2, 4, 5], [1, 1, 3, 4, 2]):
        add(f"interpolate {mode} of {len(other)} dimensions", call("torch.ones", other, to="x"), call("F.interpolate", X, scale_factor=2, mode=mode), kind=kind)
    add(f"interpolate {mode} with corners", call("torch.ones", shape, to="x"), call("F.interpolate", X, scale_factor=2, mode=mode, align_corners=False), kind=kind)
    add(f"node of interpolate {mode}", call("torch.ones", shape, requires_grad=True, to="x"), call("F.interpolate", X, scale_factor=2, mode=mode, to="y"), call("print-node", Ref("y")))
    add(f"Upsample {mode}", call("new nn.Upsample", scale_factor=2, mode=mode, to="m"), *drawn(*shape), call("m", X), kind=kind)
    add(f"print of Upsample {mode}", call("new nn.Upsample", scale_factor=2, mode=mode, to="m"), call("print", M))
for mode in ("cubic", "nearst"):
    add(f"interpolate {mode}", call("torch.ones", 1, 1, 2, to="x"), call("F.interpolate", X, scale_factor=2, mode=mode))
for mode in ("bilinear", "nearest"):
    add(f"interpolate {mode} to a size again", call("torch.ones", 1, 1, 2, 2, to="x"), call("F.interpolate", X, size=2, mode=mode, recompute_scale_factor=True))
add("interpolate nearest without alias", call("torch.ones", 1, 1, 2, 2, to="x"), call("F.interpolate", X, size=2, antialias=True))
for name in ("UpsamplingNearest2d", "UpsamplingBilinear2d"):
    for given in ([4], [(3, 7)], [None, 2]):
        add(f"{name} {given}", call(f"new nn.{name}", *given, to="m"), *drawn(1, 2, 4, 5), call("m", X), kind="digits")
        add(f"print of {name} {given}", call(f"new nn.{name}", *given, to="m"), call("print", M))

# Which of several equal values comes first.
for count in (9, 16, 17, 33, 100, 300):
    for high in (2, 5, 50):
        ties = [seed(count + high), call("torch.randint", 0, high, [2, count], to="x")]
        for descending in (False, True):
            add(f"sort of {count} below {high}, {descending}", *ties, call("x.sort", -1, descending, to="y"), call("get y.indices"))
            add(f"stable sort of {count} below {high}, {descending}", *ties, call("x.sort", dim=-1, descending=descending, stable=True, to="y"), call("get y.indices"))
        for k in (1, 4, count // 2, count):
            for largest in (True, False):
                add(f"topk of {count} below {high}, {k}, {largest}", *ties, call("x.topk", k, largest=largest, to="y"), call("get y.indices"))
        add(f"mode of {count} below {high}", *ties, call("x.mode", to="y"), call("get y.indices"))
        add(f"argsort of {count} below {high}", *ties, call("x.argsort"))

# States that nearly fit.
for size in ([1], [0], [2]):
    state = [call("torch.ones", size, dtype=I64, to="x"), call("dict", ["num_batches_tracked", X], to="s")]
    add(f"load_state_dict of a count of {size}", call("new nn.BatchNorm1d", 2, to="m"), *state, call("m.load_state_dict", Ref("s"), strict=False, to="l"), call("state", M))

write("engine-rarer.json", cases)
