"""float16 and bfloat16: what they hold, compute, print, draw and lack: tests/golden/engine-half.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_half.py
"""

import random

from engine_steps import BF16, BOOL, F16, F32, F64, I64, Ref, call, record, seed, write

cases = []
X, Y = Ref("x"), Ref("y")
NAN, INF = float("nan"), float("inf")


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


random.seed(0)
SPREAD = [random.choice((-1, 1)) * 2 ** random.uniform(-27, 18) for _ in range(200)]
EDGES = [
    0.0, -0.0, 1.0, 65504.0, 65519.99, 65520.0, -65520.0, 1e5, 6e-8, 2.98e-8, 2.99e-8, -2.9e-8, 6.1e-5, 6.0976e-5, 1e-40, 3.3e38,
    3.4e38, NAN, INF, -INF, 2049.0, 2051.0, 1.0 + 2**-11, 1.0 + 2**-11 + 2**-20, 257.0, 259.0, 1.0 + 2**-8, 0.1, 1 / 3, -2.5,
]  # fmt: skip
VALUES = [0.3, -1.7, 2.5, 100.3, -0.001, 7.0]
OTHERS = [0.7, 1.3, -2.2, 3.1, 12.5, -0.3]
for dtype in (F16, BF16):
    short = str(dtype).removeprefix("torch.")
    x = call("torch.tensor", VALUES, dtype=dtype, to="x")
    y = call("torch.tensor", OTHERS, dtype=dtype, to="y")
    for source in (F32, F64):
        for name, values in (("the whole range", SPREAD), ("the edges", EDGES)):
            given = call("torch.tensor", values, dtype=source, to="a")
            add(f"{source} to {dtype}: {name}", given, call("a.to", dtype))
            add(f"torch.tensor in {dtype} of {source}: {name}", call("torch.tensor", values, dtype=dtype))
    for method in ("float", "double", "long", "bool", "tolist", "is_floating_point", "clone", "half", "bfloat16"):
        add(f"{method} of {dtype}", x, call(f"x.{method}"))
    add(f"item of {dtype}", call("torch.tensor", 0.1, dtype=dtype, to="x"), call("x.item"))
    for name, args in {"zeros": [3], "ones": [2, 2], "full": [[2], 0.1], "rand": [5], "randn": [5], "arange": [0, 3, 0.3]}.items():
        add(f"torch.{name} in {dtype}", seed(0), call(f"torch.{name}", *args, dtype=dtype))
    add(f"torch.eye in {dtype}", call("torch.eye", 2, dtype=dtype))
    add(f"torch.linspace in {dtype}", call("torch.linspace", 0, 1, 7, dtype=dtype), kind="digits")
    add(f"torch.randint in {dtype}", seed(0), call("torch.randint", 9, [4], dtype=dtype))
    add(f"torch.randperm in {dtype}", seed(0), call("torch.randperm", 6, dtype=dtype))
    for like in ("zeros_like", "ones_like", "rand_like", "randn_like"):
        add(f"torch.{like} of {dtype}", seed(0), x, call(f"torch.{like}", X))

    for name in ("add", "sub", "mul", "div", "pow", "remainder", "floor_divide", "maximum", "minimum", "eq", "lt", "ge"):
        add(f"{name} of two in {dtype}", x, y, call(f"x.{name}", Y))
        if name not in ("maximum", "minimum"):
            add(f"{name} of a number in {dtype}", x, call(f"x.{name}", 0.1))
    for name in ("add_", "sub_", "mul_", "div_"):
        add(f"{name} of two in {dtype}", x, y, call(f"x.{name}", Y))
        add(f"{name} of a number in {dtype}", x, call(f"x.{name}", 0.1))
    for exponent in (2, 3, -1, 0.5, 1.7, -2):
        add(f"pow {exponent} in {dtype}", x, call("x.pow", exponent))
    add(f"add with alpha in {dtype}", x, y, call("x.add", Y, alpha=0.3))
    # What is left over after blocks of 32, PyTorch rounds twice in bfloat16.
    add(f"many additions with alpha in {dtype}", seed(1), call("torch.randn", 480, dtype=dtype, to="x"), call("torch.rand", 480, dtype=dtype, to="y"), call("x.sub", Y, alpha=1.7))
    add(f"many sums in {dtype}", seed(1), call("torch.randn", 500, dtype=dtype, to="x"), call("torch.rand", 500, dtype=dtype, to="y"), call("x.add", Y))
    add(f"many products in {dtype}", seed(1), call("torch.randn", 500, dtype=dtype, to="x"), call("torch.rand", 500, dtype=dtype, to="y"), call("x.mul", Y))
    add(f"many quotients in {dtype}", seed(1), call("torch.randn", 500, dtype=dtype, to="x"), call("torch.rand", 500, dtype=dtype, to="y"), call("x.div", Y))
    add(f"overflow in {dtype}", call("torch.tensor", [60000.0, 3e38], dtype=dtype, to="x"), call("x.mul", 2))
    for name in ("sqrt exp log log1p log2 log10 expm1 erf erfc erfinv sin cos tan tanh sigmoid rsqrt reciprocal neg abs square sign relu floor ceil round trunc "
                 "isnan isinf isfinite logical_not").split():  # fmt: skip
        add(f"{name} in {dtype}", y, call("y.abs", to="x"), call("x.mul", 0.07, to="x"), call(f"x.{name}"), kind="digits")
        if name not in ("isnan", "isinf", "isfinite", "logical_not", "square"):
            add(f"{name}_ in {dtype}", y, call("y.abs", to="x"), call("x.mul", 0.07, to="x"), call(f"x.{name}_"), kind="digits")
    add(f"clamp in {dtype}", x, call("x.clamp", 0, 1))
    many = [seed(9), call("torch.randn", 8, 32, dtype=dtype, to="x")]
    for name in ("relu gelu silu elu selu celu leaky_relu softplus mish hardtanh relu6 hardswish hardsigmoid hardshrink softshrink logsigmoid").split():
        add(f"F.{name} in {dtype}", *many, call(f"F.{name}", X), kind="digits")
    for name in ("softmax", "log_softmax"):
        for dim in (0, 1, -1):
            add(f"{name} {dim} in {dtype}", *many, call(f"x.{name}", dim), kind="digits")
        add(f"{name} of float32 in {dtype}", seed(9), call("torch.randn", 8, 32, to="x"), call(f"x.{name}", 1, dtype=dtype), kind="digits")
    for name in ("sum", "mean", "std", "var", "max", "min", "argmax", "argmin", "any", "all"):
        add(f"{name} in {dtype}", x, call(f"x.{name}"))
        add(f"{name} of many in {dtype}", seed(2), call("torch.randn", 2000, dtype=dtype, to="x"), call(f"x.{name}"))
        if name not in ("any", "all", "argmax", "argmin", "max", "min"):
            add(f"{name} by rows in {dtype}", seed(2), call("torch.randn", 7, 30, dtype=dtype, to="x"), call(f"x.{name}", 1))
    if dtype == BF16:
        # PyTorch sums the squares of float16 in float16; the engine refuses that one.
        for order in (1, 2, INF):
            add(f"norm {order} in {dtype}", *many, call("x.norm", order), kind="digits")
    add(f"sum beyond the largest in {dtype}", call("torch.full", [3], 40000.0, dtype=dtype, to="x"), call("x.sum"))
    add(f"mean beyond the largest in {dtype}", call("torch.full", [3], 40000.0, dtype=dtype, to="x"), call("x.mean"))

    for name, other in {"float32": call("torch.ones", 6, to="y"), "float64": call("torch.ones", 6, dtype=F64, to="y"),
                        "int64": call("torch.ones", 6, dtype=I64, to="y"), "bool": call("torch.ones", 6, dtype=BOOL, to="y"),
                        "a 0-d float64": call("torch.tensor", 1.5, dtype=F64, to="y")}.items():  # fmt: skip
        add(f"{dtype} + {name}", x, other, call("x.add", Y))
        add(f"{name} * {dtype}", x, other, call("y.mul", X))
        add(f"cat of {dtype} and {name}", x, other, call("y.reshape", -1, to="y"), call("torch.cat", [X, Y]))
    add(f"integers + 0-d {dtype}", call("torch.tensor", 0.1, dtype=dtype, to="x"), call("torch.ones", 3, dtype=I64, to="y"), call("y.add", X))
    add(f"float32 + 0-d {dtype}", call("torch.tensor", 0.1, dtype=dtype, to="x"), call("torch.ones", 3, to="y"), call("y.add", X))
    add(f"integers in place + {dtype}", x, call("torch.ones", 6, dtype=I64, to="y"), call("y.add_", X))
    add(f"{dtype} in place + float32", x, call("torch.rand", 6, to="y"), call("x.add_", Y))
    add(f"where of {dtype}", x, y, call("x.gt", 0, to="m"), call("torch.where", Ref("m"), X, Y))
    add(f"stack of {dtype}", x, y, call("torch.stack", [X, Y]))
    add(f"a row of {dtype}", seed(0), call("torch.randn", 3, 4, dtype=dtype, to="x"), call("index", X, 1))
    add(f"a mask of {dtype}", x, call("x.gt", 0, to="m"), call("index", X, Ref("m")))
    add(f"assigning to {dtype}", x, call("assign", X, [1], 0.1))
    add(f"copy_ of float32 into {dtype}", x, call("torch.full", [6], 0.1, to="y"), call("x.copy_", Y))
    add(f"a transposed {dtype}", seed(0), call("torch.randn", 3, 4, dtype=dtype, to="x"), call("x.t", to="y"), call("y.mul", 0.3))

    for name, args in {"uniform_": [], "uniform_ -1 1": [-1, 1], "uniform_ 0.1 0.3": [0.1, 0.3], "normal_": [], "normal_ 0.1 0.02": [0.1, 0.02],
                       "bernoulli_": [0.3], "random_": [], "random_ 10": [10], "random_ -5 300": [-5, 300], "exponential_": [],
                       "log_normal_": [0, 1], "cauchy_": [], "geometric_": [0.3]}.items():  # fmt: skip
        for n in (3, 16, 37):
            add(f"{name} {n} in {dtype}", seed(3), call("torch.zeros", n, dtype=dtype, to="x"), call(f"x.{name.split()[0]}", *args), call("x.clone"))
        add(f"{name} in {dtype}: what is drawn next", seed(3), call("torch.zeros", 37, dtype=dtype, to="x"), call(f"x.{name.split()[0]}", *args), call("torch.rand", 2))
        add(f"{name} transposed in {dtype}", seed(3), call("torch.zeros", 4, 5, dtype=dtype, to="b"), call("b.t", to="x"), call(f"x.{name.split()[0]}", *args), call("b.clone"))
    add(f"many normals in {dtype}", seed(4), call("torch.randn", 500, dtype=dtype))
    add(f"uniform_ beyond the range of {dtype}", x, call("x.uniform_", 0, 1e39))
    add(f"uniform_ of too wide a range in {dtype}", x, call("x.uniform_", -6e4, 6e4))
    for name in ("torch.bernoulli", "torch.poisson"):
        add(f"{name} of {dtype}", seed(3), call("torch.full", [6], 0.4, dtype=dtype, to="x"), call(name, X))
    add(f"multinomial of {dtype}", seed(3), call("torch.full", [6], 0.4, dtype=dtype, to="x"), call("x.multinomial", 2))
    add(f"histc of {dtype}", x, call("x.histc", 3))
    for name in ("trunc_normal_", "xavier_uniform_", "xavier_normal_", "kaiming_uniform_", "kaiming_normal_", "orthogonal_", "ones_", "zeros_"):
        owed = "near" if name in ("trunc_normal_", "orthogonal_") else "bits"
        add(f"init.{name} in {dtype}", seed(5), call("torch.zeros", 5, 4, dtype=dtype, to="w"), call(f"init.{name}", Ref("w")), kind=owed)
    add(f"init.sparse_ in {dtype}", seed(5), call("torch.zeros", 5, 4, dtype=dtype, to="w"), call("init.sparse_", Ref("w"), 0.4))
    add(f"init.eye_ in {dtype}", call("torch.zeros", 2, 3, dtype=dtype, to="w"), call("init.eye_", Ref("w")))

    # Products of 4096 multiplications or fewer PyTorch rounds after every addition; this engine rounds once.
    pair = [seed(6), call("torch.randn", 20, 30, dtype=dtype, to="a"), call("torch.randn", 30, 10, dtype=dtype, to="b")]
    add(f"matmul in {dtype}", *pair, call("a.matmul", Ref("b")), kind="digits")
    add(f"mm in {dtype}", *pair, call("a.mm", Ref("b")), kind="digits")
    vector = call("torch.rand", 30, dtype=dtype, to="v")
    row = [*pair, vector, call("a.abs", to="a"), call("b.abs", to="b")]
    add(f"matrix times vector in {dtype}", *row, call("a.matmul", Ref("v")), kind="digits")
    add(f"vector times matrix in {dtype}", *row, call("v.matmul", Ref("b")), kind="digits")
    add(f"dot in {dtype}", *row, call("v.dot", Ref("v")), kind="digits")
    add(f"a batch of products in {dtype}", seed(6), call("torch.randn", 2, 20, 16, dtype=dtype, to="a"), call("a.transpose", 1, 2, to="b"), call("a.matmul", Ref("b")), kind="digits")
    add(f"a small batch of products in {dtype}", seed(6), call("torch.randn", 2, 1, 2, dtype=dtype, to="a"), call("a.transpose", 1, 2, to="b"), call("a.matmul", Ref("b")), kind="digits")
    add(f"a batch times one matrix in {dtype}", seed(6), call("torch.rand", 2, 20, 16, dtype=dtype, to="a"), call("torch.rand", 16, 20, dtype=dtype, to="b"), call("a.matmul", Ref("b")), kind="digits")
    add(f"matmul of {dtype} and float32", *pair, call("b.float", to="b"), call("a.matmul", Ref("b")))
    add(f"Linear in {dtype}: weight", seed(7), call("new nn.Linear", 5, 3, dtype=dtype, to="l"), call("l.weight.clone"))
    add(f"Linear in {dtype}", seed(7), call("new nn.Linear", 5, 3, to="l"), call("l.to", dtype), call("torch.randn", 2, 5, dtype=dtype, to="x"), call("l", X), kind="digits")
    add(f"svdvals in {dtype}", *pair, call("torch.linalg.svdvals", Ref("a")))
    add(f"qr in {dtype}", *pair, call("torch.linalg.qr", Ref("a")))
    add(f"a gradient in {dtype}", call("torch.tensor", VALUES, dtype=dtype, requires_grad=True, to="x"), call("x.mul", X, to="y"), call("y.mul", 0.3, to="y"),
        call("y.sum", to="s"), call("s.backward"), call("get x.grad"))  # fmt: skip

    for name, values in {
        "decimals": VALUES, "integers": [1.0, 2.0, 300.0], "small": [1e-5, 1.0], "large": [65504.0, 1e5], "odd": [NAN, INF, 0.5],
        "scientific": [3e38, 1e-4], "none": [],
    }.items():  # fmt: skip
        add(f"print of {name} in {dtype}", call("torch.tensor", values, dtype=dtype, to="x"), call("print", X))
    add(f"print of one value in {dtype}", call("torch.tensor", 0.3, dtype=dtype, to="x"), call("print", X))
    add(f"print of a leaf in {dtype}", call("torch.tensor", VALUES, dtype=dtype, requires_grad=True, to="x"), call("print", X))
    add(f"print of a matrix in {dtype}", seed(8), call("torch.randn", 3, 4, dtype=dtype, to="x"), call("print", X))
    add(f"print of many in {dtype}", seed(8), call("torch.randn", 2000, dtype=dtype, to="x"), call("print", X))
    add(f"{dtype} is not an integer type", call("torch.iinfo", dtype))

image = [seed(9), call("torch.randn", 2, 4, 5, 5, dtype=F16, to="x"), call("torch.randn", 4, 4, 3, 3, dtype=F16, to="w")]
for name, args in {"conv2d": [Ref("w")], "conv_transpose2d": [Ref("w")], "layer_norm": [[5]], "group_norm": [2], "instance_norm": []}.items():
    add(f"F.{name} in float16", *image, call(f"F.{name}", X, *args))
add("float16 + bfloat16", call("torch.tensor", VALUES, dtype=F16, to="x"), call("torch.tensor", OTHERS, dtype=BF16, to="y"), call("x.add", Y))
add("float16 to bfloat16", call("torch.tensor", EDGES, dtype=F16, to="x"), call("x.to", BF16))
add("bfloat16 to float16", call("torch.tensor", EDGES, dtype=BF16, to="x"), call("x.half"))
for dtype in (F16, BF16, F32, F64):
    info = call("torch.finfo", dtype, to="f")
    add(f"finfo {dtype}", info, call("print", Ref("f")))
    for name in ("bits", "eps", "max", "min", "tiny", "smallest_normal", "resolution", "dtype"):
        add(f"finfo {dtype}.{name}", info, call(f"get f.{name}"), kind="digits")
add("finfo of nothing", call("torch.finfo", to="f"), call("print", Ref("f")))
add("iinfo", call("torch.iinfo", I64, to="i"), call("print", Ref("i")))
for name in ("bits", "max", "min", "dtype"):
    add(f"iinfo.{name}", call("torch.iinfo", I64, to="i"), call(f"get i.{name}"))
add("finfo of text", call("torch.finfo", "float32"))
add("finfo of integers", call("torch.finfo", I64))
add("iinfo of bools", call("torch.iinfo", BOOL))

write("engine-half.json", cases)
