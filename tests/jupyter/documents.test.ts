/** Notebooks that nobody thought of, and old ones, judged by Jupyter. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import {
  importNotebook,
  type NotebookDocument,
  toFileText,
  toPythonNotebook,
  toTypeScriptNotebook,
} from "@/lib/notebook/ipynb";
import { documents } from "@/lib/notebook/ipynb/testing/documents";
import { ask, validate } from "./judge";

it("any notebook that this site can hold is valid in both forms", () => {
  const sample = fc.sample(documents, { numRuns: 100, seed: 17 });
  const texts = sample.flatMap((document) => [
    toFileText(toTypeScriptNotebook(document, { drawSvg: () => "<svg/>" })),
    toFileText(toPythonNotebook(document, { lab: "x = 1" })),
  ]);
  expect(validate(texts).filter((complaint) => complaint !== null)).toEqual([]);
});

it("a notebook of format 3 is read as nbformat upgrades it", () => {
  const code = (input: unknown, outputs: unknown[] = []) => ({
    cell_type: "code",
    language: "python",
    collapsed: false,
    metadata: {},
    input,
    prompt_number: 3,
    outputs,
  });
  const old = JSON.stringify({
    nbformat: 3,
    nbformat_minor: 0,
    metadata: { name: "Old" },
    worksheets: [
      {
        metadata: {},
        cells: [
          { cell_type: "heading", level: 3, metadata: {}, source: ["A\n", "head"] },
          { cell_type: "markdown", metadata: {}, source: ["$x$\n", "b"] },
          { cell_type: "raw", metadata: {}, source: "raw" },
          code(
            ["1\n", "2"],
            [
              { output_type: "stream", stream: "stderr", text: ["a\n"] },
              { output_type: "pyout", prompt_number: 3, metadata: {}, text: ["2"], html: ["<b>2</b>"] },
              { output_type: "display_data", metadata: {}, text: "d", javascript: "x()" },
              { output_type: "pyerr", ename: "E", evalue: "v", traceback: ["line"] },
            ],
          ),
        ],
      },
      { metadata: {}, cells: [code("second sheet")] },
    ],
  });
  const [upgraded] = ask("upgrade", [old]) as unknown[];
  expect(toCells(old)).toEqual(toCells(JSON.stringify(upgraded)));
  expect(toCells(old)).toHaveLength(5);
});

/** Its cells but for their ids, which an upgrade makes up. */
function toCells(text: string): Omit<NotebookDocument["cells"][number], "id">[] {
  const read = importNotebook(text);
  if (!read.ok) throw new Error(read.problem);
  return read.document.cells.map(({ id: _, ...cell }) => cell);
}
