"""Times PyTorch on what the engine is timed on; prints milliseconds as one JSON line. One thread, as the engine has."""

import json
import time

import torch
from torch import nn

torch.set_num_threads(1)


def median_of(rounds, work):
    for _ in range(rounds):
        work()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)[rounds // 2]


def layers():
    x = torch.randn(256, 512)
    for _ in range(50):
        x = nn.Linear(512, 512)(x)
        x.std().item()


values = torch.empty(1000000)
weight = torch.empty(4096, 4096)
a, b = torch.rand(512, 512), torch.rand(512, 512)
c, d = torch.rand(64, 1024), torch.rand(1024, 1024)
print(
    json.dumps(
        {
            "uniform": median_of(15, lambda: values.uniform_()),
            "rand": median_of(15, lambda: torch.rand(1000000)),
            "normal": median_of(15, lambda: values.normal_()),
            "randn": median_of(15, lambda: torch.randn(1000000)),
            "square": median_of(15, lambda: a.matmul(b)),
            "transposed": median_of(15, lambda: a.matmul(b.t())),
            "flat": median_of(15, lambda: c.matmul(d)),
            "layers": median_of(3, layers),
            "kaiming": median_of(5, lambda: nn.init.kaiming_uniform_(weight)),
            "uniform4096": median_of(5, lambda: weight.uniform_(-1, 1)),
        }
    )
)
