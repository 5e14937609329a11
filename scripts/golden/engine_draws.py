"""What every law draws, and where the stream stands afterwards: tests/golden/engine-draws.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_draws.py
"""

import random

from engine_steps import BF16, F16, BOOL, F32, F64, I64, Ref, call, record, seed, write

cases = []
STATE = call("torch.get_rng_state")


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


def kind_of(dtype):
    return "ulp2" if dtype == F64 else "bits"


FILLS = {
    "bernoulli_(0.3)": ("bernoulli_", [0.3], [F32, F64, I64, BOOL]),
    "random_()": ("random_", [], [F32, F64, I64, BOOL]),
    "random_(2)": ("random_", [2], [F32, F64, I64, BOOL]),
    "random_(2**33)": ("random_", [2**33], [F32, F64, I64]),
    "random_(-7, 2**20)": ("random_", [-7, 2**20], [F32, F64, I64]),
    "random_(5, None)": ("random_", [5, None], [F32, F64, I64]),
    "random_(-2**63, None)": ("random_", [-(2**63), None], [F32, F64, I64]),
    "random_(2**20, 2**24 + 7)": ("random_", [2**20, 2**24 + 7], [F32, F64, I64]),
    "exponential_()": ("exponential_", [], [F32, F64]),
    "exponential_(2.5)": ("exponential_", [2.5], [F32, F64]),
    "exponential_(0)": ("exponential_", [0], [F32]),
    "log_normal_()": ("log_normal_", [], [F32]),
    "log_normal_(0.5, 0.25)": ("log_normal_", [0.5, 0.25], [F32, F64]),
    "cauchy_()": ("cauchy_", [], [F32, F64]),
    "cauchy_(-1, 3)": ("cauchy_", [-1, 3], [F32]),
    "geometric_(0.2)": ("geometric_", [0.2], [F32, F64, I64]),
    "normal_(1, inf)": ("normal_", [1, float("inf")], [F32]),
}
LAYOUTS = {
    "0": [call("torch.zeros", 0, dtype="?", to="x")],
    "1": [call("torch.zeros", 1, dtype="?", to="x")],
    "17": [call("torch.zeros", 17, dtype="?", to="x")],
    "transposed": [call("torch.zeros", 3, 7, dtype="?", to="b"), call("b.t", to="x")],
    "every second": [
        call("torch.zeros", 33, dtype="?", to="b"),
        call("index", Ref("b"), {"slice": [0, None, 2]}, to="x"),
    ],
}


def laid_out(name, dtype):
    return [
        {**step, "keywords": {**step["keywords"], "dtype": dtype}} if "dtype" in step["keywords"] else step
        for step in LAYOUTS[name]
    ]


for name, (method, args, dtypes) in FILLS.items():
    for dtype in dtypes:
        for layout in LAYOUTS:
            steps = [seed(len(cases)), *laid_out(layout, dtype), call(f"x.{method}", *args)]
            add(f"{name} {dtype} {layout}", *steps, kind=kind_of(dtype))
        add(f"{name} {dtype}: the stream afterwards", *steps, STATE)

for dtype in (F32, F64):
    for layout in LAYOUTS:
        probabilities = [seed(1), *laid_out(layout, dtype), call("x.uniform_")]
        add(f"torch.bernoulli {dtype} {layout}", *probabilities, call("torch.bernoulli", Ref("x")))
        add(f"bernoulli(0.2) {dtype} {layout}", *probabilities, call("x.bernoulli", 0.2))
        add(
            f"bernoulli_(tensor) {dtype} {layout}",
            *probabilities,
            call("torch.empty_like", Ref("x"), dtype=I64, to="y"),
            call("y.bernoulli_", Ref("x")),
        )
        add(f"poisson {dtype} {layout}", *probabilities, call("x.mul_", 30), call("torch.poisson", Ref("x")))
        add(f"randint_like {dtype} {layout}", *probabilities, call("torch.randint_like", Ref("x"), -3, 90))
    add(
        f"bernoulli_ with probabilities that broadcast {dtype}",
        seed(2),
        call("torch.rand", 5, dtype=dtype, to="p"),
        call("torch.zeros", 4, 5, to="x"),
        call("x.bernoulli_", Ref("p")),
    )
    add(
        f"normal with tensors {dtype}",
        seed(2),
        call("torch.randn", 3, 1, dtype=dtype, to="m"),
        call("torch.rand", 9, dtype=dtype, to="s"),
        call("torch.normal", Ref("m"), Ref("s")),
        kind=kind_of(dtype),
    )
    for n in (3, 17):
        vector = [seed(3), call("torch.rand", n, dtype=dtype, to="v")]
        add(f"normal(mean) {n} {dtype}", *vector, call("torch.normal", Ref("v")), kind=kind_of(dtype))
        add(f"normal(mean, 0.3) {n} {dtype}", *vector, call("torch.normal", Ref("v"), 0.3), kind=kind_of(dtype))
        add(f"normal(0.7, std) {n} {dtype}", *vector, call("torch.normal", 0.7, Ref("v")), kind=kind_of(dtype))
    add(f"normal of a size {dtype}", seed(4), call("torch.normal", 1.0, 2.0, [3, 6], dtype=dtype), kind=kind_of(dtype))
    for shape in ([1], [2], [40], [3, 7], [0, 4]):
        rows = [seed(5), call("torch.rand", shape, dtype=dtype, to="p")]
        for n in sorted({1, shape[-1]}):
            add(f"multinomial {shape} {n} {dtype}", *rows, call("torch.multinomial", Ref("p"), n))
        for n in (1, 20):
            add(f"multinomial {shape} {n} with replacement {dtype}", *rows, call("torch.multinomial", Ref("p"), n, True))

for name, shape in {"dropout": [5, 7], "dropout1d": [2, 3, 4], "dropout2d": [2, 3, 4, 4], "dropout3d": [1, 6, 2, 2, 2]}.items():
    for p in (0, 0.3, 1):
        steps = [seed(6), call("torch.randn", shape, to="x"), call(f"F.{name}", Ref("x"), p)]
        add(f"{name} p={p}", *steps)
        add(f"{name} p={p}: the stream afterwards", *steps, STATE)
    add(f"{name} in eval mode", seed(6), call("torch.randn", shape, to="x"), call(f"F.{name}", Ref("x"), 0.3, False))
    add(f"{name} in place", seed(6), call("torch.randn", shape, to="x"), call(f"F.{name}", Ref("x"), 0.3, True, True), call("x.clone"))
for name in ("alpha_dropout", "feature_alpha_dropout"):
    for p in (0.2, 1):
        add(f"{name} p={p}", seed(6), call("torch.randn", [4, 3, 5], to="x"), call(f"F.{name}", Ref("x"), p, True))
for name in ("dropout", "alpha_dropout"):
    add(f"{name} of a transposed", seed(6), call("torch.randn", 4, 5, to="b"), call("b.t", to="x"), call(f"F.{name}", Ref("x"), 0.4, True))
for name in ("Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout"):
    add(f"print {name}", call(f"new nn.{name}", 0.25, to="m"), call("print", Ref("m")))
    steps = [seed(7), call(f"new nn.{name}", 0.4, to="m"), call("torch.randn", [2, 3, 4], to="x")]
    add(f"{name} while training", *steps, call("m.forward", Ref("x")))
    add(f"{name} in eval mode", *steps, call("m.eval"), call("m.forward", Ref("x")))

for n in (0, 1, 623, 624, 625):
    add(f"state after {n} draws", seed(2**40 + n), call("torch.rand", n), STATE)
add("state with a kept normal", seed(-1), call("torch.randn", 1), STATE)
add("state of a generator that was never seeded", call("new torch.Generator", to="g"), call("g.get_state"))
add("generator: initial_seed after seed", call("new torch.Generator", to="g"), call("g.manual_seed", 2**63), call("g.initial_seed"))

ERRORS = {
    "x": ["exponential_(-1)", "exponential_(nan)", "cauchy_('a')", "log_normal_(0, 0)", "log_normal_(0, nan)", "geometric_(0)",
          "geometric_(1)", "geometric_()", "bernoulli_(2)", "bernoulli_(nan)", "random_(0)", "random_(5, 3)", "random_(2**25, None)",
          "normal_(0, nan)", "uniform_(nan, 1)", "multinomial(0)", "multinomial(4)", "multinomial('a')", "multinomial(1.5)", "multinomial()"],
    "i": ["exponential_()", "cauchy_()", "log_normal_()", "bernoulli()", "multinomial(1)"],
    "b": ["random_(0, 3)", "random_(-1, 1)", "random_(2, None)", "geometric_(0.5)"],
    "z": ["multinomial(2)", "exponential_(-1)"],
}  # fmt: skip
for target, calls in ERRORS.items():
    for text in calls:
        method, args = text.rstrip(")").split("(")
        values = list(eval(f"({args},)" if args else "()", {"nan": float("nan")}))
        add(
            f"error: {target}.{text}",
            call("torch.zeros", 3, to="x"),
            call("torch.zeros", 3, dtype=I64, to="i"),
            call("torch.zeros", 3, dtype=BOOL, to="b"),
            call("torch.zeros", 0, to="z"),
            call(f"{target}.{method}", *values),
        )
for values in ([1.0, -2.0], [0.0, 0.0], [1.0, float("inf")]):
    for replacement in (False, True):
        steps = [call("torch.tensor", values, dtype=F32, to="p"), call("torch.multinomial", Ref("p"), 2, replacement)]
        add(f"error: multinomial {values} {replacement}", *steps)
add("error: poisson", call("torch.tensor", [-1.5], to="p"), call("torch.poisson", Ref("p")))
add("error: poisson of integers", call("torch.tensor", [1], to="p"), call("torch.poisson", Ref("p")))
add("error: normal", call("torch.tensor", [-1.5], to="p"), call("torch.normal", 0.5, Ref("p")))
add("error: Dropout", call("new nn.Dropout", 2))
add("error: dropout of integers", call("torch.tensor", [1], to="p"), call("F.dropout", Ref("p")))
add("error: dropout1d", call("torch.zeros", 3, to="p"), call("F.dropout1d", Ref("p")))

# One generator, hundreds of draws of every kind and size, compared to the bit: what came last, and the 5056 bytes of the state.
SIZES = [0, 1, 2, 15, 16, 17, 31, 33, 64, 100, 625]
for number in range(4):
    chance = random.Random(number)
    steps = [call("new torch.Generator", to="g"), call("g.manual_seed", number)]
    own = {"generator": Ref("g")}
    for _ in range(300):
        name, (method, args, dtypes) = chance.choice(list(FILLS.items()))
        dtype, n = chance.choice(dtypes), chance.choice(SIZES)
        other = chance.random()
        if other < 0.5:
            steps += [call("torch.zeros", n, dtype=dtype, to="x"), call(f"x.{method}", *args, **own)]
        elif other < 0.6:
            steps += [call("torch.zeros", 3, n, to="b"), call("b.t", to="x"), call("x.normal_", 1, 2, **own)]
        elif other < 0.7:
            steps.append(call("torch.randn", n, dtype=chance.choice([F32, F64]), to="x", **own))
        elif other < 0.8:
            steps.append(call("torch.rand", n, dtype=chance.choice([F32, F64]), to="x", **own))
        elif other < 0.85:
            steps.append(call("torch.randperm", n, to="x", **own))
        elif other < 0.9:
            steps.append(call("torch.randint", -3, chance.choice([8, 2**40]), [n], to="x", **own))
        else:
            steps += [call("torch.rand", 2, 9, to="p", **own), call("torch.multinomial", Ref("p"), chance.choice([1, 9]), to="x", **own)]
    add(f"mixed stream {number}: a small normal at its end", *steps, call("torch.randn", 5, **own))
    add(f"mixed stream {number}: the state at its end", *steps, call("g.get_state"))

# Bounds that a float rounds outwards are taken as rounded, then moved inwards.
FAR = [(0, 486999618819), (0, 2**33), (-5 * 10**9, 486999618819), (-34359741369, 5), (-(2**52) - 1, 2**54 - 1)]
for low, high in FAR:
    for dtype in (F32, F64, BF16):
        steps = [seed(len(cases)), call("torch.zeros", 17, dtype=dtype, to="x"), call("x.random_", low, high)]
        add(f"random_({low}, {high}) {dtype}", *steps)
for low, high in [(-65504, 65505), (0, 65519), (0, 65536), (0, 2**40), (-65505, 5), (-70000, 5)]:
    steps = [seed(3), call("torch.zeros", 5, dtype=F16, to="x"), call("x.random_", low, high)]
    add(f"random_({low}, {high}) of float16", *steps)
# Median and σ·tan nearly cancel in some of these.
for dtype in (F32, F64):
    steps = [seed(8), call("torch.zeros", 600, dtype=dtype, to="x"), call("x.cauchy_", 0.7, 1.3)]
    add(f"cauchy_(0.7, 1.3) {dtype}", *steps, kind=kind_of(dtype))

write("engine-draws.json", cases)
