"""Small programs that run in PyTorch and in the engine alike; used by the other engine_*.py of this folder.

A program is a list of steps, each of which calls something and may keep the result under a name:
    call("torch.rand", [3, 4], dtype=F64, to="x"), call("x.t", to="y"), call("y.normal_", 0, 2)
A name that stands for an object (a tensor, a generator, a module) is written Ref("x"). `record` runs a program and
returns it with the value of `result` as text: float32, float64 and what is shorter (as float32) as big-endian hex, int64 in decimal, bool as 0 and 1.
"""

import json
import pathlib
import platform
import re
import struct
import warnings

import torch

GOLDEN = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden"
LARGE = 600
F32, F64, I64, BOOL = torch.float32, torch.float64, torch.int64, torch.bool
F16, BF16 = torch.float16, torch.bfloat16


class Ref(str):
    """The object that an earlier step kept under this name."""


def call(what, *args, to=None, **keywords):
    return {"call": what, "args": list(args), "keywords": keywords, "to": to}


def seed(value):
    return call("torch.manual_seed", value)


def to_python(value, names):
    if isinstance(value, Ref):
        return names[value]
    if isinstance(value, list):
        return [to_python(item, names) for item in value]
    return value


def lookup(what, names):
    head, *rest = what.split(".")
    found = {"torch": torch, "nn": torch.nn, "init": torch.nn.init, "F": torch.nn.functional, **names}[head]
    for name in rest:
        found = getattr(found, name)
    return found


def run(steps):
    names = {}
    value = None
    for step in steps:
        args = [to_python(arg, names) for arg in step["args"]]
        keywords = {key: to_python(arg, names) for key, arg in step["keywords"].items()}
        what = step["call"].removeprefix("new ")
        if step["call"].startswith("get "):
            value = lookup(step["call"].removeprefix("get "), names)
        elif what == "print":
            value = str(args[0])
        elif what == "print-attribute":
            value = str(getattr(args[0], args[1]))
        elif what == "print-node":
            value = type(args[0].grad_fn).__name__
        elif what == "set-attribute":
            setattr(*args)
        elif what == "names":
            value = list_names(*args)
        elif what == "state":
            value = list(args[0].state_dict().values())
        elif what == "dict":
            value = {key: item for key, item in args}
        elif what == "member":
            value = args[0][to_index(args[1:])[0]]
        elif what == "length":
            value = len(args[0])
        elif what == "index":
            value = args[0][to_index(args[1:])]
        elif what == "assign":
            args[0][to_index(args[1])] = args[2]
            value = args[0]
        elif what == "list":
            value = list(getattr(args[0], args[1])())
        elif what == "hook":
            value = getattr(args[0], args[1])(HOOKS[args[1]])
        elif what == "lambda":
            value = powers_of(args[0])
        elif what == "no_grad":
            with torch.no_grad():
                value = getattr(args[0], args[1])(*args[2:])
        elif what in ("enable_grad", "set_grad_enabled"):
            given = [True] if what == "set_grad_enabled" else []
            with torch.no_grad(), getattr(torch, what)(*given):
                value = getattr(args[0], args[1])(*args[2:])
        else:
            value = lookup(what, names)(*args, **keywords)
        if step["to"] is not None:
            names[step["to"]] = value
    return value


# Functions have no JSON: these stand in both harnesses.
HOOKS = {
    "register_forward_hook": lambda module, given, output: output * 2,
    "register_forward_pre_hook": lambda module, given: (given[0] * 2,),
    "register_hook": lambda grad: grad * 2,
    "register_full_backward_hook": lambda module, grad_input, grad_output: (grad_input[0] * 2,),
}


def powers_of(base):
    return lambda epoch: base**epoch


def list_names(module, listing):
    visited = []
    if listing == "apply":
        module.apply(lambda m: visited.append(type(m).__name__))
        return " ".join(visited)
    found = {
        "parameter names": module.named_parameters,
        "module names": module.named_modules,
        "child names": module.named_children,
        "state_dict keys": lambda: module.state_dict().items(),
    }[listing]
    return " ".join(name for name, _ in found())


def to_index(parts):
    def one(part):
        if isinstance(part, dict):
            return slice(*part["slice"])
        return ... if isinstance(part, str) and part == "..." else part

    return tuple(one(part) for part in parts)


def to_json(value):
    if isinstance(value, Ref):
        return {"ref": str(value)}
    if isinstance(value, torch.dtype):
        return {"dtype": str(value).removeprefix("torch.")}
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return {"float": str(value)}
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 2**53:
        return {"int": str(value)}
    return value


def steps_to_json(steps):
    out = []
    for step in steps:
        item = {"call": step["call"]}
        if step["args"]:
            item["args"] = to_json(step["args"])
        if step["keywords"]:
            item["keywords"] = {key: to_json(value) for key, value in step["keywords"].items()}
        if step["to"]:
            item["to"] = step["to"]
        out.append(item)
    return out


def element_text(dtype, value):
    # float32 holds every value of the shorter formats.
    if dtype in (F32, F16, BF16):
        return struct.pack(">f", value).hex()
    if dtype == F64:
        return struct.pack(">d", value).hex()
    return str(int(value))


def fingerprint(words):
    """FNV-1a over the text of the elements, for tensors too large to be kept."""
    state = 0x811C9DC5
    for byte in " ".join(words).encode():
        state = ((state ^ byte) * 0x01000193) & 0xFFFFFFFF
    return f"{state:08x}"


def describe(value):
    """A result as text that keeps every bit, or of a large tensor a fingerprint and the first and last elements."""
    if isinstance(value, torch.Tensor) and value.numel() > LARGE:
        words = [element_text(value.dtype, item) for item in value.detach().reshape(-1).tolist()]
        return {
            "dtype": str(value.dtype).removeprefix("torch."),
            "shape": list(value.shape),
            "fingerprint": fingerprint(words),
            "ends": " ".join(words[:4] + words[-4:]),
        }
    if isinstance(value, torch.Tensor):
        flat = value.detach().reshape(-1).tolist()
        return {
            "dtype": str(value.dtype).removeprefix("torch."),
            "shape": list(value.shape),
            "values": " ".join(element_text(value.dtype, item) for item in flat),
        }
    if isinstance(value, (tuple, list)) and any(isinstance(item, torch.Tensor) for item in value):
        return {"parts": [describe(item) for item in value]}
    if isinstance(value, (torch.Size, tuple, list)):
        return {"list": [describe(item) for item in value]}
    if isinstance(value, bool) or value is None:
        return {"value": value}
    if isinstance(value, int):
        return {"integer": str(value)}
    if isinstance(value, float):
        return {"double": struct.pack(">d", value).hex()}
    return {"text": str(value)}


def record(name, steps, kind="bits"):
    """Runs a program. `kind` says what is owed: "bits", "ulp2" (float64 within 2 ulp) or "digits" (relative 1e-5)."""
    item = {"name": name, "kind": kind, "steps": steps_to_json(steps)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            item["expected"] = describe(run(steps))
        except Exception as error:
            # A KeyError's own text is the repr of its sentence.
            sentence = str(error.args[0]) if isinstance(error, KeyError) else str(error)
            text = re.sub(r"\s*\(Triggered internally.*", "", sentence, flags=re.S)
            # torch.linalg.LinAlgError calls itself _LinAlgError.
            item["error"] = {"name": type(error).__name__.removeprefix("_"), "text": text}
    return item


def header():
    """Which PyTorch answered, and on what: other processors and builds differ in last digits (TORCH.md)."""
    # Debian's 1.13.1 calls itself 1.13.0a0.
    version = ".".join(re.findall(r"\d+", torch.__version__)[:2])
    capability = torch.__config__.show().split("CPU capability usage: ")[1].split()[0]
    return {
        "torch": {"1.13": "1.13.1"}.get(version, torch.__version__),
        "host": f"{platform.machine()}, {capability}, without MKL",
    }


def write(file, cases):
    path = GOLDEN / file
    with path.open("w") as out:
        out.write(json.dumps({**header(), "cases": []})[:-2])
        for position, case in enumerate(cases):
            out.write((",\n" if position else "\n") + json.dumps(case, ensure_ascii=False))
        out.write("\n]}\n")
    print(f"{path.name}: {len(cases)} cases")
