import { spawnSync } from "node:child_process";
import path from "node:path";
import { startNodeKernel } from "@/lib/notebook/kernel/node";
import { findPyTorch } from "../setup/find";
import type { Row } from "./table";

const ROUNDS = 9;

/** The same work as bench/engine.py, in a cell: the engine as readers have it, in the kernel's own bundle. */
const CELL = `
import torch from "torch";
function medianOf(work) {
  work();
  const times = Array.from({ length: ${ROUNDS} }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[${ROUNDS} >> 1];
}
const a = torch.rand(256, 512);
const b = torch.rand(512, 512);
console.log(JSON.stringify({
  uniform: medianOf(() => torch.rand(1000000)),
  normal: medianOf(() => torch.randn(1000000)),
  matmul: medianOf(() => torch.matmul(a, b)),
}));
`;

type Times = { uniform: number; normal: number; matmul: number };

/** A few numbers of the engine beside PyTorch's, one thread each. They inform; nothing is wanted of them. */
export async function measureEngine(root: string): Promise<Row[]> {
  const ours = await timeOurs();
  const python = findPyTorch();
  const theirs = python === undefined ? undefined : timePyTorch(root, python);
  const millions = (name: "uniform" | "normal"): Row => ({
    what: `10⁶ ${name}s, a value`,
    value: ours[name], // milliseconds for a million values are nanoseconds for one
    unit: "ns",
    note: theirs
      ? `PyTorch ${theirs[name].toFixed(1)} ns: ${(ours[name] / theirs[name]).toFixed(1)} times`
      : "",
  });
  return [
    millions("uniform"),
    millions("normal"),
    {
      what: "matmul 256×512×512",
      value: ours.matmul,
      unit: "ms",
      note: theirs
        ? `PyTorch ${theirs.version} ${theirs.matmul.toFixed(2)} ms: ${(ours.matmul / theirs.matmul).toFixed(1)} times`
        : "no PyTorch here",
    },
  ];
}

async function timeOurs(): Promise<Times> {
  const kernel = await startNodeKernel();
  try {
    const { outputs } = await kernel.run({ id: "bench", source: CELL, limit: 120 });
    const [output] = outputs;
    if (output?.output_type !== "stream")
      throw new Error(`bench: the engine's cell was to print its times, got ${JSON.stringify(outputs)}.`);
    return JSON.parse(output.text);
  } finally {
    kernel.close();
  }
}

function timePyTorch(root: string, python: string): Times & { version: string } {
  const program = path.join(root, "bench", "engine.py");
  const { status, stdout, stderr } = spawnSync(python, [program, String(ROUNDS)], { encoding: "utf8" });
  if (status !== 0) throw new Error(`bench: ${python} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
