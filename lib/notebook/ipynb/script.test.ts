import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type NotebookDocument, readRepository, toColabAddress, toPythonScript } from ".";

const notebook = (...cells: NotebookDocument["cells"]): NotebookDocument => ({
  title: "A\nT",
  bits: 1,
  cells,
});
const cell = {
  kind: "code" as const,
  id: "a",
  language: "ts" as const,
  source: "x;\ny",
  outputs: [],
  executionCount: null,
};

describe("toPythonScript", () => {
  it("writes twins as cells, and all else as comments that no line end breaks out of", () => {
    const twin = { ...cell, twin: { source: "x = 1" } };
    const cells = [
      { kind: "markdown" as const, id: "m", source: "Words\r\rimport os\u2028import sys" },
      twin,
      { ...twin, id: "b\nimport os", author: "z" },
      { ...cell, id: "c" },
    ];
    expect(toPythonScript(notebook(...cells), { lab: "L" })).toBe(
      `# A T

# %% [markdown]
# Words
#
# import os
# import sys

# %% a
x = 1

# %% b-import-os
# The twin of what the author wrote: the cell was changed since.
x = 1

# %% c
# No PyTorch twin. In TypeScript:
#
# x;
# y
`,
    );
  });

  it("brings lab where a twin imports it, whatever the file holds, and Python reads it", () => {
    const lab = readFileSync("lib/lab/lab.py", "utf8");
    const document = notebook({ ...cell, twin: { source: "import lab\nprint(lab.schemes)" } });
    for (const text of [lab, "a = '''\\n'''\nb = \"\"\"'\"\"\"", "c = '\\\\'"]) {
      const script = toPythonScript(document, { lab: text });
      const ran = spawnSync("python3", ["-c", READ], { input: script, encoding: "utf8" });
      expect([ran.status, ran.stdout], ran.stderr).toEqual([0, text]);
    }
  });
});

/** Prints the text that the folded cell would run as lab. */
const READ = `import ast, sys
tree = ast.parse(sys.stdin.read())
print(next(n.args[0].value for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "compile"), end="")`;

describe("a Colab link", () => {
  it("leads to the lesson's Python notebook in the repository that was set", () => {
    const address = (setting: string) => toColabAddress(readRepository(setting)!, "04-x");
    expect(address("me/notes")).toBe(
      "https://colab.research.google.com/github/me/notes/blob/main/04-x.python.ipynb",
    );
    expect(address("me/notes@v1/x:a/b/")).toBe(
      "https://colab.research.google.com/github/me/notes/blob/v1/x/a/b/04-x.python.ipynb",
    );
  });

  it("is none where nothing is set, and nonsense is refused with the form that is wanted", () => {
    expect(readRepository(undefined)).toBeUndefined();
    expect(readRepository("")).toBeUndefined();
    for (const setting of [
      "notes",
      "https://github.com/me/notes",
      "me/notes@../x",
      "me/notes:a/../b",
      "me/no tes",
    ])
      expect(() => readRepository(setting)).toThrow("FANIN_COLAB: takes OWNER/NAME@BRANCH:FOLDER");
  });
});
