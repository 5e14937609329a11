import type { Cell } from "@/lib/notebook/cells";

const WORDS = {
  idle: "never run",
  queued: "waiting for its turn",
  running: "running",
  done: "done",
  stale: "stale",
  failed: "failed",
} as const;

/** The margin of a cell: Jupyter's execution count, and one mark for its state. */
export function CellGutter({ cell }: { cell: Cell }) {
  const count = cell.state === "running" || cell.state === "queued" ? "*" : (cell.executionCount ?? " ");
  return (
    <div className="cell-gutter">
      <span>
        <span aria-hidden="true">[{count}]</span>
        {cell.executionCount !== undefined && (
          <span className="sr-only">Run number {cell.executionCount}.</span>
        )}
      </span>
      <span className="cell-mark" data-state={cell.state} title={WORDS[cell.state]}>
        <span className="sr-only">{WORDS[cell.state]}</span>
      </span>
    </div>
  );
}
