/** What the page needs to run cells and not to show them: a chunk of its own, loaded when somebody is about to run one. */
import { buildGraph, type CellNames, type Graph } from "./graph";
import { createPool } from "./kernel/host/pool";
import { Kernel } from "./kernel/kernel";
import { CellSyntaxError, transpile } from "./transpile";

export { checkExercise } from "./exercise";
export { createPool, Kernel };

/** What each cell was found to declare and use when it was last looked at: all are asked about at each run, and few have changed. */
const known = new Map<string, { source: string; names: CellNames }>();

/** Who needs whom among cells in page order. A cell that does not parse needs nobody and nobody needs it. */
export function analyseCells(cells: readonly { id: string; source: string }[]): Graph {
  return buildGraph(
    cells.map(({ id, source }) => {
      const before = known.get(id);
      if (before?.source === source) return before.names;
      const names = analyse(id, source);
      known.set(id, { source, names });
      return names;
    }),
  );
}

/** The cells whose results rest on what one cell has changed, by what it ran now and by what it had run before. */
export function dependentsOf(
  cells: readonly { id: string; source: string }[],
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

function analyse(id: string, source: string): CellNames {
  try {
    return { id, ...transpile(source, { id }) };
  } catch (error) {
    if (error instanceof CellSyntaxError) return { id, declares: [], uses: [], assigns: [], imports: [] };
    throw error;
  }
}
