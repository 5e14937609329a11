"""What PyTorch's initialisers and linear layers draw: tests/golden/engine-init.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_init.py
PyTorch 1.13 has no `generator=` in nn.init; the cases named so are run there on the default generator.
"""

from engine_steps import F32, F64, Ref, call, record, seed, write

cases = []


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


def filled(shape, initialiser, *args, value=0, dtype=F32, **keywords):
    return [
        seed(value),
        call("torch.empty", shape, dtype=dtype, to="w"),
        call(f"init.{initialiser}", Ref("w"), *args, **keywords),
    ]


ROOT5 = 5**0.5
SHAPES = [
    [3, 5], [4, 4], [1, 1], [1, 15], [15, 1], [2, 8], [17, 3], [33, 16], [8, 4, 3], [4, 2, 3, 3],
    [64, 1, 3, 3], [2, 3, 2, 2, 2],
]
for shape in SHAPES:
    add(f"{shape} kaiming_uniform_(a=√5)", *filled(shape, "kaiming_uniform_", a=ROOT5))
    add(f"{shape} kaiming_uniform_()", *filled(shape, "kaiming_uniform_"))
    add(f"{shape} kaiming_normal_(relu)", *filled(shape, "kaiming_normal_", nonlinearity="relu"))
    add(f"{shape} xavier_uniform_", *filled(shape, "xavier_uniform_"))
    add(f"{shape} xavier_normal_", *filled(shape, "xavier_normal_"))
    add(f"{shape} fans", call("torch.empty", shape, to="w"), call("init._calculate_fan_in_and_fan_out", Ref("w")))

for nonlinearity in (
    "linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d",
    "sigmoid", "tanh", "relu", "leaky_relu", "selu",
):
    add(f"calculate_gain({nonlinearity})", call("init.calculate_gain", nonlinearity))
    for mode in ("fan_in", "fan_out"):
        add(
            f"kaiming_uniform_({mode}, {nonlinearity})",
            *filled([5, 7], "kaiming_uniform_", 0.2, mode, nonlinearity, value=3),
        )
        add(
            f"kaiming_normal_({mode}, {nonlinearity})",
            *filled([5, 7], "kaiming_normal_", 0.2, mode, nonlinearity, value=3),
        )
for slope in (0.2, ROOT5, 0, 1, -1, 0.01):
    add(f"calculate_gain(leaky_relu, {slope})", call("init.calculate_gain", "leaky_relu", slope))
add("a mode in capitals", *filled([3, 5], "kaiming_normal_", mode="FAN_OUT"))
for gain in (5 / 3, 2**0.5, 0.5, 0):
    add(f"xavier_uniform_(gain={gain})", *filled([4, 6], "xavier_uniform_", gain=gain))
    add(f"xavier_normal_({gain})", *filled([4, 6], "xavier_normal_", gain))
for dtype, kind in ((F64, "ulp2"),):
    add("float64 kaiming_uniform_", *filled([3, 5], "kaiming_uniform_", a=ROOT5, dtype=dtype))
    add("float64 xavier_uniform_", *filled([3, 5], "xavier_uniform_", dtype=dtype))
    add("float64 kaiming_normal_", *filled([3, 7], "kaiming_normal_", dtype=dtype), kind=kind)
    add("float64 xavier_normal_", *filled([2, 3], "xavier_normal_", dtype=dtype), kind=kind)
for name, args in {
    "uniform_": [(), (-1, 1), (0, 0.02)],
    "normal_": [(), (0, 0.02), (0.02,)],
    "constant_": [(0.3,), (2,)],
    "ones_": [()],
    "zeros_": [()],
}.items():
    for given in args:
        add(f"{name}{given}", *filled([3, 7], name, *given, value=8))
for shape in ([3, 5], [5, 3], [4, 4], [1, 1]):
    add(f"eye_ {shape}", *filled(shape, "eye_"))
add("uniform_ by keywords", *filled([4], "uniform_", b=3.0, a=-2.0))
add("normal_ by keywords", *filled([20], "normal_", std=0.1, mean=1))
add(
    "on a transposed tensor",
    seed(0),
    call("torch.zeros", 4, 5, to="b"),
    call("b.t", to="w"),
    call("init.xavier_normal_", Ref("w")),
    call("b.clone"),
)
for shape in ([0, 3], [3, 0]):
    add(f"nothing to fill {shape}", *filled(shape, "kaiming_uniform_"), call("torch.rand", 2))
for name in ("kaiming_uniform_", "xavier_normal_", "uniform_", "zeros_", "eye_"):
    add(
        f"{name} of a Parameter keeps requires_grad",
        seed(0),
        call("torch.empty", [3, 2], to="t"),
        call("new nn.Parameter", Ref("t"), to="w"),
        call(f"init.{name}", Ref("w")),
        call("print", Ref("w")),
    )
    add(
        f"{name} of a Parameter keeps it a leaf",
        seed(0),
        call("torch.empty", [3, 2], to="t"),
        call("new nn.Parameter", Ref("t"), to="w"),
        call(f"init.{name}", Ref("w")),
        call("get w.is_leaf"),
    )

# CURRICULUM §8
for shape, name, keywords in [
    ([512, 512], "kaiming_uniform_", {"nonlinearity": "relu"}),
    ([512, 512], "kaiming_normal_", {"nonlinearity": "relu"}),
    ([512, 512], "xavier_uniform_", {}),
    ([512, 512], "xavier_normal_", {}),
    ([256, 784], "xavier_uniform_", {}),
    ([512, 512], "kaiming_normal_", {"nonlinearity": "linear"}),
]:
    steps = filled(shape, name, **keywords)
    add(f"{shape} {name}{keywords}", *steps)
    add(f"{shape} {name}{keywords}: std", *steps, call("w.std"), kind="digits")
    add(f"{shape} {name}{keywords}: largest", *steps, call("w.abs", to="size"), call("size.max"))
for inputs, outputs in [
    (3, 2), (4, 4), (1, 1), (5, 3), (16, 1), (15, 1), (17, 2), (100, 7), (512, 512), (784, 128), (300, 100),
]:
    for value in (0, 42):
        steps = [seed(value), call("new nn.Linear", inputs, outputs, to="l")]
        add(f"Linear({inputs}, {outputs}), seed {value}: weight", *steps, call("l.weight.clone"))
        add(f"Linear({inputs}, {outputs}), seed {value}: bias", *steps, call("l.bias.clone"))
        add(f"Linear({inputs}, {outputs}), seed {value}: what is drawn next", *steps, call("torch.rand", 3))
add(
    "Linear(3, 2, bias=False): weight",
    seed(0),
    call("new nn.Linear", 3, 2, bias=False, to="l"),
    call("l.weight.clone"),
)
add(
    "Linear(3, 2, bias=False): what is drawn next",
    seed(0),
    call("new nn.Linear", 3, 2, False, to="l"),
    call("torch.rand", 3),
)
add("Linear(3, 2, float64): weight", seed(0), call("new nn.Linear", 3, 2, dtype=F64, to="l"), call("l.weight.clone"))
add("Linear(3, 2, float64): bias", seed(0), call("new nn.Linear", 3, 2, dtype=F64, to="l"), call("l.bias.clone"))
add("Linear(0, 5): bias", seed(0), call("new nn.Linear", 0, 5, to="l"), call("l.bias.clone"))
add("Linear(5, 0): what is drawn next", seed(0), call("new nn.Linear", 5, 0, to="l"), call("torch.rand", 3))
add(
    "Linear reset_parameters",
    seed(0),
    call("new nn.Linear", 3, 2, to="l"),
    call("l.reset_parameters"),
    call("l.weight.clone"),
)
for name in ("weight", "bias"):
    add(
        f"std of Linear(512, 512).{name}",
        seed(0),
        call("new nn.Linear", 512, 512, to="l"),
        call(f"l.{name}.std", to="s"),
        call("s.item"),
        kind="digits",
    )
add(
    "std of Linear(784, 128).weight",
    seed(0),
    call("new nn.Linear", 784, 128, to="l"),
    call("l.weight.std", to="s"),
    call("s.item"),
    kind="digits",
)
SEQUENTIAL = [
    seed(0),
    call("new nn.Linear", 4, 3, to="a"),
    call("new nn.ReLU", to="b"),
    call("new nn.Linear", 3, 2, to="c"),
    call("new nn.Sequential", Ref("a"), Ref("b"), Ref("c"), to="net"),
]
for name in ("a.weight", "a.bias", "c.weight", "c.bias"):
    add(f"Sequential: {name}", *SEQUENTIAL, call(f"{name}.clone"))
add("Sequential: output", *SEQUENTIAL, call("torch.randn", 5, 4, to="x"), call("net", Ref("x")), kind="digits")

write("engine-init.json", cases)
