"""QR, singular values, norms, erf and the initialisers that stand on them: tests/golden/engine-linalg.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_linalg.py
"""

from engine_steps import F32, F64, I64, Ref, call, record, seed, write

cases = []


def add(name, *steps, kind="near"):
    cases.append(record(name, steps, kind))


INF = float("inf")
SHAPES = [[1, 1], [1, 4], [4, 1], [3, 3], [5, 3], [3, 5], [16, 17], [17, 16], [2, 3, 4], [2, 2, 4, 2], [0, 3], [3, 0]]
for shape in SHAPES:
    for dtype in (F32, F64):
        matrix = [seed(len(shape)), call("torch.randn", shape, dtype=dtype, to="a")]
        for mode in ("reduced", "complete"):
            add(f"qr {shape} {mode} {dtype}", *matrix, call("torch.linalg.qr", Ref("a"), mode))
        add(f"qr {shape} r {dtype}", *matrix, call("torch.linalg.qr", Ref("a"), mode="r"))
        add(f"svdvals {shape} {dtype}", *matrix, call("torch.linalg.svdvals", Ref("a")))
        if len(shape) > 2 or 0 in shape:
            continue
        for order in ("fro", "nuc", 1, -1, 2, -2, INF, -INF):
            add(f"norm {shape} {order} {dtype}", *matrix, call("torch.linalg.norm", Ref("a"), order))
add("qr of a transposed", seed(1), call("torch.randn", 4, 6, to="b"), call("b.t", to="a"), call("torch.linalg.qr", Ref("a")))
add("torch.qr", seed(1), call("torch.randn", 4, 3, to="a"), call("torch.qr", Ref("a"), False))
add("qr of zeros", call("torch.zeros", 3, 2, to="a"), call("torch.linalg.qr", Ref("a")))
add("qr of the identity", call("torch.eye", 3, to="a"), call("torch.linalg.qr", Ref("a")))
add("svdvals of rank 1", call("torch.ones", 5, 4, dtype=F64, to="a"), call("torch.linalg.svdvals", Ref("a")))
add("svdvals of 70x50", seed(1), call("torch.randn", 70, 50, dtype=F64, to="a"), call("torch.linalg.svdvals", Ref("a")))
add("svdvals of zeros", call("torch.zeros", 3, 2, to="a"), call("torch.linalg.svdvals", Ref("a")))
batch = [seed(3), call("torch.randn", 2, 3, 4, to="a")]
for order in ("fro", "nuc", 2, 1):
    for keepdim in (False, True):
        add(f"matrix_norm {order} {keepdim}", *batch, call("torch.linalg.matrix_norm", Ref("a"), order, [0, 2], keepdim))
for order in (0, 0.5, 1, 2, 3, INF, -INF):
    add(f"vector_norm {order}", *batch, call("torch.linalg.vector_norm", Ref("a"), order))
    add(f"vector_norm {order} along", *batch, call("torch.linalg.vector_norm", Ref("a"), order, [0, 2], True))
add("norm of a batch", *batch, call("torch.linalg.norm", Ref("a")))
add("norm along one dimension", *batch, call("torch.linalg.norm", Ref("a"), 1, 1))
add("norm in float64", *batch, call("torch.linalg.norm", Ref("a"), dtype=F64))
for name, args in {"qr": ["a", "foo"], "norm": ["a", 3], "matrix_norm": ["a", 3], "vector_norm": ["i"], "svdvals": ["v"]}.items():
    given = [Ref(arg) if len(arg) == 1 else arg for arg in map(str, args[:1])] + args[1:]
    add(
        f"error: linalg.{name} {args}",
        call("torch.ones", 2, 2, to="a"),
        call("torch.ones", 2, to="v"),
        call("torch.ones", 2, 2, dtype=I64, to="i"),
        call(f"torch.linalg.{name}", *given),
    )
for name in ("qr", "svdvals"):
    for target in ("v", "i"):
        add(
            f"error: linalg.{name} {target}",
            call("torch.ones", 2, to="v"),
            call("torch.ones", 2, 2, dtype=I64, to="i"),
            call(f"torch.linalg.{name}", Ref(target)),
        )

for dtype in (F32, F64):
    points = [call("torch.linspace", -4.5, 4.5, 91, dtype=dtype, to="x")]
    inside = [call("torch.linspace", -0.999, 0.999, 91, dtype=dtype, to="x")]
    add(f"erf {dtype}", *points, call("torch.erf", Ref("x")))
    add(f"erfc {dtype}", *points, call("torch.erfc", Ref("x")))
    add(f"erfinv {dtype}", *inside, call("torch.erfinv", Ref("x")))
    add(f"erfinv_ {dtype}", *inside, call("x.erfinv_"))
add("erfinv at the ends", call("torch.tensor", [1.0, -1.0, 0.5, 2.5], dtype=F64, to="x"), call("x.erfinv"))
NAN = float("nan")
TAILS = [1.0, -1.0, 1.0000001, -2.0, NAN, INF, -INF, 1e-45, -0.0, 0.0, 1e-30, 0.7, -0.7, 0.70000005, 0.9999, -0.99999]
for dtype in (F32, F64):
    tails = call("torch.tensor", TAILS, dtype=dtype, to="x")
    add(f"erfinv in its tails and out of range {dtype}", tails, call("x.erfinv"))
    add(f"erfinv_ in its tails and out of range {dtype}", tails, call("x.erfinv_"))
add("erfinv of the last below 1", call("torch.tensor", [0.99999994, -0.99999994, 0.9999999, 0.999999], to="x"), call("x.erfinv"))
add("erfinv of the last below 1 float64", call("torch.tensor", [1 - 2**-53, 2**-53 - 1, 1 - 2**-40], dtype=F64, to="x"), call("x.erfinv"))
add("erfinv of integers", call("torch.tensor", [0, 1, -1, 2], to="x"), call("x.erfinv"))

AWKWARD = {
    "nan": [[NAN, 1.0], [2.0, 3.0]],
    "nan below": [[1.0, 2.0], [NAN, 3.0], [4.0, 5.0]],
    "a batch with nan": [[[1.0, 2.0], [3.0, 4.0]], [[NAN, 1.0], [2.0, 3.0]]],
    "large": [[1e30, 2e30], [-3e30, 1e30]],
    "small": [[1e-30, 2e-30], [-3e-30, 1e-30]],
    "rank 1": [[1.0, 2.0], [2.0, 4.0], [3.0, 6.0]],
    "a column of zeros": [[0.0, 1.0], [0.0, 2.0], [0.0, 3.0]],
    "a row of zeros": [[0.0, 0.0, 0.0], [1.0, 2.0, 3.0]],
    "negative zeros": [[-0.0, 1.0], [0.0, -2.0]],
    "ill-conditioned": [[1.0, 1.0], [1.0, 1.0000001]],
}
for name, rows in AWKWARD.items():
    for dtype in (F32, F64):
        matrix = call("torch.tensor", rows, dtype=dtype, to="a")
        add(f"svdvals of {name} {dtype}", matrix, call("torch.linalg.svdvals", Ref("a")))
        add(f"norm 2 of {name} {dtype}", matrix, call("torch.linalg.matrix_norm", Ref("a"), 2))
        # A column that is nothing but rounding leaves the rest of Q to chance: its R says all.
        if name == "rank 1":
            add(f"qr of {name} {dtype}", matrix, call("torch.linalg.qr", Ref("a"), mode="r"))
        else:
            add(f"qr of {name} {dtype}", matrix, call("torch.linalg.qr", Ref("a")))
for shape in ([0, 0], [2, 0, 3], [0, 2, 2], [2, 3, 0], [0, 0, 4]):
    empty = call("torch.zeros", shape, to="a")
    add(f"svdvals {shape}", empty, call("torch.linalg.svdvals", Ref("a")))
    for mode in ("reduced", "complete", "r"):
        add(f"qr {shape} {mode}", empty, call("torch.linalg.qr", Ref("a"), mode))
    add(f"nuclear norm {shape}", empty, call("torch.linalg.matrix_norm", Ref("a"), "nuc"))
add("erf of integers", call("torch.tensor", [0, 1, -3], to="x"), call("x.erf"))

WEIGHTS = [[1, 1], [2, 3], [5, 5], [17, 4], [4, 17], [8, 3, 3, 3], [2, 4, 3, 3], [0, 3]]
for shape in WEIGHTS:
    for dtype in (F32, F64):
        weight = [seed(8), call("torch.empty", shape, dtype=dtype, to="w")]
        add(f"orthogonal_ {shape} {dtype}", *weight, call("init.orthogonal_", Ref("w")))
        add(f"trunc_normal_ {shape} {dtype}", *weight, call("init.trunc_normal_", Ref("w")))
        if 0 not in shape:
            add(f"trunc_normal_ {shape} {dtype} shifted", *weight, call("init.trunc_normal_", Ref("w"), 0.5, 0.7, -0.2, 2.5))
    add(f"orthogonal_ {shape} with gain", *weight, call("init.orthogonal_", Ref("w"), 1.5))
    add(f"orthogonal_ {shape}: what is drawn next", *weight, call("init.orthogonal_", Ref("w")), call("torch.rand", 3), kind="bits")
    if len(shape) == 2:
        for sparsity in (0.1, 0.5, 1.0):
            kind = "ulp2"
            add(f"sparse_ {shape} {sparsity}", *weight, call("init.sparse_", Ref("w"), sparsity), kind=kind)
        add(f"sparse_ {shape} float32", seed(8), call("torch.empty", shape, to="w"), call("init.sparse_", Ref("w"), 0.4, 2.0), kind="bits")
add("orthogonal_ of a transposed", seed(8), call("torch.empty", 4, 2, to="b"), call("b.t", to="w"), call("init.orthogonal_", Ref("w")))
for shape in ([2, 2, 3], [6, 2, 3, 3], [4, 8, 1, 2, 4], [3, 5, 2]):
    for groups in (1, 2):
        add(f"dirac_ {shape} {groups}", call("torch.ones", shape, to="w"), call("init.dirac_", Ref("w"), groups), kind="bits")
ERRORS = {
    "orthogonal_": [[3], []], "dirac_": [[3, 3], []], "dirac_ groups": [[3, 3, 1], [2]], "dirac_ none": [[3, 3, 1], [0]],
    "sparse_": [[3], [0.1]], "sparse_ missing": [[3, 3], []], "trunc_normal_": [[3], [0.0, 0.0]], "trunc_normal_ a > b": [[3], [0.0, 1.0, 3.0, 1.0]],
}  # fmt: skip
for name, (shape, args) in ERRORS.items():
    add(f"error: {name}", call("torch.ones", shape, to="w"), call(f"init.{name.split()[0]}", Ref("w"), *args))
add("error: orthogonal_ of a view", call("torch.ones", 2, 3, 4, to="b"), call("b.transpose", 0, 2, to="w"), call("init.orthogonal_", Ref("w")))

write("engine-linalg.json", cases)
