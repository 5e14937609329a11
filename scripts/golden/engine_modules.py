"""Texts, names and results of PyTorch's modules: tests/golden/engine-modules.json.

Run with the reference PyTorch, 1.13.1: python3 scripts/golden/engine_modules.py
"""

from engine_steps import F32, F64, Ref, call, record, seed, write

cases = []


def add(name, *steps, kind="bits"):
    cases.append(record(name, steps, kind))


MODULES = {
    "Linear": call("new nn.Linear", 3, 2, to="m"),
    "Linear without bias": call("new nn.Linear", 3, 2, bias=False, to="m"),
    "Linear of float64": call("new nn.Linear", 3, 2, dtype=F64, to="m"),
    "ReLU": call("new nn.ReLU", to="m"),
    "ReLU in place": call("new nn.ReLU", inplace=True, to="m"),
    "ReLU in place, by position": call("new nn.ReLU", True, to="m"),
    "Tanh": call("new nn.Tanh", to="m"),
    "Sigmoid": call("new nn.Sigmoid", to="m"),
    "Identity": call("new nn.Identity", to="m"),
    "Identity with arguments": call("new nn.Identity", 54, to="m"),
    "Flatten": call("new nn.Flatten", to="m"),
    "Flatten(0)": call("new nn.Flatten", 0, to="m"),
    "Flatten(0, 1)": call("new nn.Flatten", 0, 1, to="m"),
    "empty Sequential": call("new nn.Sequential", to="m"),
}
NETWORK = [
    seed(0),
    call("new nn.Flatten", to="f"),
    call("new nn.Linear", 4, 3, to="a"),
    call("new nn.ReLU", to="r"),
    call("new nn.Linear", 3, 3, bias=False, to="b"),
    call("new nn.Tanh", to="t"),
    call("new nn.Sequential", Ref("b"), Ref("t"), to="inner"),
    call("new nn.Linear", 3, 2, to="c"),
    call("new nn.Sequential", Ref("f"), Ref("a"), Ref("r"), Ref("inner"), Ref("c"), to="m"),
]
for name, step in MODULES.items():
    add(f"print: {name}", seed(0), step, call("print", Ref("m")))
add("print: a nested network", *NETWORK, call("print", Ref("m")))
for name in ("Linear", "Linear without bias"):
    add(f"print of a weight: {name}", seed(0), MODULES[name], call("print-attribute", Ref("m"), "weight"))
add("print of a bias", seed(0), MODULES["Linear"], call("print-attribute", Ref("m"), "bias"))
for listing in ("parameter names", "module names", "child names", "state_dict keys"):
    add(f"{listing}: a nested network", *NETWORK, call("names", Ref("m"), listing))
add(
    "one layer twice: parameter names",
    seed(0),
    call("new nn.Linear", 2, 2, to="l"),
    call("new nn.Sequential", Ref("l"), Ref("l"), to="m"),
    call("names", Ref("m"), "parameter names"),
)
add(
    "one layer twice: state_dict keys",
    seed(0),
    call("new nn.Linear", 2, 2, to="l"),
    call("new nn.Sequential", Ref("l"), Ref("l"), to="m"),
    call("names", Ref("m"), "state_dict keys"),
)
add(
    "one layer twice: module names",
    seed(0),
    call("new nn.Linear", 2, 2, to="l"),
    call("new nn.Sequential", Ref("l"), Ref("l"), to="m"),
    call("names", Ref("m"), "module names"),
)
add(
    "one layer twice: output",
    seed(0),
    call("new nn.Linear", 2, 2, to="l"),
    call("new nn.Sequential", Ref("l"), Ref("l"), to="m"),
    call("torch.ones", [1, 2], to="x"),
    call("m", Ref("x")),
    kind="digits",
)
add("the order in which apply visits", *NETWORK, call("names", Ref("m"), "apply"))
add("a weight's version after construction", seed(0), MODULES["Linear"], call("get m.weight._version"))

INPUTS = {"a batch": [5, 3], "one row": [3], "a batch of batches": [2, 4, 3], "nothing": [0, 3], "one sample": [1, 3]}
for name, shape in INPUTS.items():
    for bias in (True, False):
        steps = [
            seed(1),
            call("new nn.Linear", 3, 2, bias=bias, to="m"),
            call("torch.randn", shape, to="x"),
            call("m", Ref("x"), to="y"),
        ]
        add(f"Linear, bias={bias}, of {name}", *steps, call("y.detach"), kind="digits")
        if shape != [0, 3]:
            add(f"Linear, bias={bias}, of {name}: node", *steps, call("print-node", Ref("y")))
add(
    "Linear of float64",
    seed(1),
    call("new nn.Linear", 3, 2, dtype=F64, to="m"),
    call("torch.ones", [2, 3], dtype=F64, to="x"),
    call("m", Ref("x")),
    kind="digits",
)
add("a network's output", *NETWORK, call("torch.randn", [3, 2, 2], to="x"), call("m", Ref("x")), kind="digits")
for name in ("ReLU", "ReLU in place", "Tanh", "Sigmoid", "Identity", "Flatten", "Flatten(0)", "empty Sequential"):
    add(
        f"{name} of numbers",
        MODULES[name],
        call("torch.tensor", [[-1.5, 0.0, 2.5], [0.25, -0.0, 3.0]], to="x"),
        call("m", Ref("x")),
        kind="digits",
    )
add(
    "Flatten of images",
    call("new nn.Flatten", to="m"),
    call("torch.arange", 24, dtype=F32, to="x"),
    call("x.view", [2, 3, 4], to="y"),
    call("m", Ref("y")),
)
add(
    "no_grad: output",
    seed(1),
    MODULES["Linear"],
    call("torch.ones", [1, 3], to="x"),
    call("no_grad", Ref("m"), "forward", Ref("x"), to="y"),
    call("print", Ref("y")),
)
add(
    "freeze: print of a weight",
    seed(0),
    MODULES["Linear"],
    call("m.requires_grad_", False),
    call("print-attribute", Ref("m"), "weight"),
)
add("train and eval", MODULES["Linear"], call("m.eval"), call("get m.training"))
add(
    "load_state_dict",
    seed(0),
    MODULES["Linear"],
    call("new nn.Linear", 3, 2, to="other"),
    call("other.state_dict", to="state"),
    call("m.load_state_dict", Ref("state"), to="answer"),
    call("m.weight.clone"),
)
add(
    "load_state_dict: answer",
    seed(0),
    MODULES["Linear"],
    call("m.state_dict", to="state"),
    call("m.load_state_dict", Ref("state"), to="answer"),
    call("print", Ref("answer")),
)

write("engine-modules.json", cases)
