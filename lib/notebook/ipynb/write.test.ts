import { describe, expect, it } from "vitest";
import { foldLab, type NotebookDocument, toMarkdown, toPythonNotebook, toTypeScriptNotebook } from ".";
import type { CodeCell } from "./document";

const code = (id: string, more: Partial<CodeCell> = {}): CodeCell => ({
  kind: "code",
  id,
  language: "ts",
  source: "const a = 1;\na",
  outputs: [],
  executionCount: null,
  ...more,
});
const notebook = (...cells: NotebookDocument["cells"]): NotebookDocument => ({ title: "T", bits: 1, cells });
const join = (lines: unknown) => [lines].flat().join("");

describe("toPythonNotebook", () => {
  const write = (...cells: NotebookDocument["cells"]) =>
    toPythonNotebook(notebook(...cells), { lab: "" }).cells;

  it("begins with lab, folded, and names the kernel that every Jupyter has", () => {
    const { cells, metadata } = toPythonNotebook(notebook(), { lab: "x = 1" });
    expect(cells.map(({ cell_type, metadata: { jupyter } }) => [cell_type, jupyter])).toEqual([
      ["code", { source_hidden: true }],
    ]);
    expect(metadata).toMatchObject({
      kernelspec: { name: "python3" },
      fan_in: { schema: 1, form: "python", bits: 1 },
    });
  });

  it("gives each twin what PyTorch printed, in Jupyter's kinds", () => {
    const twin = {
      source: "print(1)\n2",
      ran: { output: "1\n2\n", ends: { kind: "value" as const, lines: 1 } },
    };
    expect(write(code("a", { twin }))[1]).toMatchObject({
      id: "a",
      source: ["print(1)\n", "2"],
      execution_count: 2,
      outputs: [
        { output_type: "stream", name: "stdout", text: ["1\n"] },
        { output_type: "execute_result", execution_count: 2, data: { "text/plain": ["2"] } },
      ],
    });
  });

  it("lets a cell that is meant to fail fail, and shows its error", () => {
    const twin = {
      source: "f()",
      ran: { output: "ValueError: a: b\n", ends: { kind: "error" as const, lines: 1 } },
    };
    expect(write(code("a", { twin, error: "a" }))[1]).toMatchObject({
      metadata: { tags: ["raises-exception"] },
      outputs: [{ output_type: "error", ename: "ValueError", evalue: "a: b" }],
    });
  });

  it("draws the figure of a cell beside its twin's words, and keeps what a prediction hides closed", () => {
    const twin = { source: "fig", ran: { output: "words\n", ends: { kind: "value" as const, lines: 1 } } };
    const outputs: CodeCell["outputs"] = [
      { output_type: "display_data", data: { "text/plain": "w" }, metadata: {} },
    ];
    const document = notebook(code("a", { twin, outputs, gated: true }));
    const cell = toPythonNotebook(document, { lab: "", drawSvg: () => "<svg/>" }).cells[1];
    expect(cell?.outputs?.[0]).toMatchObject({
      data: { "text/plain": ["words"], "image/svg+xml": ["<svg/>"] },
    });
    expect(cell?.metadata).toMatchObject({ jupyter: { outputs_hidden: true } });
  });

  it("says of a cell without a twin that it has none, and shows its TypeScript whatever stands in it", () => {
    const [, note] = write(code("a", { source: "const s = `a`;\n```\n" }));
    expect(note?.cell_type).toBe("markdown");
    expect(join(note?.source)).toBe(
      "**This cell has no PyTorch twin.** In TypeScript it reads:\n\n````ts\nconst s = `a`;\n```\n````",
    );
  });

  it("says of an edited cell that its twin is the author's", () => {
    const cells = write(code("a", { source: "mine", author: "theirs", twin: { source: "twin" } }));
    expect(cells.slice(1).map(({ id, source }) => [id, join(source).split("\n")[0]])).toEqual([
      ["a-yours", expect.stringContaining("You changed this cell")],
      ["a", "twin"],
    ]);
  });

  it("keeps Python cells and attachments that a file brought", () => {
    const attachments = { "a.png": { "image/png": "AAAA" } };
    const cells = write(code("p", { language: "py", source: "1" }), {
      kind: "markdown",
      id: "m",
      source: "![](attachment:a.png)",
      attachments,
    });
    expect(cells.slice(1)).toMatchObject([{ cell_type: "code", source: ["1"] }, { attachments }]);
  });
});

describe("foldLab", () => {
  it("survives quotes and backslashes in the text", () => {
    const folded = foldLab("a = '''x\\n'''\nb = 'c'");
    expect(folded).toContain("compile('''a = \\'\\'\\'x\\\\n\\'\\'\\'\nb = 'c\\''''");
  });
});

describe("toTypeScriptNotebook", () => {
  it("gives every cell an id that nbformat allows, each once, and keeps the real one", () => {
    const { cells } = toTypeScriptNotebook(
      notebook(code("a b"), code("a-b"), code(""), code("x".repeat(70))),
    );
    expect(cells.map(({ id }) => id)).toEqual(["a-b", "a-b-2", "cell", "x".repeat(64)]);
    expect(cells.map(({ metadata }) => (metadata.fan_in as { id?: string }).id)).toEqual([
      "a b",
      "a-b",
      "",
      "x".repeat(70),
    ]);
  });

  it("puts the error itself before our lines of it: Jupyter shows the traceback and nothing else", () => {
    const outputs: CodeCell["outputs"] = [
      { output_type: "error", ename: "TypeError", evalue: "no", traceback: ['cell "a", line 1'] },
    ];
    expect(toTypeScriptNotebook(notebook(code("a", { outputs }))).cells[0]?.outputs).toEqual([
      {
        output_type: "error",
        ename: "TypeError",
        evalue: "no",
        traceback: ["TypeError: no", 'cell "a", line 1'],
      },
    ]);
  });
});

describe("toMarkdown", () => {
  it("writes prose, code and what was printed, and a title where the prose has none", () => {
    const outputs: CodeCell["outputs"] = [
      { output_type: "stream", name: "stdout", text: "1\n" },
      { output_type: "execute_result", execution_count: 1, data: { "text/plain": "2" }, metadata: {} },
    ];
    const cells = [
      { kind: "markdown" as const, id: "m", source: "Words." },
      code("a", { source: "f()", outputs }),
    ];
    expect(toMarkdown(notebook(...cells))).toBe("# T\n\nWords.\n\n```ts\nf()\n```\n\n```text\n1\n2\n```\n");
    expect(toMarkdown(notebook({ kind: "markdown", id: "m", source: "# Own" }))).toBe("# Own\n");
  });
});
