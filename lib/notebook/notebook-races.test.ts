import { describe, expect, it } from "vitest";
import { broken, room } from "./testing/room";

describe("Notebook, whatever is pressed at whatever moment,", () => {
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
});
