/** Lines: one if it fits, else an entry a line. */
import { max, stringIndexOf, stringSlice } from "./captured";

type Bracketed = { prefix: string; open: string; close: string; entries: readonly string[] };

/** Put entries between brackets, on one line if all of them fit in `room` characters. */
export function bracket({ prefix, open, close, entries }: Bracketed, room: number): string {
  const start = prefix === "" ? open : `${prefix} ${open}`;
  if (entries.length === 0) return start + close;
  // `{ a: 1 }` but `[1, 2]`, as people write them.
  const gap = open === "{" ? " " : "";
  let line = start + gap;
  for (let i = 0; i < entries.length && line.length <= room; i++) line += (i > 0 ? ", " : "") + entries[i]!;
  line += gap + close;
  if (line.length <= room && stringIndexOf(line, "\n") < 0) return line;
  let lines = start;
  for (let i = 0; i < entries.length; i++) lines += `${i > 0 ? "," : ""}\n  ${hang(entries[i]!, 2)}`;
  return `${lines}\n${close}`;
}

/** Move all lines but the first to the right. */
export function hang(text: string, columns: number): string {
  if (columns === 0 || stringIndexOf(text, "\n") < 0) return text;
  const margin = spaces(columns);
  let moved = "";
  let from = 0;
  for (let at = stringIndexOf(text, "\n"); at >= 0; at = stringIndexOf(text, "\n", from)) {
    moved += stringSlice(text, from, at + 1) + margin;
    from = at + 1;
  }
  return moved + stringSlice(text, from);
}

/** So many spaces. */
export function spaces(count: number): string {
  let text = "";
  for (let i = 0; i < count; i++) text += " ";
  return text;
}

/** Text of at most so many characters, and an ellipsis for the rest. */
export function cut(text: string, longest: number): string {
  return text.length > longest ? `${stringSlice(text, 0, max(longest, 0))}…` : text;
}
