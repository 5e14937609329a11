/** What a cell says about names, as its source tells. */
import type { CellNames } from "./graph";
import { CellSyntaxError, transpile } from "./transpile";

export type NamesOf = Omit<CellNames, "id">;

/** A cell that does not parse needs nobody, and nobody needs it. */
export function findNames(id: string, source: string): NamesOf {
  try {
    const { declares, uses, assigns, imports, hostUses } = transpile(source, { id });
    return {
      declares: declares.map(({ name, kind }) => ({ name, kind })),
      uses,
      assigns,
      imports,
      hostUses,
    };
  } catch (error) {
    if (error instanceof CellSyntaxError) return { declares: [], uses: [], assigns: [], imports: [] };
    throw error;
  }
}
