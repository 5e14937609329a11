/** Documents that nobody thought of: for the property that what is written comes back. */
import * as fc from "fast-check";
import { FIGURE_MIME } from "@/lib/plots";
import type { Output } from "../../model";
import type { CodeCell, DocumentCell, MarkdownCell, NotebookDocument } from "../document";

/** A picture of one pixel. */
export const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A record whose prototype is that of every other object. */
function record<T, K extends keyof T = keyof T>(
  model: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
  { requiredKeys }: { requiredKeys?: K[] } = {},
) {
  return fc.record(model, { ...(requiredKeys && { requiredKeys }), noNullPrototype: true });
}

/** Text with what breaks formats: ends of lines, quotes, lone surrogates, names of prototypes. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom("a", "\n", "\r", '"', "\\", "`", "\ud800", "é", " ", "'"),
    maxLength: 30,
  }),
  fc.constantFrom("", "\n", "__proto__", "$x$\n\n$$\ny\n$$", "const a = 1;\na"),
);

const metadata = fc.dictionary(fc.constantFrom("a", "b", "collapsed"), fc.jsonValue({ maxDepth: 2 }), {
  noNullPrototype: true,
});

const figure = record({
  kind: fc.constant("lines" as const),
  title: fc.string({ minLength: 1, maxLength: 20 }),
  caption: fc.string({ maxLength: 20 }),
  x: fc.constant({ name: "x", short: "x", log: false }),
  y: fc.constant({ name: "y", short: "y", log: true }),
  series: fc.constant([
    { label: "a", colour: "he" as const, mark: "dots" as const, x: [1, 2, 1e-300], y: [0.1, null, -5] },
  ]),
  rules: fc.constant([]),
  wanted: fc.constant(null),
});

const data = fc
  .record({ text, figure: fc.option(figure, { nil: undefined }), picture: fc.boolean() })
  .map(({ text: plain, figure: drawn, picture }) => ({
    "text/plain": plain,
    ...(drawn && { [FIGURE_MIME]: drawn }),
    ...(picture && { "image/png": PNG }),
  }));

const output: fc.Arbitrary<Output> = fc.oneof(
  record({
    output_type: fc.constant("stream" as const),
    name: fc.constantFrom("stdout" as const, "stderr" as const),
    text,
  }),
  record({ output_type: fc.constant("display_data" as const), data, metadata }),
  record({
    output_type: fc.constant("execute_result" as const),
    execution_count: fc.nat(),
    data,
    metadata,
  }),
  record({
    output_type: fc.constant("error" as const),
    ename: fc.constantFrom("TypeError", "A: B"),
    evalue: fc.oneof(text, fc.constant("long ".repeat(500))),
    traceback: fc.array(fc.constantFrom('cell "a", line 1', "TypeError: ", ""), { maxLength: 3 }),
  }),
);

const flag = fc.constant(true as const);
const ran = record(
  {
    output: text,
    ends: record({
      kind: fc.constantFrom("value" as const, "error" as const),
      lines: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { requiredKeys: ["output"] },
);

const code: fc.Arbitrary<CodeCell> = record(
  {
    kind: fc.constant("code" as const),
    id: text,
    language: fc.constantFrom("ts" as const, "py" as const),
    source: text,
    outputs: fc.array(output, { maxLength: 3 }),
    executionCount: fc.option(fc.nat()),
    own: flag,
    author: text,
    twin: record({ source: text, ran }, { requiredKeys: ["source"] }),
    error: text,
    limit: fc.integer({ min: 1, max: 300 }),
    gated: flag,
  },
  { requiredKeys: ["kind", "id", "language", "source", "outputs", "executionCount"] },
);

const markdown: fc.Arbitrary<MarkdownCell> = record(
  {
    kind: fc.constant("markdown" as const),
    id: text,
    source: text,
    own: flag,
    author: text,
    attachments: fc.constant({ "a b.png": { "image/png": PNG } }),
  },
  { requiredKeys: ["kind", "id", "source"] },
);

/** Any document that this site can hold. */
export const documents: fc.Arbitrary<NotebookDocument> = record(
  {
    title: text,
    lesson: fc.constantFrom("04-pytorch-default", "x"),
    bits: fc.nat(),
    cells: fc.uniqueArray(fc.oneof(code, markdown) as fc.Arbitrary<DocumentCell>, {
      maxLength: 6,
      selector: ({ id }) => id,
    }),
  },
  { requiredKeys: ["title", "bits", "cells"] },
);
