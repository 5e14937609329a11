import { type Program, parse as parseJavaScript } from "acorn";
import { explain } from "./explain";
import { maskSource } from "./mask";
import { checkRefused } from "./refused";
import { linesOf, offsetOf, type Place, placeOf } from "./syntax-error";
import { sourceColumn, stripTypes } from "./typescript";

/** A cell that parses: its JavaScript, whose lines are the source's, and the tree of that. */
export type Parsed = {
  source: string;
  code: string;
  program: Program;
  /** The learner's place for an offset in `code`. */
  place(offset: number): Place;
};

/** TypeScript → JavaScript and its tree; throws CellSyntaxError. */
export function parse(source: string): Parsed {
  checkRefused(source);
  const code = attempt(source, { work: () => stripTypes(source), toSource: (offset) => offset });
  const place = (offset: number) => placeInSource(source, { code, offset });
  const program = attempt(source, {
    // 2024: what every supported browser can run.
    work: () => parseJavaScript(code, { ecmaVersion: 2024, sourceType: "module" }),
    toSource: (offset) => offsetOf(source, place(offset)),
  });
  return { source, code, program, place };
}

function placeInSource(source: string, { code, offset }: { code: string; offset: number }): Place {
  const { line, column, sourceLine } = placeOf(code, offset);
  const own = linesOf(source)[line - 1] ?? "";
  if (own === sourceLine) return { line, column, sourceLine };
  return { line, column: sourceColumn(source, { line: line - 1, column: column - 1 }) + 1, sourceLine: own };
}

/** Runs a parser, and turns what it throws into an error with the learner's place. */
function attempt<T>(
  source: string,
  { work, toSource }: { work: () => T; toSource: (offset: number) => number },
): T {
  try {
    return work();
  } catch (error) {
    // Too deep for the stack: told by who called.
    if (!(error instanceof Error) || error instanceof RangeError) throw error;
    if ("pos" in error && typeof error.pos === "number")
      throw explain(error.message, { source, offset: toSource(error.pos), cause: error });
    // sucrase gives up without a place where a decorator or a bracket has misled it.
    const decorator = maskSource(source).indexOf("@");
    throw explain(UNREADABLE, { source, offset: Math.max(0, decorator), cause: error });
  }
}

const UNREADABLE = "This cell can't be read: look for a bracket or a word that is missing or too much";
