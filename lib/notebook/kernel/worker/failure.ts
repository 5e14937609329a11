/** What a cell threw, as an error output: a name, a sentence, and the learner's own lines. */
import { inspect } from "../../outputs/inspect";
// Not by the door: the parsers behind it have no business in the kernel.
import { locate } from "../../transpile/stack";

export type Failure = { ename: string; evalue: string; traceback: string[] };

function read(value: unknown, key: "name" | "message" | "stack"): string {
  try {
    const text = (value as Record<string, unknown>)[key];
    return typeof text === "string" ? text : "";
  } catch {
    return ""; // A getter that throws has nothing to tell.
  }
}

/** What each cell's first line was lengthened by, so that columns point at what the learner wrote. */
const prefixLengths: Record<string, number> = {};

/** Tells how a cell was transpiled, before it runs. */
export function rememberCell(id: string, prefixLength: number): void {
  prefixLengths[id] = prefixLength;
}

/** Describes anything that can be thrown; never throws itself. */
export function toFailure(thrown: unknown): Failure {
  const isError =
    thrown instanceof Error ||
    (typeof thrown === "object" && thrown !== null && read(thrown, "stack") !== "");
  if (!isError)
    return {
      ename: "Thrown",
      evalue: `${inspect(thrown)} was thrown. Throw an Error instead, and this output can say on which line.`,
      traceback: [],
    };
  const message = read(thrown, "message");
  const traceback = locate(read(thrown, "stack"), prefixLengths, { message }).map(
    ({ cell, line, fn }) => `cell "${cell}", line ${line}${fn ? `, in ${fn}` : ""}`,
  );
  return { ename: read(thrown, "name") || "Error", evalue: message, traceback };
}
