"""What PyTorch's views, indices, products, conversions and in-place writes give: tests/golden/engine-layout.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_layout.py
Programs that PyTorch refuses are kept with its error.
"""

import random

import engine_operands as operands
from engine_operands import ramp
from engine_steps import BOOL, F32, F64, I64, Ref, call, record, seed, write

rng = random.Random(2)
cases = []


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


def operand(*args):
    return operands.operand(rng, *args)


VIEWS = [
    ("t", []), ("transpose", [0, -1]), ("select", [0, -1]), ("narrow", [-1, 1, 1]), ("squeeze", []),
    ("squeeze", [0]), ("unsqueeze", [-1]), ("flatten", []), ("flatten", [0, 1]), ("reshape", [[-1]]),
    ("reshape", [[2, -1]]), ("view", [[-1]]), ("view", [[3, -1]]), ("expand", [[2, 3]]), ("contiguous", []),
    ("clone", []), ("permute", [1, 0]),
]
for position in range(120):
    shape = rng.choice([[2, 3], [1, 3], [2, 2, 3], [4], [2, 3, 4], [5, 4], [1, 4, 1, 2], [0, 3]])
    steps = ramp(shape)
    for _ in range(rng.randrange(1, 4)):
        name, args = rng.choice(VIEWS)
        steps.append(call(f"a.{name}", *args, to="a"))
    add(f"views {position}", *steps, *([call("a.stride")] if position % 3 == 0 else []))
INDICES = [
    [0],
    [-1],
    [0, 1],
    [{"slice": [1, None, None]}],
    [{"slice": [None, None, 2]}, 0],
    [None, 0],
    ["...", 0],
    [0, "...", None],
    [Ref("i")],
    [Ref("i"), Ref("i")],
    [{"slice": [None, None, None]}, Ref("i")],
    [Ref("m")],
    [Ref("i"), {"slice": [None, None, None]}, Ref("i")],
    [5],
    [0, 0, 0, 0],
    [{"slice": [-2, None, None]}],
    [{"slice": [3, 1, None]}],
    [Ref("j"), 0],
    [0, Ref("j")],
]
for position, index in enumerate(INDICES * 2):
    shape = [3, 4] if position < len(INDICES) else [2, 3, 4]
    made = [
        *ramp([4], "row"),
        *ramp(shape),
        call("torch.tensor", [1, 0, 1], to="i"),
        call("torch.tensor", [[0], [-1]], to="j"),
        call("torch.tensor", [True, False, True][: shape[0]], to="m"),
    ]
    add(f"index {position}", *made, call("index", Ref("a"), *index))
    add(
        f"assign {position}",
        *made,
        call("assign", Ref("a"), index, rng.choice([7, Ref("row")]) if position % 4 == 0 else 7),
        call("a.clone"),
    )
add("assign a row", *ramp([3, 4]), *ramp([4], "row"), call("assign", Ref("a"), [1], Ref("row")), call("a.clone"))
add("assign a mask", *ramp([3, 4]), call("a.gt", 5, to="m"), call("assign", Ref("a"), [Ref("m")], 0), call("a.clone"))

PRODUCTS = [
    ([2, 3], [3, 2]), ([3], [3]), ([2, 3], [3]), ([3], [3, 2]), ([4, 2, 3], [3, 2]), ([4, 2, 3], [4, 3, 2]),
    ([4, 2, 3], [3]), ([3], [4, 3, 2]), ([2, 3], [4, 3, 2]), ([5, 1, 2, 3], [4, 3, 2]), ([0, 3], [3, 2]),
    ([2, 0], [0, 3]), ([2, 3], [2, 3]), ([3], [4]), ([2, 3], [4]), ([], [3]), ([33, 17], [17, 5]),
]
for left, right in PRODUCTS:
    for dtype in (F32, F64):
        add(
            f"matmul {left} {right} {dtype}",
            seed(3),
            call("torch.randn", left, dtype=dtype, to="a"),
            call("torch.randn", right, dtype=dtype, to="b"),
            call("torch.matmul", Ref("a"), Ref("b")),
            kind="digits",
        )
    add(f"matmul {left} {right} int64", *ramp(left), *ramp(right, "b"), call("a.matmul", Ref("b")))
add(
    "matmul of a transposed",
    seed(3),
    call("torch.randn", [5, 3], to="a"),
    call("a.t", to="b"),
    call("b.matmul", Ref("a")),
    kind="digits",
)
for position in range(14):
    choices = rng.choice([(Ref("a"), Ref("b")), (Ref("a"), 0), (1, -1), (0.5, Ref("b")), (1, 0.5)])
    add(
        f"where {position}",
        *operand("a", [[3], [2, 3], [1]]),
        *operand("b", [[3], [1]]),
        call("torch.tensor", [True, False, True], to="c"),
        call("torch.where", Ref("c"), *choices),
    )
for dtype in (F32, F64, I64, BOOL):
    for target in (F32, F64, I64, BOOL):
        # What a float outside the range of int64 becomes is the processor's affair.
        if dtype in (I64, BOOL) or target is not I64:
            add(f"{dtype} to {target}", *operand("a", [[17]], (dtype,)), call("a.to", target))
        add(
            f"copy_ {dtype} into {target}",
            call("torch.zeros", [2, 3], dtype=target, to="t"),
            call("torch.tensor", [1, 0, 3], dtype=dtype, to="a"),
            call("t.copy_", Ref("a")),
        )

NODES = [
    ("a.add", [1]),
    ("a.sub", [1]),
    ("a.mul", [2]),
    ("a.div", [2]),
    ("a.pow", [2]),
    ("a.neg", []),
    ("a.exp", []),
    ("a.tanh", []),
    ("a.relu", []),
    ("a.sigmoid", []),
    ("a.sum", []),
    ("a.sum", [0]),
    ("a.mean", []),
    ("a.std", []),
    ("a.var", [0]),
    ("a.max", []),
    ("a.norm", []),
    ("a.t", []),
    ("a.view", [6]),
    ("a.reshape", [3, 2]),
    ("a.flatten", []),
    ("a.select", [0, 0]),
    ("a.narrow", [0, 0, 1]),
    ("a.unsqueeze", [0]),
    ("a.clone", []),
    ("a.detach", []),
    ("a.double", []),
    ("a.contiguous", []),
    ("a.eq", [0]),
    ("a.matmul", [Ref("o")]),
    ("a.square", []),
    ("a.abs", []),
    ("a.sqrt", []),
    ("a.expand", [2, 2, 3]),
    ("index", [Ref("a"), 0]),
    ("torch.zeros_like", [Ref("a")]),
]
PARAMETER = [
    seed(0),
    call("torch.rand", [2, 3], to="data"),
    call("new nn.Parameter", Ref("data"), to="a"),
    call("torch.ones", [3], to="o"),
]
for name, args in NODES:
    add(
        f"print of what requires grad: {name}{args if name != 'a.matmul' else ''}",
        *PARAMETER,
        call(name, *args, to="y"),
        call("print", Ref("y")),
    )
for name, args in [
    ("fill_", [2]), ("zero_", []), ("add_", [1]), ("mul_", [2]), ("uniform_", []), ("normal_", []),
    ("copy_", [Ref("o")]), ("clamp_", [0, 1]), ("sqrt_", []), ("pow_", [2]),
]:
    add(f"{name} on a leaf", *PARAMETER, call(f"a.{name}", *args))
    add(f"{name} on a view of a leaf", *PARAMETER, call("index", Ref("a"), 0, to="v"), call(f"v.{name}", *args))
    add(
        f"{name} on a leaf under no_grad: version",
        *PARAMETER,
        call("no_grad", Ref("a"), name, *args),
        call("get a._version"),
    )
    add(
        f"{name} on a computed tensor",
        *PARAMETER,
        call("a.mul", 2, to="y"),
        seed(0),
        call(f"y.{name}", *args, to="z"),
        call("print", Ref("y")),
    )
    add(
        f"{name} on a view: version of the base",
        *PARAMETER,
        call("index", Ref("data"), 0, to="v"),
        call("v.detach", to="w"),
        call(f"w.{name}", *args),
        call("get data._version"),
    )

write("engine-layout.json", cases)
