import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import torch, { nn } from "@/lib/torch";
import lab from ".";

const here = fileURLToPath(new URL(".", import.meta.url));
const python = (program: string) =>
  spawnSync(process.env.PYTHON ?? "/usr/bin/python3", ["-B", "-c", program], {
    cwd: here,
    encoding: "utf8",
    env: { ...process.env, PYTHONIOENCODING: "utf8" },
  });
const hasTorch = python("import torch").status === 0;

/** What lab.py prints for a program, line by line. */
function twin(program: string): string[] {
  const { stdout, stderr, status } = python(`import math, lab, torch\nfrom torch import nn\n${program}`);
  if (status !== 0) throw new Error(stderr);
  return stdout.trimEnd().split("\n");
}

describe.skipIf(!hasTorch)("lab.py in real PyTorch (skipped where there is none)", () => {
  it("prints what the page's helpers print", { timeout: 120_000 }, () => {
    const printed = twin(`
print(lab.signalByDepth(depth=4, width=64, act=nn.Tanh, schemes=["default", "LeCun", "Glorot", "He", "zeros"], batch=32, seed=3))
torch.manual_seed(0)
stds = [nn.Linear(n, 256).weight.std().item() for n in [16, 64]]
print(lab.stdByFanIn([16, 64], stds, lines=["default", "He", "Xavier"], fan_out=256))
print(lab.histogram(torch.randn(1000), bins=7, density=[{"uniform": 0.5}, {"normal": 1}], bounds={"b": 0.5}, title="H"))
print(lab.histogram([2, math.nan]))
series = [{"name": "a", "y": [0.5, 1e-12]}, {"name": "b", "as": "theory", "x": [1, 2], "y": lambda x: x / 3}]
print(lab.figure(title="T", x="layer", y={"name": "std", "log": True}, series=series))`);
    const schemes = ["default", "LeCun", "Glorot", "He", "zeros"];
    const signal = lab.signalByDepth({ depth: 4, width: 64, act: nn.Tanh, schemes, batch: 32, seed: 3 });
    torch.manual_seed(0);
    const stds = [16, 64].map((n) => new nn.Linear(n, 256).weight.std().item() as number);
    const density = [{ uniform: 0.5 }, { normal: 1 }];
    const figures = [
      signal,
      lab.stdByFanIn([16, 64], stds, { lines: ["default", "He", "Xavier"], fan_out: 256 }),
      lab.histogram(torch.randn(1000), { bins: 7, density, bounds: { b: 0.5 }, title: "H" }),
      lab.histogram([2, Number.NaN]),
      lab.figure({
        title: "T",
        x: "layer",
        y: { name: "std", log: true },
        series: [
          { name: "a", y: [0.5, 1e-12] },
          { name: "b", as: "theory", x: [1, 2], y: (x) => x / 3 },
        ],
      }),
    ];
    expect(figures.map(String)).toEqual(printed);
  });

  it("gives the same weights by lab.init", { timeout: 120_000 }, () => {
    const printed = twin(`
import json
show = lambda *tensors: print(json.dumps([t.flatten().tolist() for t in tensors]))
torch.manual_seed(0)
show(lab.init.delta_orthogonal_(torch.empty(3, 2, 2, 3), 1.5))
net = nn.Sequential(nn.Linear(5, 6), nn.ReLU(), nn.Linear(6, 4))
lab.init.lsuv_(net, torch.randn(40, 5), tol=0.001)
show(*net.parameters())
lab.init.fixup_(net, branches=[net])
show(*net.parameters())`);
    torch.manual_seed(0);
    const ours = [[lab.init.delta_orthogonal_(torch.empty(3, 2, 2, 3), 1.5)]];
    const net = new nn.Sequential(new nn.Linear(5, 6), new nn.ReLU(), new nn.Linear(6, 4));
    const copies = () => net.parameters().map((parameter) => parameter.detach().clone());
    lab.init.lsuv_(net, torch.randn(40, 5), { tol: 0.001 });
    ours.push(copies());
    lab.init.fixup_(net, { branches: [net] });
    ours.push(copies());
    const theirs = printed.flatMap((line) => JSON.parse(line) as number[][]);
    // To the digits that orthogonal_ is owed to.
    for (const [i, tensor] of ours.flat().entries()) {
      const apart = tensor.flatten().sub(torch.tensor(theirs[i]!, { dtype: torch.float32 }));
      expect(apart.abs().max().item()).toBeLessThan(3e-5);
    }
  });

  it("gives the course's data and network", { timeout: 120_000 }, () => {
    const [data, first] = twin(`
import json
data = lab.xor()
print(json.dumps([data.X.flatten().tolist(), data.Y.tolist()]))
net = lab.mlp(3, nn.Tanh, init=lambda m: nn.init.zeros_(m.bias) if isinstance(m, nn.Linear) else None, seed=5)
print(json.dumps([p.flatten().tolist() for p in net.parameters()]))`).map((line) => JSON.parse(line));
    const { X, Y } = lab.xor();
    expect([X, Y].map((tensor) => Array.from(tensor.toTypedArray(), Number))).toEqual(data);
    const init = (module: nn.Module) => void (module instanceof nn.Linear && nn.init.zeros_(module.bias!));
    const net = lab.mlp({ depth: 3, act: nn.Tanh, init, seed: 5 });
    expect(net.parameters().map((tensor) => Array.from(tensor.toTypedArray(), Number))).toEqual(first);
  });

  it("says four digits of any number as the page does", () => {
    const numbers = [
      0.5798, 1536, 2.03e-4, 1e-5, 123456.7, 9.9996, 99999.6, 1e6, 999999.96, 3.4e38, 1000.5, 0.00099996,
      1e-40,
    ];
    const figure = lab.figure({
      title: "T",
      x: "x",
      y: "y",
      series: numbers.map((y) => ({ name: "n", y: [y] })).slice(0, 24),
    });
    const said = twin(
      `print(lab.figure(title="T", x="x", y="y", series=[{"name": "n", "y": [y]} for y in [${numbers}]]))`,
    );
    expect(said).toEqual([String(figure)]);
  });
});
