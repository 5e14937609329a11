/** A measured figure beside the one that is wanted. */
export interface Row {
  what: string;
  /** Undefined when it could not be measured; `note` then says why. */
  value: number | undefined;
  unit: "kB" | "MB" | "ms" | "×" | "ns" | "GFLOP/s" | "";
  /** The most that is wanted, or the least; a row without either informs only. */
  most?: number;
  least?: number;
  note?: string;
}

const HEAD = ["what", "measured", "wanted", "of that", "", "note"];

/** The rows as plain text in columns. */
export function toTable(rows: readonly Row[]): string {
  return toColumns([HEAD, ...rows.map(toCells)], (column) => column === 0 || column === HEAD.length - 1);
}

/** Lines of cells in columns: to the right, but where `isText`. */
export function toColumns(
  lines: readonly (readonly string[])[],
  isText: (column: number) => boolean = (column) => column === 0,
): string {
  const widths = lines[0]?.map((_, column) =>
    Math.max(...lines.map((cells) => (cells[column] ?? "").length)),
  );
  return lines
    .map((cells) => {
      const padded = cells.map((cell, column) =>
        isText(column) ? cell.padEnd(widths?.[column] ?? 0) : cell.padStart(widths?.[column] ?? 0),
      );
      return padded.join("  ").trimEnd();
    })
    .join("\n");
}

function toCells({ what, value, unit, most, least, note = "" }: Row): string[] {
  if (value === undefined) return [what, "not measured", "", "", "", note];
  const bound = most ?? least;
  if (bound === undefined) return [what, toFigure(value, unit), "", "", "", note];
  const isOk = (most === undefined || value <= most) && (least === undefined || value >= least);
  const wanted = `${most === undefined ? "≥" : "≤"} ${toFigure(bound, unit)}`;
  const share = bound ? (value / bound).toFixed(2) : "";
  return [what, toFigure(value, unit), wanted, share, isOk ? "ok" : "over", note];
}

/** A value with as many digits as say something, and its unit. */
export function toFigure(value: number, unit: Row["unit"]): string {
  const isRatio = unit === "" || unit === "×";
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value < 1 ? 3 : isRatio ? 2 : 1;
  return `${value.toFixed(digits)} ${unit}`.trimEnd();
}

/** What several samples gave. */
export interface Spread {
  min: number;
  median: number;
  max: number;
}

export function toSpreadOf(values: readonly number[]): Spread {
  return { min: Math.min(...values), median: median(values), max: Math.max(...values) };
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined)
    throw new RangeError("median: at least one value is needed, got none.");
  return (low + high) / 2;
}

/** The first and the third quarter, to show how much a machine wavered. */
export function toSpread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
  return `quartiles ${at(0.25)} and ${at(0.75)}, n = ${values.length}`;
}
