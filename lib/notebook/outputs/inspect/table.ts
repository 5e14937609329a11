/** `console.table` as text: a row an entry, columns aligned, numbers to the right. */
import { stringIndexOf } from "./captured";
import { type Entry, readEntries, UNREAD } from "./entries";
import { cut, spaces } from "./layout";
import { quote } from "./primitives";
import { walk } from "./walk";

const MOST_ROWS = 100;
const MOST_COLUMNS = 20;
const WIDEST_CELL = 40;

const INDEX = "(index)";
/** The column of rows that are no records. */
const VALUE = "Value";

type Column = { readonly name: string; readonly cells: (string | undefined)[]; numeric: boolean };

/** The table of an array, map, set or object; undefined for a value that has no rows. */
export function tabulate(data: unknown, wanted?: readonly string[]): string | undefined {
  const rows = readEntries(data, MOST_ROWS);
  if (rows === undefined) return undefined;
  const index: Column = { name: INDEX, cells: [], numeric: true };
  const columns: Column[] = [index];
  if (wanted) for (let i = 0; i < wanted.length; i++) findColumn(columns, wanted[i]!);
  for (let row = 0; row < rows.entries.length; row++) {
    const { key, value } = rows.entries[row]!;
    fill(index, { row, text: cellText(key), numeric: isDigits(key) });
    const cells = readEntries(value, MOST_COLUMNS)?.entries ?? [{ key: VALUE, value }];
    for (let i = 0; i < cells.length; i++) addCell(columns, cells[i]!, { row, fixed: wanted !== undefined });
  }
  return drawTable(columns, rows);
}

function addCell(
  columns: Column[],
  { key, value }: Entry,
  { row, fixed }: { row: number; fixed: boolean },
): void {
  const column = findColumn(columns, key, fixed || columns.length > MOST_COLUMNS);
  if (!column) return;
  const numeric = typeof value === "number" || typeof value === "bigint";
  fill(column, { row, text: value === UNREAD ? "[Getter]" : cellText(value), numeric });
}

function findColumn(columns: Column[], name: string, closed = false): Column | undefined {
  for (let i = 1; i < columns.length; i++) if (columns[i]!.name === name) return columns[i];
  if (closed) return undefined;
  const column: Column = { name, cells: [], numeric: true };
  columns[columns.length] = column;
  return column;
}

function fill(column: Column, { row, text, numeric }: { row: number; text: string; numeric: boolean }): void {
  column.cells[row] = text;
  column.numeric &&= numeric;
}

/** One line at the most: strings bare, unless they would break it. */
function cellText(value: unknown): string {
  if (typeof value === "string") {
    const quoted = quote(value, WIDEST_CELL);
    const plain = quoted.length === value.length + 2;
    return plain ? value : quoted;
  }
  const text = walk(value, { budget: WIDEST_CELL, ownBudget: WIDEST_CELL });
  const end = stringIndexOf(text, "\n");
  return end < 0 ? text : cut(text, end);
}

function drawTable(
  columns: readonly Column[],
  { entries, rest }: { entries: readonly Entry[]; rest: number },
): string {
  const widths: number[] = [];
  for (let i = 0; i < columns.length; i++) widths[i] = widest(columns[i]!, entries.length);
  let text = drawRow(columns, { widths, cell: (column) => column.name });
  text += `\n${drawRow(columns, { widths, cell: (_, width) => rule(width) })}`;
  for (let row = 0; row < entries.length; row++) {
    text += `\n${drawRow(columns, { widths, cell: ({ cells }) => cells[row] ?? "" })}`;
  }
  return rest > 0 ? `${text}\n… ${rest} more` : text;
}

function drawRow(
  columns: readonly Column[],
  { widths, cell }: { widths: readonly number[]; cell: (column: Column, width: number) => string },
): string {
  let line = "";
  let gap = 0;
  for (let i = 0; i < columns.length; i++) {
    const text = cell(columns[i]!, widths[i]!);
    const room = widths[i]! - text.length;
    // Blanks are put only before something, so that no line ends in them.
    if (text === "") gap += room;
    else if (columns[i]!.numeric) {
      line += spaces(gap + room) + text;
      gap = 0;
    } else {
      line += spaces(gap) + text;
      gap = room;
    }
    gap += 2;
  }
  return line;
}

function widest({ name, cells }: Column, rows: number): number {
  let width = name.length;
  for (let row = 0; row < rows; row++) {
    const length = cells[row]?.length ?? 0;
    if (length > width) width = length;
  }
  return width;
}

function rule(width: number): string {
  let line = "";
  for (let i = 0; i < width; i++) line += "─";
  return line;
}

function isDigits(text: string): boolean {
  return `${+text}` === text;
}
