"""What PyTorch's generator draws: tests/golden/engine-random.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_random.py
"""

from engine_steps import BOOL, F32, F64, I64, Ref, call, record, seed, write

cases = []


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


SIZES = [0, 1, 2, 3, 7, 8, 15, 16, 17, 31, 32, 33, 47, 48, 49, 100, 255, 256, 257]
SEEDS = [0, 1, 42, 123456789, 2**31, 2**32 - 1, 2**32, 2**32 + 5, 2**53 + 1, 2**63, 2**64 - 1, -1, -12345, -(2**63)]

for n in SIZES:
    for dtype in (F32, F64):
        normal = "ulp2" if dtype == F64 else "bits"
        add(f"rand({n}) {dtype}", seed(n), call("torch.rand", n, dtype=dtype))
        add(f"randn({n}) {dtype}", seed(n), call("torch.randn", n, dtype=dtype), kind=normal)

for value in SEEDS:
    add(f"seed {value}: rand", seed(value), call("torch.rand", 4))
    add(f"seed {value}: randn", seed(value), call("torch.randn", 4))
    add(f"seed {value}: initial_seed", seed(value), call("torch.initial_seed"))

for shape in ([3, 5], [4, 4], [2, 3, 4], [17, 3], [1], [], [0, 3], [5, 1, 3]):
    add(f"rand{shape}", seed(7), call("torch.rand", shape))
    add(f"randn{shape}", seed(7), call("torch.randn", shape))

for low, high in [
    (0, 1), (-1, 1), (-0.3, 0.7), (5, 5), (-1e-20, 3e-20), (-1e30, 1e30), (1e-40, 2e-40), (0.1, 0.1000001),
    (-3, -2),
]:
    for dtype in (F32, F64):
        add(
            f"uniform_({low}, {high}) {dtype}",
            seed(3),
            call("torch.empty", 33, dtype=dtype, to="x"),
            call("x.uniform_", low, high),
        )

for mean, std in [(0, 1), (3, 0), (-1.5, 2), (0, 0.02), (1e6, 1e-3), (0, 1e30), (0.1, 0.7)]:
    add(f"normal_({mean}, {std}), blocks", seed(5), call("torch.empty", 35, to="x"), call("x.normal_", mean, std))
    add(f"normal_({mean}, {std}), few", seed(5), call("torch.empty", 9, to="x"), call("x.normal_", mean, std))
for std in (1, 0, 2.5):
    add(
        f"normal_(0, {std}) float64, blocks",
        seed(5),
        call("torch.empty", 35, dtype=F64, to="x"),
        call("x.normal_", 0, std),
        kind="ulp2",
    )
    add(
        f"normal_(0, {std}) float64, few",
        seed(5),
        call("torch.empty", 9, dtype=F64, to="x"),
        call("x.normal_", 0, std),
        kind="ulp2",
    )

VIEWS = {
    "transposed": [call("torch.zeros", 4, 5, to="base"), call("base.t", to="x")],
    "columns": [call("torch.zeros", 6, 10, to="base"), call("base.narrow", 1, 2, 5, to="x")],
    "rows": [call("torch.zeros", 20, 6, to="base"), call("base.narrow", 0, 2, 5, to="x")],
    "every second": [call("torch.zeros", 40, to="base"), call("index", Ref("base"), {"slice": [0, None, 2]}, to="x")],
    "one column": [call("torch.zeros", 18, 6, to="base"), call("base.select", 1, 3, to="x")],
    "one row": [call("torch.zeros", 6, 18, to="base"), call("base.select", 0, 3, to="x")],
    "permuted": [call("torch.zeros", 3, 4, 5, to="base"), call("base.permute", 2, 0, 1, to="x")],
    "reversed": [call("torch.zeros", 3, 4, 5, to="base"), call("base.permute", 2, 1, 0, to="x")],
    "steps of rows": [
        call("torch.zeros", 8, 6, to="base"),
        call("index", Ref("base"), {"slice": [1, None, 3]}, to="x"),
    ],
    "result of a transposed": [
        call("torch.zeros", 4, 5, to="c"),
        call("c.t", to="d"),
        call("d.add", 1, to="base"),
        call("base.t", to="x"),
    ],
    "like a transposed": [
        call("torch.zeros", 4, 5, to="c"),
        call("c.t", to="d"),
        call("torch.empty_like", Ref("d"), to="base"),
        call("base.t", to="x"),
    ],
    "unit dimensions": [call("torch.zeros", 20, 1, to="base"), call("base.t", to="x")],
}
for name, steps in VIEWS.items():
    add(f"uniform_ on a view: {name}", seed(11), *steps, call("x.uniform_", -1, 2), call("base.clone"))
    add(f"normal_ on a view: {name}", seed(11), *steps, call("x.normal_", 1, 2), call("base.clone"))
    add(f"strides of a view: {name}", *steps, call("x.stride"))
for name in ("transposed", "like a transposed"):
    add(
        f"rand_like and randn_like: {name}",
        seed(2),
        *VIEWS[name],
        call("torch.rand_like", Ref("x")),
        call("torch.randn_like", Ref("x")),
    )

for n in (0, 1, 2, 3, 10, 16, 33, 100):
    add(f"randperm({n})", seed(n), call("torch.randperm", n))
add("randperm as float32", seed(1), call("torch.randperm", 7, dtype=F32))

BOUNDS = [
    (0, 1), (0, 10), (-5, 5), (0, 2**31), (0, 2**32 - 1), (0, 2**32), (-(2**40), 2**40), (0, 2**62),
    (-(2**63), 2**63 - 1), (2**33, 2**33 + 10),
]
for low, high in BOUNDS:
    add(f"randint({low}, {high})", seed(9), call("torch.randint", low, high, [6]))
    for dtype in (F32, F64):
        add(f"randint({low}, {high}) {dtype}", seed(9), call("torch.randint", low, high, [6], dtype=dtype))
add("randint(10)", seed(9), call("torch.randint", 10, [2, 3]))
add("randint of bool", seed(9), call("torch.randint", 0, 2, [9], dtype=BOOL))
add("randint as int64", seed(9), call("torch.randint", 3, [0], dtype=I64))

CHAINS = {
    "a kept normal goes to the next small tensor": [call("torch.randn", 3), call("torch.randn", 2)],
    "a kept normal survives uniforms": [call("torch.randn", 3), call("torch.rand", 5), call("torch.randn", 2)],
    "a kept normal survives blocks": [call("torch.randn", 3), call("torch.randn", 32), call("torch.randn", 2)],
    "a kept normal survives randint and randperm": [
        call("torch.randn", 1),
        call("torch.randint", 0, 9, [3]),
        call("torch.randperm", 5),
        call("torch.randn", 1),
    ],
    "a kept normal takes the next mean and std": [
        call("torch.randn", 1),
        call("torch.empty", 2, to="x"),
        call("x.normal_", 10, 3),
    ],
    "a seed forgets the kept normal": [call("torch.randn", 1), seed(4), call("torch.randn", 2)],
    "blocks, few, blocks": [call("torch.randn", 17), call("torch.randn", 5), call("torch.randn", 16)],
    "float32 and float64": [call("torch.rand", 3), call("torch.rand", 3, dtype=F64), call("torch.rand", 3)],
}
for name, steps in CHAINS.items():
    add(f"chain: {name}", seed(4), *steps)
add(
    "chain: a kept normal is shared by dtypes",
    seed(4),
    call("torch.randn", 1, dtype=F64),
    call("torch.randn", 2, dtype=F64),
    kind="ulp2",
)
for value in (0, 1, 2**40):
    own = [call("new torch.Generator", to="g"), call("g.manual_seed", value)]
    g = Ref("g")
    add(f"generator {value}: rand", *own, call("torch.rand", 5, generator=g), call("torch.rand", 5, generator=g))
    add(
        f"generator {value}: chain",
        *own,
        call("torch.randn", 3, generator=g),
        call("torch.randperm", 4, generator=g),
        call("torch.randint", 0, 7, [3], generator=g),
        call("torch.randn", 20, generator=g),
    )
    add(
        f"generator {value}: in place",
        *own,
        call("torch.empty", 18, to="x"),
        call("x.uniform_", -1, 1, generator=g),
        call("x.normal_", 0, 2, generator=g),
    )
    add(f"generator {value}: initial_seed", *own, call("g.initial_seed"))
add(
    "a generator of its own leaves the default one alone",
    seed(1),
    call("new torch.Generator", to="g"),
    call("torch.rand", 9, generator=Ref("g")),
    call("torch.rand", 3),
)
add("an unseeded generator", call("new torch.Generator", to="g"), call("torch.rand", 3, generator=Ref("g")))
add(
    "state carries the kept normal",
    seed(6),
    call("torch.randn", 1),
    call("torch.get_rng_state", to="s"),
    call("torch.randn", 4),
    call("torch.set_rng_state", Ref("s")),
    call("torch.randn", 4),
)

for n in (601, 1000, 4096, 10007):
    add(f"rand({n}), all of it", seed(n), call("torch.rand", n))
    add(f"randn({n}), all of it", seed(n), call("torch.randn", n))
    add(f"rand({n}) float64, all of it", seed(n), call("torch.rand", n, dtype=F64))

for name, steps in {
    "uniform_ from > to": [call("torch.empty", 3, to="x"), call("x.uniform_", 1, -1)],
    "uniform_ out of range": [call("torch.empty", 3, to="x"), call("x.uniform_", 0, 1e39)],
    "uniform_ too wide": [call("torch.empty", 3, to="x"), call("x.uniform_", -3e38, 3e38)],
    "uniform_ from nan": [call("torch.empty", 3, to="x"), call("x.uniform_", float("nan"), 1)],
    "uniform_ of int64": [call("torch.empty", 3, dtype=I64, to="x"), call("x.uniform_")],
    "normal_ of int64": [call("torch.empty", 3, dtype=I64, to="x"), call("x.normal_")],
    "normal_ of bool": [call("torch.empty", 3, dtype=BOOL, to="x"), call("x.normal_")],
    "normal_ std < 0": [call("torch.empty", 3, to="x"), call("x.normal_", 0, -1)],
    "normal_ std < 0, fraction": [call("torch.empty", 3, to="x"), call("x.normal_", 0, -0.25)],
    "normal_ std nan": [call("torch.empty", 3, to="x"), call("x.normal_", 0, float("nan"))],
    "rand of int64": [call("torch.rand", 3, dtype=I64)],
    "randn of int64": [call("torch.randn", 3, dtype=I64)],
    "rand of a negative size": [call("torch.rand", -3)],
    "randperm of a negative size": [call("torch.randperm", -1)],
    "randint low = high": [call("torch.randint", 5, 5, [2])],
    "randint low > high": [call("torch.randint", 5, 3, [2])],
    "randint of bool, too large": [call("torch.randint", 0, 10, [3], dtype=BOOL)],
    "a seed too large": [seed(2**64)],
    "a seed too small": [seed(-(2**63) - 1)],
    "uniform_ on shared memory": [call("torch.zeros", 1, to="x"), call("x.expand", 3, to="y"), call("y.uniform_")],
    "normal_ on shared memory": [call("torch.zeros", 1, to="x"), call("x.expand", 3, to="y"), call("y.normal_")],
}.items():
    add(f"error: {name}", *steps)

write("engine-random.json", cases)
