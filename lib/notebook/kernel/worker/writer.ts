/** What a run puts out, on its way to the page: merged, batched, and bounded while the run still goes on. */
import { OUTPUTS, RICH_LENGTH, TEXT_LENGTH } from "../../limits";
import type { MimeBundle, Output } from "../../model";
import type { Transport } from "./transport";

/** Milliseconds between two batches. */
const BATCH = 40;
/** Writes past a limit that a cell may still try, catching the error each time, before the host ends it. */
const DEAF = 1000;

// Captured: a cell that has replaced them still puts out plain data, or nothing.
const { parse, stringify } = JSON;
const { keys } = Object;

export type Writer = {
  begin(runId: number, quiet: boolean): void;
  stream(name: "stdout" | "stderr", text: string): void;
  /** Puts out a MIME bundle, which may come from a learner's own hook: what is not plain data is refused. */
  rich(bundle: unknown, executionCount?: number): void;
  error(ename: string, evalue: string, traceback: string[]): void;
  flush(): void;
};

function limitError(message: string): Error {
  const error = new Error(message);
  error.name = "OutputLimitError";
  return error;
}

/** A bundle as JSON holds it: what a page is sent has no functions, cycles or getters in it. */
function toPlain(bundle: unknown): MimeBundle {
  const plain: unknown = typeof bundle === "object" && bundle !== null ? parse(stringify(bundle)) : undefined;
  if (typeof plain === "object" && plain !== null && typeof (plain as MimeBundle)["text/plain"] === "string")
    return plain as MimeBundle;
  throw new TypeError(
    'display: a value\'s own hook returns { "text/plain": string, … }, got something else. Return its text under "text/plain".',
  );
}

/** A writer on a transport. Over a limit it throws into the cell; a cell that goes on regardless is reported as overrun. */
export function createWriter(transport: Transport): Writer {
  let runId = 0;
  let quiet = false;
  let pending: Output[] = [];
  let last: Output | undefined;
  let count = 0;
  let length = 0;
  let refused = 0;
  let flushed = 0;
  let timer: unknown;

  function flush(): void {
    flushed = transport.now();
    transport.cancel(timer);
    timer = undefined;
    if (pending.length === 0) return;
    transport.send({ type: "outputs", runId, outputs: pending });
    pending = [];
    last = undefined;
  }

  function refuse(message: string): never {
    if (++refused === DEAF) transport.send({ type: "overrun", runId, message });
    throw limitError(message);
  }

  function schedule(): void {
    // A cell that never yields is heard too: the time is looked at here, not only in the timer.
    if (transport.now() - flushed > BATCH) flush();
    else timer ??= transport.later(flush, BATCH);
  }

  function push(output: Output): void {
    if (++count > OUTPUTS)
      refuse(
        `This run put out more than ${OUTPUTS} outputs, its limit. Gather what belongs together into one print or one figure.`,
      );
    pending[pending.length] = output;
    last = output;
    schedule();
  }

  function checkSize(data: MimeBundle): void {
    const mimes = keys(data);
    for (let i = 0; i < mimes.length; i++) {
      const mime = mimes[i] as string;
      const value = data[mime];
      const size = (typeof value === "string" ? value : stringify(value)).length;
      const most = mime === "text/plain" ? TEXT_LENGTH : RICH_LENGTH;
      if (size > most)
        refuse(
          `One output (${mime}) is ${size.toLocaleString("en")} characters long; the limit is ${most.toLocaleString("en")}. Draw fewer points, or bin them.`,
        );
    }
  }

  return {
    begin(id, isQuiet) {
      flush();
      runId = id;
      quiet = isQuiet;
      count = length = refused = 0;
    },
    stream(name, given) {
      // A string whatever comes: the cell may have replaced what formatted it.
      const text = `${given}`;
      length += text.length;
      if (length > TEXT_LENGTH)
        refuse(
          `This run printed more than ${TEXT_LENGTH.toLocaleString("en")} characters, its limit. Print less often, or a summary.`,
        );
      if (quiet || text === "") return;
      if (last?.output_type === "stream" && last.name === name) {
        last.text += text;
        schedule();
      } else push({ output_type: "stream", name, text });
    },
    rich(bundle, executionCount) {
      const data = toPlain(bundle);
      checkSize(data);
      if (quiet) return;
      push(
        executionCount === undefined
          ? { output_type: "display_data", data, metadata: {} }
          : { output_type: "execute_result", execution_count: executionCount, data, metadata: {} },
      );
    },
    error(ename, evalue, traceback) {
      if (quiet) return;
      pending[pending.length] = { output_type: "error", ename, evalue, traceback };
      last = undefined;
      flush();
    },
    flush,
  };
}
