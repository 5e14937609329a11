import { PYTHON_EXPRESSIONS } from "./python-expressions";
import { type Habit, PYTHON_STATEMENTS } from "./python-statements";

/** A text by lines: as written, and with only its code. */
export type Line = { text: string; masked: string };

type Found = { column: number; message: string };

/** If a text that does not parse looks like pasted Python: where, and one sentence that gives the TypeScript to write. */
export function findPython(
  lines: readonly Line[],
  stumbledAt: number,
): (Found & { line: number }) | undefined {
  for (const line of [stumbledAt, ...lines.keys()]) {
    const text = lines[line];
    if (!text) continue;
    // Statements are Python wherever they stand; what stands behind `#` is none.
    const statement = { ...text, masked: text.masked.replace(/(^|\s)#.*$/, "$1") };
    const found =
      findHabit(PYTHON_STATEMENTS, statement) ??
      (line === stumbledAt ? findHabit(PYTHON_EXPRESSIONS, text) : undefined);
    if (found) return { line: line + 1, ...found };
  }
  return undefined;
}

function findHabit(habits: readonly Habit[], line: Line): Found | undefined {
  for (const habit of habits) {
    const found = recognise(habit, line);
    if (found) return found;
  }
  return undefined;
}

/** Patterns look at code only; what they found is then read from the line as it was written. */
function recognise({ pattern, say }: Habit, { text, masked }: Line): Found | undefined {
  const match = pattern.exec(masked);
  if (!match?.indices) return undefined;
  const groups = match.indices.slice(1).map((range) => (range ? text.slice(...range) : ""));
  const start = match.index + (match[0].length - match[0].trimStart().length);
  return { column: start + 1, message: `This is Python: ${say(groups)}` };
}
