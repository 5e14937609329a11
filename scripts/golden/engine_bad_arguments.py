"""What every initialiser, draw and seed does with arguments that it should not get: tests/golden/engine-bad-arguments.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_bad_arguments.py
Most raise; where PyTorch lets one pass, the case holds what came out.
"""

import re

from engine_steps import BOOL, F32, I64, Ref, call, record, seed, write

cases = []
NAN, INF = float("nan"), float("inf")


# What follows in a message lists PyTorch's overloads, or asks for a report to PyTorch.
TAILS = (", but expected one of:", "  (Could this error message")


def add(name, *steps):
    owed = "near" if re.search("orthogonal|trunc_normal", name) else "bits"
    case = record(name, [seed(0), *steps], owed)
    if "error" in case:
        for tail in TAILS:
            case["error"]["text"] = case["error"]["text"].split(tail)[0]
    cases.append(case)


TARGETS = {
    "integers": [call("torch.zeros", 3, 3, dtype=I64, to="w")],
    "bools": [call("torch.zeros", 3, 3, dtype=BOOL, to="w")],
    "a number": [call("get nn.init.calculate_gain", to="f"), call("f", "linear", to="w")],
    "a module": [call("new nn.Linear", 3, 3, to="w")],
    "None": [call("new nn.Linear", 3, 3, bias=False, to="m"), call("get m.bias", to="w")],
    "a list": [call("torch.zeros", 2, to="z"), call("z.tolist", to="w")],
    "text": [call("print", 1, to="w")],
}
W = Ref("w")
INITIALISERS = {
    "uniform_": [],
    "normal_": [],
    "trunc_normal_": [],
    "constant_": [0.5],
    "ones_": [],
    "zeros_": [],
    "eye_": [],
    "dirac_": [],
    "xavier_uniform_": [],
    "xavier_normal_": [],
    "kaiming_uniform_": [],
    "kaiming_normal_": [],
    "orthogonal_": [],
    "sparse_": [0.5],
    "_calculate_fan_in_and_fan_out": [],
}
for name, args in INITIALISERS.items():
    for target, steps in TARGETS.items():
        if name == "dirac_" and target in ("integers", "bools"):
            steps = [{**steps[0], "args": [3, 3, 3]}]
        add(f"init.{name} of {target}", *steps, call(f"init.{name}", W, *args))

MATRIX = call("torch.zeros", 3, 3, to="w")
PARAMETERS = {
    "uniform_": [[1, -1], [0, "1"], [None, 1], [0, INF], [NAN, 1], [-3e38, 3e38], [0, [1]]],
    "normal_": [[0, -1], [0, "1"], [0, NAN], [NAN, 1], [None, 1], [0, [1]], [INF, 1]],
    "trunc_normal_": [[0, -1], [0, 0], [0, "1"], [0, 1, 2, -2], [0, 1, None], [0, NAN]],
    "constant_": [["1"], [None], [[1]]],
    "dirac_": [[2]],
    "xavier_uniform_": [["relu"], [None], [-1], [NAN], [[1]]],
    "xavier_normal_": [["relu"], [None], [-1], [NAN]],
    "kaiming_uniform_": [["relu"], [0, "fan_inn"], [0, None], [0, 3], [0, "fan_in", "gelu"], [0, "fan_in", None], [NAN]],
    "kaiming_normal_": [["relu"], [0, "fan_avg"], [0, "fan_in", "ReLU"], [NAN]],
    "orthogonal_": [["relu"], [None]],
    "sparse_": [["half"], [None], [0.5, -1], [-0.5], [1.5], [NAN]],
}
for name, rows in PARAMETERS.items():
    for args in rows:
        add(f"init.{name}{args}", MATRIX, call(f"init.{name}", W, *args))
for name in ("eye_", "sparse_"):
    add(f"init.{name} of a vector", call("torch.zeros", 3, to="w"), call(f"init.{name}", W, *INITIALISERS[name]))
add("init.dirac_ of groups that do not divide", call("torch.zeros", 3, 3, 3, to="w"), call("init.dirac_", W, 2))
for gain in ([None], ["leaky_relu", "x"], ["leaky_relu", True], [3], ["leaky_relu", NAN], ["leaky_relu", [1]]):
    add(f"init.calculate_gain{gain}", call("init.calculate_gain", *gain))

DRAWS = {
    "uniform_": [[1, -1], [0, "1"], [None, 1], [0, INF], [NAN, 1]],
    "normal_": [[0, -1], [0, "1"], [None, 1], [0, NAN]],
    "bernoulli_": [[-0.1], [1.1], [NAN], ["half"]],
    "random_": [[0], [-1], [3, 3], [3, 2], [1.5], ["3"], [0, 2**64], [NAN], [None]],
    "exponential_": [[-1], [NAN], ["1"], [None], [INF]],
    "log_normal_": [[0, 0], [0, -1], [0, NAN], ["0"]],
    "cauchy_": [["0"], [0, "1"], [None]],
    "geometric_": [[0], [1], [-1], [NAN], ["0"], [None], []],
    "multinomial": [[0], [-1], [5], [1.5], ["1"], [None], []],
}
for name, rows in DRAWS.items():
    for args in rows:
        add(f"{name}{args}", call("torch.ones", 3, to="w"), call(f"w.{name}", *args))
    args = {"geometric_": [0.5], "multinomial": [1]}.get(name, [])
    for dtype in (I64, BOOL):
        add(f"{name} of {dtype}", call("torch.ones", 3, dtype=dtype, to="w"), call(f"w.{name}", *args))
    leaf = [call("torch.ones", 3, requires_grad=True, to="w"), call(f"w.{name}", *args)]
    add(f"{name} of a leaf that requires grad", *leaf)
    add(f"{name} with a seed for a generator", call("torch.ones", 3, to="w"), call(f"w.{name}", *args, generator=3))
FUNCTIONS = {
    "torch.rand": [[-1], ["3"], [1.5], [None]],
    "torch.randn": [[-1], ["3"], [1.5], [[2, "a"]]],
    "torch.randint": [[0, [2]], [3, 3, [2]], [3, 2, [2]], [1.5, [2]], ["3", [2]], [0, 2**64, [2]], [3], [0, 3, 2]],
    "torch.randperm": [[-1], [1.5], ["3"], [None], []],
    "torch.rand_like": [[3], [None], [[1.5]]],
    "torch.randn_like": [[3], [None]],
    "torch.normal": [[0, 1], [0.5, -1.5, [2]], ["0", 1.5, [2]], [0.5, 1.5, 2]],
    "torch.bernoulli": [[0.5], [None]],
    "torch.poisson": [[3.5], [None]],
    "torch.multinomial": [[[1.5], 1]],
}
for name, rows in FUNCTIONS.items():
    for args in rows:
        add(f"{name}{args}", call(name, *args))
for name in ("rand", "randn"):
    for dtype in (I64, BOOL):
        add(f"torch.{name} in {dtype}", call(f"torch.{name}", 3, dtype=dtype))
        add(f"torch.{name}_like {dtype}", call("torch.ones", 3, dtype=dtype, to="w"), call(f"torch.{name}_like", W))
add("torch.randperm requires grad", call("torch.randperm", 3, requires_grad=True))
add("torch.randint requires grad", call("torch.randint", 3, [2], requires_grad=True))
for values in ([-1.0], [NAN], [2.0]):
    probabilities = call("torch.tensor", values, dtype=F32, to="p")
    add(f"torch.bernoulli of {values}", probabilities, call("torch.bernoulli", Ref("p")))
    add(f"bernoulli_ with {values}", probabilities, call("torch.zeros", 1, to="w"), call("w.bernoulli_", Ref("p")))
for values in ([-1.0], [NAN]):
    add(f"torch.poisson of {values}", call("torch.tensor", values, dtype=F32, to="p"), call("torch.poisson", Ref("p")))
    add(f"torch.normal with std {values}", call("torch.tensor", values, dtype=F32, to="p"), call("torch.normal", 0.5, Ref("p")))
for values in ([0.0, 0.0], [-1.0, 2.0], [NAN, 1.0], [INF, 1.0]):
    add(f"multinomial of {values}", call("torch.tensor", values, dtype=F32, to="p"), call("p.multinomial", 1))
for name in ("dropout", "alpha_dropout", "dropout2d"):
    for p in (-0.1, 1.1, NAN, "half", None):
        add(f"F.{name} p={p}", call("torch.ones", 2, 2, 2, 2, to="x"), call(f"F.{name}", Ref("x"), p, True))
# PyTorch makes an nn.Dropout with NaN and raises when it is called.
for p in (-0.1, 1.1, "half", None):
    add(f"nn.Dropout p={p}", call("new nn.Dropout", p))

GENERATOR = call("new torch.Generator", to="g")
SEEDS = ["a", "12", 1.5, NAN, INF, -INF, 2**64, 2**64 - 1, -(2**63), -(2**63) - 1, -1, None, True, [1], 2**53 + 1, 10**30]
for value in SEEDS:
    add(f"torch.manual_seed({value})", call("torch.manual_seed", value), call("torch.initial_seed"))
    add(f"torch.manual_seed({value}): what is drawn", call("torch.manual_seed", value), call("torch.rand", 2))
    # JavaScript's 2.0 is its 2, so whole floats are not asked for.
    add(f"Generator.manual_seed({value})", GENERATOR, call("g.manual_seed", value), call("g.initial_seed"))
for device in ("cuda", "foo", "cuda:1"):
    add(f"Generator({device})", call("new torch.Generator", device))

write("engine-bad-arguments.json", cases)
