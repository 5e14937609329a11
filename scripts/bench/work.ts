import type { Row } from "./table";

/** What both engines are timed on. */
export type WorkName =
  | "uniform"
  | "rand"
  | "normal"
  | "randn"
  | "square"
  | "transposed"
  | "flat"
  | "layers"
  | "kaiming"
  | "uniform4096";

type Work = {
  name: WorkName;
  what: string;
  unit: Row["unit"];
  /** What turns the milliseconds of one round into `unit`. */
  perValue?: number;
  flop?: number;
};

const MILLION = 1; // milliseconds for a million values are nanoseconds for one
const WEIGHT = 1e6 / 4096 ** 2;

/** The rows of the table, in its order. */
export const WORKS: readonly Work[] = [
  { name: "uniform", what: "10⁶ uniforms into a tensor, a value", unit: "ns", perValue: MILLION },
  { name: "rand", what: "10⁶ uniforms in a new tensor, a value", unit: "ns", perValue: MILLION },
  { name: "normal", what: "10⁶ normals into a tensor, a value", unit: "ns", perValue: MILLION },
  { name: "randn", what: "10⁶ normals in a new tensor, a value", unit: "ns", perValue: MILLION },
  { name: "square", what: "matmul 512³", unit: "ms", flop: 2 * 512 ** 3 },
  { name: "transposed", what: "matmul 512³, right one transposed", unit: "ms", flop: 2 * 512 ** 3 },
  { name: "flat", what: "matmul 64×1024×1024", unit: "ms", flop: 2 * 64 * 1024 ** 2 },
  { name: "layers", what: "50 × Linear(512, 512), batch 256, std", unit: "ms" },
  { name: "kaiming", what: "kaiming_uniform_ 4096², a value", unit: "ns", perValue: WEIGHT },
  { name: "uniform4096", what: "uniform_ 4096², a value", unit: "ns", perValue: WEIGHT },
];

/** The same work as bench/engine.py, in a cell: the engine as readers have it, in the kernel's own bundle. */
export const CELL = `
import torch, { nn } from "torch";
function medianOf(rounds, work) {
  for (let i = 0; i < rounds; i++) work();
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[rounds >> 1];
}
function layers() {
  let x = torch.randn(256, 512);
  for (let i = 0; i < 50; i++) {
    x = new nn.Linear(512, 512)(x);
    x.std().item();
  }
}
const values = torch.empty(1000000);
const weight = torch.empty(4096, 4096);
const [a, b] = [torch.rand(512, 512), torch.rand(512, 512)];
const [c, d] = [torch.rand(64, 1024), torch.rand(1024, 1024)];
console.log(JSON.stringify({
  uniform: medianOf(15, () => values.uniform_()),
  rand: medianOf(15, () => torch.rand(1000000)),
  normal: medianOf(15, () => values.normal_()),
  randn: medianOf(15, () => torch.randn(1000000)),
  square: medianOf(15, () => a.matmul(b)),
  transposed: medianOf(15, () => a.matmul(b.t())),
  flat: medianOf(15, () => c.matmul(d)),
  layers: medianOf(3, layers),
  kaiming: medianOf(5, () => nn.init.kaiming_uniform_(weight)),
  uniform4096: medianOf(5, () => weight.uniform_(-1, 1)),
}));
`;
