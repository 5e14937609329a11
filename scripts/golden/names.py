"""The public names that PyTorch has where cells look for them: tests/golden/names.json.

Run with the reference PyTorch: python3 scripts/golden/names.py; then `npm run names` makes of it what the engine reads.
"""

import inspect
import json
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
    return {"names": " ".join(names), "attributes": " ".join(n for n in names if n not in callables)}


with (GOLDEN / "names.json").open("w") as out:
    cases = {path: describe(place) for path, place in PLACES.items()}
    out.write(json.dumps({**header(), "cases": cases}, indent=1) + "\n")
print("names.json")
