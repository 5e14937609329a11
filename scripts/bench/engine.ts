import { spawnSync } from "node:child_process";
import path from "node:path";
import { startNodeKernel } from "@/lib/notebook/kernel/node";
import { findPyTorch } from "../setup/find";
import { median, type Row } from "./table";
import { CELL, WORKS, type WorkName } from "./work";

/** How often the engine and PyTorch take turns; a ratio is of one turn, so that a busy minute hits both. */
const TURNS = 3;

type Times = Record<WorkName, number>;

/** The engine beside PyTorch, one thread each: the engine's time over PyTorch's. It informs; no bound is set. */
export async function measureEngine(root: string): Promise<Row[]> {
  const python = findPyTorch();
  const turns: { ours: Times; theirs: Times | undefined }[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    turns.push({
      ours: await timeOurs(),
      theirs: python === undefined ? undefined : timePyTorch(root, python),
    });
  }
  return WORKS.map(({ name, what, unit, perValue = 1, flop }) => {
    const ours = median(turns.map((turn) => turn.ours[name]));
    const ratios = turns.flatMap((turn) => (turn.theirs ? [turn.ours[name] / turn.theirs[name]] : []));
    const speed = flop === undefined ? "" : `${(flop / ours / 1e6).toFixed(1)} GFLOP/s; `;
    return { what, value: ours * perValue, unit, note: speed + toNote(ratios, turns[0]?.theirs) };
  });
}

function toNote(ratios: readonly number[], theirs: Times | undefined): string {
  if (theirs === undefined || ratios.length === 0) return "no PyTorch here";
  const show = (ratio: number) => ratio.toFixed(2);
  return `${show(median(ratios))} of PyTorch's time (${show(Math.min(...ratios))} to ${show(Math.max(...ratios))})`;
}

async function timeOurs(): Promise<Times> {
  const kernel = await startNodeKernel();
  try {
    const { outputs } = await kernel.run({ id: "bench", source: CELL, limit: 240 });
    const [output] = outputs;
    if (output?.output_type !== "stream")
      throw new Error(`bench: the engine's cell was to print its times, got ${JSON.stringify(outputs)}.`);
    return JSON.parse(output.text);
  } finally {
    kernel.close();
  }
}

function timePyTorch(root: string, python: string): Times {
  const program = path.join(root, "bench", "engine.py");
  const { status, stdout, stderr } = spawnSync(python, [program], {
    encoding: "utf8",
    // One thread from the start: a BLAS that has begun with two keeps waiting for the second.
    env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
  });
  if (status !== 0) throw new Error(`bench: ${python} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
