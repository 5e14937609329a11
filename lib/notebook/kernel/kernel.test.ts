import { describe, expect, it } from "vitest";
import type { RunMessage } from "./protocol";
import { theatre } from "./testing/theatre";

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
    for (const at of [1, 2]) {
      workers[at]?.listener.lost("its frame fell silent");
      await turn();
    }
    await second;
    expect(runs()).toEqual([["a", "b"], ["a"], ["a"], []]);
    expect(forgotten).toEqual([expect.stringContaining("starts empty")]);
  });

  it("tries a replay again whose worker was lost: the process of the ended run may have taken it along", async () => {
    const { kernel, workers, ends, turn, runs, runOf, forgotten } = theatre();
    await runOf("a");
    const hoard = kernel.run({ id: "b", source: "while (true) {}" });
    await turn();
    kernel.interrupt();
    await hoard;
    await turn();
    workers[1]?.listener.lost("its frame fell silent");
    await turn();
    await ends();
    await runOf("c");
    expect(runs()).toEqual([["a", "b"], ["a"], ["a", "c"]]);
    expect(forgotten).toEqual([]);
  });
});
