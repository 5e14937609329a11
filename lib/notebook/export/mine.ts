/** A lesson's document with what the reader made of its cells. */
import type { CodeCell, DocumentCell, NotebookDocument } from "../ipynb";
import type { Output } from "../model";

/** What is asked of a cell of the page. */
export type PageCell = {
  id: string;
  source: string;
  /** Undefined while the outputs that came with the page stand. */
  outputs: readonly Output[] | undefined;
  executionCount: number | undefined;
  /** Whether the outputs are those of this source. */
  isCurrent: boolean;
};

/** The document as the page shows it: changed cells keep the author's text beside the reader's; outputs of another text stay behind. */
export function toMine(document: NotebookDocument, page: readonly PageCell[]): NotebookDocument {
  const byId = new Map(page.map((cell) => [cell.id, cell]));
  return {
    ...document,
    cells: document.cells.map((cell): DocumentCell => {
      const mine = cell.kind === "code" ? byId.get(cell.id) : undefined;
      return cell.kind === "code" && mine ? toMineCell(cell, mine) : cell;
    }),
  };
}

/** Whether the reader changed anything. */
export function isChanged(document: NotebookDocument, page: readonly PageCell[]): boolean {
  return page.some((cell) =>
    document.cells.some(({ id, source }) => id === cell.id && source !== cell.source),
  );
}

function toMineCell(cell: CodeCell, { source, outputs, executionCount, isCurrent }: PageCell): CodeCell {
  const edited = source === cell.source ? {} : { source, author: cell.source };
  if (outputs === undefined && source === cell.source) return cell;
  const shown = isCurrent ? [...(outputs ?? [])] : [];
  return { ...cell, ...edited, outputs: shown, executionCount: isCurrent ? (executionCount ?? null) : null };
}
