"""What PyTorch's gradients, losses and optimisers give: tests/golden/engine-autograd.json.

Run with the reference PyTorch, 1.13.1 on x86-64 with AVX2 and without MKL: python3 scripts/golden/engine_autograd.py
Each program draws its operands, computes something, runs backward with a drawn gradient and asks for the leaves' grad.
"""

from engine_steps import F32, F64, Ref, call, record, seed, write

cases = []


def leaf(name, shape, dtype, positive=False):
    made = [call("torch.rand" if positive else "torch.randn", shape, dtype=dtype, to=name)]
    return made + [call(f"{name}.requires_grad_")]


def gradients(name, shapes, steps, kind="digits", positive=False, dtypes=(F32, F64)):
    """`steps` compute "y" from the leaves a, b, c."""
    exact = kind == "bits"
    for dtype in dtypes:
        # What is drawn in float64 is itself owed to 2 ulp only.
        kind = ("ulp2" if dtype == F64 else "bits") if exact else "digits"
        for own in range(len(shapes)):
            program = [seed(len(cases) + 1)]
            for letter, shape in zip("abc", shapes):
                program += leaf(letter, shape, dtype, positive)
            program += steps + [
                call("torch.ones_like", Ref("y"), to="g"),
                call("g.uniform_", 0.5, 2),
                call("y.backward", Ref("g")),
                call(f"get {'abc'[own]}.grad"),
            ]
            cases.append(record(f"{name}, {dtype}, {'abc'[own]}", program, kind))
        cases.append(record(f"{name}, {dtype}, value", program[:-4] + [call("y.detach")], kind))


def y(what, *args, **keywords):
    return [call(what, *args, to="y", **keywords)]


A, B, C = Ref("a"), Ref("b"), Ref("c")
M, N = [5, 7], [[5, 7], [7]]

for op in ("add", "sub", "mul", "div"):
    gradients(op, [M, M], y(f"a.{op}", B), kind="bits")
    gradients(f"{op}, broadcast", N, y(f"a.{op}", B))
gradients("mul by a number", [M], y("a.mul", 3), kind="bits")
gradients("number / tensor", [M], y("torch.div", 2, A), kind="bits")
gradients("pow", [M, M], y("a.pow", B), positive=True)
for p in (2, 3, 0.5, -1, 1.7):
    gradients(f"pow {p}", [M], y("a.pow", p), positive=True)
gradients("clamp", [M], y("a.clamp", -0.5, 0.5), kind="bits")
gradients("maximum", [M, M], y("a.maximum", B), kind="bits")
for op in ("neg", "abs", "square", "sign", "relu", "floor"):
    gradients(op, [M], y(f"a.{op}"), kind="bits")
for op in ("sqrt", "rsqrt", "reciprocal", "log", "log1p", "log2", "log10"):
    gradients(op, [M], y(f"a.{op}"), positive=True)
for op in ("exp", "expm1", "sin", "cos", "tan", "tanh", "sigmoid"):
    gradients(op, [M], y(f"a.{op}"))
gradients("sum", [M], y("a.sum", 1), dtypes=(F64,))
gradients("mean", [M], y("a.mean", 0, True))
gradients("var", [M], y("a.var", 1))
gradients("std", [M], y("a.std", 0, False))
for p in (1, 2, 3, 0.5, 1.5):
    gradients(f"norm {p}", [M], y("a.norm", p, 1))
gradients("norm inf", [M], y("a.norm", float("inf"), 1))
gradients("max of all", [M], y("a.max"))
gradients("mm", [[5, 7], [7, 3]], y("a.mm", B))
gradients("matmul of batches", [[2, 1, 5, 7], [3, 7, 4]], y("a.matmul", B))
gradients("linear", [[5, 7], [3, 7], [3]], y("F.linear", A, B, C))
gradients("cat", [M, M], y("torch.cat", [A, B], 1), kind="bits")
gradients("stack", [M, M], y("torch.stack", [A, B], 1), kind="bits")
gradients("in place", [M, M], [call("a.clone", to="y"), call("y.mul_", B), call("y.add_", A)])
gradients(
    "in place on a view",
    [M, [7]],
    [call("a.clone", to="y"), call("y.select", 0, 1, to="row"), call("row.mul_", B)],
    kind="bits",
)
gradients("softmax", [M], y("a.softmax", 1))
gradients("log_softmax", [M], y("a.log_softmax", 0))
gradients("logsumexp", [M], y("a.logsumexp", 1))

# Spread wide enough to reach every branch.
WIDE = [call("a.mul", 4, to="x")]
for op, args in [
    ("leaky_relu", [0.125]), ("elu", [1.5]), ("selu", []), ("celu", [0.5]), ("silu", []), ("mish", []),
    ("softplus", [2, 5]), ("logsigmoid", []), ("softsign", []), ("tanhshrink", []), ("hardtanh", [-2, 3]),
    ("relu6", []), ("hardsigmoid", []), ("hardswish", []), ("hardshrink", [1]), ("softshrink", [1]),
    ("threshold", [0.5, 7]),
]:
    gradients(f"F.{op}", [M], WIDE + y(f"F.{op}", Ref("x"), *args))
gradients("F.gelu", [M], y("F.gelu", A))
gradients("F.gelu tanh", [M], y("F.gelu", A, approximate="tanh"))
gradients("F.glu", [[5, 6]], y("F.glu", A, 1))
gradients("F.prelu", [M, [7]], y("F.prelu", A, B))
for module in ("LeakyReLU ELU CELU SELU GELU SiLU Mish Softplus LogSigmoid Softsign Tanhshrink Hardtanh ReLU6 Hardsigmoid "
               "Hardswish Hardshrink Softshrink GLU PReLU MSELoss CrossEntropyLoss BCEWithLogitsLoss").split():
    cases.append(record(f"print {module}", [call(f"new nn.{module}", to="m"), call("print", Ref("m"))]))
for module, args in [("Softmax", [1]), ("Threshold", [1, 2]), ("LeakyReLU", [0.25, True]), ("Hardtanh", [-2, 3, True])]:
    cases.append(record(f"print {module} {args}", [call(f"new nn.{module}", *args, to="m"), call("print", Ref("m"))]))

for reduction in ("mean", "sum", "none"):
    for loss in ("mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss"):
        gradients(f"{loss} {reduction}", [M, M], y(f"F.{loss}", A, B, reduction=reduction))
    classes = [call("torch.tensor", [0, 6, 2, 3, 3], to="t")]
    weight = [call("torch.tensor", [0.5, 1.5, 2.0, 0.25, 1.0, 1.0, 3.0], to="w")]
    gradients(f"cross_entropy {reduction}", [M], classes + y("F.cross_entropy", A, Ref("t"), reduction=reduction))
    for name, options in {
        "weight": {"weight": Ref("w")},
        "ignore_index": {"ignore_index": 3},
        "label_smoothing": {"label_smoothing": 0.125},
        "weight, smoothing and ignored": {"weight": Ref("w"), "label_smoothing": 0.25, "ignore_index": 3},
    }.items():
        gradients(
            f"cross_entropy {name} {reduction}",
            [M],
            classes + weight + y("F.cross_entropy", A, Ref("t"), reduction=reduction, **options),
            dtypes=(F32,),
        )
    gradients(
        f"cross_entropy of probabilities {reduction}",
        [M],
        [call("torch.rand", M, to="t")] + weight
        + y("F.cross_entropy", A, Ref("t"), reduction=reduction, label_smoothing=0.125, weight=Ref("w")),
        dtypes=(F32,),
    )
    binary = [call("torch.rand", M, to="t"), call("torch.rand", [7], to="w")]
    gradients(
        f"binary_cross_entropy {reduction}",
        [M],
        binary + y("F.binary_cross_entropy", A, Ref("t"), reduction=reduction, weight=Ref("w")),
        positive=True,
        dtypes=(F32,),
    )
    for options in ({}, {"pos_weight": Ref("w")}):
        gradients(
            f"binary_cross_entropy_with_logits {reduction} {len(options)}",
            [M],
            binary + y("F.binary_cross_entropy_with_logits", A, Ref("t"), reduction=reduction, **options),
            dtypes=(F32,),
        )

for name, args, options in [
    ("mse_loss", [A, A], {"reduction": "foo"}),
    ("cross_entropy", [A, Ref("t")], {}),
    ("binary_cross_entropy", [A, A], {}),
    ("cross_entropy", [A, Ref("t")], {"label_smoothing": 2}),
    ("cross_entropy", [A, Ref("u")], {}),
]:
    made = [call("torch.ones", [2, 3], to="one"), call("one.mul", 4, to="a")]
    labels = [call("torch.tensor", [0, 5], to="t"), call("torch.tensor", [0, 1, 2], to="u")]
    cases.append(record(f"{name} refuses {options}", made + labels + [call(f"F.{name}", *args, **options)]))

OPTIMISERS = {
    "SGD": [{}, {"momentum": 0.9}, {"momentum": 0.9, "nesterov": True, "weight_decay": 0.01},
            {"momentum": 0.5, "dampening": 0.25, "maximize": True}],
    "Adam": [{}, {"amsgrad": True, "weight_decay": 0.01}, {"betas": [0.8, 0.95], "maximize": True}],
    "AdamW": [{}, {"amsgrad": True, "weight_decay": 0.125}],
    "RMSprop": [{}, {"centered": True, "momentum": 0.5}, {"weight_decay": 0.01, "alpha": 0.875}],
    "Adagrad": [{}, {"lr_decay": 0.125, "weight_decay": 0.01, "initial_accumulator_value": 0.5}],
}
for name, settings in OPTIMISERS.items():
    for options in settings:
        for dtype in (F32, F64):
            program = [seed(3)] + leaf("p", [4, 6], dtype)
            program += [call(f"new torch.optim.{name}", [Ref("p")], lr=0.05, to="o")]
            program[-1]["keywords"].update(options)
            for _ in range(5):
                program += [
                    call("o.zero_grad"),
                    call("p.mul", Ref("p"), to="s"),
                    call("s.mul", Ref("p"), to="u"),
                    call("u.sum", to="loss"),
                    call("loss.backward"),
                    call("o.step"),
                ]
            kind = "bits" if name == "SGD" else "digits"
            cases.append(record(f"{name} {options}, {dtype}", program + [call("p.detach")], kind))
for name in OPTIMISERS:
    program = leaf("p", [2], F32) + [call(f"new torch.optim.{name}", [Ref("p")], lr=0.001, to="o")]
    cases.append(record(f"print {name}", program + [call("print", Ref("o"))]))
for name, options in [
    ("SGD", {"lr": -1}), ("SGD", {"lr": 0.1, "momentum": -1}), ("SGD", {"lr": 0.1, "nesterov": True}),
    ("Adam", {"lr": -1}), ("Adam", {"eps": -1}), ("Adam", {"betas": [1.5, 0.9]}), ("AdamW", {"weight_decay": -1}),
    ("RMSprop", {"alpha": -1}), ("Adagrad", {"lr_decay": -1}),
]:
    program = leaf("p", [2], F32) + [call(f"new torch.optim.{name}", [Ref("p")], **options)]
    cases.append(record(f"{name} refuses {options}", program))
cases.append(record("SGD refuses no parameters", [call("new torch.optim.SGD", [], lr=0.1)]))

for name, args, options in [
    ("StepLR", [3], {"gamma": 0.5}), ("MultiStepLR", [[2, 5]], {}), ("ExponentialLR", [0.75], {}), ("ConstantLR", [], {}),
    ("LinearLR", [], {"start_factor": 0.25, "total_iters": 4}), ("CosineAnnealingLR", [5], {"eta_min": 0.01}),
    ("CosineAnnealingWarmRestarts", [2], {"T_mult": 2}), ("OneCycleLR", [0.5], {"total_steps": 10}),
    ("OneCycleLR", [0.5], {"epochs": 3, "steps_per_epoch": 4, "anneal_strategy": "linear", "cycle_momentum": False}),
]:
    for epochs in (0, 1, 4, 8):
        program = leaf("p", [2], F32) + [call("new torch.optim.SGD", [Ref("p")], lr=0.1, to="o")]
        program += [call(f"new torch.optim.lr_scheduler.{name}", Ref("o"), *args, to="s", **options)]
        program += [call("s.step")] * epochs + [call("s.get_last_lr")]
        cases.append(record(f"{name} after {epochs}", program, "digits"))
for epochs in (0, 1, 3, 6):
    program = leaf("p", [2], F32) + [call("new torch.optim.SGD", [Ref("p")], lr=0.1, to="o")]
    program += [call("new torch.optim.lr_scheduler.ConstantLR", Ref("o"), to="first", factor=0.25, total_iters=2)]
    program += [call("new torch.optim.lr_scheduler.ExponentialLR", Ref("o"), 0.5, to="second")]
    program += [call("new torch.optim.lr_scheduler.SequentialLR", Ref("o"), [Ref("first"), Ref("second")], [3], to="s")]
    program += [call("s.step")] * epochs + [call("s.get_last_lr")]
    cases.append(record(f"SequentialLR after {epochs}", program, "digits"))
for args, options in [([0.5], {}), ([100], {}), ([0.5, float("inf")], {}), ([0.5], {"norm_type": 1})]:
    if len(args) == 2:
        options = {"norm_type": args.pop()}
    program = [seed(5)] + leaf("p", [4], F32) + leaf("q", [2, 3], F32) + [
        call("p.mul", Ref("p"), to="s"), call("s.sum", to="u"), call("q.mul", Ref("q"), to="t"), call("t.sum", to="v"),
        call("u.add", Ref("v"), to="loss"), call("loss.backward"),
        call("nn.utils.clip_grad_norm_", [Ref("p"), Ref("q")], *args, to="n", **options),
    ]
    cases.append(record(f"clip_grad_norm_ {args} {options}", program, "digits"))
    cases.append(record(f"clip_grad_norm_ {args} {options}, grad", program + [call("get q.grad")], "digits"))

write("engine-autograd.json", cases)
