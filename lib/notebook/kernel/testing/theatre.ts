import type { Listener } from "../connection";
import { Kernel, type KernelPhase } from "../kernel";
import type { RunMessage, ToKernel } from "../protocol";

/** A worker that is played by the test: it answers when it is told to. */
export function theatre(open: () => Promise<void> = async () => {}) {
  const workers: { posted: ToKernel[]; listener: Listener; isClosed: boolean }[] = [];
  const phases: KernelPhase["phase"][] = [];
  const forgotten: string[] = [];
  const kernel = new Kernel({
    connect: async (listener) => {
      await open();
      const worker = { posted: [] as ToKernel[], listener, isClosed: false };
      workers.push(worker);
      return {
        post: (message) => void worker.posted.push(message),
        busy: () => {},
        close: () => {
          worker.isClosed = true;
        },
      };
    },
    onPhase: ({ phase }) => phases.push(phase),
    onForgotten: (reason) => forgotten.push(reason),
    now: () => 1000,
    randomSeed: () => 7,
  });
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const runs = () => workers.map(({ posted }) => posted.flatMap((m) => (m.type === "run" ? [m.cell] : [])));
  const lastRun = () => workers.at(-1)?.posted.findLast((m): m is RunMessage => m.type === "run");
  /** Lets the newest worker end the run that it was given last. */
  async function ends(state: "done" | "failed" = "done", clock: number[] = []) {
    const run = lastRun();
    workers.at(-1)?.listener.message({
      type: "ended",
      runId: run?.runId,
      state,
      clock,
      evaluated: {},
      evaluationErrors: {},
    });
    await turn();
  }
  /** Runs a cell to its end. */
  async function runOf(id: string) {
    const run = kernel.run({ id, source: "1" });
    await turn();
    await ends();
    return run;
  }
  return { kernel, workers, phases, forgotten, turn, lastRun, ends, runs, runOf };
}

/** A promise that the test keeps waiting. */
export function gate(): { promise: Promise<void>; open: () => void } {
  let open = () => {};
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}
