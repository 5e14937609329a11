"""What PyTorch gives for names that no other golden program ends in: tests/golden/engine-parity.json.

Run with the reference PyTorch: python3 scripts/golden/engine_parity.py
docs/torch-parity.md lists what the goldens cover, and its test fails where the engine has a name that none of them does.
"""

from engine_steps import F32, F64, Ref, call, record, seed, write

cases = []
A, B, X, Y, M, V = (Ref(name) for name in "abxymv")


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


def tensors(dtype=F32):
    """a and b: 4×5 normals; x: 4×5 in (0, 1); y: 5×3; m: where a is positive; v: 5 normals."""
    return [
        seed(3),
        call("torch.randn", [4, 5], dtype=dtype, to="a"),
        call("torch.randn", [4, 5], dtype=dtype, to="b"),
        call("torch.rand", [4, 5], dtype=dtype, to="x"),
        call("torch.randn", [5, 3], dtype=dtype, to="y"),
        call("a.gt", 0, to="m"),
        call("torch.randn", [5], dtype=dtype, to="v"),
    ]


def each(names, prefix, *args, kind="bits", dtypes=(F32, F64)):
    for name in names.split():
        for dtype in dtypes:
            add(f"{prefix}.{name} {dtype}", *tensors(dtype), call(f"{prefix}.{name}", *args), kind=kind)


# Methods.
each("abs_ ceil ceil_ round round_ trunc trunc_ floor_ neg_ sign_ square_ relu_", "a")
each("reciprocal reciprocal_ rsqrt_", "x")
each("cos_ sin_ tan_ tanh_ expm1_ exp_ sigmoid sigmoid_ erf_ erfc erfc_ erf", "a", kind="digits")
each("log_ log10_ log1p_ log2_ sqrt_", "x", kind="digits")
each("bool long float double detach detach_ dim numel size isfinite isinf isnan logical_not", "a")
each("is_contiguous is_floating_point storage_offset tolist", "a")
each("sub_ minimum equal expand_as view_as logical_and logical_or logical_xor", "a", B)
each("div_ remainder_ remainder floor_divide", "a", 0.75)
each("where", "a", M, B)
each("mv", "a", V, kind="digits")
each("dot", "v", V, kind="digits")
for name in ("data", "dtype", "ndim", "requires_grad", "retains_grad", "shape", "T", "is_leaf"):
    add(f"Tensor.{name}", *tensors(), call(f"get a.{name}"))
add(
    "retain_grad",
    *tensors(),
    call("a.requires_grad_"),
    call("a.mul", 2, to="c"),
    call("c.retain_grad"),
    call("c.sum", to="s"),
    call("s.backward"),
    call("get c.retains_grad", to="kept"),
    call("get c.grad"),
)
add("multinomial", seed(4), call("torch.rand", [3, 6], to="w"), call("w.multinomial", 4))
for name in ("enable_grad", "set_grad_enabled"):
    add(f"{name}", *tensors(), call("a.requires_grad_"), call(name, A, "exp", to="c"), call("get c.requires_grad"))
add("is_grad_enabled", call("torch.is_grad_enabled"))

# Functions.
each("clone t numel is_tensor", "torch", A)
each("eq ne lt le gt ge logical_and logical_or logical_xor equal allclose", "torch", A, B)
each("all any", "torch", M, dtypes=(F32,))
each("argmax argmin max min", "torch", A)
each("sum mean std var norm", "torch", A, kind="digits")
each("floor_divide remainder", "torch", A, 0.75)
each("clamp", "torch", A, -0.5, 0.5)
each("pow", "torch", X, 1.7, kind="digits")
each("full_like", "torch", A, 2.5)
each("flatten squeeze", "torch", A)
each("transpose", "torch", A, 0, 1)
each("permute", "torch", A, [1, 0])
each("reshape", "torch", A, [2, 10])
each("unsqueeze", "torch", A, 1)
each("select", "torch", A, 1, 2)
each("narrow", "torch", A, 1, 1, 3)
each("mm", "torch", A, Y, kind="digits")
each("mv", "torch", A, V, kind="digits")
each("dot", "torch", V, V, kind="digits")
each("mul", "torch", A, B)
each("histc", "torch", A, 6, -2, 2)

# Functions of modules.
IMAGE = [seed(5), call("torch.randn", [2, 4, 6, 6], to="x"), call("torch.randn", [4], to="w"), call("torch.rand", [4], to="b")]
LINE = [seed(5), call("torch.randn", [2, 4, 9], to="x"), call("torch.randn", [4], to="w"), call("torch.rand", [4], to="b")]
CUBE = [seed(5), call("torch.randn", [1, 2, 4, 4, 4], to="x")]
W = Ref("w")
for name in ("relu", "sigmoid", "tanh"):
    add(f"F.{name}", *tensors(), call(f"F.{name}", A), kind="bits" if name == "relu" else "digits")
for name in ("softmax", "log_softmax"):
    add(f"F.{name}", *tensors(), call(f"F.{name}", A, 1), kind="digits")
add("F.adaptive_avg_pool1d", *LINE, call("F.adaptive_avg_pool1d", X, 4), kind="digits")
add("F.adaptive_avg_pool2d", *IMAGE, call("F.adaptive_avg_pool2d", X, [4, 3]), kind="digits")
add("F.avg_pool1d", *LINE, call("F.avg_pool1d", X, 3, 2, 1), kind="digits")
add("F.avg_pool2d", *IMAGE, call("F.avg_pool2d", X, 2), kind="digits")
add("F.max_pool1d", *LINE, call("F.max_pool1d", X, 3, 2, 1))
add("F.max_pool2d", *IMAGE, call("F.max_pool2d", X, 2))
add("F.max_pool3d", *CUBE, call("F.max_pool3d", X, 2))
add("F.batch_norm", *IMAGE, call("torch.zeros", [4], to="m"), call("torch.ones", [4], to="v"),
    call("F.batch_norm", X, M, V, W, B, True), kind="digits")
add("F.instance_norm", *IMAGE, call("F.instance_norm", X), kind="digits")
add("F.group_norm", *IMAGE, call("F.group_norm", X, 2, W, B), kind="digits")
add("F.layer_norm", *LINE, call("F.layer_norm", X, [4, 9]), kind="digits")
add("F.bilinear", *tensors(), call("torch.randn", [2, 5, 5], to="w"), call("F.bilinear", A, B, W), kind="digits")
for dimensions, start in ((1, LINE), (2, IMAGE), (3, CUBE)):
    channels = 2 if dimensions == 3 else 4
    kernel = [2] * dimensions
    add(f"F.conv{dimensions}d", *start, call("torch.randn", [3, channels, *kernel], to="k"),
        call(f"F.conv{dimensions}d", X, Ref("k")), kind="near")
    add(f"F.conv_transpose{dimensions}d", *start, call("torch.randn", [channels, 3, *kernel], to="k"),
        call(f"F.conv_transpose{dimensions}d", X, Ref("k")), kind="near")
WORDS = [seed(6), call("torch.randn", [7, 3], to="w"), call("torch.randint", 7, [2, 4], to="i")]
add("F.embedding", *WORDS, call("F.embedding", Ref("i"), W))
add("F.embedding_bag", *WORDS, call("F.embedding_bag", Ref("i"), W), kind="digits")
add("F.interpolate", *IMAGE, call("F.interpolate", X, [9, 4]))
add("F.pixel_shuffle", *IMAGE, call("F.pixel_shuffle", X, 2))
add("F.pixel_unshuffle", *IMAGE, call("F.pixel_unshuffle", X, 3))
LOGITS = [
    seed(7),
    call("torch.randn", [4, 3], to="z"),
    call("torch.rand", [4, 3], to="p"),
    call("torch.rand", [4, 3], to="q"),
    call("torch.randint", 3, [4], to="c"),
    call("F.log_softmax", Ref("z"), 1, to="l"),
]
add("F.nll_loss", *LOGITS, call("F.nll_loss", Ref("l"), Ref("c")), kind="digits")
for name, given, target in (
    ("BCELoss", "p", "q"),
    ("BCEWithLogitsLoss", "z", "q"),
    ("CrossEntropyLoss", "z", "c"),
    ("HuberLoss", "z", "q"),
    ("L1Loss", "z", "q"),
    ("MSELoss", "z", "q"),
    ("NLLLoss", "l", "c"),
    ("SmoothL1Loss", "z", "q"),
):
    add(f"nn.{name}", *LOGITS, call(f"new nn.{name}", to="m"), call("m", Ref(given), Ref(target)), kind="digits")
for name in ("LogSoftmax", "Softmin", "Softmax"):
    add(f"nn.{name}", *LOGITS, call(f"new nn.{name}", 1, to="m"), call("m", Ref("z")), kind="digits")
add("nn.Unflatten", *LINE, call("new nn.Unflatten", 1, [2, 2], to="m"), call("m", X))

# Modules.
NET = [seed(8), call("new nn.Linear", 3, 4, to="l"), call("new nn.BatchNorm1d", 4, to="n"),
       call("new nn.Sequential", Ref("l"), Ref("n"), to="m"), call("torch.randn", [5, 3], to="x")]
for name in ("parameters", "named_parameters", "buffers", "named_buffers"):
    add(f"Module.{name}", *NET, call("list", M, name))
for name in ("children", "modules"):
    add(f"Module.{name}", *NET, call("list", M, name))
add("Module.extra_repr", *NET, call("l.extra_repr"))
add("Module.to", *NET, call("m.to", F64, to="d"), call("state", Ref("d")))
for name in ("double", "float"):
    add(f"Module.{name}", *NET, call(f"m.{name}", to="d"), call("state", Ref("d")))
add("Module.train", *NET, call("m.train", False, to="d"), call("d", X), kind="digits")
for name in ("add_module", "register_module"):
    add(f"Module.{name}", *NET, call("new nn.ReLU", to="r"), call(f"m.{name}", "act", Ref("r")), call("m", X), kind="digits")
add("Module.register_parameter", *NET, call("new nn.Parameter", X, to="p"),
    call("m.register_parameter", "own", Ref("p")), call("list", M, "named_parameters"))
for name in ("register_forward_hook", "register_forward_pre_hook"):
    add(f"Module.{name}", *NET, call("hook", M, name), call("m", X), kind="digits")
add("register_hook", *NET, call("x.requires_grad_"), call("hook", X, "register_hook"), call("l", X, to="y"),
    call("y.square", to="q"), call("q.sum", to="s"), call("s.backward"), call("get x.grad"), kind="digits")

# nn.utils, autograd, optim.
GRADS = [seed(9), call("torch.randn", [2, 3], to="p"), call("p.requires_grad_"), call("p.square", to="q"),
         call("q.sum", to="s")]
P, S, O = Ref("p"), Ref("s"), Ref("o")
add("nn.utils.clip_grad_value_", *GRADS, call("s.backward"), call("nn.utils.clip_grad_value_", [P], 0.5),
    call("get p.grad"))
add("nn.utils.parameters_to_vector", *NET, call("get l.weight", to="w"), call("get l.bias", to="b"),
    call("nn.utils.parameters_to_vector", [W, B]))
add("nn.utils.vector_to_parameters", *NET, call("get l.weight", to="w"), call("torch.ones", [12], to="v"),
    call("nn.utils.vector_to_parameters", V, [W]), call("get l.weight"))
add("torch.autograd.grad", *GRADS, call("torch.autograd.grad", S, [P]))
add("torch.autograd.backward", *GRADS, call("torch.autograd.backward", [S]), call("get p.grad"))


def descend(*scheduler, steps):
    start = [*GRADS, call("s.backward"), call("new torch.optim.SGD", [P], lr=0.5, to="o"), *scheduler]
    for given in steps:
        start += [call("o.step"), call("d.step", *given)]
    return [*start, call("p.detach")]


add("LambdaLR", *descend(call("lambda", 0.9, to="f"), call("new torch.optim.lr_scheduler.LambdaLR", O, Ref("f"), to="d"),
                         steps=[()] * 4), kind="digits")
add("ReduceLROnPlateau", *descend(
    call("new torch.optim.lr_scheduler.ReduceLROnPlateau", O, "min", patience=1, to="d"),
    steps=[(1.0,), (1.0,), (1.0,), (1.0,), (0.5,), (0.6,)]), kind="digits")

POSITIONAL = {
    "StepLR": (2, 0.5),
    "MultiStepLR": ([1, 3], 0.5),
    "ConstantLR": (0.25, 2),
    "LinearLR": (0.25, 0.75, 3),
    "CosineAnnealingLR": (3, 0.1),
    "CosineAnnealingWarmRestarts": (2, 2, 0.1),
}
for name, given in POSITIONAL.items():
    add(f"{name}, its arguments by position", *descend(
        call(f"new torch.optim.lr_scheduler.{name}", O, *given, to="d"), steps=[()] * 5), kind="digits")
add("StepLR without a step", *descend(call("new torch.optim.lr_scheduler.StepLR", O, to="d"), steps=[]))
add("StepLR, a keyword that it lacks",
    *descend(call("new torch.optim.lr_scheduler.StepLR", O, 2, gama=0.5, to="d"), steps=[]))

# The names without underscore, which warn and do the same.
for name, shape, *rest in (
    ("uniform", [3, 4]), ("normal", [3, 4]), ("constant", [3, 4], 0.5), ("eye", [3, 4]), ("dirac", [3, 4, 3]),
    ("xavier_uniform", [3, 4]), ("xavier_normal", [3, 4]), ("kaiming_uniform", [3, 4]), ("kaiming_normal", [3, 4]),
    ("orthogonal", [3, 4]), ("sparse", [6, 4], 0.5),
):
    add(f"init.{name}", seed(10), call("torch.empty", shape, to="t"), call(f"init.{name}", Ref("t"), *rest),
        kind="near" if name == "orthogonal" else "bits")

write("engine-parity.json", cases)
