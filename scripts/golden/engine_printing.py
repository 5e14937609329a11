"""What PyTorch prints after set_printoptions: tests/golden/engine-printing.json.

Run with the reference PyTorch, 1.13.1: python3 scripts/golden/engine_printing.py
The settings stay from call to call, so each program ends by setting the defaults.
"""

from engine_steps import F32, F64, I64, Ref, call, record, seed, write

cases = []
SETTINGS = {
    "precision": [{"precision": 2}],
    "precision by place": [[7]],
    "threshold": [{"threshold": 5}],
    "edgeitems": [{"edgeitems": 2, "threshold": 10}],
    "linewidth": [{"linewidth": 30}],
    "sci_mode": [{"sci_mode": True}],
    "a call resets sci_mode": [{"sci_mode": True}, {"precision": 3}],
    "None leaves as it was": [{"precision": 2}, {"precision": None, "linewidth": None}],
    "profile short": [{"profile": "short"}],
    "profile full": [{"profile": "full"}],
    "profile short, precision 6": [{"profile": "short", "precision": 6}],
    "profile default after others": [
        {"precision": 1, "linewidth": 20, "edgeitems": 1, "sci_mode": True},
        {"profile": "default"},
    ],
    "unknown": [{"precission": 2}],
}

def ask(settings):
    if isinstance(settings, list):
        return call("torch.set_printoptions", *settings)
    return call("torch.set_printoptions", **settings)


def values(size, dtype):
    if dtype is I64:
        return call("torch.randint", -9999, 99999, [size], to="x")
    return call("torch.randn", size, dtype=dtype, to="x")


for name, settings in SETTINGS.items():
    for size in (3, 40, 1200):
        for dtype in (F32, F64, I64):
            steps = [seed(len(cases)), values(size, dtype), *map(ask, settings), call("print", Ref("x"), to="text")]
            steps += [call("torch.set_printoptions", profile="default"), call("get text")]
            cases.append(record(f"{name}: {size} of {dtype}", steps))

write("engine-printing.json", cases)
