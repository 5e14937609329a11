/** A figure's data as a table: what the page offers beside every figure. */
import type { DepthSpec, FigureSpec, HistogramSpec, LinesSpec, ScalingSpec } from "./spec";

export type Cell = string | number;
export type Table = { columns: string[]; rows: Cell[][] };

/** The data of a figure, every number unrounded; a value that is not finite reads "not finite". A drawn figure has no data of its own. */
export function tabulate(spec: FigureSpec): Table {
  switch (spec.kind) {
    case "scaling":
      return scalingTable(spec);
    case "depth":
      return depthTable(spec);
    case "histogram":
      return histogramTable(spec);
    case "lines":
      return linesTable(spec);
    case "drawn":
      return { columns: [], rows: [] };
    default:
      return spec satisfies never;
  }
}

type Column = { name: string; x: readonly number[]; y: readonly (number | null)[] };

/** One row an x, one column a series; where a series has several values at one x, it takes as many rows. */
function join(first: string, columns: Column[]): Table {
  const rows = new Map<string, Cell[]>();
  for (const [position, { x, y }] of columns.entries()) {
    const seen = new Map<number, number>();
    for (const [index, at] of x.entries()) {
      const turn = seen.get(at) ?? 0;
      seen.set(at, turn + 1);
      const key = `${at}/${turn}`;
      const row = rows.get(key) ?? [at, ...columns.map(() => "")];
      row[position + 1] = y[index] ?? "not finite";
      rows.set(key, row);
    }
  }
  const sorted = [...rows.values()].sort((a, b) => Number(a[0]) - Number(b[0]));
  return { columns: [first, ...columns.map((column) => column.name)], rows: sorted };
}

function scalingTable({ x, measured, theory }: ScalingSpec): Table {
  return join(x.name, [
    ...measured.map((track) => ({ ...track, name: `${track.label}, measured` })),
    ...theory.map((track) => ({ ...track, name: `${track.label}, theory` })),
  ]);
}

function depthTable({ x, layers, schemes }: DepthSpec): Table {
  const column = (name: string, y: (number | null)[]) => (y.length ? [{ name, x: layers, y }] : []);
  return join(
    x.name,
    schemes.flatMap(({ label, measured, theory }) => [
      ...column(`${label}, measured`, measured),
      ...column(`${label}, theory`, theory),
    ]),
  );
}

function histogramTable({ edges, counts, densities }: HistogramSpec): Table {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const rows = counts.map((count, index) => {
    const from = edges[index] ?? 0;
    const to = edges[index + 1] ?? 0;
    return [from, to, count, total === 0 || to === from ? 0 : count / total / (to - from)];
  });
  return { columns: ["from", "to", "count", densities.length ? "density, measured" : "density"], rows };
}

function linesTable({ x, series }: LinesSpec): Table {
  return join(
    x.name,
    series.map((one) => ({ ...one, name: one.label })),
  );
}
