/** What a cell threw, as an error output: a name, a sentence, and the learner's own lines. */
import { findMeantMethod } from "@/lib/torch";
import { inspect } from "../../outputs/inspect";
// Not by the door: the parsers behind it have no business in the kernel.
import { locate } from "../../transpile/stack";

export type Failure = { ename: string; evalue: string; traceback: string[] };

/** Characters that are shown of an error's name, of its sentence, and of one line of its traceback. */
const NAME = 200;
const SENTENCE = 10_000;
const LINE = 300;
/** Frames that are shown, and characters at the end of a stack among which they are looked for. */
const FRAMES = 20;
const STACK = 20_000;

function read(value: unknown, key: "name" | "message" | "stack"): string {
  try {
    const text = (value as Record<string, unknown>)[key];
    return typeof text === "string" ? text : "";
  } catch {
    return ""; // A getter that throws has nothing to tell.
  }
}

function isError(thrown: unknown): boolean {
  try {
    if (thrown instanceof Error) return true;
  } catch {
    return false; // A proxy may throw from any look at it.
  }
  return typeof thrown === "object" && thrown !== null && read(thrown, "stack") !== "";
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length)} … (${(text.length - length).toLocaleString("en")} more characters)`;
}

/** What each cell's first line was lengthened by, so that columns point at what the learner wrote. */
const prefixLengths: Record<string, number> = Object.create(null);

/** Tells how a cell was transpiled, before it runs. */
export function rememberCell(id: string, prefixLength: number): void {
  prefixLengths[id] = prefixLength;
}

/** `layer.paramaters is not a function` goes on with the method that was meant. */
function withMeant(message: string): string {
  const [, method] = /\.(\w+) is not a function/.exec(message.slice(0, LINE)) ?? [];
  const meant = method === undefined ? undefined : findMeantMethod(method);
  return meant === undefined ? message : `${message}; did you mean \`${meant}\`?`;
}

/** Describes anything that can be thrown; never throws itself. */
export function toFailure(thrown: unknown): Failure {
  if (!isError(thrown))
    return {
      ename: "Thrown",
      evalue: `${inspect(thrown)} was thrown. Throw an Error instead, and this output can say on which line.`,
      traceback: [],
    };
  const message = read(thrown, "message");
  const stack = read(thrown, "stack");
  // The frames stand at the end: a message of millions of characters is not searched for them.
  const frames =
    stack.length > STACK
      ? locate(stack.slice(-STACK), prefixLengths)
      : locate(stack, prefixLengths, { message });
  return {
    ename: cut(read(thrown, "name") || "Error", NAME),
    evalue: cut(withMeant(message), SENTENCE),
    traceback: frames
      .slice(0, FRAMES)
      .map(({ cell, line, fn }) => cut(`cell "${cell}", line ${line}${fn ? `, in ${fn}` : ""}`, LINE)),
  };
}
