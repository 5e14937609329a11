"""What the functions of Math should be, rounded once from 60 digits: tests/golden/math.json.

Run with mpmath 1.2.1: python3 scripts/golden/math.py
Each case is [x, value] or [x, y, value], doubles as hex bits.
"""

import json
import pathlib
import random
import struct

import mpmath
from mpmath import mpf

mpmath.mp.dps = 60
random.seed(20)


def between(low, high):
    return lambda: random.uniform(low, high)


def magnitude(low, high, signed=True):
    """A number of any size between 2^low and 2^high."""

    def draw():
        sign = random.choice((-1, 1)) if signed else 1
        return sign * 2.0 ** random.uniform(low, high)

    return draw


UNARY = {
    "acos": (mpmath.acos, [between(-1, 1), magnitude(-30, 0)]),
    "acosh": (mpmath.acosh, [between(1, 10), magnitude(0, 1000, signed=False)]),
    "asin": (mpmath.asin, [between(-1, 1), magnitude(-30, 0)]),
    "asinh": (mpmath.asinh, [between(-5, 5), magnitude(-30, 1000)]),
    "atan": (mpmath.atan, [between(-5, 5), magnitude(-30, 60)]),
    "atanh": (mpmath.atanh, [between(-1, 1), magnitude(-30, 0)]),
    "cbrt": (lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x)), [between(-10, 10), magnitude(-1000, 1000)]),
    "cos": (mpmath.cos, [between(-10, 10), magnitude(-30, 1000)]),
    "cosh": (mpmath.cosh, [between(-5, 5), between(-710, 710)]),
    "exp": (mpmath.exp, [between(-10, 10), between(-708, 709)]),
    "expm1": (mpmath.expm1, [between(-2, 2), magnitude(-40, 9)]),
    "log": (mpmath.log, [between(0, 4), magnitude(-1000, 1000, signed=False)]),
    "log1p": (mpmath.log1p, [between(-1, 4), magnitude(-40, -1)]),
    "log2": (lambda x: mpmath.log(x) / mpmath.log(2), [between(0, 4), magnitude(-1000, 1000, signed=False)]),
    "log10": (mpmath.log10, [between(0, 4), magnitude(-1000, 1000, signed=False)]),
    "sin": (mpmath.sin, [between(-10, 10), magnitude(-30, 1000)]),
    "sinh": (mpmath.sinh, [between(-5, 5), between(-710, 710)]),
    "tan": (mpmath.tan, [between(-10, 10), magnitude(-30, 1000)]),
    "tanh": (mpmath.tanh, [between(-3, 3), magnitude(-30, 5)]),
}
BINARY = {
    "atan2": (mpmath.atan2, [between(-5, 5), magnitude(-500, 500)]),
    "hypot": (mpmath.hypot, [between(-5, 5), magnitude(-500, 500)]),
}


def bits(x):
    return struct.pack(">d", x).hex()


def powers():
    for _ in range(25):
        yield random.uniform(0, 10), random.uniform(-10, 10)
        yield 2.0 ** random.uniform(-300, 300), random.uniform(-3, 3)
        yield random.uniform(0.9, 1.1), random.uniform(-3000, 3000)
        yield random.uniform(-10, 10), random.randint(-9, 9)


golden = {}
for name, (function, draws) in UNARY.items():
    points = [draw() for draw in draws for _ in range(40)]
    golden[name] = [[bits(x), bits(float(function(mpf(x))))] for x in points]
for name, (function, draws) in BINARY.items():
    points = [(draw(), other()) for draw in draws for other in draws for _ in range(20)]
    golden[name] = [[bits(x), bits(y), bits(float(function(mpf(x), mpf(y))))] for x, y in points]
golden["pow"] = [[bits(x), bits(y), bits(float(mpf(x) ** mpf(y)))] for x, y in powers()]

path = pathlib.Path(__file__).parents[2] / "tests" / "golden" / "math.json"
lines = ",\n".join(f'"{name}": {json.dumps(cases)}' for name, cases in golden.items())
path.write_text(f'{{"program": "scripts/golden/math.py", "mpmath": "{mpmath.__version__}", "cases": {{\n{lines}\n}}}}\n')
print(f"{sum(map(len, golden.values()))} cases in {path.name}")
