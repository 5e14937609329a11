/** What one cell says about names; `transpile` gives all of it. */
export type CellNames = {
  id: string;
  declares: readonly { name: string; kind: string }[];
  uses: readonly string[];
  assigns: readonly string[];
  /** `names` are those that the cell binds; `exports`, beside them, what they are called in the module. */
  imports: readonly { module: string; names: readonly string[]; exports?: readonly string[] }[];
  /** The host's names that the cell uses (`name`, `console`): an edge only where an earlier cell declares its own. */
  hostUses?: readonly string[];
};

/** Which cells hang together by names. Ids that are not in the graph (the cell does not parse) have no edges. */
export type Graph = {
  /** The cells that must have run before this one, transitively, in page order. */
  needs(id: string): string[];
  /** The cells whose results rest on this one, transitively, in page order. */
  dependents(id: string): string[];
  /** Whom the cell itself takes each name from: the reason behind `needs`, and why a cell is stale. */
  sources(id: string): { name: string; cell: string }[];
  /** Names that several cells declare, with those cells in page order. */
  duplicates: { name: string; cells: string[] }[];
};

/** The graph of cells given in page order. A used name comes from the nearest earlier cell that declares or assigns it, else from the next later one that declares it. */
export function buildGraph(cells: readonly CellNames[]): Graph {
  const position = new Map(cells.map(({ id }, index) => [id, index]));
  const providers = findProviders(cells);
  const sources = cells.map((cell, index) => findSources(cell, { index, providers }));
  const upstream = sources.map((edges) => edges.map(({ provider }) => provider));
  const downstream: number[][] = cells.map(() => []);
  for (const [user, edges] of upstream.entries()) for (const from of edges) downstream[from]?.push(user);

  const idOf = (index: number): string => cells[index]?.id ?? "";
  const reach = (id: string, edges: readonly (readonly number[])[]): string[] => {
    const start = position.get(id);
    return start === undefined ? [] : reachable(start, edges).map(idOf);
  };
  return {
    needs: (id) => reach(id, upstream),
    dependents: (id) => reach(id, downstream),
    sources: (id) =>
      (sources[position.get(id) ?? -1] ?? []).map(({ name, provider }) => ({ name, cell: idOf(provider) })),
    duplicates: findDuplicates(cells),
  };
}

/** For each name the cells that give it a value, in page order. */
type Providers = ReadonlyMap<string, { index: number; declares: boolean }[]>;

function findProviders(cells: readonly CellNames[]): Providers {
  const providers = new Map<string, { index: number; declares: boolean }[]>();
  const add = (name: string, provider: { index: number; declares: boolean }) =>
    providers.set(name, [...(providers.get(name) ?? []), provider]);
  for (const [index, { declares, assigns }] of cells.entries()) {
    const own = new Set(declares.map(({ name }) => name));
    for (const name of own) add(name, { index, declares: true });
    for (const name of new Set(assigns)) if (!own.has(name)) add(name, { index, declares: false });
  }
  return providers;
}

function findSources(
  cell: CellNames,
  { index, providers }: { index: number; providers: Providers },
): { name: string; provider: number }[] {
  const hostNames = new Set(cell.hostUses ?? []);
  const names = new Set([...cell.uses, ...cell.assigns, ...hostNames]);
  for (const { name } of cell.declares) names.delete(name);
  return [...names].flatMap((name) => {
    const found = providers.get(name) ?? [];
    const earlier = found.findLast((provider) => provider.index < index);
    // A later cell that only assigns cannot have made the name, and the host's own names need nobody.
    const later = hostNames.has(name) ? undefined : found.find((p) => p.index > index && p.declares);
    const provider = earlier ?? later;
    return provider ? [{ name, provider: provider.index }] : [];
  });
}

/** Every other node that can be reached, ascending; cycles are walked once. */
function reachable(start: number, edges: readonly (readonly number[])[]): number[] {
  const seen = new Set([start]);
  const queue = [start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop())
    for (const next of edges[at] ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  seen.delete(start);
  return [...seen].sort((a, b) => a - b);
}

function findDuplicates(cells: readonly CellNames[]): Graph["duplicates"] {
  const declarers = new Map<string, { cell: string; origin: string }[]>();
  for (const cell of cells)
    for (const name of new Set(cell.declares.map((declared) => declared.name)))
      declarers.set(name, [...(declarers.get(name) ?? []), { cell: cell.id, origin: originOf(name, cell) }]);
  return [...declarers]
    .filter(([, found]) => found.length > 1 && new Set(found.map(({ origin }) => origin)).size > 1)
    .map(([name, found]) => ({ name, cells: found.map(({ cell }) => cell) }));
}

/** Equal for two cells exactly when both import the same thing from the same module under this name. */
function originOf(name: string, cell: CellNames): string {
  for (const { module, names, exports } of cell.imports) {
    const at = names.indexOf(name);
    if (at >= 0) return JSON.stringify([module, exports?.[at] ?? name]);
  }
  return `cell ${cell.id}`;
}
