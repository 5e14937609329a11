/** A cell that cannot run: where, and in one plain sentence why. Lines and columns count from 1. */
export class CellSyntaxError extends Error {
  readonly line: number;
  readonly column: number;
  /** The learner's own line, for the output that points at the place. */
  readonly sourceLine: string;

  constructor(message: string, { line, column, sourceLine, cause }: Place & { cause?: unknown }) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "SyntaxError";
    this.line = line;
    this.column = column;
    this.sourceLine = sourceLine;
  }
}

/** A place in a text, counted from 1, with its line. */
export type Place = { line: number; column: number; sourceLine: string };

/** A text's lines as editors have them: they end with \n, \r\n or \r, and not with U+2028. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

/** Where an offset lies. */
export function placeOf(text: string, offset: number): Place {
  const before = linesOf(text.slice(0, offset));
  const line = before.length;
  return { line, column: (before[line - 1] ?? "").length + 1, sourceLine: linesOf(text)[line - 1] ?? "" };
}

/** The offset of a line and column, each at most what the text has. */
export function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  const breaks = /\r\n?|\n/g;
  for (let passed = 1; passed < line && breaks.exec(text); passed++);
  return Math.min(text.length, breaks.lastIndex + column - 1);
}

/** A function from offsets to lines, for many of them. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [...text.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
