"""Learning rates, epoch by epoch, and what optimisers and schedules keep: tests/golden/engine-schedules.json.

Run with the reference PyTorch, 1.13.1: python3 scripts/golden/engine_schedules.py
"""

from engine_steps import Ref, call, record, write

cases = []
O, S = Ref("o"), Ref("s")
SGD = [
    call("torch.ones", 2, to="w"),
    call("w.requires_grad_"),
    call("new torch.optim.SGD", [Ref("w")], lr=0.5, momentum=0.9, to="o"),
]
ADAM = [*SGD[:2], call("new torch.optim.Adam", [Ref("w")], lr=0.5, to="o")]
POWERS = call("lambda", 0.9, to="f")
SCHEDULES = {
    "LambdaLR": ([Ref("f")], {}),
    "MultiplicativeLR": ([Ref("f")], {}),
    "PolynomialLR": ([4, 2.5], {}),
    "StepLR": ([3], {"gamma": 0.3}),
    "CosineAnnealingLR": ([5], {"eta_min": 0.01}),
    "OneCycleLR": ([1.5, 9], {"pct_start": 0.4}),
}
ONE_CYCLE = [
    {"three_phase": True, "pct_start": 0.25},
    {"three_phase": True, "anneal_strategy": "linear"},
    {"div_factor": 10, "final_div_factor": 100},
    {"cycle_momentum": False},
    {"base_momentum": 0.5, "max_momentum": 0.99},
    {"pct_start": 1.5},
    {"anneal_strategy": "sine"},
]


def add(name, *steps):
    cases.append(record(name, steps, "digits"))


def epochs(count, *measures):
    return [step for i in range(count) for step in (call("o.step"), call("s.step", *measures[i : i + 1]))]


for name, (args, keywords) in SCHEDULES.items():
    made = [POWERS, call(f"new torch.optim.lr_scheduler.{name}", O, *args, to="s", **keywords)]
    for count in range(8):
        add(f"{name} after {count}", *SGD, *made, *epochs(count), call("s.get_last_lr"))
    again = [call("s.state_dict", to="kept"), *SGD, *made, call("s.load_state_dict", Ref("kept")), *epochs(2)]
    add(f"{name} goes on from its state", *SGD, *made, *epochs(3), *again, call("s.get_last_lr"))
    add(f"{name}: the epoch in its state", *SGD, *made, *epochs(3), *again, call("get s.last_epoch"))
for keywords in ONE_CYCLE:
    for optimiser, title in ((SGD, "SGD"), (ADAM, "Adam")):
        made = [call("new torch.optim.lr_scheduler.OneCycleLR", O, 2.5, 12, to="s", **keywords)]
        for count in (0, 2, 5, 8, 11):
            add(f"OneCycleLR {keywords} of {title} after {count}", *optimiser, *made, *epochs(count), call("print", O))

MEASURES = [1.5, 1.25, 1.25, 1.25, 1.25, 1.2499, 1.5, 0.5, 0.75, 0.75, 0.75, 0.75]
PLATEAU = [
    (["min"], {"patience": 1}),
    (["max"], {"patience": 0, "factor": 0.5}),
    (["min"], {"patience": 0, "cooldown": 2}),
    (["min"], {"patience": 0, "min_lr": 0.02}),
    (["min"], {"patience": 0, "min_lr": [0.02]}),
    (["min"], {"patience": 1, "threshold": 0.1, "threshold_mode": "abs"}),
    (["min"], {"patience": 0, "eps": 0.1}),
    (["least"], {}),
    (["min"], {"factor": 1.5}),
    (["min"], {"threshold_mode": "relative"}),
    (["min"], {"min_lr": [0.1, 0.2]}),
]
for args, keywords in PLATEAU:
    made = [call("new torch.optim.lr_scheduler.ReduceLROnPlateau", O, *args, to="s", **keywords)]
    for count in (3, 6, 12):
        name = f"ReduceLROnPlateau {args} {keywords} after {count}"
        add(name, *SGD, *made, *epochs(count, *MEASURES), call("print", O))
    again = [call("s.state_dict", to="kept"), *SGD, *made, call("s.load_state_dict", Ref("kept"))]
    going = [*made, *epochs(3, *MEASURES), *again, *epochs(4, *MEASURES[3:]), call("print", O)]
    add(f"ReduceLROnPlateau {args} {keywords} goes on from its state", *SGD, *going)

STEP = [call("w.pow", 2, to="y"), call("y.sum", to="loss"), call("o.zero_grad"), call("loss.backward"), call("o.step")]
OPTIMISERS = {
    "SGD": {"lr": 0.125, "momentum": 0.9},
    "Adam": {"lr": 0.125, "amsgrad": True},
    "AdamW": {"lr": 0.125},
    "RMSprop": {"lr": 0.125, "centered": True, "momentum": 0.5},
    "Adagrad": {"lr": 0.125, "lr_decay": 0.5},
}
for name, keywords in OPTIMISERS.items():
    leaf = [call("torch.tensor", [1.5, -2.25], to="w"), call("w.requires_grad_")]
    first = [*leaf, call(f"new torch.optim.{name}", [Ref("w")], to="o", **keywords), *STEP, *STEP]
    second = [*leaf, call(f"new torch.optim.{name}", [Ref("w")], lr=0.75, to="o")]
    moved = [call("o.state_dict", to="kept"), *second, call("o.load_state_dict", Ref("kept")), *STEP]
    add(f"{name} goes on from its state", *first, *moved, call("w.detach"))
    add(f"{name} has its settings from its state", *first, *moved, call("print", O))

write("engine-schedules.json", cases)
