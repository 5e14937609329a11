/** What the page needs to run cells and not to show them: a chunk of its own, loaded when somebody is about to run one. */
import { buildGraph, type Graph } from "./graph";
import { createPool, type PoolOptions } from "./kernel/host/pool";
import { Kernel, type KernelOptions } from "./kernel/kernel";
import { CellSyntaxError, transpile } from "./transpile";

export { checkExercise } from "./exercise";
export { Kernel };

/** A kernel in a frame of this page. */
export function createPageKernel(options: Omit<KernelOptions, "connect"> & { pool: PoolOptions }): Kernel {
  const { pool, ...rest } = options;
  return new Kernel({ ...rest, connect: createPool(pool) });
}

/** Who needs whom among cells in page order. A cell that does not parse needs nobody and nobody needs it. */
export function analyseCells(cells: readonly { id: string; source: string }[]): Graph {
  return buildGraph(
    cells.map(({ id, source }) => {
      try {
        return { id, ...transpile(source, { id }) };
      } catch (error) {
        if (error instanceof CellSyntaxError) return { id, declares: [], uses: [], assigns: [], imports: [] };
        throw error;
      }
    }),
  );
}
