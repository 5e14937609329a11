/** What the page needs to run cells and not to show them: a chunk of its own, loaded when somebody is about to run one. */
import { buildGraph, type Graph } from "./graph";
import { createPool } from "./kernel/host/pool";
import { Kernel } from "./kernel/kernel";
import { findNames, type NamesOf } from "./names";

export { checkExercise } from "./exercise";
export { createPool, Kernel };

/** What each cell was found to declare and use when it was last looked at: all are asked about at each run, and few have changed. */
const known = new Map<string, { source: string; names: NamesOf }>();

/** `names` are those of this source, where the page brought them. */
export type Source = { id: string; source: string; names?: NamesOf };

/** Who needs whom among cells in page order. */
export function analyseCells(cells: readonly Source[]): Graph {
  return buildGraph(
    cells.map(({ id, source, names }) => {
      if (names) return { id, ...names };
      const before = known.get(id);
      if (before?.source === source) return { id, ...before.names };
      const found = findNames(id, source);
      known.set(id, { source, names: found });
      return { id, ...found };
    }),
  );
}

/** The cells whose results rest on what one cell has changed, by what it ran now and by what it had run before. */
export function dependentsOf(
  cells: readonly Source[],
  { id, versions }: { id: string; versions: readonly (string | undefined)[] },
): Set<string> {
  const found = new Set<string>();
  for (const source of new Set(versions)) {
    if (source === undefined) continue;
    const graph = analyseCells(cells.map((cell) => (cell.id === id ? { id, source } : cell)));
    for (const dependent of graph.dependents(id)) found.add(dependent);
  }
  return found;
}
