/** The gradients of gradients of the operations of algebra, shape and indexing against finite differences, in float64. */
import { describe, expect, it } from "vitest";
import torch, { type Tensor } from "..";
import { type Differentiable, gradientError } from "../testing/gradcheck";

type Shapes = readonly (readonly number[])[];

const S = [3, 4];
const rows = torch.tensor([[0, 0, 2, 0]]);
const line = torch.tensor([2, 0, 2]);
const once = torch.tensor([2, 0]);
const mask = torch.tensor([[true], [false], [true]]);

const CASES: [string, Shapes, Differentiable][] = [
  [
    "bmm",
    [
      [2, 3, 4],
      [2, 4, 2],
    ],
    (a, b) => a!.bmm(b!),
  ],
  ["addmm", [[3], [2, 4], [4, 3]], (a, b, c) => a!.addmm(b!, c!, { beta: 0.5, alpha: 2 })],
  ["addmv", [[3], [3, 4], [4]], (a, b, c) => a!.addmv(b!, c!)],
  ["addr", [[3, 4], [3], [4]], (a, b, c) => a!.addr(b!, c!, { alpha: 3 })],
  [
    "baddbmm",
    [
      [3, 2],
      [2, 3, 4],
      [2, 4, 2],
    ],
    (a, b, c) => a!.baddbmm(b!, c!),
  ],
  [
    "addbmm",
    [
      [3, 2],
      [2, 3, 4],
      [2, 4, 2],
    ],
    (a, b, c) => a!.addbmm(b!, c!),
  ],
  [
    "einsum",
    [
      [2, 3],
      [3, 3],
      [3, 2],
    ],
    (a, b, c) => torch.einsum("ij,jj,jk->ki", a!, b!, c!),
  ],
  [
    "tensordot",
    [
      [2, 3, 2],
      [3, 2],
    ],
    (a, b) => torch.tensordot(a!, b!, 2),
  ],
  ["kron", [[2, 2], [3]], (a, b) => a!.kron(b!)],
  [
    "cross",
    [
      [2, 3],
      [2, 3],
    ],
    (a, b) => a!.cross(b!),
  ],
  ["matrix_power", [[3, 3]], (a) => a!.matrix_power(3)],
  ["inverse", [[2, 2]], (a) => a!.add(torch.eye(2).mul(2)).inverse()],
  ["det", [[2, 2]], (a) => a!.add(torch.eye(2).mul(2)).det()],
  [
    "diag, diagonal and trace",
    [[3, 3]],
    (a) => a!.diag(1).diag(-1).trace().add(a!.diagonal(-1).square().sum()),
  ],
  ["diag_embed", [S], (a) => a!.diag_embed(1)],
  ["tril and triu", [S], (a) => a!.tril().add(a!.triu(1).mul(2))],
  ["split and unbind", [S], (a) => a!.split(2)[0]!.mul(a!.unbind(1)[1]!.narrow(0, 0, 2).unsqueeze(1))],
  ["repeat", [S], (a) => a!.repeat(2, 1, 2)],
  ["flip, roll and rot90", [S], (a) => a!.flip(0).roll(1, 1).rot90()],
  ["unfold", [[5]], (a) => a!.unfold(0, 3, 1)],
  ["as_strided", [[6]], (a) => a!.as_strided([2, 3], [1, 2])],
  ["gather", [S], (a) => a!.gather(0, rows)],
  ["index_select", [S], (a) => a!.index_select(0, line)],
  ["take", [S], (a) => a!.take(line)],
  ["masked_select", [S], (a) => a!.masked_select(mask)],
  ["scatter", [S, [1, 4]], (a, b) => a!.scatter(0, rows, b!)],
  ["scatter_add", [S, [1, 4]], (a, b) => a!.scatter_add(0, rows, b!)],
  ["scatter_reduce sum", [S, [1, 4]], (a, b) => a!.scatter_reduce(0, rows, b!, "sum")],
  [
    "scatter_reduce mean",
    [S, [1, 4]],
    (a, b) => a!.scatter_reduce(0, rows, b!, "mean", { include_self: false }),
  ],
  ["scatter_reduce prod", [S, [1, 4]], (a, b) => a!.scatter_reduce(0, rows, b!, "prod")],
  ["index_add", [S, [3, 4]], (a, b) => a!.index_add(0, line, b!, { alpha: 2 })],
  ["index_copy", [S, [2, 4]], (a, b) => a!.index_copy(0, once, b!)],
  ["index_fill", [S, []], (a, b) => a!.index_fill(0, once, b!)],
  ["index_put", [S, [3, 4]], (a, b) => a!.index_put([line], b!, true)],
  ["masked_fill", [S, []], (a, b) => a!.masked_fill(mask, b!)],
  ["masked_scatter", [S, [9]], (a, b) => a!.masked_scatter(mask, b!)],
  ["put", [S, [2]], (a, b) => a!.put(once, b!)],
  ["select_scatter", [S, [4]], (a, b) => a!.select_scatter(b!, 0, 1)],
  ["at and set", [S, [2, 4]], (a, b) => a!.mul(2).set([once], b!).at(line)],
  ["meshgrid", [[2], [3]], (a, b) => torch.meshgrid(a!, b!, { indexing: "xy" })[0]!.mul(b!.unsqueeze(1))],
];

function drawn(seed: number, shapes: Shapes): Tensor[] {
  torch.manual_seed(seed);
  return shapes.map((shape) =>
    torch
      .rand([...shape], { dtype: torch.float64 })
      .mul(1.4)
      .add(0.3),
  );
}

/** A function whose value holds all gradients of the squares of another's. */
function gradientOf(f: Differentiable): Differentiable {
  return (...inputs) => {
    const leaves = inputs.map((input) => (input.requires_grad ? input : input.clone().requires_grad_()));
    const value = torch.enable_grad(() =>
      f(...leaves)
        .square()
        .sum(),
    );
    const gradients = torch.autograd.grad(value, leaves, { create_graph: true });
    return torch.cat(gradients.map((gradient) => gradient!.reshape(-1)));
  };
}

describe("second gradients", () => {
  it.each(CASES)("%s", (_, shapes, f) => {
    expect(gradientError(gradientOf(f), drawn(7, shapes))).toBeLessThan(1e-6);
  });
});
