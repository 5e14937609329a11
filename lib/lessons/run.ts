/** Cells run in page order in one kernel, and held against what their fences declare. */
import type { ErrorOutput, Output } from "../notebook/model";
import type { LessonCell } from "./model";
import type { Problem } from "./problem";

/** What is asked of a kernel here; `lib/notebook/kernel/node` has it. */
export type CellKernel = {
  run(request: { id: string; source: string; limit?: number; evaluate?: string[] }): Promise<{
    state: "done" | "failed";
    outputs: Output[];
    executionCount: number;
    evaluated: Record<string, string>;
    evaluationErrors: Record<string, string>;
    elapsed: number;
  }>;
};

export type CellRun = {
  id: string;
  state: "done" | "failed";
  outputs: Output[];
  executionCount: number;
  /** The text of each expression that the lesson wants of this cell. */
  values: Record<string, string>;
  /** Milliseconds. */
  elapsed: number;
};

/** Runs the cells one after the other; a failed one does not stop the others. Problems go to `say` as they appear. */
export async function* runCells(
  cells: readonly LessonCell[],
  { kernel, file, say }: { kernel: CellKernel; file: string; say: (problem: Problem) => void },
): AsyncGenerator<CellRun> {
  for (const cell of cells) {
    const { id, source, limit, wants } = cell;
    const asked = { id, source, evaluate: wants };
    const result = await kernel.run(limit === undefined ? asked : { ...asked, limit });
    const { state, outputs, executionCount, evaluated, evaluationErrors, elapsed } = result;
    for (const problem of findProblems(cell, result)) say({ ...problem, file });
    for (const [show, text] of Object.entries(evaluationErrors))
      say({ file, line: cell.line - 1, text: `cell ${id}: the value of \`${show}\` is wanted: ${text}` });
    yield { id, state, outputs, executionCount, values: evaluated, elapsed };
  }
}

/** What the run of a cell has against its fence: an error that none declared, or a declared one that stayed away. */
export function findProblems(
  cell: LessonCell,
  run: { state: "done" | "failed"; outputs: readonly Output[] },
): { line: number; text: string }[] {
  const fence = cell.line - 1;
  const error = run.outputs.findLast((output): output is ErrorOutput => output.output_type === "error");
  const message = error ? `${error.ename}: ${error.evalue}` : "no error output";
  if (run.state === "done")
    return cell.error === undefined
      ? []
      : [
          {
            line: fence,
            text: `cell ${cell.id}: error="${cell.error}" was declared, and the cell ran through`,
          },
        ];
  if (cell.error === undefined)
    return [{ line: toLine(cell, error), text: `cell ${cell.id} failed: ${message}` }];
  if (message.includes(cell.error)) return [];
  return [{ line: fence, text: `cell ${cell.id}: error="${cell.error}" was declared, got ${message}` }];
}

/** The file's line on which the error arose, by the traceback's innermost line of this cell. */
function toLine(cell: LessonCell, error: ErrorOutput | undefined): number {
  const lines = error?.traceback.map((text) => /^\s*cell "([^"]+)", line (\d+)/.exec(text)) ?? [];
  const own = lines.find((match) => match?.[1] === cell.id)?.[2];
  return own ? cell.line + Number(own) - 1 : cell.line - 1;
}
