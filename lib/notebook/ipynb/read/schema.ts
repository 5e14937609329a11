/** The parts of nbformat 4 as they are read: what Jupyter itself repairs is let through, what it refuses is refused. */
import * as z from "zod/mini";

const text = "a text or a list of texts";
const object = z.record(z.string(), z.unknown(), "an object");
const anything = z.unknown();

export const multiline = z.pipe(
  z.union([z.string(), z.array(z.string())], text),
  z.transform((lines: string | string[]) => (typeof lines === "string" ? lines : lines.join(""))),
);

const count = z.nullable(
  z.number("a whole number").check(z.int("a whole number"), z.nonnegative("a whole number")),
);

export const notebookSchema = z.object(
  {
    nbformat: z.number("the number 4").check(z.int("the number 4")),
    nbformat_minor: z.optional(z.number("a whole number").check(z.int("a whole number"))),
    metadata: z.optional(object),
    cells: z.optional(z.array(anything, "a list of cells")),
    worksheets: z.optional(z.array(anything, "a list of worksheets")),
  },
  "an object",
);

export const cellSchema = z.object(
  {
    cell_type: z.enum(["code", "markdown", "raw"], `"code", "markdown" or "raw"`),
    id: z.optional(anything),
    metadata: z.optional(object),
    source: multiline,
    attachments: z.optional(object),
    outputs: z.optional(z.array(anything, "a list of outputs")),
    execution_count: z.optional(count),
  },
  "an object",
);

export const outputKind = z.object({ output_type: z.string("the kind of an output") }, "an object");

export const streamSchema = z.object({ name: z.optional(z.string("a text")), text: multiline });
export const dataSchema = z.object({
  data: object,
  metadata: z.optional(object),
  execution_count: z.optional(count),
});
export const errorSchema = z.object({
  ename: z.string("a text"),
  evalue: z.string("a text"),
  traceback: z.array(z.string("a text"), "a list of texts"),
});

/** What an object's language is called, where it says so. */
export const languageSchema = z.object({
  language_info: z.optional(z.object({ name: z.optional(z.string()) })),
  kernelspec: z.optional(z.object({ name: z.optional(z.string()), language: z.optional(z.string()) })),
});

export type NbCellRead = z.infer<typeof cellSchema>;
export type NotebookRead = z.infer<typeof notebookSchema>;
