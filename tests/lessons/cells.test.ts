/** `npm run -s cells`, as a stranger's program calls it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const fence = (info: string, code: string) => `\`\`\`${info}\n${code}\n\`\`\`\n\n`;
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "fan-in-cells-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function cells(text: string, { relative = false } = {}) {
  const file = path.join(folder, "any.mdx");
  writeFileSync(file, text);
  const name = relative ? path.relative(process.cwd(), file) : file;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/cells.ts", name],
    { encoding: "utf8" },
  );
  return {
    status,
    stderr,
    lines: stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

describe("npm run -s cells", () => {
  it("prints one line a cell in nbformat's shapes, and ends with 0 when all went as declared", () => {
    const text = `import { Box } from "./box.js"\n\n# Hi\n\n<Box>\n\n${fence("ts id=print", 'import torch from "torch";\nconst x = 2;\nprint(torch.ones(2));\nx + 1')}</Box>\n\n${fence("ts", "not a cell")}${fence('ts id=fails error="no x"', 'throw new Error("there is no x");')}${fence("ts id=figure", 'import lab from "lab";\nlab.stdByFanIn([16, 32], [0.1, 0.05], { lines: ["default"] })')}`;
    const { status, lines, stderr } = cells(text, { relative: true });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(lines.map(({ id, state }) => `${id} ${state}`)).toEqual([
      "print done",
      "fails failed",
      "figure done",
    ]);
    expect(lines[0].outputs).toEqual([
      { output_type: "stream", name: "stdout", text: "tensor([1., 1.])\n" },
      { output_type: "execute_result", execution_count: 1, data: { "text/plain": "3" }, metadata: {} },
    ]);
    expect(lines[1].outputs).toEqual([
      { output_type: "error", ename: "Error", evalue: "there is no x", traceback: ['cell "fails", line 1'] },
    ]);
    const { data } = lines[2].outputs[0];
    expect(data["text/plain"]).toMatch(/^Std of the weight/);
    expect(data["image/svg+xml"]).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  }, 120_000);

  it("goes on after a cell that fails, a syntax error and an endless loop, and ends with 1", () => {
    const text = `${fence("ts id=throws", 'throw new Error("x");')}${fence("ts id=syntax", "const = 1;")}${fence("ts id=loop limit=1", "while (true) {}")}${fence("ts id=after", "1")}`;
    const { status, lines, stderr } = cells(text);
    expect(status).toBe(1);
    expect(lines.map(({ id, state }) => `${id} ${state}`)).toEqual([
      "throws failed",
      "syntax failed",
      "loop failed",
      "after done",
    ]);
    expect(stderr).toMatch(/any\.mdx:2: cell throws failed: Error: x\n/);
  }, 120_000);

  it("ends with 1 when a declared error does not happen", () => {
    const { status, lines } = cells(fence('ts id=fine error="never"', "1"));
    expect({ status, states: lines.map(({ state }) => state) }).toEqual({ status: 1, states: ["done"] });
  }, 120_000);

  it.each([
    ["no cells", "# Words\n", /any\.mdx:1: no cells/],
    ["MDX that is none", "# Words\n\n<Box>\n", /any\.mdx:3: MDX: Expected a closing tag/],
    [
      "two cells of one id",
      fence("ts id=a", "1") + fence("ts id=a", "2"),
      /any\.mdx:5: a: two cells have this id/,
    ],
  ])(
    "ends with 2 and says why for %s, with nothing on standard output",
    (_, text, message) => {
      const { status, lines, stderr } = cells(text);
      expect({ status, lines }).toEqual({ status: 2, lines: [] });
      expect(stderr).toMatch(message);
    },
    60_000,
  );

  it("ends with 2 where there is no such file", () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "scripts/cells.ts", "gone.mdx"],
      { encoding: "utf8" },
    );
    expect({ status, stderr }).toEqual({ status: 2, stderr: "cells: no such file: gone.mdx\n" });
  }, 60_000);
});
