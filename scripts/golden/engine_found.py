"""What comparisons of random calls have found: tests/golden/engine-found.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_found.py
"""

from engine_steps import BOOL, F16, F32, I64, Ref, call, record, seed, write

cases = []
X, Y = Ref("x"), Ref("y")
NAN = float("nan")


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


def made(value, to="x", **keywords):
    return call("torch.tensor", value, to=to, **keywords)


for shape in ([3, 4, 0], [1, 0, 2], [0, 0, 3]):
    for name in ("xavier_uniform_", "xavier_normal_", "kaiming_uniform_", "kaiming_normal_"):
        add(f"{name} of {shape}", call("torch.zeros", shape, to="x"), call(f"init.{name}", X))

for name in (
    "torch.exp torch.add torch.mul torch.matmul torch.topk torch.reshape torch.norm torch.split torch.abs torch.relu torch.tensor torch.stack "
    "torch.linspace torch.zeros_like torch.allclose torch.equal torch.outer torch.dot torch.chunk torch.multinomial F.linear F.relu F.softmax "
    "F.mse_loss F.cross_entropy F.layer_norm F.dropout F.embedding init.uniform_ init.normal_ init.constant_ init.xavier_uniform_ init.kaiming_normal_ "
    "init.orthogonal_ init.sparse_ init.eye_ init.dirac_ init.calculate_gain init.trunc_normal_"
).split():
    if name not in ("torch.add",):
        add(f"{name} of nothing", call(name))

for value in (1.0, [1.0, 2.0], []):
    for name in ("tril", "triu", "tril_"):
        add(f"{name} of {value}", made(value), call(f"x.{name}"))
add("NaN is true in a bool tensor", made([NAN, 1e-40, -0.0, 0.5], dtype=BOOL))
add("trace of bools", call("torch.ones", 2, 2, dtype=BOOL, to="x"), call("x.trace"))
for name in ("topk", "kthvalue"):
    add(f"{name} of one bool", made(True), call(f"x.{name}", 1))
for given in ([], [3]):
    add(f"Linear of {given}", call("new nn.Linear", *given))
add("relu6 of integers", made([-1, 3, 9]), call("F.relu6", X))
add("relu6 of bools", made([True]), call("F.relu6", X))
add("hardtanh of integers", made([-1, 3, 9]), call("F.hardtanh", X))
for name in ("add", "sub"):
    add(f"{name} with a bool alpha", made([1.0]), call(f"x.{name}", 1, alpha=True))
add("dist of a number", made([1.0]), call("x.dist", 3))
for name, other in (("gcd_", made([1.5], to="y")), ("bitwise_and_", made([1.5], to="y")), ("hypot_", made([[1.0], [2.0]], to="y"))):
    for own in (made([True]), made([1.25])):
        add(f"{name} of {own['args'][0]} and {other['args'][0]}", own, other, call(f"x.{name}", Y))
for name in ("heaviside_", "nextafter_", "lcm_", "atan2_"):
    add(f"{name} of a number", made([1]), call(f"x.{name}", 1))
add("heaviside of another dtype and size", made([1.0, 2.0]), made([True, False, True], to="y"), call("x.heaviside", Y))
for name in ("erfinv_", "sgn_", "relu_"):
    add(f"{name} of nothing between", call("torch.zeros", [3, 0, 1], to="x"), call("x.mul", 3, to="x"), call(f"x.{name}"))
edges = call("torch.set_printoptions", edgeitems=0, threshold=5)
for shape in ([7], [3, 4], [2, 3, 4]):
    add(f"no edge items of {shape}", edges, call("torch.zeros", shape, to="x"), call("print", X))
    add(f"no edge items of {shape}: afterwards", call("torch.set_printoptions", profile="default"), call("torch.zeros", shape, to="x"), call("print", X))

# Functions of modules that stand under torch too.
image = [seed(3), call("torch.randn", [2, 4, 6, 6], to="x")]
for name, args in {
    "celu": [0.5], "selu": [], "hardshrink": [0.3], "pixel_shuffle": [2], "pixel_unshuffle": [2], "channel_shuffle": [2], "max_pool2d": [2],
    "threshold": [0.1, -1.0], "layer_norm": [[6, 6]], "group_norm": [2], "rrelu": [], "celu_": [], "selu_": [], "threshold_": [0.1, -1.0],
}.items():  # fmt: skip
    add(f"torch.{name}", *image, call(f"torch.{name}", X, *args), kind="digits")
for rank in (1, 2, 3):
    volume = [seed(4), call("torch.randn", [1, 2, *[4] * rank], to="x"), call("torch.randn", [2, 2, *[3] * rank], to="y")]
    add(f"torch.conv{rank}d", *volume, call(f"torch.conv{rank}d", X, Y), kind="digits")
    add(f"torch.conv_transpose{rank}d", *volume, call(f"torch.conv_transpose{rank}d", X, Y), kind="digits")
    add(f"torch.max_pool{rank}d", *volume, call(f"torch.max_pool{rank}d", X, 2))
line = [seed(5), call("torch.randn", [1, 3, 8], to="x"), call("torch.rand", [3], to="y")]
add("torch.prelu", *line, call("torch.prelu", X, Y))
add("torch.avg_pool1d", *line, call("torch.avg_pool1d", X, 2), kind="digits")
add("torch.adaptive_avg_pool1d", *line, call("torch.adaptive_avg_pool1d", X, 3), kind="digits")
add("torch.bilinear", seed(6), call("torch.randn", [4, 3], to="x"), call("torch.randn", [2, 3, 3], to="y"), call("torch.bilinear", X, X, Y, None), kind="digits")

for name in ("is_floating_point", "is_complex", "is_signed"):
    for dtype in (F16, F32, I64, BOOL):
        add(f"torch.{name} of {dtype}", call("torch.ones", 2, dtype=dtype, to="x"), call(f"torch.{name}", X))
    add(f"torch.{name} of a number", call(f"torch.{name}", 3))
DTYPES = (F16, F32, I64, BOOL)
for one in DTYPES:
    for other in DTYPES:
        pair = [call("torch.ones", 2, dtype=one, to="x"), call("torch.ones", [], dtype=other, to="y")]
        add(f"torch.result_type of {one} and one {other}", *pair, call("torch.result_type", X, Y, to="z"), call("print", Ref("z")))
        add(f"torch.promote_types of {one} and {other}", call("torch.promote_types", one, other, to="z"), call("print", Ref("z")))
add("torch.result_type of a number", made([1]), call("torch.result_type", X, 1.5, to="z"), call("print", Ref("z")))
add("torch.get_default_dtype", call("torch.get_default_dtype", to="z"), call("print", Ref("z")))
add("torch.as_tensor of numbers", call("torch.as_tensor", [0.5, 2.0]))
add("torch.as_tensor in a dtype", call("torch.as_tensor", [0.5, 2.0], dtype=I64))
add("torch.as_tensor of a tensor", made([1]), call("torch.as_tensor", X, to="y"), call("y.add_", 1), call("x.add", 0))
add("torch.detach", call("torch.ones", 2, requires_grad=True, to="x"), call("torch.detach", X, to="y"), call("get y.requires_grad"))
for name in ("pi", "e", "inf"):
    add(f"torch.{name}", call(f"get torch.{name}"))

write("engine-found.json", cases)
