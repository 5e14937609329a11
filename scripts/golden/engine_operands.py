"""Operands for the programs of engine_tensors.py and engine_layout.py: every dtype, broadcast and strided, with the
values that usually go wrong."""

from engine_steps import BOOL, F32, F64, I64, Ref, call

INF, NAN = float("inf"), float("nan")


def values(rng, dtype, size):
    if dtype is I64:
        return [rng.choice([0, 1, -1, 2, 3, -7, 100, 2**31, -(2**40)]) for _ in range(size)]
    if dtype is BOOL:
        return [rng.random() < 0.5 for _ in range(size)]
    pool = [0.0, -0.0, 1.0, -1.0, 2.5, 0.1, -3.7, 1e-5, 1e5, INF, -INF, NAN, 0.5, 1.5, -2.5]
    return [rng.choice([*pool, rng.uniform(-3, 3)]) for _ in range(size)]


def count(shape):
    product = 1
    for size in shape:
        product *= size
    return product


SHAPES = [[], [1], [3], [2, 3], [1, 3], [2, 1], [2, 2, 3], [0], [2, 0], [17], [4, 5]]


def operand(rng, name, shapes=SHAPES, dtypes=(F32, F32, F64, I64, BOOL)):
    shape, dtype = rng.choice(shapes), rng.choice(dtypes)
    steps = [
        call("torch.tensor", values(rng, dtype, count(shape)), dtype=dtype, to="flat"),
        call("flat.view", shape, to=name),
    ]
    if len(shape) == 2 and rng.random() < 0.3:
        steps.append(call(f"{name}.t", to=name))
    elif shape and rng.random() < 0.15:
        steps.append(call("index", Ref(name), {"slice": [None, None, 2]}, to=name))
    return steps


def ramp(shape, name="a", dtype=I64):
    """0, 1, 2, … in a shape."""
    return [call("torch.arange", count(shape), dtype=dtype, to="flat"), call("flat.view", shape, to=name)]
