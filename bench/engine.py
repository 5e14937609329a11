"""Times PyTorch on what the engine is timed on; prints milliseconds as one JSON line. One thread, as the engine has."""

import json
import sys
import time

import torch

torch.set_num_threads(1)


def median_of(rounds, work):
    work()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)[rounds // 2]


rounds = int(sys.argv[1])
a = torch.rand(256, 512)
b = torch.rand(512, 512)
print(
    json.dumps(
        {
            "version": torch.__version__,
            "uniform": median_of(rounds, lambda: torch.rand(1000000)),
            "normal": median_of(rounds, lambda: torch.randn(1000000)),
            "matmul": median_of(rounds, lambda: torch.matmul(a, b)),
        }
    )
)
