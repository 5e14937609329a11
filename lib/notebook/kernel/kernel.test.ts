import { describe, expect, it, vi } from "vitest";
import type { Listener } from "./connection";
import { Kernel, type KernelPhase } from "./kernel";
import type { RunMessage, ToKernel } from "./protocol";

/** A worker that is played by the test: it answers when it is told to. */
function theatre(open: () => Promise<void> = async () => {}) {
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

function gate(): { promise: Promise<void>; open: () => void } {
  let open = () => {};
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

describe("Kernel", () => {
  it("runs a cell and counts it", async () => {
    const { kernel, ends, turn } = theatre();
    const run = kernel.run({ id: "a", source: "1" });
    await turn();
    await ends();
    expect(await run).toMatchObject({ state: "done", executionCount: 1, outputs: [] });
  });

  it("joins streamed outputs of the run in progress and drops those of an older one", async () => {
    const { kernel, workers, ends, lastRun, turn } = theatre();
    const run = kernel.run({ id: "a", source: "1" });
    await turn();
    const { runId } = lastRun() as RunMessage;
    const say = (id: number, text: string) =>
      workers[0]?.listener.message({
        type: "outputs",
        runId: id,
        outputs: [{ output_type: "stream", name: "stdout", text }],
      });
    say(runId, "a\n");
    say(runId - 1, "old\n");
    say(runId, "b\n");
    await ends();
    expect((await run).outputs).toEqual([{ output_type: "stream", name: "stdout", text: "a\nb\n" }]);
  });

  it("answers a syntax error without a kernel", async () => {
    const { kernel, workers } = theatre();
    const { state, outputs } = await kernel.run({ id: "a", source: "const = 1" });
    expect(state).toBe("failed");
    expect(outputs[0]).toMatchObject({ output_type: "error", ename: "SyntaxError" });
    expect(workers).toHaveLength(0);
  });

  it("ends an interrupted run at once, and replays the journal in a new worker, with its clock", async () => {
    const { kernel, workers, ends, lastRun, turn } = theatre();
    const first = kernel.run({ id: "a", source: "globalThis.t = Date.now()" });
    await turn();
    await ends("done", [42]);
    await first;
    const second = kernel.run({ id: "b", source: "while (true) {}" });
    await turn();
    kernel.interrupt();
    await turn();
    expect(workers[0]?.isClosed).toBe(true);
    expect(lastRun()).toMatchObject({ cell: "a", replay: true, ambient: { random: 7, clock: [42] } });
    await ends();
    expect((await second).outputs.at(-1)).toMatchObject({ output_type: "error", ename: "Stopped" });
    const third = kernel.run({ id: "c", source: "1" });
    await turn();
    expect(lastRun()).toMatchObject({ cell: "c", replay: false });
    await ends();
    await third;
    expect(workers).toHaveLength(2);
  });

  it("keeps a failed run in the journal: what it had written is still there", async () => {
    const { kernel, ends, lastRun, turn } = theatre();
    const first = kernel.run({ id: "a", source: "globalThis.x = 1; throw new Error('no')" });
    await turn();
    await ends("failed");
    await first;
    const second = kernel.run({ id: "b", source: "while (true) {}" });
    await turn();
    kernel.interrupt();
    await turn();
    expect(lastRun()).toMatchObject({ cell: "a", replay: true });
    await ends();
    await second;
  });

  it("takes an overrun for the end of the run", async () => {
    const { kernel, workers, lastRun, turn } = theatre();
    const run = kernel.run({ id: "a", source: "1" });
    await turn();
    workers[0]?.listener.message({ type: "overrun", runId: lastRun()?.runId, message: "too much" });
    expect((await run).outputs.at(-1)).toMatchObject({ ename: "OutputLimitError", evalue: "too much" });
    expect(workers[0]?.isClosed).toBe(true);
  });

  it("says why when the worker is lost in the middle of a run", async () => {
    const { kernel, workers, turn } = theatre();
    const run = kernel.run({ id: "a", source: "1" });
    await turn();
    workers[0]?.listener.lost("its frame fell silent");
    const { state, outputs } = await run;
    expect(state).toBe("failed");
    expect(outputs.at(-1)).toMatchObject({ ename: "KernelLost" });
    expect(JSON.stringify(outputs)).toContain("its frame fell silent");
    expect(workers).toHaveLength(2);
  });

  it("treats a message that is not of the protocol as the loss of the worker", async () => {
    const { kernel, workers, turn } = theatre();
    const run = kernel.run({ id: "a", source: "1" });
    await turn();
    workers[0]?.listener.message({ type: "outputs", runId: "1", outputs: "<img onerror=…>" });
    expect((await run).outputs.at(-1)).toMatchObject({ ename: "KernelLost" });
  });

  it("forgets everything on restart: counts begin at 1 and nothing is replayed", async () => {
    const { kernel, workers, ends, turn } = theatre();
    const first = kernel.run({ id: "a", source: "1" });
    await turn();
    await ends();
    await first;
    await kernel.restart();
    const second = kernel.run({ id: "a", source: "1" });
    await turn();
    await ends();
    expect((await second).executionCount).toBe(1);
    expect(workers[1]?.posted.filter(({ type }) => type === "run")).toHaveLength(1);
  });

  it("gives a journal up that cannot be replayed, and starts empty", async () => {
    const { kernel, workers, ends, turn, runs, forgotten } = theatre();
    const first = kernel.run({ id: "a", source: "1" });
    await turn();
    await ends();
    await first;
    const second = kernel.run({ id: "b", source: "while (true) {}" });
    await turn();
    kernel.interrupt();
    await turn();
    workers[1]?.listener.lost("its frame fell silent");
    await second;
    await turn();
    expect(runs()).toEqual([["a", "b"], ["a"], []]);
    expect(forgotten).toEqual([expect.stringContaining("starts empty")]);
  });

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
