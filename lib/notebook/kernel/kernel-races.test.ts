import { describe, expect, it, vi } from "vitest";
import type { RunMessage } from "./protocol";
import { gate, theatre } from "./testing/theatre";

describe("Kernel, whatever comes at whatever moment,", () => {
  it("does not start a run before the replay has ended", async () => {
    const { kernel, ends, turn, runs, runOf } = theatre();
    await runOf("a");
    const stopped = kernel.run({ id: "b", source: "1" });
    await turn();
    kernel.interrupt();
    await stopped;
    const next = kernel.run({ id: "c", source: "1" });
    await turn();
    expect(runs().at(-1)).toEqual(["a"]);
    await ends();
    expect(runs().at(-1)).toEqual(["a", "c"]);
    await ends();
    expect((await next).state).toBe("done");
  });

  it("gives runs that are asked for together their turns", async () => {
    const { kernel, ends, turn, runs } = theatre();
    const both = [kernel.run({ id: "a", source: "1" }), kernel.run({ id: "b", source: "1" })];
    await turn();
    expect(runs()).toEqual([["a"]]);
    await ends();
    expect(runs()).toEqual([["a", "b"]]);
    await ends();
    expect((await Promise.all(both)).map(({ executionCount }) => executionCount)).toEqual([1, 2]);
  });

  it("stops a run that still waits for its worker: nothing is posted, and the worker is kept", async () => {
    const door = gate();
    const { kernel, turn, runs, runOf } = theatre(() => door.promise);
    const run = kernel.run({ id: "a", source: "1" });
    await turn();
    kernel.interrupt();
    expect((await run).outputs.at(-1)).toMatchObject({ ename: "Stopped" });
    door.open();
    await turn();
    await runOf("b");
    expect(runs()).toEqual([["b"]]);
  });

  it("closes a worker that comes after it was closed itself, and starts no other", async () => {
    const door = gate();
    const { kernel, workers, turn, phases } = theatre(() => door.promise);
    const warm = kernel.warm();
    const run = kernel.run({ id: "a", source: "1" });
    await turn();
    kernel.close();
    door.open();
    await expect(warm).rejects.toThrow(/restarted/);
    expect((await run).outputs.at(-1)).toMatchObject({ ename: "Restarted" });
    await turn();
    expect(workers.map(({ isClosed }) => isClosed)).toEqual([true]);
    expect(phases.at(-1)).toBe("cold");
  });

  it("restarts in the middle of a start or of a replay, twice too, and ends with one worker that is empty", async () => {
    const { kernel, workers, turn, runs, runOf } = theatre();
    await runOf("a");
    const stopped = kernel.run({ id: "b", source: "1" });
    await turn();
    kernel.interrupt();
    await stopped;
    await turn();
    await Promise.all([kernel.restart(), kernel.restart()]);
    expect(workers.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
    expect((await runOf("c")).executionCount).toBe(1);
    expect(runs().at(-1)).toEqual(["c"]);
  });

  it("rejects a run when no worker can be had, and tries again for the next", async () => {
    let tries = 0;
    const { kernel, phases, runOf } = theatre(async () => {
      if (++tries === 1) throw new Error("no frame");
    });
    await expect(kernel.run({ id: "a", source: "1" })).rejects.toThrow("no frame");
    expect(phases.at(-1)).toBe("broken");
    expect((await runOf("a")).state).toBe("done");
  });

  it("is not ended by a second Stop while it comes back", async () => {
    const { kernel, ends, turn, runs, runOf, forgotten } = theatre();
    await runOf("a");
    const stopped = kernel.run({ id: "b", source: "1" });
    await turn();
    kernel.interrupt();
    await turn();
    kernel.interrupt();
    await ends();
    await stopped;
    await runOf("c");
    expect(runs().at(-1)).toEqual(["a", "c"]);
    expect(forgotten).toEqual([]);
  });

  it("starts empty when its replay is declined, and says so", async () => {
    const { kernel, turn, runs, runOf, forgotten } = theatre();
    await runOf("a");
    const stopped = kernel.run({ id: "b", source: "1" });
    await turn();
    kernel.interrupt();
    await stopped;
    await turn();
    kernel.declineReplay();
    await turn();
    expect(forgotten).toEqual(["The kernel starts empty: run again what you need."]);
    await runOf("c");
    expect(runs().at(-1)).toEqual(["c"]);
  });

  it("comes back once by itself when it is lost between runs, then empty, then waits to be asked", async () => {
    const { workers, turn, runs, runOf, ends, phases, forgotten } = theatre();
    await runOf("a");
    workers.at(-1)?.listener.lost("its loop fell silent");
    await turn();
    await ends();
    expect(runs().at(-1)).toEqual(["a"]);
    workers.at(-1)?.listener.lost("its loop fell silent");
    await turn();
    expect(runs().at(-1)).toEqual([]);
    expect(forgotten).toHaveLength(1);
    workers.at(-1)?.listener.lost("its loop fell silent");
    await turn();
    expect(workers).toHaveLength(3);
    expect(phases.at(-1)).toBe("broken");
    expect((await runOf("b")).state).toBe("done");
  });

  it("takes a new worker when a run left a realm past mending, and says what the run did", async () => {
    const { kernel, workers, lastRun, turn } = theatre();
    const run = kernel.run({ id: "a", source: "1" });
    await turn();
    workers[0]?.listener.message({ type: "broken", runId: lastRun()?.runId, message: "It froze Object." });
    expect(await run).toMatchObject({
      state: "failed",
      undone: true,
      outputs: [{ ename: "BuiltInError", evalue: "It froze Object." }],
    });
    expect(workers[0]?.isClosed).toBe(true);
  });

  it("ends a run at its limit, and not the replay that follows", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const { kernel, turn, runOf, ends, runs } = theatre();
      await runOf("a");
      const run = kernel.run({ id: "b", source: "1", limit: 2 });
      await turn();
      vi.advanceTimersByTime(2000);
      expect((await run).outputs.at(-1)).toMatchObject({ ename: "TimeLimitError" });
      await turn();
      vi.advanceTimersByTime(10_000);
      await ends();
      await runOf("c");
      expect(runs().at(-1)).toEqual(["a", "c"]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("drops what a worker says after the end of its run", async () => {
    const { kernel, workers, lastRun, ends, turn } = theatre();
    const heard: unknown[] = [];
    const run = kernel.run({ id: "a", source: "1" }, (outputs) => heard.push(outputs));
    await turn();
    const { runId } = lastRun() as RunMessage;
    await ends();
    const text = { output_type: "stream", name: "stdout", text: "late" };
    workers[0]?.listener.message({ type: "outputs", runId, outputs: [text] });
    expect((await run).outputs).toEqual([]);
    expect(heard).toEqual([]);
  });
});
