"""How the functions of torch.nn.functional take their settings, by place and by name: tests/golden/engine-functional.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2: python3 scripts/golden/engine_functional.py
A keyword that is False or has a harmless value must not be taken for another one; in place means the input itself.
"""

from engine_steps import Ref, call, record, seed, write

cases = []
X, Y, T, W = Ref("x"), Ref("y"), Ref("t"), Ref("w")


def add(name, *steps, kind="digits"):
    cases.append(record(name, steps, kind))


MADE = [seed(3), call("torch.randn", 3, 4, to="x")]
INPLACE = {
    "relu": [], "relu6": [], "selu": [], "silu": [], "mish": [], "hardsigmoid": [], "hardswish": [],
    "leaky_relu": [("negative_slope", 0.3)], "elu": [("alpha", 0.4)], "celu": [("alpha", 0.4)],
    "hardtanh": [("min_val", -0.5), ("max_val", 0.25)], "threshold": [("threshold", 0.1), ("value", 5.5)],
}  # fmt: skip
for name, settings in INPLACE.items():
    values, keywords = [value for _, value in settings], dict(settings)
    for inplace in (False, True):
        flag = {"inplace": inplace}
        add(f"{name}, {flag} by name", *MADE, call(f"F.{name}", X, **keywords, **flag))
        add(f"{name}, {flag} after places", *MADE, call(f"F.{name}", X, *values, **flag))
        add(f"{name}, {inplace} by place", *MADE, call(f"F.{name}", X, *values, inplace))
        add(f"{name}, {flag}: the input", *MADE, call(f"F.{name}", X, *values, **flag), call("x.clone"))
    if name == "threshold":  # PyTorch's sentence calls it _threshold.
        continue
    add(f"{name} of an unknown name", *MADE, call(f"F.{name}", X, *values, in_place=True))
OTHERS = {
    "hardshrink": {"lambd": 0.3}, "softshrink": {"lambd": 0.3}, "softplus": {"beta": 2.5, "threshold": 1.5},
    "glu": {"dim": 0}, "softmax": {"dim": 0}, "log_softmax": {"dim": 0}, "gelu": {"approximate": "tanh"},
}  # fmt: skip
EVEN = [seed(4), call("torch.randn", 4, 2, to="x")]
for name, keywords in OTHERS.items():
    add(f"{name} {keywords}", *EVEN, call(f"F.{name}", X, **keywords))
    if name != "gelu":
        add(f"{name} {keywords} by place", *EVEN, call(f"F.{name}", X, *keywords.values()))
add("softmax without dim", *EVEN, call("F.softmax", X))
add("log_softmax without dim", *EVEN, call("F.log_softmax", X))
for keywords in ({"mode": "reflect"}, {"value": 1.5}, {"mode": "constant", "value": -2.5}):
    add(f"pad {keywords}", *EVEN, call("F.pad", X, [1, 1], **keywords))
BIASED = [*EVEN, call("torch.randn", 3, 2, to="w"), call("torch.randn", 3, to="y")]
add("linear with bias by name", *BIASED, call("F.linear", X, W, bias=Y))
add("linear, bias None", *BIASED, call("F.linear", X, W, bias=None))

# The weights of the classes are the third argument.
ROWS = [seed(5), call("torch.randn", 5, 3, to="x"), call("torch.randint", 0, 3, [5], to="t")]
ROWS.append(call("torch.rand", 3, to="w"))
for name in ("cross_entropy", "nll_loss"):
    add(f"{name}: weight by place", *ROWS, call(f"F.{name}", X, T, W))
    add(f"{name}: weight by place and more", *ROWS, call(f"F.{name}", X, T, W, reduction="sum", ignore_index=1))
    add(f"{name}: weight by name", *ROWS, call(f"F.{name}", X, T, weight=W))
    add(f"{name}: an unknown name", *ROWS, call(f"F.{name}", X, T, weights=W))
PAIRS = [seed(6), call("torch.rand", 5, 3, to="x"), call("torch.rand", 5, 3, to="t"), call("torch.rand", 3, to="w")]
for name in ("binary_cross_entropy", "binary_cross_entropy_with_logits"):
    add(f"{name}: weight by place", *PAIRS, call(f"F.{name}", X, T, W))
    add(f"{name}: weight by place and more", *PAIRS, call(f"F.{name}", X, T, W, reduction="sum"))
for name in ("mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss"):
    add(f"{name}: reduction by name", *PAIRS, call(f"F.{name}", X, T, reduction="sum"))
    add(f"{name}: an unknown name", *PAIRS, call(f"F.{name}", X, T, reductions="sum"))

write("engine-functional.json", cases)
