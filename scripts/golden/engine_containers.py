"""Containers, states, buffers and reparametrised weights of PyTorch: tests/golden/engine-containers.json.

Run with the reference PyTorch, 1.13.1: python3 scripts/golden/engine_containers.py
"""

from engine_steps import F64, Ref, call, record, seed, write

cases = []
m, x = Ref("m"), Ref("x")
LISTINGS = ("state_dict keys", "parameter names", "module names", "child names", "apply")
SLICE = {"slice": [1, 3, None]}


def add(name, *steps, kind="bits"):
    case = record(name, steps, kind)
    assert "error" not in case, (name, case["error"])
    cases.append(case)


def shown(name, *steps):
    """The text of a module, and what it lists."""
    add(f"{name}: print", *steps, call("print", m))
    for listing in LISTINGS:
        add(f"{name}: {listing}", *steps, call("names", m, listing))


PARTS = [
    seed(0),
    call("new nn.Linear", 2, 3, to="a"),
    call("new nn.ReLU", to="b"),
    call("new nn.BatchNorm1d", 3, to="c"),
    call("new nn.Conv1d", 2, 2, 1, to="d"),
]
a, b, c, d = (Ref(name) for name in "abcd")
LIST = [*PARTS, call("new nn.ModuleList", [a, b, c], to="m")]
shown("ModuleList", *LIST)
shown("ModuleList, appended", *LIST, call("m.append", d))
shown("ModuleList, extended", *LIST, call("m.extend", [d, b]))
shown("ModuleList, inserted", *LIST, call("m.insert", 1, d))
shown("ModuleList, popped", *LIST, call("m.pop", 1))
shown("ModuleList, popped from the end", *LIST, call("m.pop", -2))
shown("ModuleList, slice", *LIST, call("member", m, SLICE, to="m"))
shown("empty ModuleList", call("new nn.ModuleList", to="m"))
add("ModuleList: length", *LIST, call("length", m))
add("ModuleList: the last", *LIST, call("member", m, -1, to="l"), call("print", Ref("l")))
SEQ = [*PARTS, call("new nn.Sequential", a, b, c, to="m")]
shown("Sequential, inserted", *SEQ, call("m.insert", 1, b))
shown("Sequential, inserted from the end", *SEQ, call("m.insert", -1, d))
shown("Sequential, extended", *SEQ, call("m.extend", [b, d]))
shown("Sequential, slice", *SEQ, call("member", m, SLICE, to="m"))
shown("Sequential, popped", *SEQ, call("m.pop", 0))
DICT = [*PARTS, call("dict", ["z", a], ["act", b], ["norm", c], to="given"), call("new nn.ModuleDict", Ref("given"), to="m")]
shown("ModuleDict", *DICT)
shown("ModuleDict of pairs", *PARTS, call("new nn.ModuleDict", [["z", a], ["y", c]], to="m"))
shown("ModuleDict, popped", *DICT, call("m.pop", "act"))
shown("ModuleDict, updated", *DICT, call("dict", ["act", d], ["new", b], to="more"), call("m.update", Ref("more")))
shown("ModuleDict, cleared", *DICT, call("m.clear"))
add("ModuleDict: member", *DICT, call("member", m, "act", to="l"), call("print", Ref("l")))
TENSORS = [seed(1), call("torch.randn", 2, 3, to="p"), call("torch.randn", 4, to="q"), call("torch.zeros", [], dtype=F64, to="r")]
p, q, r = (Ref(name) for name in "pqr")
shown("ParameterList", *TENSORS, call("new nn.ParameterList", [p, q, r], to="m"))
shown("ParameterList, with something else", *TENSORS, call("new nn.ParameterList", [p, 3, "a"], to="m"))
shown("ParameterList, appended", *TENSORS, call("new nn.ParameterList", to="m"), call("m.append", p), call("m.extend", [q]))
shown("ParameterList, slice", *TENSORS, call("new nn.ParameterList", [p, q, r], to="l"), call("member", Ref("l"), SLICE, to="m"))
add("ParameterList: member", *TENSORS, call("new nn.ParameterList", [p, q], to="m"), call("member", m, -1))
shown("ParameterDict", *TENSORS, call("dict", ["z", p], ["a", q], to="given"), call("new nn.ParameterDict", Ref("given"), to="m"))
shown("ParameterDict of pairs", *TENSORS, call("new nn.ParameterDict", [["z", p], ["a", r]], to="m"), call("m.pop", "z"))
add("ParameterDict: missing", *TENSORS, call("new nn.ParameterDict", [["z", p]], to="m"), call("m.get", "y"))

BUFFERS = [call("new nn.Linear", 2, 2, to="m"), call("torch.ones", 2, to="t")]
for persistent in (True, False):
    shown(f"a buffer, persistent={persistent}", *BUFFERS, call("m.register_buffer", "seen", Ref("t"), persistent=persistent))
add("get_submodule", *SEQ, call("m.get_submodule", "2", to="l"), call("print", Ref("l")))
add("get_parameter", *SEQ, call("m.get_parameter", "0.bias"))
add("get_buffer", *SEQ, call("m.get_buffer", "2.running_var"))
add("double", *SEQ, call("m.double"), call("state", m))

ANSWER = (call("m.load_state_dict", Ref("s"), strict=False, to="answer"), call("print", Ref("answer")))
OTHER = [*SEQ, call("new nn.Sequential", a, d, to="other"), call("other.state_dict", to="s")]
add("load_state_dict, not strict", *OTHER, *ANSWER)
add("load_state_dict of a plain dictionary without num_batches_tracked", *PARTS, call("torch.ones", 3, to="t"),
    call("dict", ["weight", Ref("t")], ["bias", Ref("t")], ["running_mean", Ref("t")], ["running_var", Ref("t")], to="s"),
    call("c.load_state_dict", Ref("s"), to="answer"), call("print", Ref("answer")))
add("load_state_dict: entries below a parameter are overlooked", call("new nn.Linear", 2, 2, to="m"), call("m.weight.clone", to="w"),
    call("m.bias.clone", to="v"), call("dict", ["weight", Ref("w")], ["bias", Ref("v")], ["weight.x", Ref("v")], ["other", Ref("w")], to="s"), *ANSWER)

for name, make in (
    ("Linear", call("new nn.Linear", 5, 3, to="m")), ("Conv2d", call("new nn.Conv2d", 3, 4, 2, to="m")),
    ("ConvTranspose1d", call("new nn.ConvTranspose1d", 17, 16, 2, to="m")), ("Linear of 16", call("new nn.Linear", 16, 17, bias=False, to="m")),
):
    inputs = {"Linear": [4, 5], "Conv2d": [2, 3, 4, 4], "ConvTranspose1d": [2, 17, 3], "Linear of 16": [2, 16]}[name]
    for value in (0, 41):
        add(f"weight_norm of {name}, seed {value}", seed(value), make, call("nn.utils.weight_norm", m), call("state", m), kind="digits")
        add(f"spectral_norm of {name}, seed {value}", seed(value), make, call("nn.utils.spectral_norm", m), call("state", m), kind="digits")
        add(f"spectral_norm of {name}, seed {value}: what is drawn next", seed(value), make, call("nn.utils.spectral_norm", m), call("torch.rand", 3))
    for norm in ("weight_norm", "spectral_norm"):
        steps = [seed(2), make, call(f"nn.utils.{norm}", m), call("torch.randn", inputs, to="x")]
        add(f"{norm} of {name}: parameter names", *steps, call("names", m, "parameter names"))
        add(f"{norm} of {name}: state_dict keys", *steps, call("names", m, "state_dict keys"))
        add(f"{norm} of {name}: print", *steps, call("print", m))
        add(f"{norm} of {name}: weight", *steps, call("get m.weight"), kind="digits")
        add(f"{norm} of {name}: output", *steps, call("m", x), kind="digits")
        add(f"{norm} of {name}: weight after a call", *steps, call("m", x), call("get m.weight"), kind="digits")
        add(f"{norm} of {name}: taken off", *steps, call("m", x), call(f"nn.utils.remove_{norm}", m), call("state", m), kind="digits")
        add(f"{norm} of {name}: taken off, keys", *steps, call(f"nn.utils.remove_{norm}", m), call("names", m, "state_dict keys"))
for dim in (1, None, -1):
    add(f"weight_norm along {dim}", seed(0), call("new nn.Conv1d", 3, 4, 2, to="m"), call("nn.utils.weight_norm", m, "weight", dim), call("state", m), kind="digits")
add("spectral_norm, three iterations", seed(0), call("new nn.Linear", 4, 5, to="m"), call("nn.utils.spectral_norm", m, n_power_iterations=3), call("torch.randn", 2, 4, to="x"), call("m", x), call("state", m), kind="digits")
add("weight_norm of a recurrent weight", seed(0), call("new nn.LSTM", 3, 4, to="m"), call("nn.utils.weight_norm", m, "weight_hh_l0"), call("torch.randn", 5, 2, 3, to="x"), call("m", x), kind="digits")

write("engine-containers.json", cases)
