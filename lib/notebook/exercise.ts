/**
 * The checking of an exercise, the same on the page and in the tests. The submission runs in one kernel, a probe turns what it defined
 * into a typed value, and the checker runs in another kernel that holds nothing else: a learner cannot reach it by accident.
 */
import type { RunRequest, RunResult } from "./kernel/run";
import type { WireValue } from "./kernel/wire";
import type { ErrorOutput } from "./model";

/** What the checker says: one sentence, and whether the answer is accepted. */
export type Verdict = { ok: boolean; say: string };

/** A kernel of which only runs are wanted. */
export type ExerciseKernel = { run(request: RunRequest): Promise<RunResult>; close(): void };

type Cell = { id: string; source: string; limit?: number };

export type ExerciseOptions = {
  startKernel: () => Promise<ExerciseKernel>;
  /** What the submission needs, in page order. */
  cells: readonly Cell[];
  submission: Cell;
  /** Runs after the submission; the value of its last expression is the result. */
  probe: string;
  /** Sees `result`; the value of its last expression is the verdict. */
  check: string;
};

/** Checks a submission. A submission that fails is refused with its own error; a checker that fails throws. */
export async function checkExercise(options: ExerciseOptions): Promise<Verdict> {
  const { startKernel, cells, submission, probe, check } = options;
  const result = await withKernel(startKernel, async (kernel) => {
    for (const cell of cells) await kernel.run(cell);
    const submitted = await kernel.run(submission);
    if (submitted.state === "failed") return refuse("Your cell ended with an error", submitted);
    const probed = await kernel.run({ id: "probe", source: probe, wantValue: true });
    if (probed.state === "failed") return refuse("Your cell ran, but what it left could not be used", probed);
    return probed.value ?? ({ kind: "undefined" } as const);
  });
  if ("ok" in result) return result;
  return withKernel(startKernel, async (kernel) => {
    const checked = await kernel.run({ id: "check", source: check, inject: { result }, wantValue: true });
    const verdict = checked.value && toVerdict(checked.value);
    if (checked.state === "failed" || !verdict)
      throw new Error(
        `checkExercise: a checker ends with { ok, say }, got ${toMessage(checked) ?? "another value"}`,
      );
    return verdict;
  });
}

async function withKernel<T>(
  start: () => Promise<ExerciseKernel>,
  use: (kernel: ExerciseKernel) => Promise<T>,
): Promise<T> {
  const kernel = await start();
  try {
    return await use(kernel);
  } finally {
    kernel.close();
  }
}

function refuse(what: string, run: RunResult): Verdict {
  return { ok: false, say: `${what}: ${toMessage(run) ?? "it said nothing of its cause"}` };
}

function toMessage({ outputs }: RunResult): string | undefined {
  const error = outputs.findLast((output): output is ErrorOutput => output.output_type === "error");
  return error && `${error.ename}: ${error.evalue}`;
}

function toVerdict(value: WireValue): Verdict | null {
  if (value.kind !== "object") return null;
  const entries = new Map(value.entries);
  const [ok, say] = [entries.get("ok"), entries.get("say")];
  return ok?.kind === "boolean" && say?.kind === "string" ? { ok: ok.value, say: say.value } : null;
}
