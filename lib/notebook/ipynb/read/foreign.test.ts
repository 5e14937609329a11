import { describe, expect, it } from "vitest";
import { FIGURE_MIME } from "@/lib/plots";
import { type ImportOptions, importNotebook, toFileText, toPythonNotebook } from "..";
import { PNG } from "../testing/documents";
import { toCode, toFile, toResult } from "../testing/files";

function read(text: string, options: ImportOptions = {}) {
  const result = importNotebook(text, options);
  if (!result.ok) throw new Error(result.problem);
  return result;
}
const problem = (text: string) => {
  const result = importNotebook(text);
  return result.ok ? "" : result.problem;
};
const ESC = "\u001b";

describe("a notebook from Jupyter", () => {
  it("keeps text, pictures and figures, and leaves out HTML, scripts and widgets with a note", () => {
    const frame = toResult({
      "text/html": ["<table>"],
      "text/plain": ["   a\n", "0  1"],
      "image/png": [PNG.slice(0, 9), PNG.slice(9)],
    });
    const widget = toResult({
      "application/vnd.jupyter.widget-view+json": {},
      "application/javascript": "x",
      "text/plain": "W",
    });
    const { document, notes } = read(toFile([toCode("df", [frame, widget])]));
    expect(document.cells[0]).toMatchObject({
      kind: "code",
      id: "c1",
      language: "py",
      executionCount: 1,
      outputs: [{ data: { "text/plain": "   a\n0  1", "image/png": PNG } }, { data: { "text/plain": "W" } }],
    });
    expect(notes[0]?.text).toBe(
      "Left out of its outputs: HTML, widgets, JavaScript. What they said as text is shown.",
    );
    expect(JSON.stringify(document)).not.toContain("table");
  });

  it("shows an output that had only HTML as one that is not shown", () => {
    const { document } = read(toFile([toCode("df", [toResult({ "text/html": "<b>" })])]));
    expect(document.cells[0]).toMatchObject({
      outputs: [{ data: { "text/plain": "(An output that is not shown here.)" } }],
    });
  });

  it("takes a terminal's colours from text, and a progress bar's past", () => {
    const stream = {
      output_type: "stream",
      name: "stderr",
      text: [" 0%|  |\r", "50%|# |\r100%|##|\n", "done\r\n"],
    };
    const error = {
      output_type: "error",
      ename: "ValueError",
      evalue: "no",
      traceback: [`${ESC}[0;31mValueError${ESC}[0m: no`, `${ESC}]0;title\u0007line`],
    };
    expect(read(toFile([toCode("f()", [stream, error])])).document.cells[0]).toMatchObject({
      outputs: [
        { name: "stderr", text: "100%|##|\ndone\n" },
        { ename: "ValueError", traceback: ["ValueError: no", "line"] },
      ],
    });
  });

  it("makes a drawing one that the page cleans and shows, and says when a part of it was left out", () => {
    const head = '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n';
    const svg = `${head}<svg xmlns="http://www.w3.org/2000/svg"><script>1</script><path d="M0,0"/></svg>`;
    const { document, notes } = read(
      toFile([toCode("", [toResult({ "image/svg+xml": svg, "text/plain": "<Figure>" })])]),
    );
    const [output] = (
      document.cells[0] as { outputs: { data: Record<string, { kind: string; svg: string }> }[] }
    ).outputs;
    expect(output?.data[FIGURE_MIME]).toMatchObject({
      kind: "drawn",
      label: "<Figure>",
      svg: expect.stringContaining("M0,0"),
    });
    expect(output?.data[FIGURE_MIME]?.svg).not.toContain("script");
    expect(notes[0]?.text).toContain("parts of drawings");
  });

  it("keeps prose with its pictures, and a raw cell as text", () => {
    const attachments = { "a.png": { "image/png": PNG }, "b.html": { "text/html": "<b>" } };
    const { document, notes } = read(
      toFile([
        { cell_type: "markdown", id: "m", metadata: {}, source: ["# The title\n", "$x$"], attachments },
        { cell_type: "raw", id: "r", metadata: {}, source: "a ``` b" },
      ]),
    );
    expect(document.title).toBe("The title");
    expect(document.cells).toMatchObject([
      { source: "# The title\n$x$", attachments: { "a.png": { "image/png": PNG } } },
      { kind: "markdown", source: "````text\na ``` b\n````" },
    ]);
    expect(notes.map(({ text }) => text)[0]).toContain("b.html");
  });

  it("shows another language as text", () => {
    const metadata = { kernelspec: { name: "ir", language: "R" } };
    const { document, notes } = read(toFile([toCode("x <- 1")], { metadata }));
    expect(document.cells[0]).toMatchObject({ kind: "markdown", source: "```r\nx <- 1\n```" });
    expect(notes[0]?.text).toContain("Its language is r: it cannot run here");
  });

  it("reads TypeScript of another kernel as cells that can be run when their reader asks", () => {
    const metadata = { language_info: { name: "typescript" } };
    expect(read(toFile([toCode("1")], { metadata }))).toMatchObject({
      document: { cells: [{ language: "ts" }] },
      notes: [],
    });
  });
});

it("Colab's files are of format 4.0, and keep a cell's id in its metadata", () => {
  const cell = {
    cell_type: "code",
    metadata: { id: "Zx_9", colab: { base_uri: "x" } },
    source: [],
    outputs: [],
    execution_count: null,
  };
  const metadata = {
    colab: { provenance: [], name: "Init.ipynb" },
    kernelspec: { name: "python3", display_name: "Python 3" },
    accelerator: "GPU",
  };
  const { document } = read(
    toFile([cell, { cell_type: "markdown", metadata: { id: "Zx_9" }, source: [] }], {
      nbformat_minor: 0,
      metadata,
    }),
    { name: "Init.ipynb" },
  );
  expect(document).toMatchObject({
    title: "Init",
    cells: [{ id: "Zx_9", language: "py" }, { id: "Zx_9-2" }],
  });
});

it("a notebook of format 3 is read as Jupyter would upgrade it", () => {
  const cells = [
    { cell_type: "heading", level: 2, metadata: {}, source: ["A head"] },
    {
      cell_type: "code",
      language: "python",
      metadata: {},
      input: ["1\n", "2"],
      prompt_number: 7,
      outputs: [
        { output_type: "stream", stream: "stderr", text: "a" },
        { output_type: "pyout", prompt_number: 7, text: ["2"], html: "<b>", metadata: {} },
        { output_type: "pyerr", ename: "E", evalue: "v", traceback: [] },
      ],
    },
  ];
  const text = JSON.stringify({
    nbformat: 3,
    nbformat_minor: 0,
    metadata: { name: "" },
    worksheets: [{ cells, metadata: {} }],
  });
  expect(read(text).document.cells).toMatchObject([
    { kind: "markdown", source: "## A head" },
    {
      kind: "code",
      source: "1\n2",
      executionCount: 7,
      outputs: [{ name: "stderr" }, { data: { "text/plain": "2" } }, { ename: "E" }],
    },
  ]);
});

describe("Python that is a twin of ours", () => {
  const twins = [{ lesson: "04-x", cell: "bound", python: "a = 1\n\nprint(a)", typescript: "print(1);" }];
  const offersOf = (text: string) => read(text, { twins });

  it("is offered its TypeScript, found by its text", () => {
    const { offers, notes } = offersOf(
      toFile([toCode("a = 1  \r\nprint(a)\n"), toCode("other()", [], { id: "c2" })]),
    );
    expect(offers).toEqual({
      c1: { lesson: "04-x", cell: "bound", typescript: "print(1);", isChanged: false },
    });
    expect(notes.map(({ cell, text }) => [cell, text])).toEqual([
      [
        "c1",
        "This cell is Python and cannot run here. It is the PyTorch twin of the cell “bound” of lesson 04-x: you can take its TypeScript.",
      ],
      ["c2", "This cell is Python and cannot run here."],
    ]);
  });

  it("is known by its origin when its text was changed, and the change is said", () => {
    const cells = [
      {
        kind: "code" as const,
        id: "bound",
        language: "ts" as const,
        source: "print(1);",
        outputs: [],
        executionCount: null,
        twin: { source: twins[0]!.python },
      },
      {
        kind: "code" as const,
        id: "only-ts",
        language: "ts" as const,
        source: "const s = `\n```\n`;",
        outputs: [],
        executionCount: null,
      },
    ];
    const notebook = toPythonNotebook({ title: "T", lesson: "04-x", bits: 1, cells }, { lab: "" });
    notebook.cells[1]!.source = ["a = 2"];
    const { document, offers } = offersOf(toFileText(notebook));
    expect(offers.bound).toMatchObject({ cell: "bound", isChanged: true });
    // lab is added again by the next export; what had no twin comes back as the cell that it was.
    expect(document.cells).toMatchObject([{ id: "bound", language: "py" }, cells[1]]);
  });
});

describe("a broken file", () => {
  it.each([
    ["an empty file", "", "The file is empty."],
    ["a web page", "<!doctype html><p>", "This is a web page, not a notebook."],
    ["JSON that ends", '{\n "cells": [', "line 2, column 12: the file ends in the middle."],
    [
      "JSON with a comma too many",
      '{\n "cells": [],\n}',
      "line 3, column 1: a name in double quotes is wanted.",
    ],
    ["a list", "[]", "at $ an object is wanted, got a list."],
    ["no format", "{}", "at $.nbformat the number 4 is wanted, got nothing."],
    ["a format of the future", '{"nbformat": 5}', "The notebook’s format 5 is newer than what is known here"],
    ["a format of the past", '{"nbformat": 2}', "The notebook’s format 2 is older than what is opened here"],
    [
      "a source that is none",
      toFile([toCode("a"), toCode(5 as never)]),
      "at $.cells[1].source a text or a list of texts is wanted, got 5.",
    ],
    ["a cell that is none", toFile([null]), "at $.cells[0] an object is wanted, got null."],
    [
      "a kind of cell that is none",
      toFile([toCode("a", [], { cell_type: "html" })]),
      'at $.cells[0].cell_type "code", "markdown" or "raw" is wanted, got "html".',
    ],
    [
      "an output without its data",
      toFile([toCode("a", [{ output_type: "display_data" }])]),
      "at $.cells[0].outputs[0].data an object is wanted, got nothing.",
    ],
    [
      "a count that is none",
      toFile([toCode("a", [], { execution_count: 1.5 })]),
      "at $.cells[0].execution_count a whole number is wanted, got 1.5.",
    ],
  ])("%s gets a sentence with the place", (_, text, sentence) => {
    expect(problem(text)).toContain(sentence);
  });

  it("of ours, changed by hand, is refused with the place", () => {
    const fan_in = { schema: 1, form: "typescript", title: "T", bits: 1 };
    const cell = toCode("a", [], { metadata: { fan_in: { language: "js" } } });
    expect(problem(toFile([cell], { metadata: { fan_in } }))).toContain(
      'at $.cells[0].metadata.fan_in.language "ts" or "py" is wanted, got "js".',
    );
    const good = toCode("a", [], { metadata: { fan_in: { language: "ts" } } });
    expect(problem(toFile([good, good], { metadata: { fan_in } }))).toContain(
      "two cells have the id of $.cells[1]",
    );
  });

  it("of ours, from a version to come, is read as anybody's", () => {
    const fan_in = { schema: 2, form: "typescript", title: "T", bits: 1 };
    expect(read(toFile([toCode("a")], { metadata: { fan_in } })).notes[0]?.text).toContain(
      "not by this version",
    );
  });
});
