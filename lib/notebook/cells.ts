/** The pure part of a notebook: what its cells are, and what each event makes of them. */
import type { RunResult } from "./kernel/run";
import type { AuthorCell, CellState, Output } from "./model";

export type Cell = {
  readonly author: AuthorCell;
  source: string;
  state: CellState;
  /** Why it is stale, or why it did not run; one sentence, or nothing. */
  note: string | undefined;
  executionCount: number | undefined;
  /** Undefined while the baked outputs stand. */
  outputs: readonly Output[] | undefined;
  /** The source that the outputs came from, once it has run in this kernel. */
  ranSource: string | undefined;
  elapsed: number | undefined;
  /** Why what it used is no longer what the kernel holds; undefined while it is. */
  outdated: string | undefined;
  /** While it waits in the queue: what it is when it is taken out again. */
  resting: Resting | undefined;
};

type Resting = { state: "idle" | "done" | "stale" | "failed"; note: string | undefined };

export type Cells = readonly Cell[];

/** Cells as their author wrote them. */
export function toCells(authors: readonly AuthorCell[]): Cells {
  return authors.map((author) => ({
    author,
    source: author.source,
    state: "idle",
    note: undefined,
    executionCount: undefined,
    outputs: undefined,
    ranSource: undefined,
    elapsed: undefined,
    outdated: undefined,
    resting: undefined,
  }));
}

/** The cells with one of them changed. */
export function withCell(cells: Cells, id: string, change: Partial<Cell>): Cells {
  return cells.map((cell) => (cell.author.id === id ? { ...cell, ...change } : cell));
}

export function findCell(cells: Cells, id: string): Cell {
  const cell = cells.find(({ author }) => author.id === id);
  if (!cell) throw new Error(`notebook: no cell "${id}" in this lesson.`);
  return cell;
}

/** A cell counts as up to date when its outputs are those of its present source in this kernel. */
export function isCurrent(cell: Cell): boolean {
  return cell.state === "done" && cell.ranSource === cell.source;
}

/** What a cell is, whether it waits in the queue or not. */
function restingOf(cell: Cell): Resting {
  if (cell.resting) return cell.resting;
  // A cell that runs is settled by its run; until then it is what it has not been yet.
  const { state, note } = cell;
  return state === "queued" || state === "running" ? { state: "idle", note: undefined } : { state, note };
}

/** The cell with another resting state, shown at once where it does not wait or run. */
function rested(cell: Cell, resting: Resting): Cell {
  if (cell.state === "running") return cell;
  return cell.state === "queued" ? { ...cell, resting } : { ...cell, ...resting };
}

export function edited(cells: Cells, id: string, source: string): Cells {
  return cells.map((cell) => {
    if (cell.author.id !== id) return cell;
    const next = { ...cell, source };
    const { state } = restingOf(cell);
    if ((state !== "done" && state !== "stale") || cell.ranSource === undefined) return next;
    const note = source === cell.ranSource ? cell.outdated : "edited since it ran";
    return rested(next, { state: note === undefined ? "done" : "stale", note });
  });
}

/** Puts cells in the queue; what they were is remembered. */
export function queued(cells: Cells, ids: readonly string[]): Cells {
  return cells.map((cell) =>
    ids.includes(cell.author.id)
      ? { ...cell, state: "queued", note: undefined, resting: restingOf(cell) }
      : cell,
  );
}

/** Takes cells out of the queue again: they are what they were, or what they have become meanwhile. */
export function unqueued(cells: Cells, ids: readonly string[]): Cells {
  return cells.map((cell) =>
    ids.includes(cell.author.id) ? { ...cell, ...restingOf(cell), resting: undefined } : cell,
  );
}

/** Back to the author's source; and to the outputs that came with the page, unless it waits or runs. */
export function resetTo(cells: Cells, id: string): Cells {
  const { author } = findCell(cells, id);
  const back = edited(cells, id, author.source);
  const { state, ranSource } = findCell(back, id);
  if (state === "running" || state === "queued") return back;
  if (ranSource !== undefined && ranSource !== author.source)
    return withCell(back, id, {
      outputs: undefined,
      note: "reset to the author’s version; the kernel still holds yours",
    });
  return withCell(back, id, {
    outputs: undefined,
    state: "idle",
    note: undefined,
    executionCount: undefined,
  });
}

/** A cell whose run begins. */
export function began(cells: Cells, id: string): Cells {
  return withCell(cells, id, {
    state: "running",
    note: undefined,
    outputs: [],
    executionCount: undefined,
    resting: undefined,
  });
}

/** A cell whose run has ended; `source` is what ran, which may have been edited since. */
export function settled(
  cells: Cells,
  id: string,
  { source, result }: { source: string; result: RunResult },
): Cells {
  const { outputs, executionCount, elapsed, state } = result;
  const isEdited = state === "done" && findCell(cells, id).source !== source;
  return withCell(cells, id, {
    ...(isEdited ? { state: "stale", note: "edited since it ran" } : { state }),
    // A run that was undone leaves the kernel as it was.
    ...(result.undone ? {} : { ranSource: source, outdated: undefined }),
    outputs,
    executionCount,
    elapsed,
  });
}

/** Whether a failed run failed as its author said it would. */
export function meetsDeclaredError({ error }: AuthorCell, outputs: readonly Output[]): boolean {
  return (
    error !== undefined &&
    outputs.some((o) => o.output_type === "error" && `${o.ename}: ${o.evalue}`.includes(error))
  );
}

/** Marks what had run and used what has just changed. */
export function markStale(cells: Cells, ids: ReadonlySet<string>, why: string): Cells {
  return cells.map((cell) => {
    if (!ids.has(cell.author.id) || cell.ranSource === undefined) return cell;
    const next = { ...cell, outdated: why };
    return restingOf(cell).state === "done" ? rested(next, { state: "stale", note: why }) : next;
  });
}

/** After a restart nothing has run: outputs stay where they are, and are told to be from before. */
export function restarted(cells: Cells): Cells {
  return cells.map((cell) => ({
    ...cell,
    ...rested(cell, { state: "idle", note: cell.outputs ? "from before the restart" : undefined }),
    executionCount: undefined,
    ranSource: undefined,
    outdated: undefined,
  }));
}
