import { describe, expect, it } from "vitest";
import { broken, room } from "./testing/room";

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
