/** The pure part of a notebook: what its cells are, and what each event makes of them. */
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
};

export type Cells = readonly Cell[];

export function toCells(authors: readonly AuthorCell[], edits: ReadonlyMap<string, string>): Cells {
  return authors.map((author) => ({
    author,
    source: edits.get(author.id) ?? author.source,
    state: "idle",
    note: undefined,
    executionCount: undefined,
    outputs: undefined,
    ranSource: undefined,
    elapsed: undefined,
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

export function edited(cells: Cells, id: string, source: string): Cells {
  const cell = findCell(cells, id);
  const settled = cell.state === "done" || cell.state === "stale";
  if (!settled || cell.ranSource === undefined) return withCell(cells, id, { source });
  return source === cell.ranSource
    ? withCell(cells, id, { source, state: "done", note: undefined })
    : withCell(cells, id, { source, state: "stale", note: "edited since it ran" });
}

/** Marks what had run and used what has just changed. */
export function markStale(cells: Cells, ids: ReadonlySet<string>, why: string): Cells {
  return cells.map((cell) =>
    ids.has(cell.author.id) && cell.state === "done" ? { ...cell, state: "stale", note: why } : cell,
  );
}

/** After a restart nothing has run: outputs stay where they are, and are told to be from before. */
export function restarted(cells: Cells): Cells {
  return cells.map((cell) => ({
    ...cell,
    state: "idle",
    executionCount: undefined,
    ranSource: undefined,
    note: cell.outputs ? "from before the restart" : undefined,
  }));
}
