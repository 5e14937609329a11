"""What PyTorch's losses are over 300 steps of training, one run an optimiser: tests/golden/training.json.

Run with the reference PyTorch: python3 scripts/golden/training.py. The same programs are in lib/torch/optim/training.test.ts.
"""

import json

import torch
from engine_steps import GOLDEN, header
from torch import nn

STEPS = 300
RUNS = {
    "SGD": lambda p: torch.optim.SGD(p, lr=0.05),
    "SGD with momentum": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.9, nesterov=True, weight_decay=1e-4),
    "Adam": lambda p: torch.optim.Adam(p, lr=0.01),
    "AdamW": lambda p: torch.optim.AdamW(p, lr=0.01, amsgrad=True),
    "RMSprop": lambda p: torch.optim.RMSprop(p, lr=0.002),
    "Adagrad": lambda p: torch.optim.Adagrad(p, lr=0.05),
}


def train(make):
    torch.manual_seed(0)
    x = torch.randn(64, 4)
    target = (x[:, 0] * x[:, 1] > 0).long()
    model = nn.Sequential(nn.Linear(4, 16), nn.Tanh(), nn.Linear(16, 16), nn.ReLU(), nn.Linear(16, 2))
    optimizer = make(model.parameters())
    losses = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(x), target)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses[::10] + losses[-1:]


runs = {name: train(make) for name, make in RUNS.items()}
(GOLDEN / "training.json").write_text(json.dumps({**header(), "cases": runs}, indent=1) + "\n")
print(f"training.json: {len(runs)} runs")
