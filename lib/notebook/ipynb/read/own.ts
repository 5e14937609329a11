/** Files that were written here, in TypeScript: they come back as they were. */
import * as z from "zod/mini";
import { RUN_SECONDS_MAX } from "../../limits";
import type { MimeBundle, Output } from "../../model";
import { parseOutput } from "../../outputs/schema";
import type { CodeCell, MarkdownCell } from "../document";
import { check, NotebookProblem, toJsonPath } from "./check";
import { maybeOwnValue } from "./mimes";
import { maybePicture } from "./pictures";

type Path = readonly PropertyKey[];

const flag = z.exactOptional(z.literal(true, "true"));
const text = z.string("a text");
const twin = z.strictObject({
  source: text,
  ran: z.exactOptional(
    z.strictObject({
      output: text,
      ends: z.exactOptional(
        z.strictObject({
          kind: z.enum(["value", "error"], `"value" or "error"`),
          lines: z.number("a number").check(z.int("a whole number"), z.positive("a positive number")),
        }),
      ),
    }),
  ),
});

const code = z.strictObject({
  id: z.exactOptional(text),
  language: z.enum(["ts", "py"], `"ts" or "py"`),
  own: flag,
  author: z.exactOptional(text),
  twin: z.exactOptional(twin),
  error: z.exactOptional(text),
  limit: z.exactOptional(
    z.number("a number").check(z.positive("seconds"), z.maximum(RUN_SECONDS_MAX, "seconds")),
  ),
  gated: flag,
});

const markdown = z.strictObject({ id: z.exactOptional(text), own: flag, author: z.exactOptional(text) });

/** What a notebook says of itself under `fan_in`. */
export const notebookMark = z.object({
  schema: z.number(),
  form: z.enum(["typescript", "python"]),
  title: z.string(),
  bits: z.number(),
  lesson: z.exactOptional(z.string()),
});

/** What a cell of the Python form says of itself. */
export const pythonMark = z.object({
  role: z.enum(["lab", "twin", "edited", "no-twin"]),
  cell: z.exactOptional(z.string()),
});

export function readOwnCode(
  mark: unknown,
  path: Path,
): Omit<CodeCell, "kind" | "source" | "outputs" | "executionCount" | "id"> & { id?: string } {
  return check(code, mark, [...path, "metadata", "fan_in"]);
}

export function readOwnMarkdown(
  mark: unknown,
  path: Path,
): Omit<MarkdownCell, "kind" | "source" | "id"> & { id?: string } {
  return mark === undefined ? {} : check(markdown, mark, [...path, "metadata", "fan_in"]);
}

/** An output as it was: its kinds are ours already, its values pass their schemas again. */
export function readOwnOutput(value: unknown, path: Path): Output {
  let output: Output;
  try {
    output = parseOutput(fromNbOutput(value));
  } catch (cause) {
    throw new NotebookProblem(
      `This file was written here and changed since: at ${toJsonPath(path)} stands no output.`,
      { cause },
    );
  }
  if (output.output_type === "stream" || output.output_type === "error") return output;
  const kept: MimeBundle = { "text/plain": output.data["text/plain"] };
  for (const [mime, given] of Object.entries(output.data)) {
    const own = maybeOwnValue(mime, given) ?? toKeptPicture(mime, given);
    if (own) kept[mime] = own.value;
  }
  return { ...output, data: kept };
}

function toKeptPicture(mime: string, given: unknown): { value: string } | null {
  const picture = maybePicture(mime, given);
  return picture === null ? null : { value: picture };
}

/** Texts stand in a file as lists of lines, and an error's traceback begins with the error. */
function fromNbOutput(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const joined: Record<string, unknown> = { ...value };
  if (Array.isArray(joined.traceback) && joined.traceback[0] === `${joined.ename}: ${joined.evalue}`)
    joined.traceback = joined.traceback.slice(1);
  if (Array.isArray(joined.text)) joined.text = joined.text.join("");
  if (typeof joined.data === "object" && joined.data !== null)
    joined.data = Object.fromEntries(
      Object.entries(joined.data).map(([mime, data]) => [
        mime,
        Array.isArray(data) && !/[/+]json$/.test(mime) ? data.join("") : data,
      ]),
    );
  return joined;
}
