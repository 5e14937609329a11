import { describe, expect, it } from "vitest";
import { checkExercise, type ExerciseKernel } from "./exercise";
import type { RunRequest, RunResult } from "./kernel/run";
import type { WireValue } from "./kernel/wire";

const verdict = (ok: boolean, say: string): WireValue => ({
  kind: "object",
  entries: [
    ["ok", { kind: "boolean", value: ok }],
    ["say", { kind: "string", value: say }],
  ],
});

/** Kernels whose answers are looked up by the id of what is run; every run is written down. */
function stage(answers: Record<string, Partial<RunResult>>) {
  const played: string[] = [];
  let kernels = 0;
  const startKernel = async (): Promise<ExerciseKernel> => {
    const name = "AB"[kernels++];
    return {
      run: async ({ id, inject }: RunRequest) => {
        played.push(`${name} runs ${id}${inject ? ` with ${JSON.stringify(inject)}` : ""}`);
        const answer: RunResult = {
          state: "done",
          outputs: [],
          executionCount: 1,
          evaluated: {},
          evaluationErrors: {},
          elapsed: 1,
        };
        return { ...answer, ...answers[id] };
      },
      close: () => void played.push(`${name} closes`),
    };
  };
  const cells = [{ id: "before", source: "" }];
  const submission = { id: "mine", source: "" };
  return { played, check: () => checkExercise({ startKernel, cells, submission, probe: "p", check: "c" }) };
}

const error = (evalue: string): Partial<RunResult> => ({
  state: "failed",
  outputs: [{ output_type: "error", ename: "TypeError", evalue, traceback: [] }],
});
const number: WireValue = { kind: "number", value: 1 };

describe("checkExercise", () => {
  it("runs the submission in one kernel and the checker in another, which gets the probe's value", async () => {
    const { played, check } = stage({ probe: { value: number }, check: { value: verdict(true, "Right.") } });
    expect(await check()).toEqual({ ok: true, say: "Right." });
    expect(played).toEqual([
      "A runs before",
      "A runs mine",
      "A runs probe",
      "A closes",
      'B runs check with {"result":{"kind":"number","value":1}}',
      "B closes",
    ]);
  });

  it("refuses a submission that fails, in its own words, and starts no checker", async () => {
    const { played, check } = stage({ mine: error("no such thing") });
    expect(await check()).toEqual({
      ok: false,
      say: "Your cell ended with an error: TypeError: no such thing",
    });
    expect(played.at(-1)).toBe("A closes");
  });

  it("says when the cell ran and what it left could not be used", async () => {
    const { check } = stage({ probe: error("fill is not a function") });
    expect(await check()).toEqual({
      ok: false,
      say: "Your cell ran, but what it left could not be used: TypeError: fill is not a function",
    });
  });

  it("throws, closing its kernel, when the checker itself fails or gives no verdict", async () => {
    const failing = stage({ probe: { value: number }, check: error("result.large is undefined") });
    await expect(failing.check()).rejects.toThrow(
      "checkExercise: a checker ends with { ok, say }, got TypeError: result.large",
    );
    expect(failing.played.at(-1)).toBe("B closes");
    await expect(stage({ check: { value: number } }).check()).rejects.toThrow("got another value");
  });
});
