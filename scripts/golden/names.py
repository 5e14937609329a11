"""The public names that PyTorch has where cells look for them: tests/golden/names.json.

Run with the reference PyTorch: python3 scripts/golden/names.py; then `npm run names` makes of it what the engine reads.
"""

import inspect
import json
import re
import types

import torch
import torch.optim.lr_scheduler
from engine_steps import GOLDEN, header

PLACES = {
    "torch": torch,
    "torch.autograd": torch.autograd,
    "torch.linalg": torch.linalg,
    "torch.nn": torch.nn,
    "torch.nn.functional": torch.nn.functional,
    "torch.nn.init": torch.nn.init,
    "torch.nn.utils": torch.nn.utils,
    "torch.optim": torch.optim,
    "torch.optim.lr_scheduler": torch.optim.lr_scheduler,
    "Tensor": torch.Tensor,
    "nn.Module": torch.nn.Module,
}
FUNCTIONS = (torch, torch.nn.functional, torch.nn.init)
QUOTED = "['\"](\\w+)['\"]"
# They change PyTorch's own state.
UNSAFE = {"init_num_threads", "seed", "fork", "wait", "set_printoptions"}
# What a module's file has imported for itself is no part of torch.
FOREIGN = {"builtins", "typing", "math", "warnings", "functools", "types", "collections", "numbers", "os", "sys"}


def is_public(name, value):
    if name.startswith("_"):
        return False
    if isinstance(value, types.ModuleType):
        return value.__name__.startswith("torch.")
    module = getattr(value, "__module__", None)
    return not isinstance(module, str) or module.split(".")[0] not in FOREIGN or module == "builtins"


def describe(place):
    names = [name for name in dir(place) if is_public(name, inspect.getattr_static(place, name))]
    callables = {name for name in names if callable(inspect.getattr_static(place, name, None))}
    return {"names": " ".join(names), "attributes": " ".join(n for n in names if n not in callables), "required": required(place, callables)}


def required(place, names):
    """What functions say that are called without arguments: `exp=input` as C++ says it, `norm:input` as Python does, `sum*` for any of several forms."""
    found = []
    for name in sorted(names):
        function = getattr(place, name, None)
        if place not in FUNCTIONS or isinstance(function, type) or name in UNSAFE:
            continue
        try:
            function()
        except TypeError as error:
            sentence = str(error).split("\n")[0]
            python = re.fullmatch(re.escape(name) + r"\(\) missing \d+ required positional arguments?: ('.*')", sentence)
            native = re.fullmatch(re.escape(name) + r'\(\) missing \d+ required positional arguments?: (".*")', sentence)
            if python:
                found.append(f"{name}:{','.join(re.findall(QUOTED, python[1]))}")
            elif native:
                found.append(f"{name}={','.join(re.findall(QUOTED, native[1]))}")
            elif sentence.startswith(f"{name}() received an invalid combination of arguments - got ()"):
                found.append(f"{name}*")
        except Exception:  # noqa: BLE001, S112 (it failed in another way, and says nothing of its arguments)
            continue
    return " ".join(found)


with (GOLDEN / "names.json").open("w") as out:
    cases = {path: describe(place) for path, place in PLACES.items()}
    out.write(json.dumps({**header(), "cases": cases}, indent=1) + "\n")
print("names.json")
