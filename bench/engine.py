"""Times PyTorch on what the engine is timed on, with one thread: names of works come in, a line each, samples go out as JSON.

The first line that it prints says which PyTorch and which BLAS this is. A sample is the mean of as many runs as fill 40 ms, at least one.
"""

import json
import sys
import time

import torch
from torch import nn

torch.set_num_threads(1)

LEAST = 0.04


def matmul(m, k, n):
    a, b = torch.rand(m, k), torch.rand(k, n)
    return lambda: a.matmul(b)


def transposed(m, k, n):
    a, b = torch.rand(m, k), torch.rand(n, k)
    return lambda: a.matmul(b.t())


def fill(name):
    def prepare(count):
        values = torch.empty(count)
        return getattr(values, name)

    return prepare


def spread(side):
    weight = torch.empty(side, side)
    return lambda: weight.uniform_(-1, 1)


def kaiming(side):
    weight = torch.empty(side, side)
    return lambda: nn.init.kaiming_uniform_(weight)


def step():
    layers = []
    for _ in range(10):
        layers += [nn.Linear(256, 256), nn.ReLU()]
    model = nn.Sequential(*layers[:-1])
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    x = torch.randn(128, 256)

    def run():
        optimizer.zero_grad()
        model(x).square().mean().backward()
        optimizer.step()

    return run


def layers():
    def run():
        x = torch.randn(256, 512)
        for _ in range(50):
            x = nn.Linear(512, 512)(x)
            x.std().item()

    return run


WORKS = {
    "uniform": fill("uniform_"),
    "normal": fill("normal_"),
    "rand": lambda count: lambda: torch.rand(count),
    "randn": lambda count: lambda: torch.randn(count),
    "matmul": matmul,
    "transposed": transposed,
    "step": step,
    "layers": layers,
    "kaiming": kaiming,
    "spread": spread,
}


def blas():
    try:
        with open("/proc/self/maps") as maps:
            return sorted({line.split()[-1] for line in maps if "blas" in line})
    except OSError:
        return []  # another system, which keeps this to itself


def clock(work, count):
    began = time.perf_counter()
    for _ in range(count):
        work()
    return time.perf_counter() - began


def calibrated(name):
    """The work, and how many runs fill a sample: doubled until they do, which warms up too."""
    kind, *sizes = name.split()
    work, count = WORKS[kind](*map(int, sizes)), 1
    work()  # the first touch of new memory says nothing about how many runs fill a sample
    while clock(work, count) < LEAST:
        count *= 2
    return work, count


torch.rand(2, 2) @ torch.rand(2, 2)
print(json.dumps({"torch": torch.__version__, "blas": blas()}), flush=True)
current = None
for line in sys.stdin:
    name = line.strip()
    if name != current:
        work = None  # the memory of the last one is free before the next is made
        current, (work, count) = name, calibrated(name)
    print(json.dumps({"ms": clock(work, count) * 1000 / count}), flush=True)
