/** How a run can end from outside, in words that say what happened, why, and what to do. */
import { RUN_SECONDS_MAX } from "../limits";
import type { ErrorOutput } from "../model";
import type { CellSyntaxError } from "../transpile";

export type EndingKind = "interrupted" | "restarted" | "limit" | "lost";

export class KernelError extends Error {
  readonly kind: EndingKind;
  constructor(kind: EndingKind, name: string, message: string) {
    super(message);
    this.kind = kind;
    this.name = name;
  }

  toOutput(cell: string): ErrorOutput {
    return { output_type: "error", ename: this.name, evalue: this.message, traceback: [`cell "${cell}"`] };
  }
}

/** The error with which a run ends that did not end by itself. */
export function endError(kind: EndingKind, seconds?: number, reason?: string): KernelError {
  switch (kind) {
    case "interrupted":
      return new KernelError(kind, "Stopped", "You stopped this run. Everything is as it was before it.");
    case "restarted":
      return new KernelError(kind, "Restarted", "The kernel was restarted while this cell ran.");
    case "limit":
      return new KernelError(
        kind,
        "TimeLimitError",
        `This run used up its ${seconds === 1 ? "one second" : `${seconds} seconds`} and was ended; everything is as it was before it. Make it do less. (An author can allow up to ${RUN_SECONDS_MAX} with limit= on the fence.)`,
      );
    case "lost":
      return new KernelError(
        kind,
        "KernelLost",
        `The kernel stopped answering (${reason}). Most often it ran out of memory. A new one has taken its place, in the state before this run.`,
      );
  }
}

/** Why a kernel is empty though nobody restarted it. */
export function sayForgotten(why: KernelError): string {
  return why.kind === "restarted"
    ? "The kernel starts empty: run again what you need."
    : `The kernel could not be brought back to where you were (${why.name}), and starts empty: run again what you need.`;
}

/** A syntax error as an output that points at its place. */
export function syntaxOutput(error: CellSyntaxError, cell: string): ErrorOutput {
  return {
    output_type: "error",
    ename: "SyntaxError",
    evalue: error.message,
    traceback: [`cell "${cell}", line ${error.line}, column ${error.column}`],
  };
}
