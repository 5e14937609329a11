import type { RunRequest, RunResult } from "../kernel/run";
import type { Output } from "../model";
import { Notebook } from "../notebook";
import type { NotebookOptions } from "../notebook-state";

type Pending = { request: RunRequest; end(result: Partial<RunResult>): void };

/** A lesson of three cells in a row: each uses the one before. The kernel is played by the test. */
export function room(change: Partial<NotebookOptions> = {}) {
  const pending: Pending[] = [];
  const kept: [string, string | undefined][] = [];
  const calls: string[] = [];
  const ids = ["a", "b", "c"];
  const graph = {
    needs: (id: string) => ids.slice(0, ids.indexOf(id)),
    dependents: (id: string) => ids.slice(ids.indexOf(id) + 1),
  };
  let count = 0;
  let events: Parameters<NotebookOptions["createKernel"]>[1] = {};
  const kernel = {
    run: (request: RunRequest) =>
      new Promise<RunResult>((resolve) => {
        const executionCount = ++count;
        const end = (result: Partial<RunResult>) =>
          resolve({
            state: "done",
            outputs: [],
            executionCount,
            evaluated: {},
            evaluationErrors: {},
            elapsed: 5,
            ...result,
          });
        pending.push({ request, end });
      }),
    interrupt: () => pending.at(-1)?.end({ state: "failed", outputs: [stopped], undone: true }),
    restart: async () => {
      calls.push("restart");
      count = 0;
      pending.at(-1)?.end({ state: "failed", outputs: [stopped], undone: true });
    },
    warm: async () => {},
    close: () => {},
    declineReplay: () => void calls.push("decline"),
  };
  const notebook = new Notebook({
    cells: ids.map((id) => ({ id, source: id, line: 1 })),
    loadEngine: async () =>
      ({
        analyseCells: () => graph,
        dependentsOf: (_: unknown, { id }: { id: string }) => new Set(graph.dependents(id)),
      }) as never,
    createKernel: (_, on) => {
      events = on;
      on.onPhase?.({ phase: "ready" });
      return kernel as never;
    },
    keep: (cell, source) => void kept.push([cell, source]),
    isGated: () => false,
    skipGate: () => {},
    figureWidth: () => 640,
    now: () => 0,
    ...change,
  });
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const ends = async (result: Partial<RunResult> = {}) => {
    pending.at(-1)?.end(result);
    await turn();
  };
  const states = () => notebook.state.cells.map(({ state }) => state).join(" ");
  const ran = () => pending.map(({ request }) => request.id).join(" ");
  return { notebook, turn, ends, states, ran, kept, calls, events: () => events };
}

export const stopped: Output = { output_type: "error", ename: "Stopped", evalue: "", traceback: [] };
export const broken: Output = { output_type: "error", ename: "Error", evalue: "no luck", traceback: [] };
