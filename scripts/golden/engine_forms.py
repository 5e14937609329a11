"""What names give in their other form, method or function: tests/golden/engine-forms.json.

Run with the reference PyTorch: python3 scripts/golden/engine_forms.py
Most operations are a function of torch and a method of tensors; other programs ask one of the two, and this one the other.
"""

from engine_steps import BF16, BOOL, F16, F32, F64, I64, Ref, call, record, seed, write

cases = []
A, B, C, I, J, M, S, U, V = (Ref(name) for name in "abcijmsuv")
FLOATS = (F32, F64)
ALL = (F32, F64, I64)


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


def made(name, shape, dtype, low=-2, high=2):
    """Values between two bounds; integers are ten times as far apart."""
    if dtype == BOOL:
        return [call("torch.rand", shape, to=name), call(f"{name}.gt", 0.5, to=name)]
    if dtype == I64:
        return [call("torch.randint", round(low * 10), round(high * 10) + 1, shape, to=name)]
    return [call("torch.empty", shape, dtype=dtype, to=name), call(f"{name}.uniform_", low, high)]


def each(names, operands, *args, kind="bits", dtypes=FLOATS, **keywords):
    """Calls every name with operands of each dtype: `operands` gives the shape of each letter, and its bounds."""
    for name in names.split():
        for dtype in dtypes:
            steps = [seed(len(cases) + 1)]
            for letter, (shape, *bounds) in operands.items():
                steps += made(letter, shape, dtype, *bounds)
            add(f"{name} {dtype}", *steps, call(name, *args, **keywords), kind=kind)


def index(values, name="i", dtype=I64):
    return [call("torch.tensor", values, dtype=dtype, to=name)]


# --- Of one operand
ONE = {"a": ([3, 5],)}
each("a.absolute a.negative a.positive a.sgn a.signbit a.isposinf a.isneginf a.isreal", ONE, dtypes=ALL)
each("a.fix a.frac a.deg2rad a.rad2deg a.angle", ONE)
each("a.bitwise_not", ONE, dtypes=(I64, BOOL))
each("a.acos a.arccos a.asin a.arcsin a.atanh a.arctanh", {"a": ([3, 5], -1, 1)}, kind="digits")
each("a.atan a.arctan a.asinh a.arcsinh a.cosh a.sinh a.exp2 a.i0", ONE, kind="digits")
each("a.sinc", {"a": ([3, 5], -0.9, 0.9)}, kind="digits")
each("a.acosh a.arccosh a.lgamma a.digamma", {"a": ([3, 5], 1, 9)}, kind="digits")
each("a.logit", {"a": ([3, 5], 0, 1)}, kind="digits")
each("a.polygamma", {"a": ([3, 5], 1, 9)}, 2, kind="digits")
each("a.mvlgamma a.mvlgamma_", {"a": ([3, 5], 3, 9)}, 2, kind="digits")
each("a.clamp_min", ONE, -0.5)
each("a.clamp_max", ONE, 0.5)
each("a.clip", ONE, -0.5, 0.5)
each("a.msort a.sort a.argsort a.argwhere a.diff", ONE, dtypes=ALL)
each("a.sort", ONE, dim=0, descending=True)
each("a.trace a.tril a.triu a.diag a.diag_embed a.diagflat", {"a": ([3, 3],)}, dtypes=ALL)
each("a.cov a.corrcoef", {"a": ([3, 7],)}, kind="digits")
each("a.nansum a.nanmean", ONE, kind="digits")
each("a.renorm", ONE, 2, 0, 1.5, kind="digits")
each("a.det a.inverse", {"a": ([2, 3, 3],)}, kind="near")
each("torch.linalg.det torch.linalg.inv", {"a": ([2, 3, 3],)}, A, kind="near")
each("a.matrix_power", {"a": ([3, 3],)}, 3, kind="digits")
each("torch.linalg.matrix_power", {"a": ([3, 3],)}, A, 3, kind="digits")
add("bincount", *index([0, 2, 2, 5]), call("i.bincount"))
add("bincount with weights", *index([0, 2, 2, 1]), *index([0.5, 1, 2, 4], "u", F64), call("i.bincount", U, 6))
for name in ("i.unique_consecutive", "torch.count_nonzero"):
    given = [I] if name.startswith("torch") else []
    add(name, *index([1, 1, 0, 0, 2, 1]), call(name, *given))
add("torch.count_nonzero along a dimension", *index([[1, 0], [3, 4]]), call("torch.count_nonzero", I, 0))
for value in (0, 2):
    add(f"torch.is_nonzero of {value}", *index([value]), call("torch.is_nonzero", I))
add("torch.is_nonzero of two values", *index([1, 2]), call("torch.is_nonzero", I))

# --- Of two
TWO = {"a": ([3, 5],), "b": ([5],)}
each("a.ldexp", {"a": ([3, 5],), "b": ([5], -3, 3)}, B)
each("a.fmax a.fmin a.multiply a.subtract", TWO, B, dtypes=ALL)
each("a.greater a.greater_equal a.less a.less_equal a.not_equal a.isclose a.allclose", TWO, B, dtypes=ALL)
each("a.heaviside a.nextafter a.nextafter_ a.divide a.true_divide", TWO, B)
each("a.atan2 a.arctan2 a.arctan2_ a.hypot a.logaddexp a.logaddexp2 a.dist", TWO, B, kind="digits")
each("torch.arctan2", TWO, A, B, kind="digits")
each("a.xlogy_", {"a": ([3, 5],), "b": ([5], 0.1, 4)}, B, kind="digits")
each("a.gcd a.lcm a.bitwise_xor_", TWO, B, dtypes=(I64,))
each("a.lerp", TWO, B, 0.3)
each("a.addcmul a.addcdiv", {**TWO, "c": ([3, 1], 1, 2)}, B, C, value=0.5)
each("a.outer a.ger", {"a": ([3],), "b": ([4],)}, B)
each("a.inner a.vdot", {"a": ([7],), "b": ([7],)}, B, kind="digits")
each("a.kron", {"a": ([2, 3],), "b": ([3, 2],)}, B, dtypes=ALL)
each("a.cross", {"a": ([4, 3],), "b": ([4, 3],)}, B, kind="digits")
each("a.bmm", {"a": ([2, 3, 4],), "b": ([2, 4, 5],)}, B, kind="digits")
for name, *shapes in [
    ("addmm", [3, 5], [3, 4], [4, 5]), ("addmv", [3], [3, 4], [4]), ("addr", [3, 4], [3], [4]),
    ("baddbmm", [2, 3, 5], [2, 3, 4], [2, 4, 5]), ("addbmm", [3, 5], [2, 3, 4], [2, 4, 5]),
]:
    each(f"a.{name}", dict(zip("abc", [[shape] for shape in shapes])), B, C, beta=0.5, alpha=2, kind="digits")
for name, *args in [
    ("det",), ("det", 3), ("inv", "x"), ("qr",), ("matrix_power", A), ("matrix_power", A, 1.5), ("matrix_power", 3, 2), ("cross", A), ("cross", 3, A),
    ("cross", A, A, 0), ("norm", 3), ("vector_norm",), ("vector_norm", 3), ("matrix_norm", 3), ("multi_dot",), ("multi_dot", 3),
]:
    add(f"torch.linalg.{name}{args} is refused", call("torch.eye", 3, to="a"), call(f"torch.linalg.{name}", *args))

# --- Shapes
BLOCK = {"a": ([2, 3, 4],)}
for name, *args in [
    ("adjoint",), ("ravel",), ("fliplr",), ("flipud",), ("flip", [0, 2]), ("roll", 2, 1), ("rot90", 1, [0, 2]), ("tile", [2, 1]),
    ("movedim", 0, 2), ("moveaxis", [0, 1], [2, 0]), ("swapaxes", 0, -1), ("swapdims", 1, 2), ("narrow_copy", 1, 1, 2),
    ("broadcast_to", [2, 2, 3, 4]), ("as_strided", [2, 2], [4, 1], 3),
]:
    each(f"torch.{name}", BLOCK, A, *args, dtypes=ALL)
add("torch.broadcast_shapes", call("torch.broadcast_shapes", [2, 1], [3], [1, 1, 1]))
add("torch.broadcast_shapes that differ", call("torch.broadcast_shapes", [2], [3]))
each("a.dsplit", BLOCK, 2, dtypes=ALL)
each("a.dsplit", BLOCK, [1, 3])
each("a.select_scatter", {"a": ([3, 4],), "b": ([4],)}, B, 0, -1, dtypes=ALL)
each("a.slice_scatter", {"a": ([5, 2],), "b": ([2, 2],)}, B, start=1, end=4, step=2, dtypes=ALL)
each("a.diagonal_scatter", {"a": ([3, 4],), "b": ([3],)}, B, 1, dtypes=ALL)

# --- Places and masks
for dtype in ALL:
    table = [seed(len(cases) + 1), *made("a", [3, 4], dtype), *made("s", [2, 4], dtype), *made("v", [2], dtype), *index([2, 0])]
    table += index([[0, 2, 2, 1], [1, 0, 2, 0]], "j") + index([[True], [False], [True]], "m", BOOL)
    for name, *args in [("index_select", 0, I), ("take", I), ("take_along_dim", J, 0), ("masked_select", M)]:
        add(f"a.{name} {dtype}", *table, call(f"a.{name}", *args))
    for name, *args in [
        ("index_add", 0, I, S), ("index_copy", 0, I, S), ("index_fill", 0, I, 3), ("index_put", [I], S), ("index_put_", [I, I], V),
        ("scatter", 0, J, S), ("scatter_add", 0, J, S), ("masked_fill", M, 5), ("masked_scatter", M, S), ("put", I, V),
    ]:
        add(f"torch.{name} {dtype}", *table, call(f"torch.{name}", A, *args))
    for reduce in ("sum", "prod", "amax", "amin", "mean"):
        # Integer means are rounded towards zero in one version and down in another.
        if reduce == "mean" and dtype == I64:
            continue
        add(f"torch.scatter_reduce {reduce} {dtype}", *table, call("torch.scatter_reduce", A, 0, J, S, reduce), kind="digits")
    add(f"torch.index_put, adding, {dtype}", *table, call("torch.index_put", A, [I], S, accumulate=True))
    add(f"torch.put, adding, {dtype}", *table, call("torch.put", A, I, V, accumulate=True))

# --- What a tensor says of itself
for dtype in (*ALL, BOOL, F16, BF16):
    ones = call("torch.ones", 2, dtype=dtype, to="a")
    for name in ("device", "layout"):
        add(f"{name} {dtype}", ones, call("print-attribute", A, name))
        add(f"get {name} {dtype}", ones, call(f"get a.{name}", to="b"), call("print", Ref("b")))
    add(f"new_empty {dtype}", ones, call("a.new_empty", [2, 3], to="b"), call("get b.shape"))
add("cuda without a card", call("torch.ones", 2, to="a"), call("a.cuda"))

# --- Modules
NET = [seed(8), call("new nn.Linear", 3, 4, to="l"), call("torch.randn", [5, 3], to="x")]
for name in ("half", "bfloat16"):
    add(f"Module.{name}", *NET, call(f"l.{name}", to="d"), call("state", Ref("d")))
BACK = [*NET, call("l", Ref("x"), to="y"), call("y.square", to="q"), call("q.sum", to="s"), call("s.backward")]
for drops in (True, False):
    for name in ("weight", "bias"):
        add(f"Module.zero_grad, set_to_none {drops}: {name}", *BACK, call("l.zero_grad", drops), call(f"get l.{name}.grad"))
add("Module.register_full_backward_hook", *NET, call("x.requires_grad_"), call("hook", Ref("l"), "register_full_backward_hook"),
    *BACK[3:], call("get x.grad"), kind="digits")

write("engine-forms.json", cases)
