"""What PyTorch's tensor operations give: tests/golden/engine-tensors.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_tensors.py
The programs are drawn from a fixed seed: operands of every dtype, broadcast and strided, with the values that
usually go wrong. Programs that PyTorch refuses are kept with its error.
"""

import random

from engine_steps import BOOL, F32, F64, I64, Ref, call, record, seed, write

rng = random.Random(1)
INF, NAN = float("inf"), float("nan")
cases = []


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


def values(dtype, count):
    if dtype is I64:
        return [rng.choice([0, 1, -1, 2, 3, -7, 100, 2**31, -(2**40)]) for _ in range(count)]
    if dtype is BOOL:
        return [rng.random() < 0.5 for _ in range(count)]
    pool = [0.0, -0.0, 1.0, -1.0, 2.5, 0.1, -3.7, 1e-5, 1e5, INF, -INF, NAN, 0.5, 1.5, -2.5]
    return [rng.choice([*pool, rng.uniform(-3, 3)]) for _ in range(count)]


def count(shape):
    product = 1
    for size in shape:
        product *= size
    return product


SHAPES = [[], [1], [3], [2, 3], [1, 3], [2, 1], [2, 2, 3], [0], [2, 0], [17], [4, 5]]


def operand(name, shapes=SHAPES, dtypes=(F32, F32, F64, I64, BOOL)):
    shape, dtype = rng.choice(shapes), rng.choice(dtypes)
    steps = [call("torch.tensor", values(dtype, count(shape)), dtype=dtype, to="flat"), call("flat.view", shape, to=name)]
    if len(shape) == 2 and rng.random() < 0.3:
        steps.append(call(f"{name}.t", to=name))
    elif shape and rng.random() < 0.15:
        steps.append(call("index", Ref(name), {"slice": [None, None, 2]}, to=name))
    return steps


SCALARS = [0, 1, 2, -3, 0.5, -1.5, 0.1, True, 3, 2**40]
BINARY = ["add", "sub", "mul", "div", "eq", "ne", "lt", "le", "gt", "ge", "remainder", "floor_divide"]
for position in range(140):
    name = rng.choice(BINARY)
    right = operand("b") if position % 2 else []
    other = Ref("b") if right else rng.choice(SCALARS)
    place = "_" if name in ("add", "sub", "mul", "div") and position % 5 == 0 else ""
    add(f"{name}{place} {position}", *operand("a"), *right, call(f"a.{name}{place}", other))
for name in ("maximum", "minimum"):
    for position in range(6):
        add(f"{name} {position}", *operand("a", [[3], [2, 3]]), *operand("b", [[3], [1]]), call(f"torch.{name}", Ref("a"), Ref("b")), kind="digits")
for position, alpha in enumerate((2, -1, 0.5, 0.1, -1.5)):
    for name in ("add", "sub"):
        floats = (F32, F64)
        add(f"{name} alpha={alpha}", *operand("a", [[17]], floats), *operand("b", [[17]], floats), call(f"torch.{name}", Ref("a"), Ref("b"), alpha=alpha))

EXACT = ["neg", "abs", "square", "sign", "relu", "floor", "ceil", "trunc", "round", "sqrt", "rsqrt", "reciprocal", "isnan", "isinf", "isfinite", "logical_not"]
CLOSE = ["exp", "expm1", "log", "log1p", "log2", "log10", "sin", "cos", "tan", "tanh", "sigmoid"]
for name in EXACT + CLOSE:
    for dtype in (F32, F64, I64, BOOL):
        add(f"{name} of {dtype}", *operand("a", [[17], [4, 5]], (dtype,)), call(f"torch.{name}", Ref("a")), kind="bits" if name in EXACT else "digits")
for exponent in (0, 1, 2, 3, 4, -1, -2, 0.5, -0.5, 1.5, -3, 0.3):
    add(f"pow({exponent})", *operand("a", [[17]], (F32, F64)), call("a.pow", exponent), kind="digits")
for position in range(12):
    add(f"pow of tensors {position}", *operand("a", [[3], [2, 3]]), *operand("b", [[3], [1]]), call("a.pow", Ref("b")), kind="digits")

REDUCTIONS = ["sum", "mean", "std", "var", "max", "min", "norm", "argmax", "argmin", "any", "all"]
for name in REDUCTIONS:
    for position in range(10):
        shapes = [[], [1], [3], [2, 3], [2, 2, 3], [0], [17], [5, 33]] if position % 2 else [[2, 3], [2, 2, 3], [5, 33], [3, 16]]
        dim = [] if position % 2 else [rng.choice([0, -1, 1, [0, 1], [0]]) if name in ("sum", "mean", "std", "var") else rng.choice([0, -1, 1])]
        keywords = {"keepdim": True} if dim and position % 4 == 0 else {}
        if name in ("std", "var") and position % 3 == 0:
            keywords["unbiased"] = False
        first = ([2] if dim and name == "norm" else []) + dim
        floats = (F32, F64) if name in ("mean", "std", "var", "norm") and position % 4 else (F32, F64, I64, BOOL)
        add(f"{name} {position}", *operand("a", shapes, floats), call(f"a.{name}", *first, **keywords), kind="digits")
for p in (0, 1, 2, 3, 0.5, INF, -INF, "fro"):
    add(f"norm p={p}", seed(1), call("torch.randn", 100, to="x"), call("x.norm", p), kind="digits")
add("std of one value", call("torch.ones", 1, to="x"), call("x.std"))
add("mean of nothing", call("torch.ones", 0, to="x"), call("x.mean"))
add("std where the float32 sum overflows", call("torch.full", [40], 3e37, to="x"), call("x.std"))
for n in (4095, 4096, 4097, 20000):
    for name in ("sum", "mean", "std", "var", "norm"):
        add(f"{name} of {n} normals", seed(n), call("torch.randn", n, to="x"), call("x.abs", to="y"), call(f"y.{name}"), kind="digits")
for bins, low, high in [(4, 0, 1), (10, -3, 3), (7, 1, 1), (100, 0, 0), (3, 0.1, 0.9), (1, 0, 0), (10, 0.2, 0.7)]:
    for dtype in (F32, F64):
        add(f"histc({bins}, {low}, {high}) {dtype}", seed(bins), call("torch.randn", 1000, dtype=dtype, to="x"), call("x.histc", bins, low, high))
    edges = [0, 0.1, 0.2, 0.25, 0.3, 0.5, 0.6, 0.7, 0.9, 1.0, -1.0, 3.0, -3.0]
    add(f"histc({bins}, {low}, {high}) at edges", call("torch.tensor", edges, to="x"), call("x.histc", bins, low, high))
add("histc of equal values", call("torch.ones", 5, to="x"), call("x.histc", 4))
add("histc of nothing", call("torch.ones", 0, to="x"), call("x.histc", 4))

for start, end, step in [(0, 5, 1), (1, 10, 3), (5, 0, -1), (0, 1, 0.1), (0.5, 2.7, 0.3), (0, 2, 0.05), (-3, 3, 0.7), (3, 3, 1), (10, 0, -0.25)]:
    for dtype in (None, F32, F64):
        keywords = {} if dtype is None else {"dtype": dtype}
        add(f"arange({start}, {end}, {step}, {dtype})", call("torch.arange", start, end, step, **keywords))
for start, end in [(0, 1), (-1, 1), (0.1, 0.7), (5, -2), (0, 10)]:
    for steps in (0, 1, 2, 3, 8, 16, 17, 33, 100):
        add(f"linspace({start}, {end}, {steps})", call("torch.linspace", start, end, steps))
    add(f"linspace({start}, {end}, 50) float64", call("torch.linspace", start, end, 50, dtype=F64))
    add(f"linspace({start}, {end}, 21) int64", call("torch.linspace", start, end, 21, dtype=I64))
for data in (1, 1.5, True, [1, 2], [1.5, 2], [True, False], [[1, 2], [3, 4]], [], [[]], [True, 2], [True, 2.5], [[1, 2], [3, 4.5]]):
    add(f"tensor({data})", call("torch.tensor", data))
    add(f"tensor({data}) float64", call("torch.tensor", data, dtype=F64))
    add(f"tensor({data}) bool", call("torch.tensor", data, dtype=BOOL))
for value in (0, 1, 0.5, True, -2):
    add(f"full({value})", call("torch.full", [2, 2], value))
for size in [(3,), (2, 4), (4, 2), (0,)]:
    add(f"eye{size}", call("torch.eye", *size))


def ramp(shape, name="a", dtype=I64):
    return [call("torch.arange", count(shape), dtype=dtype, to="flat"), call("flat.view", shape, to=name)]


VIEWS = [("t", []), ("transpose", [0, -1]), ("select", [0, -1]), ("narrow", [-1, 1, 1]), ("squeeze", []), ("squeeze", [0]), ("unsqueeze", [-1]), ("flatten", []), ("flatten", [0, 1]), ("reshape", [[-1]]), ("reshape", [[2, -1]]), ("view", [[-1]]), ("view", [[3, -1]]), ("expand", [[2, 3]]), ("contiguous", []), ("clone", []), ("permute", [1, 0])]
for position in range(120):
    shape = rng.choice([[2, 3], [1, 3], [2, 2, 3], [4], [2, 3, 4], [5, 4], [1, 4, 1, 2], [0, 3]])
    steps = ramp(shape)
    for _ in range(rng.randrange(1, 4)):
        name, args = rng.choice(VIEWS)
        steps.append(call(f"a.{name}", *args, to="a"))
    add(f"views {position}", *steps, *([call("a.stride")] if position % 3 == 0 else []))
INDICES = [[0], [-1], [0, 1], [{"slice": [1, None, None]}], [{"slice": [None, None, 2]}, 0], [None, 0], ["...", 0], [0, "...", None], [Ref("i")], [Ref("i"), Ref("i")], [{"slice": [None, None, None]}, Ref("i")], [Ref("m")], [Ref("i"), {"slice": [None, None, None]}, Ref("i")], [5], [0, 0, 0, 0], [{"slice": [-2, None, None]}], [{"slice": [3, 1, None]}], [Ref("j"), 0], [0, Ref("j")]]
for position, index in enumerate(INDICES * 2):
    shape = [3, 4] if position < len(INDICES) else [2, 3, 4]
    made = [*ramp([4], "row"), *ramp(shape), call("torch.tensor", [1, 0, 1], to="i"), call("torch.tensor", [[0], [-1]], to="j"), call("torch.tensor", [True, False, True][: shape[0]], to="m")]
    add(f"index {position}", *made, call("index", Ref("a"), *index))
    add(f"assign {position}", *made, call("assign", Ref("a"), index, rng.choice([7, Ref("row")]) if position % 4 == 0 else 7), call("a.clone"))
add("assign a row", *ramp([3, 4]), *ramp([4], "row"), call("assign", Ref("a"), [1], Ref("row")), call("a.clone"))
add("assign a mask", *ramp([3, 4]), call("a.gt", 5, to="m"), call("assign", Ref("a"), [Ref("m")], 0), call("a.clone"))

PRODUCTS = [([2, 3], [3, 2]), ([3], [3]), ([2, 3], [3]), ([3], [3, 2]), ([4, 2, 3], [3, 2]), ([4, 2, 3], [4, 3, 2]), ([4, 2, 3], [3]), ([3], [4, 3, 2]), ([2, 3], [4, 3, 2]), ([5, 1, 2, 3], [4, 3, 2]), ([0, 3], [3, 2]), ([2, 0], [0, 3]), ([2, 3], [2, 3]), ([3], [4]), ([2, 3], [4]), ([], [3]), ([33, 17], [17, 5])]
for left, right in PRODUCTS:
    for dtype in (F32, F64):
        add(f"matmul {left} {right} {dtype}", seed(3), call("torch.randn", left, dtype=dtype, to="a"), call("torch.randn", right, dtype=dtype, to="b"), call("torch.matmul", Ref("a"), Ref("b")), kind="digits")
    add(f"matmul {left} {right} int64", *ramp(left), *ramp(right, "b"), call("a.matmul", Ref("b")))
add("matmul of a transposed", seed(3), call("torch.randn", [5, 3], to="a"), call("a.t", to="b"), call("b.matmul", Ref("a")), kind="digits")
for position in range(14):
    choices = rng.choice([(Ref("a"), Ref("b")), (Ref("a"), 0), (1, -1), (0.5, Ref("b")), (1, 0.5)])
    add(f"where {position}", *operand("a", [[3], [2, 3], [1]]), *operand("b", [[3], [1]]), call("torch.tensor", [True, False, True], to="c"), call("torch.where", Ref("c"), *choices))
for dtype in (F32, F64, I64, BOOL):
    for target in (F32, F64, I64, BOOL):
        add(f"{dtype} to {target}", *operand("a", [[17]], (dtype,)), call("a.to", target)) if dtype in (I64, BOOL) or target in (F32, F64, BOOL) else None
        add(f"copy_ {dtype} into {target}", call("torch.zeros", [2, 3], dtype=target, to="t"), call("torch.tensor", [1, 0, 3], dtype=dtype, to="a"), call("t.copy_", Ref("a")))

NODES = [("a.add", [1]), ("a.sub", [1]), ("a.mul", [2]), ("a.div", [2]), ("a.pow", [2]), ("a.neg", []), ("a.exp", []), ("a.tanh", []), ("a.relu", []), ("a.sigmoid", []), ("a.sum", []), ("a.sum", [0]), ("a.mean", []), ("a.std", []), ("a.var", [0]), ("a.max", []), ("a.norm", []), ("a.t", []), ("a.view", [6]), ("a.reshape", [3, 2]), ("a.flatten", []), ("a.select", [0, 0]), ("a.narrow", [0, 0, 1]), ("a.unsqueeze", [0]), ("a.clone", []), ("a.detach", []), ("a.double", []), ("a.contiguous", []), ("a.eq", [0]), ("a.matmul", [Ref("o")]), ("a.square", []), ("a.abs", []), ("a.sqrt", []), ("a.expand", [2, 2, 3]), ("index", [Ref("a"), 0]), ("torch.zeros_like", [Ref("a")])]
PARAMETER = [seed(0), call("torch.rand", [2, 3], to="data"), call("new nn.Parameter", Ref("data"), to="a"), call("torch.ones", [3], to="o")]
for name, args in NODES:
    add(f"print of what requires grad: {name}{args if name != 'a.matmul' else ''}", *PARAMETER, call(name, *args, to="y"), call("print", Ref("y")))
for name, args in [("fill_", [2]), ("zero_", []), ("add_", [1]), ("mul_", [2]), ("uniform_", []), ("normal_", []), ("copy_", [Ref("o")]), ("clamp_", [0, 1]), ("sqrt_", []), ("pow_", [2])]:
    add(f"{name} on a leaf", *PARAMETER, call(f"a.{name}", *args))
    add(f"{name} on a view of a leaf", *PARAMETER, call("index", Ref("a"), 0, to="v"), call(f"v.{name}", *args))
    add(f"{name} on a leaf under no_grad: version", *PARAMETER, call("no_grad", Ref("a"), name, *args), call("get a._version"))
    add(f"{name} on a computed tensor", *PARAMETER, call("a.mul", 2, to="y"), seed(0), call(f"y.{name}", *args, to="z"), call("print", Ref("y")))
    add(f"{name} on a view: version of the base", *PARAMETER, call("index", Ref("data"), 0, to="v"), call("v.detach", to="w"), call(f"w.{name}", *args), call("get data._version"))

write("engine-tensors.json", [case for case in cases if case])
