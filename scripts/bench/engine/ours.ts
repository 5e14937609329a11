import type { Connect } from "@/lib/notebook/kernel/connection";
import { Kernel } from "@/lib/notebook/kernel/kernel";
import { CELL, FIRST_TENSOR, sampleCell, TEMPORARIES } from "./cell";
import type { Sample } from "./contender";

const SECONDS = 280;

/** Milliseconds of one fresh kernel: until its script is evaluated, and from then to the first tensor. */
export type Start = { evaluated: number; tensor: number };

/** The engine on one host: in a process of its own, or in a page. */
export interface Ours {
  sample(work: string): Promise<Sample>;
  start(): Promise<Start>;
  /** Milliseconds of the loop that makes temporaries. */
  temporaries(): Promise<number>;
}

/** The same on both hosts, which differ in `connect`. */
export function openOurs(connect: Connect): Ours {
  let opened: Promise<Kernel> | undefined;
  const open = async () => {
    const kernel = new Kernel({ connect });
    await run(kernel, CELL);
    return kernel;
  };
  return {
    async sample(work) {
      opened ??= open();
      return { ms: Number(await run(await opened, sampleCell(work))) };
    },
    async start() {
      const kernel = new Kernel({ connect });
      const began = performance.now();
      await kernel.warm();
      const evaluated = performance.now();
      await run(kernel, FIRST_TENSOR);
      const ended = performance.now();
      kernel.close();
      return { evaluated: evaluated - began, tensor: ended - evaluated };
    },
    async temporaries() {
      const kernel = new Kernel({ connect });
      await kernel.warm();
      const began = performance.now();
      await run(kernel, TEMPORARIES);
      kernel.close();
      return performance.now() - began;
    },
  };
}

/** What a cell printed. */
async function run(kernel: Kernel, source: string): Promise<string> {
  const { state, outputs } = await kernel.run({ id: "bench", source, limit: SECONDS });
  if (state === "failed") throw new Error(`bench: a cell failed: ${JSON.stringify(outputs)}`);
  return outputs.map((output) => (output.output_type === "stream" ? output.text : "")).join("");
}
