"""What PyTorch's reductions, running sums, sorts and counts give: tests/golden/engine-ordering.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_ordering.py
Where PyTorch adds or multiplies in another order than the engine, the result is owed to a relative 2e-6 (float32) or
1e-13 (float64); all that is taken, counted, compared or summed one after the other is owed in bits. Where PyTorch leaves
open which of several equal values an index means (topk, median), the values differ from one another.
"""

import random

import engine_operands as operands
from engine_steps import BOOL, F32, F64, I64, Ref, call, record, seed, write

rng = random.Random(11)
cases = []
DTYPES = (F32, F64, I64, BOOL)
FLOATS = (F32, F64)
A, B = Ref("a"), Ref("b")
NAN, INF = float("nan"), float("inf")


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


def operand(*args):
    return operands.operand(rng, *args)


def drawn(shape, dtype=F32, name="a", own=0):
    return [seed(len(cases) + own), call("torch.randn", shape, dtype=dtype, to=name)]


def distinct(shape, dtype=F32, name="a"):
    """A permutation of 0, 1, … in a shape."""
    count = operands.count(shape)
    values = rng.sample(range(count), count)
    return [call("torch.tensor", values, dtype=dtype, to="flat"), call("flat.view", shape, to=name)]


def tied(shape, dtype=F32, name="a", nans=False):
    """Few different values, so that many are equal."""
    pool = [0, 1] if dtype is BOOL else [3, 1, 2, 2, 1, 5]
    if nans:
        pool = [*pool, NAN]
    values = [rng.choice(pool) for _ in range(operands.count(shape))]
    return [call("torch.tensor", values, dtype=dtype, to="flat"), call("flat.view", shape, to=name)]


SHAPES = [[7], [3, 5], [2, 3, 4]]
for name in ("cumsum", "cumprod", "logcumsumexp", "cummax", "cummin"):
    kind = "digits" if name == "logcumsumexp" else "bits"
    for dtype in DTYPES:
        for shape in [*SHAPES, [], [0], [1]]:
            dim = rng.choice([0, -1])
            made = tied(shape, dtype, nans=dtype in FLOATS and name != "logcumsumexp") if shape else operand("a", [[]], (dtype,))
            add(f"{name}({dim}) of {shape} {dtype}", *made, call(f"torch.{name}", A, dim), kind=kind)
    for dtype in FLOATS:
        add(f"{name} of normals {dtype}", *drawn([3, 50], dtype), call(f"a.{name}", dim=1), kind=kind)
        add(f"{name} across {dtype}", *drawn([3, 5], dtype), call("a.t", to="b"), call(f"b.{name}", 0), kind=kind)
    add(f"{name} without dim", *drawn([3]), call(f"a.{name}", 5))
    add(f"{name} text", *tied([3], I64), call(f"a.{name}", 0, to="r"), call("print", Ref("r")))
for name in ("cumsum", "cumprod"):
    for dtype in DTYPES:
        add(f"{name} into {dtype}", *tied([2, 3], I64), call(f"a.{name}", 1, dtype=dtype))
        add(f"{name}_ {dtype}", *tied([2, 3], dtype), call(f"a.{name}_", 1))
add("logcumsumexp of extremes", call("torch.tensor", [-INF, -INF, 0.0, 500.0, INF, NAN, 1.0], to="a"),
    call("a.logcumsumexp", 0), kind="digits")
for keywords in ({}, {"n": 2}, {"n": 0}, {"n": 9}, {"dim": 0}, {"prepend": B}, {"append": B}, {"prepend": B, "append": B}):
    for dtype in DTYPES:
        pair = tied([2, 4], dtype) + tied([2, 1], dtype, "b")
        add(f"diff {list(keywords)} {dtype}", *pair, call("torch.diff", A, **keywords))
add("diff of a scalar", call("torch.tensor", 1.5, to="a"), call("a.diff"))
add("diff with a vector in front", *drawn([2, 3]), *drawn([3], name="b"), call("a.diff", prepend=B))

for name in ("amax", "amin"):
    for dtype in DTYPES:
        for args in ([], [0], [-1], [[0, 1]], [[]], [1, True], [[0, 2], True]):
            add(f"{name} {args} {dtype}", *tied([2, 3, 4], dtype, nans=dtype is F32), call(f"torch.{name}", A, *args))
    add(f"{name} of nothing", call("torch.zeros", 0, to="a"), call(f"a.{name}"))
    add(f"{name} of nothing along 0", call("torch.zeros", 0, 3, to="a"), call(f"a.{name}", 0))
    add(f"{name} beside nothing", call("torch.zeros", 2, 0, to="a"), call(f"a.{name}", 0))
    add(f"{name} twice", *drawn([2, 3]), call(f"a.{name}", [0, 0]))
for keywords in ({}, {"dim": 1}, {"dim": 0, "keepdim": True}, {"dim": 5}):
    for dtype in DTYPES:
        add(f"aminmax {keywords} {dtype}", *tied([2, 3], dtype, nans=dtype is F32), call("torch.aminmax", A, **keywords))
add("aminmax text", *tied([2, 3], I64), call("a.aminmax", to="r"), call("print", Ref("r")))
add("aminmax of nothing", call("torch.zeros", 0, to="a"), call("a.aminmax"))
add("aminmax of nothing along 0", call("torch.zeros", 0, 2, to="a"), call("a.aminmax", dim=0))
for dtype in DTYPES:
    for args, keywords in [
        ([], {}), ([0], {}), ([1, True], {}), ([], {"dtype": F64}), ([1], {"dtype": F32}), ([-1], {"keepdim": True}),
    ]:
        add(f"prod {args} {keywords} {dtype}", *tied([3, 4], dtype), call("torch.prod", A, *args, **keywords), kind="digits")
        numbers = tied([3, 4], dtype, nans=dtype in FLOATS)
        add(f"nansum {args} {keywords} {dtype}", *numbers, call("torch.nansum", A, *args, **keywords), kind="digits")
        add(f"nanmean {args} {keywords} {dtype}", *numbers, call("torch.nanmean", A, *args, **keywords), kind="digits")
    for args in ([], [0], [[0, 1]], [-1]):
        add(f"count_nonzero {args} {dtype}", *operand("a", [[2, 3], [4, 5]], (dtype,)), call("a.count_nonzero", *args))
    for name in ("any", "all"):
        for keywords in ({"dim": 0}, {"dim": 1, "keepdim": True}):
            add(f"{name} {keywords} {dtype}", *operand("a", [[2, 3]], (dtype,)), call(f"torch.{name}", A, **keywords))
for name in ("argmax", "argmin"):
    for keywords in ({"dim": 0}, {"dim": 1, "keepdim": True}, {"dim": None}):
        add(f"{name} {keywords}", *distinct([3, 4]), call(f"torch.{name}", A, **keywords))
add("prod of nothing", call("torch.zeros", 0, to="a"), call("a.prod"))
add("prod of 5000 values", seed(3), call("torch.rand", 5000, dtype=F64, to="u"), call("u.add", 0.503, to="a"),
    call("a.prod"), kind="near")

for name in ("softmax", "log_softmax", "logsumexp"):
    for dtype in DTYPES:
        for shape, dim in [([7], 0), ([3, 5], 1), ([3, 5], 0), ([2, 3, 4], 1), ([], 0), ([0], 0), ([2, 0], 1)]:
            made = drawn(shape, dtype) if dtype in FLOATS and shape else operand("a", [shape], (dtype,))
            add(f"{name}({dim}) of {shape} {dtype}", *made, call(f"torch.{name}", A, dim), kind="digits")
    extremes = [1000.0, 999.0, -1000.0, -INF]
    add(f"{name} of extremes", call("torch.tensor", extremes, to="a"), call(f"a.{name}", 0), kind="digits")
    add(f"{name} of -inf", call("torch.tensor", [-INF, -INF], to="a"), call(f"a.{name}", 0), kind="digits")
    add(f"{name} along a missing dimension", *drawn([3]), call(f"a.{name}", 2))
for name in ("softmax", "log_softmax"):
    add(f"{name} into float64", *tied([3], I64), call(f"torch.{name}", A, 0, dtype=F64), kind="digits")
    add(f"{name} into float64 by position", *tied([3], I64), call(f"a.{name}", 0, F64), kind="digits")
add("logsumexp over two", *drawn([2, 3, 4]), call("a.logsumexp", [0, 2]), kind="digits")
add("logsumexp over two, kept", *drawn([2, 3, 4]), call("a.logsumexp", [0, 2], True), kind="digits")
add("logsumexp by keywords", *drawn([2, 3, 4]), call("a.logsumexp", dim=1, keepdim=True), kind="digits")

for dtype in DTYPES:
    for shape in [*SHAPES, [], [0], [1]]:
        nans = dtype in FLOATS and shape
        for args, keywords in [([], {}), ([0], {}), ([-1, True], {}), ([], {"stable": True, "descending": True})]:
            made = tied(shape, dtype, nans=nans)
            add(f"sort {args} {keywords} of {shape} {dtype}", *made, call("torch.sort", A, *args, **keywords))
        add(f"argsort of {shape} {dtype}", *tied(shape, dtype, nans=nans), call("torch.argsort", A, descending=True))
    add(f"msort {dtype}", *tied([4, 3], dtype), call("torch.msort", A))
    for k in (0, 1, 3, 5, 6, -1):
        made = distinct([3, 5], dtype) if dtype is not BOOL else tied([3, 5], dtype)
        add(f"topk({k}) {dtype}", *made, call("torch.topk", A, k))
        add(f"topk({k}) smallest {dtype}", *made, call("a.topk", k, 1, False))
        add(f"kthvalue({k}) {dtype}", *made, call("torch.kthvalue", A, k))
        add(f"kthvalue({k}) of equal values {dtype}", *tied([3, 5], dtype), call("a.kthvalue", k, keepdim=True))
    made = distinct([4, 6], dtype) if dtype is not BOOL else tied([4, 6], dtype)
    for name in ("median", "nanmedian", "mode"):
        for args, keywords in [([0], {}), ([-1, True], {}), ([], {"dim": 1}), ([5], {})]:
            add(f"{name} {args} {keywords} {dtype}", *made, call(f"torch.{name}", A, *args, **keywords))
    for name in ("median", "nanmedian"):
        add(f"{name} of all {dtype}", *tied([4, 6], dtype), call(f"torch.{name}", A))
        add(f"{name} of a scalar {dtype}", call("torch.tensor", 1, dtype=dtype, to="a"), call(f"a.{name}", 0))
    add(f"mode of equal values {dtype}", *tied([3, 9], dtype), call("torch.mode", A))
    add(f"mode down {dtype}", *tied([9, 3], dtype), call("a.mode", 0, True))
for name in ("median", "nanmedian"):
    for values in ([1.0, NAN, 3.0], [NAN, NAN], [4.0, 3.0, NAN, 1.0, 2.0], [INF, -INF, 1.0]):
        add(f"{name} of {values}", call("torch.tensor", values, to="a"), call(f"a.{name}"))
        add(f"{name} of {values} along 0", call("torch.tensor", values, to="a"), call(f"a.{name}", 0))
for name in ("median", "nanmedian", "mode", "kthvalue"):
    args = [1] if name == "kthvalue" else []
    add(f"{name} of nothing along 0", call("torch.zeros", 0, to="a"), call(f"a.{name}", *args, dim=0))
    add(f"{name} text", *distinct([3]), call(f"a.{name}", *args, dim=0, to="r"), call("print", Ref("r")))
add("median of nothing", call("torch.zeros", 0, to="a"), call("a.median"))
add("topk text", *distinct([3]), call("a.topk", 2, to="r"), call("print", Ref("r")))
add("topk without k", *distinct([3]), call("a.topk"))
add("kthvalue along 0 with NaN", call("torch.tensor", [3.0, NAN, 1.0, NAN, 2.0], to="a"), call("a.kthvalue", 4))
add("topk of a scalar", call("torch.tensor", 2.5, to="a"), call("a.topk", 1))

KINDS = ("linear", "lower", "higher", "midpoint", "nearest")
for name in ("quantile", "nanquantile"):
    for dtype in FLOATS:
        # Normals of float64 are themselves owed to 2 ulp only.
        owed = "bits" if dtype == F32 else "digits"
        for kind in KINDS:
            for q in (0, 0.25, 0.5, 0.9, 1):
                add(f"{name}({q}) {kind} {dtype}", *drawn([11], dtype),
                    call(f"torch.{name}", A, q, interpolation=kind), kind=owed)
            qs = call("torch.tensor", [0.1, 0.5, 0.77], dtype=dtype, to="q")
            for keywords in ({"dim": 1}, {"dim": 0, "keepdim": True}, {}, {"keepdim": True}):
                made = drawn([4, 6], dtype)
                add(f"{name} of several {kind} {keywords} {dtype}", *made, qs,
                    call(f"torch.{name}", A, Ref("q"), interpolation=kind, **keywords), kind=owed)
                add(f"{name} {kind} {keywords} {dtype}", *made,
                    call(f"torch.{name}", A, 0.3, interpolation=kind, **keywords), kind=owed)
            nans = [[1.0, NAN, 3.0, 2.0], [NAN, NAN, NAN, NAN], [4.0, 1.0, 7.0, 2.0]]
            add(f"{name} with NaN {kind} {dtype}", call("torch.tensor", nans, dtype=dtype, to="a"),
                call(f"a.{name}", 0.4, 1, interpolation=kind))
    one = drawn([4])
    add(f"{name} out of range", *one, call(f"a.{name}", 1.5))
    add(f"{name} of values out of range", *one, call("torch.tensor", [0.5, -0.5], to="q"), call(f"a.{name}", Ref("q")))
    add(f"{name} of a matrix", *one, call("torch.tensor", [[0.5]], to="q"), call(f"a.{name}", Ref("q")))
    add(f"{name} in another dtype", *one, call("torch.tensor", [0.5], dtype=F64, to="q"), call(f"a.{name}", Ref("q")))
    add(f"{name} interpolated wildly", *one, call(f"a.{name}", 0.5, interpolation="cubic"))
    add(f"{name} of nothing", call("torch.zeros", 0, to="a"), call(f"a.{name}", 0.5))
    add(f"{name} of integers", *tied([4], I64), call(f"a.{name}", 0.5))
    add(f"{name} of one value", call("torch.tensor", 2.5, to="a"), call(f"a.{name}", 0.3, 0))

for dtype in DTYPES:
    both = {"return_inverse": True, "return_counts": True}
    for keywords in ({}, both, {"dim": 0}, {"dim": 1, **both}, {"return_counts": True}, {"dim": -1, "return_inverse": True}):
        made = tied([4, 3], dtype)
        if keywords.get("dim") is not None:
            made = [call("torch.tensor", [[1, 0, 1], [0, 1, 0], [1, 0, 1], [1, 0, 1]], dtype=dtype, to="a")]
        add(f"unique {keywords} {dtype}", *made, call("torch.unique", A, **keywords))
        add(f"unique_consecutive {keywords} {dtype}", *made, call("torch.unique_consecutive", A, **keywords))
    add(f"unique of nothing {dtype}", call("torch.zeros", 0, dtype=dtype, to="a"), call("a.unique", return_counts=True))
add("unique by position", *tied([6], I64), call("torch.unique", A, True, True))

for args, keywords in [([], {}), ([], {"minlength": 9}), ([B], {}), ([], {"minlength": -1})]:
    integers = [call("torch.tensor", [0, 3, 3, 1], to="a"), call("torch.tensor", [0.5, 1.5, 2.0, -1.0], to="b")]
    add(f"bincount {args} {keywords}", *integers, call("torch.bincount", A, *args, **keywords))
for dtype in (F64, I64, BOOL):
    pair = [call("torch.tensor", [0, 2, 2], to="a"), call("torch.tensor", [1, 0, 1], dtype=dtype, to="b")]
    add(f"bincount weighted by {dtype}", *pair, call("torch.bincount", A, B))
for values, dtype in [([], I64), ([-1, 2], I64), ([[1, 2]], I64), ([1.0], F32), ([True, False, True], BOOL)]:
    add(f"bincount of {values}", call("torch.tensor", values, dtype=dtype, to="a"), call("torch.bincount", A))
add("bincount of too few weights", *tied([3], I64), call("torch.ones", 2, to="b"), call("a.bincount", B))

for dtype in FLOATS:
    for bins in (1, 4, 10):
        for keywords in ({}, {"range": [-1.0, 1.0]}, {"density": True}, {"weight": B}, {"range": [1.0, 1.0]}):
            pair = drawn([200], dtype) + [call("torch.arange", 200, dtype=dtype, to="b")]
            add(f"histogram({bins}) {list(keywords)} {dtype}", *pair, call("torch.histogram", A, bins, **keywords),
                kind="digits")
    edges = call("torch.tensor", [-1.0, -0.5, 0.0, 2.0], dtype=dtype, to="b")
    add(f"histogram between edges {dtype}", *drawn([200], dtype), edges, call("torch.histogram", A, B))
    values = call("torch.tensor", [-1.0, -0.5, 0.0, 2.0, 2.5, NAN], dtype=dtype, to="a")
    add(f"histogram at edges {dtype}", values, edges, call("torch.histogram", A, B))
add("histogram text", call("torch.tensor", [0.5, 1.0], to="a"), call("a.histogram", 2, to="r"), call("print", Ref("r")))
for bins, keywords in [(0, {}), (3, {"range": [1.0, 0.0]}), (B, {}), (2, {"weight": B})]:
    add(f"histogram refuses {bins} {list(keywords)}", *drawn([2, 3]), call("torch.ones", 2, 2, to="b"),
        call("torch.histogram", A, bins, **keywords))
add("histogram of integers", *tied([3], I64), call("a.histogram", 3))
add("histogram of nan", call("torch.tensor", [NAN, 1.0], to="a"), call("a.histogram", 3))
add("histogram of nothing", call("torch.zeros", 0, to="a"), call("a.histogram", 3))

for name in ("std_mean", "var_mean"):
    for dtype in (F32, F64, I64):
        for args, keywords in [
            ([], {}), ([1], {}), ([False], {}), ([0, False, True], {}), ([[0, 1]], {}), ([], {"dim": 0, "unbiased": False}),
            ([1, False], {}), ([], {"dim": 1, "keepdim": True}),
        ]:
            add(f"{name} {args} {keywords} {dtype}", *tied([3, 4], dtype), call(f"torch.{name}", A, *args, **keywords),
                kind="digits")
for dtype in (F32, F64, I64, BOOL):
    for p in (0, 1, 2, 3, INF):
        add(f"dist {p} {dtype}", *tied([3, 4], dtype), *tied([4], dtype, "b"), call("torch.dist", A, B, p), kind="digits")
    for keywords in ({}, {"correction": 0}, {"fweights": Ref("f")}, {"aweights": Ref("w")},
                     {"fweights": Ref("f"), "aweights": Ref("w"), "correction": 2}):
        weights = [call("torch.tensor", [1, 2, 3, 1], to="f"), call("torch.tensor", [0.5, 1.0, 2.0, 0.25], to="w")]
        if dtype is F64:
            weights.append(call("w.to", F64, to="w"))
        add(f"cov {list(keywords)} {dtype}", *tied([3, 4], dtype), *weights, call("torch.cov", A, **keywords), kind="near")
    made = call("torch.tensor", [[1, 0, 1, 1], [0, 1, 1, 0], [1, 1, 0, 1]], dtype=dtype, to="a")
    add(f"corrcoef {dtype}", made, call("torch.corrcoef", A), kind="near")
    add(f"cov of a vector {dtype}", *tied([5], dtype), call("torch.cov", A), kind="near")
for keywords in ({"fweights": Ref("w")}, {"aweights": Ref("f")}, {"aweights": Ref("s")}, {"fweights": Ref("n")}):
    weights = [call("torch.tensor", [1, 2, 3, 1], to="f"), call("torch.ones", 4, to="w"), call("torch.ones", 3, to="s"),
               call("torch.tensor", [1, 2, -3, 1], to="n")]
    add(f"cov refuses {keywords}", *drawn([3, 4]), *weights, call("torch.cov", A, **keywords))
add("cov of three dimensions", *drawn([2, 2, 2]), call("torch.cov", A))
add("corrcoef of three dimensions", *drawn([2, 2, 2]), call("torch.corrcoef", A))
for p in (1, 2, 3):
    for dim in (0, 1, -1):
        for dtype in FLOATS:
            add(f"renorm {p} {dim} {dtype}", *drawn([3, 4, 2], dtype), call("torch.renorm", A, p, dim, 1.5), kind="digits")
add("renorm_", *drawn([3, 4]), call("a.renorm_", 2, 0, 1), kind="digits")
for args in ([0, 0, 1], [2, 0, -1]):
    add(f"renorm refuses {args}", *drawn([2, 3]), call("torch.renorm", A, *args))
add("renorm of a vector", *drawn([3]), call("torch.renorm", A, 2, 0, 1))
for args, keywords in [([1], {"dtype": F64}), ([2, 0, True, F64], {}), ([], {"p": 3, "dim": [0, 1]}), (["foo"], {})]:
    add(f"norm {args} {keywords}", *drawn([3, 4]), call("a.norm", *args, **keywords), kind="digits")


def gradients(name, steps, shape=(3, 4), zero=False):
    for dtype in FLOATS:
        program = drawn(list(shape), dtype)
        if zero:
            program.append(call("assign", A, [0, 1], 0))
        program += [call("a.requires_grad_"), *steps]
        add(f"{name} node, {dtype}", *program, call("print-node", Ref("y")))
        after = [call("torch.ones_like", Ref("y"), to="g"), call("g.uniform_", 0.5, 2), call("y.backward", Ref("g"))]
        add(f"{name} gradient, {dtype}", *program, *after, call("get a.grad"), kind="near")


for name in ("cumsum", "cumprod", "logcumsumexp"):
    gradients(name, [call(f"a.{name}", 1, to="y")])
gradients("cumprod with a zero", [call("a.cumprod", 1, to="y")], zero=True)
gradients("prod", [call("a.prod", to="y")])
gradients("prod with a zero", [call("a.prod", to="y")], zero=True)
gradients("prod along", [call("a.prod", 1, to="y")])
gradients("prod along with a zero", [call("a.prod", 1, True, to="y")], zero=True)
for name, args, keywords in [
    ("cummax", [1], {}), ("cummin", [0], {}), ("sort", [], {}), ("sort", [], {"dim": 0, "stable": True}), ("topk", [2], {}),
    ("kthvalue", [2], {}), ("kthvalue", [2, 0, True], {}), ("median", [1], {}), ("nanmedian", [0], {}), ("mode", [], {}),
]:
    steps = [call(f"torch.{name}", A, *args, to="r", **keywords), call("get r.values", to="y")]
    gradients(f"{name} {args} {keywords}", steps)
for name, args in [
    ("median", []), ("nanmedian", []), ("msort", []), ("amax", [1]), ("amin", [[0, 1]]), ("nansum", [1]), ("nanmean", [0]),
    ("diff", []), ("quantile", [0.3]), ("quantile", [0.6, 1]), ("nanquantile", [0.6, 0, True]), ("renorm", [2, 0, 0.5]),
    ("cov", []), ("corrcoef", []), ("softmax", [1]), ("log_softmax", [0]), ("logsumexp", [[0, 1]]), ("logsumexp", [0, True]),
]:
    gradients(f"{name} {args}", [call(f"torch.{name}", A, *args, to="y")])
gradients("dist", [call("a.cos", to="b"), call("torch.dist", A, B, to="y")])
gradients("amax of equal values", [call("a.round", to="b"), call("a.sub", A, to="c"), call("c.amax", 1, to="y")])
gradients("aminmax", [call("a.aminmax", to="r"), call("get r.max", to="y")])
for name in ("std_mean", "var_mean"):
    gradients(name, [call(f"torch.{name}", A, 1, to="r"), call("member", Ref("r"), 0, to="y")])

write("engine-ordering.json", cases)
