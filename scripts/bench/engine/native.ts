import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { findPyTorch } from "../../setup/find";
import type { Contender, Sample } from "./contender";

/** PyTorch with one thread, and which it is. */
export interface Native extends Contender {
  about: string;
}

/** Undefined where there is no PyTorch. */
export async function startNative(root: string): Promise<Native | undefined> {
  const python = findPyTorch();
  if (python === undefined) return undefined;
  const child = spawn(python, [path.join(root, "bench", "engine.py")], {
    stdio: ["pipe", "pipe", "inherit"],
    env: {
      ...process.env,
      ...withOpenBlas(),
      // One thread from the start: a BLAS that has begun with two keeps waiting for the second.
      OMP_NUM_THREADS: "1",
      OPENBLAS_NUM_THREADS: "1",
    },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done)
      throw new Error(`bench: ${python} ended while it timed PyTorch; what it printed above says why.`);
    return JSON.parse(value);
  };
  const { torch, blas } = (await answer()) as { torch: string; blas: string[] };
  return {
    name: "PyTorch",
    host: "native",
    about: `PyTorch ${torch}, one thread, BLAS: ${blas.join(", ") || "its own"}`,
    sample: (work) => {
      child.stdin.write(`${work}\n`);
      return answer() as Promise<Sample>;
    },
    close: async () => void child.kill(),
  };
}

/**
 * Debian's PyTorch takes the system's BLAS, and the plain one is many times slower than OpenBLAS. An OpenBLAS that is here is laid over
 * it for this process alone: made the system's it would change the digits that goldens are made with.
 */
function withOpenBlas(): { LD_PRELOAD?: string } {
  const library = findOpenBlas();
  return library === undefined ? {} : { LD_PRELOAD: library };
}

function findOpenBlas(): string | undefined {
  const told = process.env.FANIN_OPENBLAS;
  if (told) {
    if (!existsSync(told)) throw new Error(`bench: FANIN_OPENBLAS must name a library, got ${told}.`);
    return told;
  }
  const folder = "/usr/lib/x86_64-linux-gnu";
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith("openblas-")) : [];
  return names.map((name) => path.join(folder, name, "libblas.so.3")).find((file) => existsSync(file));
}
