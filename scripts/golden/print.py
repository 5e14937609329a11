"""What PyTorch prints for tensors of many kinds: tests/golden/print.json.

Run with the reference PyTorch, 1.13.1: python3 scripts/golden/print.py
2.13.0 prints the same but where sci_mode is forced: there it pads to the width of the forced notation.
Each case holds the tensor's bytes (row-major, little-endian, in hex), what was asked of print, and its text.
"""

import json
import math
import pathlib

import torch

F32, F64, F16, BF16 = torch.float32, torch.float64, torch.float16, torch.bfloat16
I64, I32, U8, BOOL = torch.int64, torch.int32, torch.uint8, torch.bool
INF, NAN = math.inf, math.nan
DEFAULTS = {"precision": 4, "threshold": 1000, "edgeitems": 3, "linewidth": 80, "sci_mode": None}

cases = []


def hex_bytes(t):
    t = t.detach().contiguous()
    if t.dtype in (F16, BF16):
        t = t.view(torch.int16)
    return t.numpy().astype(t.numpy().dtype.newbyteorder("<")).tobytes().hex()


def suffixes(t):
    if t.grad_fn is not None:
        return [f"grad_fn=<{type(t.grad_fn).__name__}>"]
    return ["requires_grad=True"] if t.requires_grad else []


def case(name, t, default=F32, **options):
    torch.set_default_dtype(default)
    # profile "full" is threshold=inf, which JSON can't hold.
    torch.set_printoptions(**{**DEFAULTS, **options})
    text = str(t)
    torch.set_printoptions(**DEFAULTS)
    torch.set_default_dtype(F32)
    asked = {key: None if value == INF else value for key, value in options.items()}
    cases.append(
        {
            "name": name,
            "dtype": str(t.dtype).removeprefix("torch."),
            "shape": list(t.shape),
            "bytes": hex_bytes(t),
            "options": asked,
            "suffixes": suffixes(t),
            "torch": ["1.13.1"] if "sci_mode" in options else ["1.13.1", "2.13.0"],
            "default": str(default).removeprefix("torch."),
            "text": text,
        }
    )


def tensor(values, dtype=F32, **keywords):
    return torch.tensor(values, dtype=dtype, **keywords)


def scalars():
    for value in (0.0, -0.0, 1.0, -1.0, 0.5, 2.5, 3.14159, 1e-4, 9.9e-5, 1e8, 100000001.0, 1e20, 1e21, 1e22, INF, -INF, NAN):
        case(f"a 0-d float32 {value}", tensor(value))
        case(f"a 0-d float64 {value}", tensor(value, F64))
    for value in (0, -7, 2**53 + 1, -(2**63)):
        case(f"a 0-d int64 {value}", tensor(value, I64))
    for value in (True, False):
        case(f"a 0-d bool {value}", tensor(value, BOOL))


def empties():
    for shape in ((0,), (0, 3), (3, 0), (2, 0, 4)):
        for dtype in (F32, F64, I64, BOOL, U8):
            case(f"an empty {dtype} of shape {shape}", torch.empty(shape, dtype=dtype))
    case("an empty tensor that wants a gradient", torch.empty((0, 3), requires_grad=True))


def ties():
    halves = [0.5, 1.5, 2.5, -0.5, -2.5, 1e15 + 0.5]
    case("ties at no decimals", tensor(halves[:5], F64), precision=0)
    case("ties at no decimals, one of them large", tensor(halves, F64), precision=0, sci_mode=False)
    case("ties at one decimal", tensor([0.25, 0.75, 1.25, -0.25, 0.05], F64), precision=1)
    case("ties at two decimals", tensor([0.125, 0.375, 0.625, 0.875, 1.005], F64), precision=2)
    case("ties at four decimals", tensor([0.03125, 0.09375, 0.15625, 0.21875, 1.00005], F64))
    case("ties that carry", tensor([9.99996875, 0.96875, 9.5, 99.5], F64), precision=0)
    case("ties of mantissas", tensor([1.5, 2.5, 9.5, 8.5, 95.0, 85.0], F64), precision=0, sci_mode=True)
    case("ties of large mantissas", tensor([1000050.0, 1000150.0, 9999950.0, 1e22 + 5e17], F64))
    case("ties of five digits", tensor([1.00000e8, 100005000.0, 100015000.0, 999995000.0], F64))
    case("ties of small mantissas", tensor([2.0**-14, 3 * 2.0**-15, 5 * 2.0**-16, 1.0], F64), sci_mode=True, precision=9)
    case("half of the last place, but not a tie", tensor([0.00005, 0.00015, 0.00025, 1.0], F64))


def notations():
    for dtype in (F32, F64):
        case("integers", tensor([1, 2, 3], dtype))
        case("integers and nan", tensor([1, NAN, 3], dtype))
        case("integers and infinities", tensor([1, INF, -INF, 300], dtype))
        case("integers that span 1000", tensor([1, 1000], dtype))
        case("integers that span more", tensor([1, 1001], dtype))
        case("integers up to 1e8", tensor([1e8, 5e7], dtype))
        case("integers beyond 1e8", tensor([1.01e8, 5e7], dtype))
        case("decimals", tensor([0.5, 1, -2.25], dtype))
        case("decimals that span 1000", tensor([0.5, 500], dtype))
        case("decimals that span more", tensor([0.5, 501], dtype))
        case("decimals down to 1e-4", tensor([1.01e-4, 1e-3], dtype))
        case("decimals below 1e-4", tensor([9e-5, 1e-3], dtype))
        case("decimals and zero, -0, nan, inf", tensor([0.5, 0.0, -0.0, NAN, INF, -INF], dtype))
        case("powers of ten and zero, -0, nan, inf", tensor([0.5, 1e9, 0.0, -0.0, NAN, INF, -INF], dtype))
        case("only zeros", torch.zeros(30, dtype=dtype))
        case("only zeros of both signs", tensor([0.0, -0.0] * 20, dtype))
        case("only nan and inf", tensor([NAN, INF, -INF], dtype))
        case("zeros, nan, and a forced notation", tensor([0.0, NAN], dtype), sci_mode=True)
        case("a hidden digit", tensor([0.99999, 0.00001 + 1], dtype))
        case("a value that rounds to -0", tensor([-0.00011, -0.5], dtype), precision=2)
    case("exponents of three digits", tensor([1e-300, 1e300, -5e-324], F64))
    case("the largest and the smallest float32", tensor([3.4028235e38, 1.4e-45, 1.1754944e-38]))
    case("a long integer value", tensor([1e21, 1e22], F64), sci_mode=False)
    case("a long decimal", tensor([123456789.125, 0.5], F64), sci_mode=False)


def dtypes():
    for dtype in (F32, F64, F16, BF16, I64, I32, torch.int16, torch.int8, U8):
        case(f"three of {dtype}", tensor([1, 2, 100], dtype))
        case(f"a matrix of {dtype}", torch.arange(12).reshape(3, 4).to(dtype))
        case(f"three of {dtype} where float64 is the default", tensor([1, 2, 100], dtype), default=F64)
    for dtype in (F16, BF16):
        case(f"fractions of {dtype}", tensor([0.1, 3.14159, -2.7, 60000.0], dtype))
        case(f"small fractions of {dtype}", tensor([0.1, 3.14159, -2.7], dtype))
    case("negative integers", tensor([-1, 0, 1234], I64))
    case("integers past 2^53", tensor([2**62 + 1, -(2**63), 0], I64))
    case("a bool vector", tensor([True, False, True], BOOL))
    case("only True", tensor([True, True], BOOL))
    case("a bool matrix", (torch.arange(12).reshape(3, 4) % 3 == 0))
    case("an empty float64 where it is the default", torch.empty(0, dtype=F64), default=F64)
    case("an empty float32 where it is not", torch.empty(0, dtype=F32), default=F64)


def shapes():
    for shape in ((1,), (16,), (17,), (100,), (3, 5), (2, 16), (2, 3, 4), (2, 1, 3, 2), (1, 1, 1), (2, 2, 2, 2, 2), (1, 30)):
        torch.manual_seed(0)
        case(f"normals of shape {shape}", torch.randn(shape))
        case(f"normals times a million of shape {shape}", torch.randn(shape) * 1e6)
        case(f"integers of shape {shape}", torch.randint(-99, 1000, shape))
    case("a transposed view", torch.arange(6.0).reshape(2, 3).t())
    case("an expanded view", torch.arange(3.0).expand(2, 3))


def summaries():
    torch.manual_seed(1)
    for shape in ((1000,), (1001,), (40, 30), (5, 300), (300, 5), (7, 8, 20), (6, 6, 30), (11, 10, 10), (8, 2, 9, 8)):
        case(f"uniforms of shape {shape}", torch.rand(shape).half())
    case("a long range", torch.arange(2000, dtype=torch.int16))
    case("many bools", torch.zeros(1200, dtype=BOOL))
    outlier = torch.ones(1200, dtype=F16)
    outlier[600] = 0.5
    case("a value that the summary hides has no say", outlier)
    small = torch.arange(60.0).reshape(6, 10)
    case("a low threshold", small, threshold=10)
    case("a low threshold and one edge item", small, threshold=10, edgeitems=1)
    case("a threshold that is met", small, threshold=60)
    case("no threshold", torch.arange(1100, dtype=torch.int16), threshold=INF)
    case("profile short", torch.randn(40, 30).half(), precision=2, edgeitems=2)


def settings():
    torch.manual_seed(2)
    values = torch.randn(4, 7)
    for precision in (0, 1, 2, 6, 8, 12):
        case(f"precision {precision}", values, precision=precision)
        case(f"precision {precision}, powers of ten", values, precision=precision, sci_mode=True)
    for linewidth in (1, 20, 40, 120, 200):
        case(f"linewidth {linewidth}", values, linewidth=linewidth)
    case("no powers of ten", values * 1e6, sci_mode=False)
    case("no powers of ten for integers", tensor([1.0, 1e6]), sci_mode=False)
    case("powers of ten for integers", tensor([1.0, 2.0]), sci_mode=True)


def gradients():
    torch.manual_seed(3)
    for shape in ((), (2,), (5,), (6,), (7,), (8,), (9,), (3, 4), (2, 3, 2)):
        leaf = torch.randn(shape, requires_grad=True)
        case(f"a leaf of shape {shape}", leaf)
        case(f"a sum of shape {shape}", leaf + 1)
        case(f"a float64 sum of shape {shape}", leaf.double() + 1)
    for size in range(1, 9):
        case(f"{size} values and a float64 leaf", torch.ones(size, dtype=F64) / 3, default=F32)
        case(f"{size} values that want a gradient", (torch.ones(size, dtype=F64) / 3).requires_grad_())
    case("an empty tensor with everything", torch.empty((0, 3), dtype=F64, requires_grad=True) * 2)


for group in (scalars, empties, ties, notations, dtypes, shapes, summaries, settings, gradients):
    group()

path = pathlib.Path(__file__).parents[2] / "tests" / "golden" / "print.json"
lines = ",\n".join(json.dumps(case) for case in cases)
path.write_text(f'{{"program": "scripts/golden/print.py", "cases": [\n{lines}\n]}}\n')
print(f"{len(cases)} cases in {path.name}")
