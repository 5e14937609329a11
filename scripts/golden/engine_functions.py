"""What PyTorch's functions of one, two and three operands give: tests/golden/engine-functions.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_functions.py
Operands of every dtype, broadcast and strided, with the values that usually go wrong; what PyTorch refuses is kept with
its error. Functions computed from series are owed to a relative 2e-6 (float32) or 1e-13 (float64), the others in bits.
"""

import random

import engine_operands as operands
from engine_steps import BOOL, F32, F64, I64, Ref, call, record, seed, write

rng = random.Random(7)
cases = []
DTYPES = (F32, F64, I64, BOOL)
A, B, C = Ref("a"), Ref("b"), Ref("c")


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


def operand(*args):
    return operands.operand(rng, *args)


def near(name, low, high, size=12, dtype=F32):
    """Values between two bounds."""
    return [call("torch.tensor", [rng.uniform(low, high) for _ in range(size)], dtype=dtype, to=name)]


EXACT = [
    "frac", "sgn", "signbit", "isposinf", "isneginf", "isreal", "positive", "negative", "absolute", "fix", "deg2rad",
    "rad2deg", "bitwise_not", "nan_to_num",
]
CLOSE = {
    "acos": (-1, 1), "asin": (-1, 1), "atan": (-5, 5), "acosh": (1, 9), "asinh": (-5, 5), "atanh": (-1, 1),
    "cosh": (-5, 5), "sinh": (-5, 5), "arccos": (-1, 1), "arcsin": (-1, 1), "arctan": (-5, 5), "arccosh": (1, 9),
    "arcsinh": (-5, 5), "arctanh": (-1, 1), "exp2": (-9, 9), "digamma": (0.1, 20), "lgamma": (0.1, 40), "i0": (-20, 20),
    "sinc": (-0.9, 0.9), "logit": (0, 1),
}
for name in EXACT:
    for dtype in DTYPES:
        # A processor's vector instructions give -0 another sign in some of these, so it is left out.
        values = [1.5, -2.25, 0.0, 3.0, -0.5, 7.75] if dtype in (F32, F64) else [1, -2, 0, 3, -5, 7]
        if name in ("signbit", "isposinf", "isneginf", "isreal", "nan_to_num", "sgn") and dtype in (F32, F64):
            values += [float("inf"), -float("inf"), -0.0] + ([float("nan")] if name != "sgn" else [])
        add(f"{name} of {dtype}", call("torch.tensor", values, dtype=dtype, to="a"), call(f"torch.{name}", A))
        if name not in ("signbit", "isposinf", "isneginf", "isreal", "positive"):
            add(f"{name}_ of {dtype}", call("torch.tensor", values, dtype=dtype, to="a"), call(f"a.{name}_"))
for name, (low, high) in CLOSE.items():
    for dtype in (F32, F64):
        add(f"{name} of {dtype}", *near("a", low, high, dtype=dtype), call(f"torch.{name}", A), kind="digits")
    for dtype in (I64, BOOL):
        if name == "sinc":
            continue
        integers = [0, 1, 2, -1, 5]
        # PyTorch's own i0 and digamma of integers are exact to float32 only.
        add(
            f"{name} of {dtype}",
            call("torch.tensor", integers, dtype=dtype, to="a"),
            call(f"torch.{name}", A),
            kind="digits",
        )
    add(f"{name}_", *near("a", low, high), call(f"a.{name}_"), kind="digits")
    add(f"{name}_ of integers", call("torch.ones", 2, dtype=I64, to="a"), call(f"a.{name}_"))
for name in ("acos", "acosh", "atanh", "lgamma", "digamma", "i0", "exp2", "cosh", "sinh", "logit"):
    extremes = [0.0, 1.0, -1.0, 2.0, -3.0, 100.0, -100.0, float("inf"), -float("inf"), float("nan")]
    add(f"{name} of extremes", call("torch.tensor", extremes, to="a"), call(f"torch.{name}", A), kind="digits")
for dtype in (F32, F64):
    for name in ("lgamma", "digamma"):
        add(f"{name} below 0, {dtype}", *near("a", -8, 0, 20, dtype), call(f"torch.{name}", A), kind="near")
    for n in range(5):
        add(f"polygamma({n}), {dtype}", *near("a", 0.3, 20, 12, dtype), call("torch.polygamma", n, A), kind="digits")
add("polygamma(-1)", *near("a", 1, 2), call("torch.polygamma", -1, A))
for dtype in DTYPES:
    for decimals in (0, 1, 2, -1):
        made = near("a", -99, 99, 12, dtype) if dtype in (F32, F64) else [call("torch.ones", 3, dtype=dtype, to="a")]
        add(f"round to {decimals} decimals {dtype}", *made, call("torch.round", A, decimals=decimals))
        add(f"round_ to {decimals} decimals {dtype}", *made, call("a.round_", decimals=decimals))
    add(f"angle {dtype}", *operand("a", [[17]], (dtype,)), call("torch.angle", A))
    for p in (0, 1, 3):
        made = near("a", 3, 9, 12, dtype) if dtype in (F32, F64) else [call("torch.ones", 3, dtype=dtype, to="a")]
        add(f"mvlgamma({p}) {dtype}", *made, call("torch.mvlgamma", A, p), kind="digits")
for name in ("add", "sub", "rsub"):
    pair = [call("torch.tensor", [1, 2], to="a"), call("torch.tensor", [3, 4], to="b")]
    add(f"{name} of integers with alpha 1.5", *pair, call(f"torch.{name}", A, B, alpha=1.5))
for eps in (None, 0.1, 0.4):
    add(f"logit(eps={eps})", *near("a", -0.5, 1.5), call("torch.logit", A, eps=eps), kind="digits")
for args, keywords in [([], {}), ([1.5], {}), ([0, 2, -3], {}), ([], {"posinf": 1}), ([], {"neginf": -2.5, "nan": 7})]:
    values = [1.0, float("nan"), float("inf"), -float("inf")]
    for dtype in (F32, F64):
        tensor = call("torch.tensor", values, dtype=dtype, to="a")
        add(f"nan_to_num {args} {keywords} {dtype}", tensor, call("a.nan_to_num", *args, **keywords))

BINARY_EXACT = [
    "fmod", "fmax", "fmin", "copysign", "heaviside", "nextafter", "bitwise_and", "bitwise_or", "bitwise_xor",
    "bitwise_left_shift", "bitwise_right_shift", "gcd", "lcm",
]
BINARY_CLOSE = ["atan2", "hypot", "xlogy", "logaddexp", "logaddexp2"]
PLAIN = ("fmod", "copysign", "xlogy", "bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_left_shift",
         "bitwise_right_shift")
PAIRS = [([3], [3]), ([2, 3], [3]), ([2, 1], [1, 3]), ([], [3]), ([4, 5], [4, 5])]
for name in BINARY_EXACT + BINARY_CLOSE:
    kind = "bits" if name in BINARY_EXACT else "digits"
    integers = name.startswith("bitwise") or name in ("gcd", "lcm")
    for position in range(12):
        own, other = PAIRS[position % len(PAIRS)]
        dtypes = (I64, I64, BOOL, F32) if integers else DTYPES
        first = rng.choice(dtypes)
        second = first if name == "heaviside" and position % 4 else rng.choice(dtypes)
        a, b = operand("a", [own], (first,)), operand("b", [other], (second,))
        if "shift" in name or name == "lcm" or (name == "fmod" and second is I64):
            b = [call("torch.tensor", [3, 1, 2], to="b")] if other == [3] else [call("torch.tensor", 5, to="b")]
        add(f"{name} {position}", *a, *b, call(f"torch.{name}", A, B), kind=kind)
    if name not in ("fmax", "fmin", "logaddexp", "logaddexp2"):
        dtype = I64 if integers else F64
        add(
            f"{name}_",
            *operand("a", [[2, 3]], (dtype,)),
            call("torch.tensor", [3, 1, 2], dtype=dtype, to="b"),
            call(f"a.{name}_", B),
            kind=kind,
        )
    if name in PLAIN:
        for value in (2, -3, True, 1.5):
            plain = operand("a", [[3]], (I64, BOOL) if integers else (F32, F64, I64))
            add(f"{name} with {value}", *plain, call(f"a.{name}", value), kind=kind)
    else:
        add(f"{name} with a number", call("torch.ones", 2, to="a"), call(f"a.{name}", 2))
        add(f"torch.{name} with a number", call("torch.ones", 2, to="a"), call(f"torch.{name}", A, 2))
for name in ("maximum", "minimum", "logical_and", "logical_or", "logical_xor", "ldexp", "isclose"):
    add(f"{name} with a number", call("torch.ones", 2, to="a"), call(f"a.{name}", 2))
    add(f"torch.{name} with a number", call("torch.ones", 2, to="a"), call(f"torch.{name}", A, 2))
    if name.startswith("logical"):
        add(f"{name}_ with a number", call("torch.ones", 2, to="a"), call(f"a.{name}_", 2))
for value in (0, 2, 1.5):
    add(f"xlogy of {value}", *near("b", 0.1, 4), call("torch.xlogy", value, B), kind="digits")
add("xlogy at 0", call("torch.tensor", [0.0, 0, 0, 1], to="a"),
    call("torch.tensor", [0.0, float("nan"), float("inf"), 0], to="b"), call("torch.xlogy", A, B))
add("logaddexp of infinities", call("torch.tensor", [float("inf"), -float("inf"), 1], to="a"),
    call("torch.tensor", [float("inf"), -float("inf"), -float("inf")], to="b"), call("torch.logaddexp", A, B))
add("fmod by 0", call("torch.ones", 2, dtype=I64, to="a"), call("a.fmod", 0))
add("2 << tensor", call("torch.tensor", [1, 2, 3], to="b"), call("torch.bitwise_left_shift", 2, B))

for base in DTYPES:
    for exponent in (2, -1, 0.5, Ref("b")):
        add(
            f"float_power of {base} to {exponent}",
            call("torch.tensor", [1, 2, 3], dtype=base, to="a"),
            call("torch.tensor", [2, -1, 3], to="b"),
            call("a.float_power", exponent),
            kind="digits",
        )
    add(f"float_power_ of {base}", call("torch.ones", 2, dtype=base, to="a"), call("a.float_power_", 2))
add("float_power of a number", call("torch.tensor", [1, 2], to="b"), call("torch.float_power", 2, B))
for dtype in (F32, F64):
    for name in ("mantissa",):
        add(f"frexp {dtype} {name}", *operand("a", [[17]], (dtype,)), call("a.frexp", to="r"), call(f"get r.{name}"))
add("frexp of integers", call("torch.ones", 2, dtype=I64, to="a"), call("torch.frexp", A))
for first in DTYPES:
    for second in (F32, I64):
        add(
            f"ldexp of {first} and {second}",
            call("torch.tensor", [1, 3, -2], dtype=first, to="a"),
            call("torch.tensor", [2, -1, 5], dtype=second, to="b"),
            call("torch.ldexp", A, B),
            kind="digits",
        )

for mode in ("floor", "trunc", None, "round"):
    for position in range(8):
        a = operand("a", [[2, 3]], (F32, F64, I64, BOOL))
        b = [call("torch.tensor", [2, -3, 4], to="b")] if position % 2 else near("b", 0.3, 3, 3)
        add(f"div rounded {mode} {position}", *a, *b, call("torch.div", A, B, rounding_mode=mode))
        add(f"div_ rounded {mode} {position}", *a, *b, call("a.div_", B, rounding_mode=mode))
    add(f"div by a number rounded {mode}", *near("a", -9, 9), call("a.div", 0.4, rounding_mode=mode))
add("div by 0 rounded", call("torch.ones", 2, dtype=I64, to="a"), call("a.div", 0, rounding_mode="trunc"))
for name, args in [
    ("multiply", [2]), ("subtract", [0.5]), ("divide", [3]), ("true_divide", [4]), ("floor_divide", [2]),
    ("greater", [1]), ("greater_equal", [1]), ("less", [1]), ("less_equal", [1]), ("not_equal", [1]),
]:
    for dtype in (F32, I64):
        three = call("torch.tensor", [1, 2, -3], dtype=dtype, to="a")
        add(f"{name} {dtype}", three, call(f"torch.{name}", A, *args))
        add(f"{name}_ {dtype}", three, call(f"a.{name}_", *args))
add("rsub", *near("a", -2, 2), call("torch.rsub", A, 3, alpha=2))
add("subtract with alpha", *near("a", -2, 2), *near("b", -2, 2), call("torch.subtract", A, B, alpha=0.5))
for name in ("eq", "ne", "lt", "le", "gt", "ge", "logical_and", "logical_or", "logical_xor"):
    for position in range(4):
        a, b = operand("a", [[2, 3]], DTYPES), operand("b", [[3]], DTYPES)
        add(f"{name}_ {position}", *a, *b, call(f"a.{name}_", B))
for dtype in DTYPES:
    add(f"logical_not_ {dtype}", *operand("a", [[2, 3]], (dtype,)), call("a.logical_not_"))
add("eq_ that would grow", call("torch.ones", 3, to="a"), call("torch.ones", 2, 3, to="b"), call("a.eq_", B))

for dtype in (F32, F64):
    for weight in (0, 0.3, 0.5, 0.7, 1, 2):
        pair = near("a", -3, 3, 19, dtype) + near("b", -3, 3, 19, dtype)
        add(f"lerp {weight} {dtype}", *pair, call("torch.lerp", A, B, weight))
    three = near("a", -3, 3, 19, dtype) + near("b", -3, 3, 19, dtype) + near("c", 0, 1, 19, dtype)
    add(f"lerp of weights {dtype}", *three, call("torch.lerp", A, B, C))
    add(f"lerp_ {dtype}", *three, call("a.lerp_", B, 0.25))
    for value in (1, 2, -0.3):
        add(f"addcmul {value} {dtype}", *three, call("torch.addcmul", A, B, C, value=value))
        add(f"addcdiv {value} {dtype}", *three, call("torch.addcdiv", A, B, C, value=value))
    add(f"addcmul_ {dtype}", *three, call("a.addcmul_", B, C))
    add(f"addcdiv_ {dtype}", *three, call("a.addcdiv_", B, C, value=0.5))
INTEGERS = [call("torch.tensor", [1, 2, 3], to="a"), call("torch.tensor", [4, 5, 6], to="b")]
for name, args in [
    ("lerp", [A, B, 0.5]), ("lerp", [A, B, B]), ("addcmul", [A, A, B]), ("addcdiv", [A, A, B]),
]:
    add(f"{name} of integers", *INTEGERS, call(f"torch.{name}", *args))
add("addcmul of bools", call("torch.ones", 2, dtype=BOOL, to="a"), call("torch.addcmul", A, A, A))
add("lerp of two dtypes", *near("a", 0, 1), *near("b", 0, 1, dtype=F64), call("torch.lerp", A, B, 0.5))
add("lerp by weights of another dtype", *near("a", 0, 1), *near("b", 0, 1, dtype=F64), call("torch.lerp", A, A, B))

BOUNDS = [call("torch.tensor", [0.25, -1.25, 1.5], to="b"), call("torch.tensor", [0.5, -1.5, 2.0], to="c")]
for dtype in DTYPES:
    a = operand("a", [[2, 3]], (dtype,))
    for name, args, keywords in [
        ("clamp", [0, 2], {}), ("clamp", [0.5], {}), ("clamp", [], {"max": 1}), ("clamp", [B, C], {}),
        ("clamp", [], {"max": C}), ("clip", [0, 1], {}), ("clamp_min", [0], {}), ("clamp_max", [0.5], {}),
        ("clamp_min", [B], {}), ("clamp_max", [C], {}), ("clamp", [], {}), ("clamp", [2, 1], {}),
    ]:
        add(f"{name} {args} {keywords} {dtype}", *a, *BOUNDS, call(f"torch.{name}", A, *args, **keywords))
        add(f"{name}_ {args} {keywords} {dtype}", *a, *BOUNDS, call(f"a.{name}_", *args, **keywords))

NEAR = [1.0, 2.0, float("nan"), float("inf"), -1.0]
CLOSER = [1.000001, 2.1, float("nan"), float("inf"), -1.0]
for options in ({}, {"equal_nan": True}, {"rtol": 0.1}, {"atol": 0.2, "rtol": 0}, {"rtol": 0, "atol": 0}, {"rtol": -1}):
    pair = [call("torch.tensor", NEAR, to="a"), call("torch.tensor", CLOSER, to="b")]
    add(f"isclose {options}", *pair, call("torch.isclose", A, B, **options))
    add(f"allclose {options}", *pair, call("torch.allclose", A, B, **options))
for dtype in (F64, I64, BOOL):
    pair = [call("torch.ones", 2, to="a"), call("torch.ones", 2, dtype=dtype, to="b")]
    add(f"isclose of float32 and {dtype}", *pair, call("torch.isclose", A, B))
    add(f"isclose of {dtype}", *pair, call("torch.isclose", B, B))

# Gradients: the leaves are drawn, y is computed, and each leaf's grad is asked for.
# lgamma away from 1.46, where its slope is 0 and PyTorch's float32 digamma has few digits.
ONE = {
    "acos": (-0.9, 0.9), "asin": (-0.9, 0.9), "atan": (-3, 3), "acosh": (1.1, 5), "asinh": (-3, 3), "atanh": (-0.9, 0.9),
    "cosh": (-3, 3), "sinh": (-3, 3), "exp2": (-3, 3), "digamma": (0.2, 9), "lgamma": (1.8, 9), "i0": (-3, 3),
    "sinc": (-3, 3), "logit": (0.1, 0.9), "frac": (-3, 3), "deg2rad": (-3, 3), "rad2deg": (-3, 3),
    "nan_to_num": (-3, 3), "frexp": (0.5, 9),
}
TWO = [
    "atan2", "fmod", "fmax", "fmin", "hypot", "copysign", "xlogy", "logaddexp", "logaddexp2", "ldexp", "float_power",
]


def gradients(name, leaves, steps, kind="digits"):
    for dtype in (F32, F64):
        program = []
        for letter, (low, high, size) in leaves.items():
            program += near(letter, low, high, size, dtype) + [call(f"{letter}.requires_grad_")]
        program += steps
        add(f"{name} node, {dtype}", *program, call("print-node", Ref("y")))
        after = [
            call("torch.arange", 1, 13, dtype=dtype, to="g"),
            call("y.mul", Ref("g"), to="z"),
            call("z.sum", to="s"),
            call("s.backward"),
        ]
        for letter in leaves:
            add(f"{name} gradient of {letter}, {dtype}", *program, *after, call(f"get {letter}.grad"), kind=kind)


for name, (low, high) in ONE.items():
    steps = [call(f"torch.{name}", A, to="y")]
    if name == "frexp":
        steps = [call("torch.frexp", A, to="r"), call("get r.mantissa", to="y")]
    gradients(name, {"a": (low, high, 12)}, steps)
for name in TWO:
    gradients(name, {"a": (0.3, 3, 12), "b": (0.3, 3, 1)}, [call(f"torch.{name}", A, B, to="y")])
for name in ("fmod", "copysign", "xlogy", "float_power"):
    gradients(f"{name} with a number", {"a": (0.3, 3, 12)}, [call(f"a.{name}", 1.5, to="y")])
for name in ("xlogy", "float_power"):
    gradients(f"{name} of a number", {"a": (0.3, 3, 12)}, [call(f"torch.{name}", 1.5, A, to="y")])
PAIR = {"a": (-3, 3, 12), "b": (-3, 3, 12)}
gradients("mvlgamma", {"a": (3, 9, 12)}, [call("torch.mvlgamma", A, 3, to="y")])
gradients("round to decimals", {"a": (3, 9, 12)}, [call("torch.round", A, decimals=1, to="y")])
gradients("lerp", PAIR, [call("torch.lerp", A, B, 0.3, to="y")])
gradients("lerp of weights", {**PAIR, "c": (0, 1, 1)}, [call("torch.lerp", A, B, C, to="y")])
gradients("addcmul", {**PAIR, "c": (1, 2, 1)}, [call("torch.addcmul", A, B, C, value=0.5, to="y")])
gradients("addcdiv", {**PAIR, "c": (1, 2, 1)}, [call("torch.addcdiv", A, B, C, value=0.5, to="y")])
gradients("clamp between tensors", {**PAIR, "c": (-1, 1, 12)}, [call("torch.clamp", A, B, C, to="y")])
gradients("clamp_min of a tensor", PAIR, [call("torch.clamp_min", A, B, to="y")])
gradients("clamp_max of a number", {"a": (-3, 3, 12)}, [call("torch.clamp_max", A, 0.5, to="y")])
gradients("clip", {"a": (-3, 3, 12)}, [call("torch.clip", A, -1, 1, to="y")])
for mode in ("floor", "trunc"):
    gradients(f"div {mode}", {"a": (-9, 9, 12), "b": (1, 2, 12)}, [call("torch.div", A, B, rounding_mode=mode, to="y")])
for name in ("remainder", "true_divide"):
    gradients(f"{name} by a number", {"a": (-9, 9, 12)}, [call(f"torch.{name}", A, 2, to="y")])
gradients("remainder", {"a": (-9, 9, 12), "b": (1, 2, 12)}, [call("torch.remainder", A, B, to="y")])
for name, args in [
    ("acos", []), ("lgamma", []), ("sinh", []), ("atan2", [B]), ("hypot", [B]), ("lerp", [B, 0.25]), ("addcmul", [B, B]),
    ("clamp_min", [B]), ("clip", [0.2, 0.5]), ("fmod", [0.3]), ("eq", [B]), ("nan_to_num", []), ("div", [B]),
]:
    steps = [call("a.clone", to="y"), call(f"y.{name}_", *args)]
    gradients(f"{name}_", {"a": (0.1, 0.9, 12), "b": (0.1, 0.9, 12)}, steps)

write("engine-functions.json", cases)
