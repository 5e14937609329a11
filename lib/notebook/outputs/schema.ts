/** The parser of what a kernel says it has put out: nothing else reaches the page. */
import * as z from "zod/mini";
import { RICH_LENGTH, TEXT_LENGTH } from "../limits";
import type { Output } from "../model";

const text = z.string().check(z.maxLength(TEXT_LENGTH + 1000));

const bundle = z.intersection(z.object({ "text/plain": text }), z.record(z.string(), z.unknown()));
const metadata = z.record(z.string(), z.unknown());

export const outputSchema = z.discriminatedUnion("output_type", [
  z.object({ output_type: z.literal("stream"), name: z.enum(["stdout", "stderr"]), text }),
  z.object({ output_type: z.literal("display_data"), data: bundle, metadata }),
  z.object({
    output_type: z.literal("execute_result"),
    execution_count: z.number(),
    data: bundle,
    metadata,
  }),
  z.object({
    output_type: z.literal("error"),
    ename: z.string().check(z.maxLength(1000)),
    evalue: text,
    traceback: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(100)),
  }),
]);

/** Checks one output; rich data over `RICH_LENGTH` characters is replaced by its text. */
export function parseOutput(value: unknown): Output {
  const output = outputSchema.parse(value) as Output;
  if (output.output_type !== "display_data" && output.output_type !== "execute_result") return output;
  for (const [mime, data] of Object.entries(output.data)) {
    const length = typeof data === "string" ? data.length : JSON.stringify(data ?? null).length;
    if (mime !== "text/plain" && length > RICH_LENGTH) delete output.data[mime];
  }
  return output;
}
