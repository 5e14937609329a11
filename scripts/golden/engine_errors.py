"""What PyTorch says when it refuses: tests/golden/engine-errors.json.

Run with the reference PyTorch, 1.13.1: python3 scripts/golden/engine_errors.py
The engine's message must hold the sentence word for word; it may add who spoke before it and a way out after it.
"""

from engine_steps import BOOL, F64, I64, Ref, call, record, seed, write

cases = []


def add(name, *steps):
    case = record(name, steps)
    assert "error" in case, name
    cases.append(case)


def made(name, *size, **keywords):
    return call("torch.zeros", *size, to=name, **keywords)


x, y, w = Ref("x"), Ref("y"), Ref("w")
for shape in ([3], []):
    for name in (
        "xavier_uniform_",
        "xavier_normal_",
        "kaiming_uniform_",
        "kaiming_normal_",
        "_calculate_fan_in_and_fan_out",
    ):
        add(f"{name} of {shape}", made("w", shape), call(f"init.{name}", w))
add("eye_ of three dimensions", made("w", 2, 2, 2), call("init.eye_", w))
for gain in ("gelu", "ReLU", "swish"):
    add(f"calculate_gain({gain})", call("init.calculate_gain", gain))
    add(f"kaiming_normal_(nonlinearity={gain})", made("w", 2, 2), call("init.kaiming_normal_", w, nonlinearity=gain))
for slope in ("x", True):
    add(f"calculate_gain(leaky_relu, {slope})", call("init.calculate_gain", "leaky_relu", slope))
add("kaiming_uniform_(w, 'relu')", made("w", 2, 2), call("init.kaiming_uniform_", w, "relu"))
for mode in ("fan_avg", "FAN"):
    add(f"kaiming_uniform_(mode={mode})", made("w", 2, 2), call("init.kaiming_uniform_", w, mode=mode))
add("kaiming_uniform_(gain=1)", made("w", 2, 2), call("init.kaiming_uniform_", w, gain=1))
add("xavier_uniform_(nonlinearity='relu')", made("w", 2, 2), call("init.xavier_uniform_", w, nonlinearity="relu"))
add("xavier_uniform_(gain='relu')", made("w", 2, 2), call("init.xavier_uniform_", w, gain="relu"))
add("xavier_uniform_(gain=-1)", made("w", 3, 3), call("init.xavier_uniform_", w, gain=-1))
add("xavier_normal_(gain=-1)", made("w", 3, 3), call("init.xavier_normal_", w, gain=-1))
add("normal_(w, 0, -1)", made("w", 2), call("init.normal_", w, 0, -1))
add("uniform_(w, 1, -1)", made("w", 2), call("init.uniform_", w, 1, -1))
add("normal_ of integers", made("w", 2, dtype=I64), call("init.normal_", w))
add("uniform_ of integers", made("w", 2, dtype=I64), call("init.uniform_", w))
add("kaiming_uniform_ of integers", made("w", 2, 2, dtype=I64), call("init.kaiming_uniform_", w))
add("uniform_ given a twice", made("w", 2), call("init.uniform_", w, 0, a=1))
add("constant_ without a value", made("w", 2), call("init.constant_", w))
for name in ("zeros_", "ones_", "constant_", "uniform_", "normal_", "xavier_uniform_", "kaiming_normal_"):
    args = [1] if name == "constant_" else []
    add(
        f"{name} of a missing bias",
        call("new nn.Linear", 2, 2, bias=False, to="m"),
        call("get m.bias", to="b"),
        call(f"init.{name}", Ref("b"), *args),
    )
    add(f"{name} of a module", call("new nn.Linear", 2, 2, to="m"), call(f"init.{name}", Ref("m"), *args))

add(
    "assigning a tensor to a weight",
    call("new nn.Linear", 2, 2, to="m"),
    made("w", 2, 2),
    call("set-attribute", Ref("m"), "weight", w),
)
add("assigning a number to a weight", call("new nn.Linear", 2, 2, to="m"), call("set-attribute", Ref("m"), "weight", 3))
add(
    "assigning a tensor to a child",
    call("new nn.ReLU", to="r"),
    call("new nn.Sequential", Ref("r"), to="m"),
    made("w", 2),
    call("set-attribute", Ref("m"), "0", w),
)
add("Linear of the wrong width", call("new nn.Linear", 3, 2, to="m"), made("x", 4, 5), call("m", x))
add(
    "Linear of a batch of batches of the wrong width",
    call("new nn.Linear", 3, 2, to="m"),
    made("x", 2, 4, 5),
    call("m", x),
)
add("Linear of a vector of the wrong width", call("new nn.Linear", 3, 2, to="m"), made("x", 4), call("m", x))
add("images not flattened", call("new nn.Linear", 784, 10, to="m"), made("x", 32, 28, 28), call("m", x))
add("Linear of float64", call("new nn.Linear", 3, 2, to="m"), made("x", 4, 3, dtype=F64), call("m", x))
add("Linear of integers", call("new nn.Linear", 3, 2, to="m"), made("x", 4, 3, dtype=I64), call("m", x))
add(
    "Linear without bias of float64",
    call("new nn.Linear", 3, 2, bias=False, to="m"),
    made("x", 4, 3, dtype=F64),
    call("m", x),
)
add("Linear with an unknown keyword", call("new nn.Linear", 3, 2, bia=False))
add("Linear of one number", call("new nn.Linear", 3))
add("Linear of a negative size", call("new nn.Linear", 3, -1))
add("Module without forward", call("new nn.Module", to="m"), made("x", 2), call("m", x))
add("Sequential of a number", call("new nn.Sequential", 3))
add(
    "load_state_dict of another shape",
    call("new nn.Linear", 2, 2, to="a"),
    call("new nn.Linear", 2, 3, to="b"),
    call("a.state_dict", to="s"),
    call("b.load_state_dict", Ref("s")),
)
add(
    "load_state_dict of another network",
    call("new nn.Linear", 2, 2, to="a"),
    call("new nn.Sequential", Ref("a"), to="b"),
    call("a.state_dict", to="s"),
    call("b.load_state_dict", Ref("s")),
)
add("apply of nothing", call("new nn.Linear", 2, 2, to="m"), call("m.apply", None))

PARAMETER = [made("data", 2, 2), call("new nn.Parameter", Ref("data"), to="p")]
for name, args in [
    ("uniform_", []), ("normal_", []), ("fill_", [1]), ("zero_", []), ("add_", [1]), ("sub_", [1]),
    ("mul_", [2]), ("div_", [2]), ("copy_", [Ref("data")]), ("exp_", []),
]:
    add(f"{name} on a parameter", *PARAMETER, call(f"p.{name}", *args))
    add(f"{name} on a row of a parameter", *PARAMETER, call("index", Ref("p"), 0, to="row"), call(f"row.{name}", *args))
add("assigning to a row of a parameter", *PARAMETER, call("assign", Ref("p"), [0], 1))
add("a parameter of integers", made("data", 2, dtype=I64), call("new nn.Parameter", Ref("data")))
add("requires_grad_ of integers", made("x", 2, dtype=I64), call("x.requires_grad_"))
add("requires_grad_ of a computed tensor", *PARAMETER, call("p.mul", 2, to="y"), call("y.requires_grad_", False))

add("add of shapes that do not broadcast", made("x", 3), made("y", 2), call("x.add", y))
add("add_ that would grow", made("x", 3), made("y", 2, 3), call("x.add_", y))
add("add_ of a fraction to integers", made("x", 3, dtype=I64), call("x.add_", 1.5))
add("add_ of an integer to bools", made("x", 3, dtype=BOOL), call("x.add_", 1))
add("add of text", made("x", 3), call("x.add", "a"))
add("mul of a list", made("x", 3), call("x.mul", [1, 2, 3]))
add("sub of bools", made("x", 3, dtype=BOOL), call("x.sub", x))
add("sub with a bool", made("x", 3), made("y", 3, dtype=BOOL), call("x.sub", y))
add("neg of bools", made("x", 3, dtype=BOOL), call("x.neg"))
add("integers to a negative power", made("x", 3, dtype=I64), call("x.pow", -1))
add("integers divided by 0", call("torch.ones", 3, dtype=I64, to="x"), call("x.floor_divide", 0))
add("view of another size", made("x", 2, 3), call("x.view", 4, 2))
add("view with two holes", made("x", 2, 3), call("x.view", -1, -1))
add("view with a hole that does not fit", made("x", 2, 3), call("x.view", -1, 4))
add("view of a transposed", made("x", 2, 3), call("x.t", to="y"), call("y.view", 6))
add("reshape of another size", made("x", 2, 3), call("x.reshape", 4, 2))
add("t of three dimensions", made("x", 2, 3, 4), call("x.t"))
add("select out of range", made("x", 2, 3), call("x.select", 0, 2))
add("select of a missing dimension", made("x", 2, 3), call("x.select", 2, 0))
add("narrow out of range", made("x", 2, 3), call("x.narrow", 0, 1, 2))
add("transpose of a missing dimension", made("x", 2, 3), call("x.transpose", 0, 2))
add("expand of a size above 1", made("x", 3), call("x.expand", 2))
add("squeeze of a missing dimension", made("x", 2, 3), call("x.squeeze", 3))
add("index out of range", made("x", 2, 3), call("index", x, 5))
add("too many indices", made("x", 2, 3), call("index", x, 0, 0, 0))
add(
    "a mask of another size",
    made("x", 2, 3),
    call("torch.tensor", [True, False, True], to="m"),
    call("index", x, Ref("m")),
)
add("matmul of shapes that do not fit", made("x", 2, 3), made("y", 2, 3), call("x.matmul", y))
add("mm of a vector", made("x", 2, 3), made("y", 3), call("torch.mm", x, y))
add("dot of other lengths", made("x", 3), made("y", 4), call("x.dot", y))
add("matmul of two dtypes", made("x", 2, 3), made("y", 3, 2, dtype=F64), call("x.matmul", y))
add("matmul of a single value", made("x", 2), call("torch.tensor", 1.5, to="y"), call("x.matmul", y))
add("mean of integers", made("x", 3, dtype=I64), call("x.mean"))
add("std of integers", made("x", 3, dtype=I64), call("x.std"))
add("norm of integers", made("x", 3, dtype=I64), call("x.norm"))
add("max of nothing", made("x", 0), call("x.max"))
add("max of nothing along a dimension", made("x", 0, 3), call("x.max", 0))
add("sum along a missing dimension", made("x", 2, 3), call("x.sum", 2))
add("sum along one dimension twice", made("x", 2, 3), call("x.sum", [0, 0]))
add("item of three values", made("x", 3), call("x.item"))
add("a ragged list", call("torch.tensor", [[1, 2], [3]]))
add("text as data", call("torch.tensor", "a"))
add("arange that never arrives", call("torch.arange", 0, 5, -1))
add("arange that stands still", call("torch.arange", 0, 5, 0))
add("linspace of negative length", call("torch.linspace", 0, 1, -1))
add("zeros of a negative size", call("torch.zeros", -1))
add("zeros of a fraction", call("torch.zeros", 2, 1.5))
add("histc of no bins", made("x", 3), call("x.histc", bins=0))
add("histc of max below min", made("x", 3), call("x.histc", min=2, max=1))
add("histc of integers", made("x", 3, dtype=I64), call("x.histc"))
add("histc of nan", call("torch.tensor", [float("nan")], to="x"), call("x.histc"))
add("where of a condition that is no bool", made("c", 3), call("torch.where", Ref("c"), Ref("c"), Ref("c")))
add("copy_ of another size", made("x", 3), made("y", 4), call("x.copy_", y))
add("an unknown keyword", made("x", 3), call("x.uniform_", 0, 1, seed=3))

write("engine-errors.json", cases)
