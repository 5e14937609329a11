/** A measured figure beside the one that is wanted. */
export interface Row {
  what: string;
  /** Undefined when it could not be measured; `note` then says why. */
  value: number | undefined;
  unit: "kB" | "ms" | "×" | "ns" | "";
  /** The most that is wanted; a row without one informs only. */
  most?: number;
  note?: string;
}

const HEAD = ["what", "measured", "wanted", "of that", "", "note"];

/** The rows as plain text in columns. */
export function toTable(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(toCells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? "").length)));
  return lines
    .map((cells) => {
      const padded = cells.map((cell, column) =>
        column === 0 || column === HEAD.length - 1
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      );
      return padded.join("  ").trimEnd();
    })
    .join("\n");
}

function toCells({ what, value, unit, most, note = "" }: Row): string[] {
  if (value === undefined) return [what, "not measured", "", "", "", note];
  const wanted = most === undefined ? "" : `≤ ${toFigure(most, unit)}`;
  const share = most ? (value / most).toFixed(2) : "";
  const verdict = most === undefined ? "" : value <= most ? "ok" : "over";
  return [what, toFigure(value, unit), wanted, share, verdict, note];
}

function toFigure(value: number, unit: Row["unit"]): string {
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 1 ? 1 : 3;
  return `${value.toFixed(digits)} ${unit}`.trimEnd();
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
