import type { PageCell } from "@/lib/lessons";
import type { AuthorCell } from "@/lib/notebook/model";

/** What the notebook in the browser needs of a page's cells: nothing that the server has already shown. */
export function toAuthorCells(cells: PageCell[]): AuthorCell[] {
  return cells.map(({ id, source, line, names, error, limit }) => ({
    id,
    source,
    line,
    ...(names && { names }),
    ...(error !== undefined && { error }),
    ...(limit !== undefined && { limit }),
  }));
}
