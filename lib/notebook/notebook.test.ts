import { describe, expect, it } from "vitest";
import type { RunRequest, RunResult } from "./kernel/run";
import type { Output } from "./model";
import { Notebook, type NotebookOptions } from "./notebook";

type Pending = { request: RunRequest; end(result: Partial<RunResult>): void };

/** A lesson of three cells in a row: each uses the one before. The kernel is played by the test. */
function room(change: Partial<NotebookOptions> = {}) {
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

const stopped: Output = { output_type: "error", ename: "Stopped", evalue: "", traceback: [] };
const broken: Output = { output_type: "error", ename: "Error", evalue: "no luck", traceback: [] };

describe("Notebook", () => {
  it("runs from cold what a cell needs first, in page order", async () => {
    const { notebook, turn, ends, states, ran } = room();
    void notebook.run("c");
    await turn();
    expect(states()).toBe("running queued queued");
    await ends();
    await ends();
    await ends();
    expect(ran()).toBe("a b c");
    expect(states()).toBe("done done done");
  });

  it("does not run again what is up to date", async () => {
    const { notebook, turn, ends, ran } = room();
    void notebook.run("a");
    await turn();
    await ends();
    void notebook.run("b");
    await turn();
    await ends();
    expect(ran()).toBe("a b");
  });

  it("marks what used a cell as stale when it runs again, and says why", async () => {
    const { notebook, turn, ends, states } = room();
    void notebook.run("b");
    await turn();
    await ends();
    await ends();
    void notebook.run("a");
    await turn();
    await ends();
    expect(states()).toBe("done stale idle");
    expect(notebook.state.cells[1]?.note).toBe('cell "a" ran again');
  });

  it("shows an edit of what has run as stale, and the old text again as done", async () => {
    const { notebook, turn, ends, states, kept } = room();
    void notebook.run("a");
    await turn();
    await ends();
    notebook.edit("a", "a + 1");
    expect(states()).toBe("stale idle idle");
    notebook.edit("a", "a");
    expect(states()).toBe("done idle idle");
    expect(kept).toEqual([
      ["a", "a + 1"],
      ["a", undefined],
    ]);
  });

  it("says that a cell is stale which was edited while it ran", async () => {
    const { notebook, turn, ends, states } = room();
    void notebook.run("a");
    await turn();
    notebook.edit("a", "other");
    await ends();
    expect(states()).toBe("stale idle idle");
  });

  it("stops the queue at the first failure; what waited goes back to what it was", async () => {
    const { notebook, turn, ends, states } = room();
    void notebook.runAll();
    await turn();
    await ends();
    await ends({ state: "failed", outputs: [broken] });
    expect(states()).toBe("done failed idle");
  });

  it("goes on after an error that the fence declares", async () => {
    const cells = ["a", "b", "c"].map((id) => ({
      id,
      source: id,
      line: 1,
      ...(id === "b" ? { error: "no luck" } : {}),
    }));
    const { notebook, turn, ends, states } = room({ cells });
    void notebook.runAll();
    await turn();
    await ends();
    await ends({ state: "failed", outputs: [broken] });
    await ends();
    expect(states()).toBe("done failed done");
  });

  it("stops what runs and forgets what waits", async () => {
    const { notebook, turn, states, ran } = room();
    void notebook.runAll();
    await turn();
    notebook.stop();
    await turn();
    expect(states()).toBe("failed idle idle");
    expect(ran()).toBe("a");
  });

  it("waits with Run all before an open prediction, and goes on when it is answered", async () => {
    let isOpen = true;
    const { notebook, turn, ends, states, ran } = room({ isGated: (cell) => cell === "b" && isOpen });
    void notebook.runAll();
    await turn();
    await ends();
    expect(states()).toBe("done idle idle");
    expect(notebook.state.waitingFor).toBe("b");
    expect(notebook.state.notice).toContain("prediction");
    void notebook.goOn();
    expect(notebook.state.waitingFor).toBe("b");
    isOpen = false;
    void notebook.goOn();
    await turn();
    await ends();
    await ends();
    expect(ran()).toBe("a b c");
  });

  it("goes on with the one cell that was asked for, not with the rest of the page", async () => {
    let isOpen = true;
    const { notebook, turn, ends, states, ran } = room({ isGated: (cell) => cell === "b" && isOpen });
    void notebook.run("b");
    await turn();
    await ends();
    isOpen = false;
    void notebook.goOn();
    await turn();
    await ends();
    expect(ran()).toBe("a b");
    expect(states()).toBe("done done idle");
  });

  it("begins Run all with a fresh kernel and counts from 1", async () => {
    const { notebook, turn, ends, calls } = room();
    void notebook.run("a");
    await turn();
    await ends();
    void notebook.runAll();
    await turn();
    await ends();
    expect(calls).toEqual(["restart"]);
    expect(notebook.state.cells[0]?.executionCount).toBe(1);
  });

  it("keeps the outputs over a restart and says that they are from before", async () => {
    const { notebook, turn, ends } = room();
    void notebook.run("a");
    await turn();
    await ends({ outputs: [broken] });
    await notebook.restart();
    expect(notebook.state.cells[0]).toMatchObject({
      state: "idle",
      note: "from before the restart",
      outputs: [broken],
    });
    expect(notebook.state.cells[0]?.executionCount).toBeUndefined();
  });

  it("shows at once that a cell waits while the engine is fetched, and forgets it at Stop", async () => {
    let arrive = () => {};
    const fetched = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const { notebook, turn, states, ran } = room();
    const slow = room({
      loadEngine: async () => {
        await fetched;
        return { analyseCells: () => ({ needs: () => [] }) } as never;
      },
    });
    void slow.notebook.run("b");
    expect(slow.states()).toBe("idle queued idle");
    slow.notebook.stop();
    arrive();
    await turn();
    expect(slow.states()).toBe("idle idle idle");
    expect(slow.ran()).toBe("");
    void notebook.run("c");
    void notebook.run("b");
    expect(states()).toBe("idle queued queued");
    await turn();
    expect(states()).toBe("running queued queued");
    expect(ran()).toBe("a");
  });

  it("takes what waited back to what it was: stale stays stale, failed stays failed", async () => {
    const { notebook, turn, ends, states } = room();
    void notebook.run("c");
    await turn();
    await ends();
    await ends();
    await ends({ state: "failed", outputs: [broken] });
    void notebook.run("a");
    await turn();
    await ends();
    expect(states()).toBe("done stale failed");
    notebook.edit("a", "a + 1");
    void notebook.run("c");
    await turn();
    expect(states()).toBe("running queued queued");
    notebook.stop();
    await turn();
    expect(states()).toBe("failed stale failed");
  });

  it("marks nothing stale when a run was undone: the kernel holds what it held", async () => {
    const { notebook, turn, ends, states } = room();
    void notebook.run("b");
    await turn();
    await ends();
    await ends();
    void notebook.run("a");
    await turn();
    notebook.stop();
    await turn();
    expect(states()).toBe("failed done idle");
  });

  it("keeps a cell stale whose input changed, when an edit of it is taken back", async () => {
    const { notebook, turn, ends, states } = room();
    void notebook.run("b");
    await turn();
    await ends();
    await ends();
    void notebook.run("a");
    await turn();
    await ends();
    notebook.edit("b", "b + 1");
    notebook.edit("b", "b");
    expect(states()).toBe("done stale idle");
    expect(notebook.state.cells[1]?.note).toBe('cell "a" ran again');
  });

  it("runs all from the top again when it is pressed in the middle of a run", async () => {
    const { notebook, turn, ends, states, ran, calls } = room();
    void notebook.runAll();
    await turn();
    await ends();
    expect(states()).toBe("done running queued");
    void notebook.runAll();
    await turn();
    expect(states()).toBe("running queued queued");
    await ends();
    await ends();
    await ends();
    expect(states()).toBe("done done done");
    expect(ran()).toBe("a b a b c");
    expect(calls).toEqual(["restart"]);
  });

  it("restarts in the middle of a run: nothing has run then, and no error is shown as new", async () => {
    const { notebook, turn, states } = room();
    void notebook.run("b");
    await turn();
    await notebook.restart();
    await turn();
    expect(states()).toBe("idle idle idle");
    expect(notebook.state.running).toBeUndefined();
  });

  it("shows every cell as never run when the kernel had to start empty, and says why", async () => {
    const { notebook, turn, ends, states, events } = room();
    void notebook.run("b");
    await turn();
    await ends();
    await ends();
    events().onForgotten?.("The kernel starts empty.");
    expect(states()).toBe("idle idle idle");
    expect(notebook.state).toMatchObject({
      notice: "The kernel starts empty.",
      announcement: "The kernel starts empty.",
    });
  });

  it("declines a replay at Stop only when it has taken long", async () => {
    const { notebook, turn, ends, calls, events } = room();
    void notebook.run("a");
    await turn();
    await ends();
    events().onPhase?.({ phase: "replaying", done: 0, total: 1, patient: true });
    notebook.stop();
    expect(calls).toEqual([]);
    events().onPhase?.({ phase: "replaying", done: 0, total: 1, patient: false });
    notebook.stop();
    expect(calls).toEqual(["decline"]);
  });

  it("resets a cell to the author's source and baked outputs", async () => {
    const { notebook, kept } = room();
    notebook.edit("a", "mine");
    notebook.reset("a");
    expect(notebook.state.cells[0]).toMatchObject({ source: "a", state: "idle", outputs: undefined });
    expect(kept.at(-1)).toEqual(["a", undefined]);
  });

  it("never lets a restored edit overwrite what was typed meanwhile", () => {
    const { notebook } = room();
    notebook.edit("a", "typed before the store opened");
    notebook.restoreEdits(
      new Map([
        ["a", "older"],
        ["b", "mine"],
      ]),
    );
    expect(notebook.state.cells.map(({ source }) => source)).toEqual([
      "typed before the store opened",
      "mine",
      "c",
    ]);
  });

  it("says what to do when the kernel's chunk cannot be fetched, and tries again at the next press", async () => {
    let tries = 0;
    const { notebook, turn } = room({
      loadEngine: async () => {
        if (++tries === 1) throw new Error("Failed to fetch");
        return { analyseCells: () => ({ needs: () => [], dependents: () => [] }) } as never;
      },
    });
    await notebook.run("a");
    expect(notebook.state.kernel).toMatchObject({ phase: "broken" });
    expect(notebook.state.notice).toContain("reload");
    void notebook.run("a");
    await turn();
    expect(notebook.state.cells[0]?.state).toBe("running");
  });
});
