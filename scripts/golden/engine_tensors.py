"""What PyTorch's tensor operations give: tests/golden/engine-tensors.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_tensors.py
The programs are drawn from a fixed seed: operands of every dtype, broadcast and strided, with the values that
usually go wrong. Programs that PyTorch refuses are kept with its error.
"""

import random

import engine_operands as operands
from engine_operands import INF
from engine_steps import BOOL, F32, F64, I64, Ref, call, record, seed, write

rng = random.Random(1)
cases = []


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


def operand(*args):
    return operands.operand(rng, *args)


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
        add(
            f"{name} {position}",
            *operand("a", [[3], [2, 3]]),
            *operand("b", [[3], [1]]),
            call(f"torch.{name}", Ref("a"), Ref("b")),
            kind="digits",
        )
for position, alpha in enumerate((2, -1, 0.5, 0.1, -1.5)):
    for name in ("add", "sub"):
        floats = (F32, F64)
        add(
            f"{name} alpha={alpha}",
            *operand("a", [[17]], floats),
            *operand("b", [[17]], floats),
            call(f"torch.{name}", Ref("a"), Ref("b"), alpha=alpha),
        )

EXACT = [
    "neg", "abs", "square", "sign", "relu", "floor", "ceil", "trunc", "round", "sqrt", "rsqrt", "reciprocal",
    "isnan", "isinf", "isfinite", "logical_not",
]
CLOSE = ["exp", "expm1", "log", "log1p", "log2", "log10", "sin", "cos", "tan", "tanh", "sigmoid"]
for name in EXACT + CLOSE:
    for dtype in (F32, F64, I64, BOOL):
        add(
            f"{name} of {dtype}",
            *operand("a", [[17], [4, 5]], (dtype,)),
            call(f"torch.{name}", Ref("a")),
            kind="bits" if name in EXACT else "digits",
        )
for exponent in (0, 1, 2, 3, 4, -1, -2, 0.5, -0.5, 1.5, -3, 0.3):
    add(f"pow({exponent})", *operand("a", [[17]], (F32, F64)), call("a.pow", exponent), kind="digits")
for position in range(12):
    add(
        f"pow of tensors {position}",
        *operand("a", [[3], [2, 3]]),
        *operand("b", [[3], [1]]),
        call("a.pow", Ref("b")),
        kind="digits",
    )

REDUCTIONS = ["sum", "mean", "std", "var", "max", "min", "norm", "argmax", "argmin", "any", "all"]
for name in REDUCTIONS:
    for position in range(10):
        shapes = [
            [], [1], [3], [2, 3], [2, 2, 3], [0], [17], [5, 33],
        ] if position % 2 else [[2, 3], [2, 2, 3], [5, 33], [3, 16]]
        dim = [] if position % 2 else [
            rng.choice([0, -1, 1, [0, 1], [0]]) if name in ("sum", "mean", "std", "var") else rng.choice([0, -1, 1]),
        ]
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
        add(
            f"{name} of {n} normals",
            seed(n),
            call("torch.randn", n, to="x"),
            call("x.abs", to="y"),
            call(f"y.{name}"),
            kind="digits",
        )
for bins, low, high in [(4, 0, 1), (10, -3, 3), (7, 1, 1), (100, 0, 0), (3, 0.1, 0.9), (1, 0, 0), (10, 0.2, 0.7)]:
    for dtype in (F32, F64):
        add(
            f"histc({bins}, {low}, {high}) {dtype}",
            seed(bins),
            call("torch.randn", 1000, dtype=dtype, to="x"),
            call("x.histc", bins, low, high),
        )
    edges = [0, 0.1, 0.2, 0.25, 0.3, 0.5, 0.6, 0.7, 0.9, 1.0, -1.0, 3.0, -3.0]
    add(f"histc({bins}, {low}, {high}) at edges", call("torch.tensor", edges, to="x"), call("x.histc", bins, low, high))
add("histc of equal values", call("torch.ones", 5, to="x"), call("x.histc", 4))
add("histc of nothing", call("torch.ones", 0, to="x"), call("x.histc", 4))

for start, end, step in [
    (0, 5, 1), (1, 10, 3), (5, 0, -1), (0, 1, 0.1), (0.5, 2.7, 0.3), (0, 2, 0.05), (-3, 3, 0.7), (3, 3, 1),
    (10, 0, -0.25),
]:
    for dtype in (None, F32, F64):
        keywords = {} if dtype is None else {"dtype": dtype}
        add(f"arange({start}, {end}, {step}, {dtype})", call("torch.arange", start, end, step, **keywords))
for start, end in [(0, 1), (-1, 1), (0.1, 0.7), (5, -2), (0, 10)]:
    for steps in (0, 1, 2, 3, 8, 16, 17, 33, 100):
        add(f"linspace({start}, {end}, {steps})", call("torch.linspace", start, end, steps))
    add(f"linspace({start}, {end}, 50) float64", call("torch.linspace", start, end, 50, dtype=F64))
    add(f"linspace({start}, {end}, 21) int64", call("torch.linspace", start, end, 21, dtype=I64))
for data in (
    1, 1.5, True, [1, 2], [1.5, 2], [True, False], [[1, 2], [3, 4]], [], [[]], [True, 2], [True, 2.5],
    [[1, 2], [3, 4.5]],
):
    add(f"tensor({data})", call("torch.tensor", data))
    add(f"tensor({data}) float64", call("torch.tensor", data, dtype=F64))
    add(f"tensor({data}) bool", call("torch.tensor", data, dtype=BOOL))
for value in (0, 1, 0.5, True, -2):
    add(f"full({value})", call("torch.full", [2, 2], value))
for size in [(3,), (2, 4), (4, 2), (0,)]:
    add(f"eye{size}", call("torch.eye", *size))

write("engine-tensors.json", cases)
