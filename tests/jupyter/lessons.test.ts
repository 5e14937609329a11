/** Every lesson's two notebooks, judged by Jupyter: nbformat's validator, and nbconvert's run with real PyTorch. */
import { describe, expect, it } from "vitest";
import { findSlugs, loadTwins } from "@/lib/lessons/node";
import type { NbNotebook, NbOutput } from "@/lib/notebook/ipynb";
import { makeNotebooks } from "@/scripts/notebooks/make";
import { ask, validate } from "./judge";

const root = process.cwd();

describe.each(await findSlugs(root))("the notebooks of %s", async (slug) => {
  const files = await makeNotebooks(slug, { root });
  const [python, typescript] = files.map(({ text }) => JSON.parse(text) as NbNotebook);

  it("are both valid", () => {
    expect(validate(files.map(({ text }) => text))).toEqual([null, null]);
  });

  it("would be refused if a cell had an id that 4.5 does not allow", () => {
    const broken = { ...typescript, cells: typescript?.cells.map((cell) => ({ ...cell, id: "a b" })) };
    expect(validate([JSON.stringify(broken)])[0]).toMatch(/a b/);
  });

  it("print in Jupyter what is committed, each output of its kind", async () => {
    const ran = ask("execute", files[0]?.text) as NbNotebook;
    const twins = await loadTwins(root, slug);
    expect(twinCells(ran).map(([id]) => id)).toEqual(Object.keys(twins?.cells ?? {}));
    expect(twinCells(ran)).toEqual(twinCells(python));
    for (const [id, outputs] of twinCells(ran))
      expect(
        outputs
          .map(([, text]) => text)
          .join("")
          .trimEnd(),
        id,
      ).toBe(twins?.cells[id]?.output.trimEnd());
  });
});

/** By cell: the kind and the text of each output. */
function twinCells(notebook: NbNotebook | undefined): [string, [string, string][]][] {
  return (notebook?.cells ?? [])
    .filter((cell) => cell.cell_type === "code" && cell.id !== "fan-in-lab")
    .map((cell) => [cell.id, joinStreams((cell.outputs ?? []).map(toKindAndText))]);
}

/** A slow cell's prints come in several messages, and Jupyter keeps each: they are one text, cut where the clock had it. */
function joinStreams(outputs: readonly [string, string][]): [string, string][] {
  const joined: [string, string][] = [];
  for (const [kind, text] of outputs) {
    const last = joined.at(-1);
    if (last && kind.startsWith("stream") && last[0] === kind) last[1] += text;
    else joined.push([kind, text]);
  }
  return joined;
}

function toKindAndText(output: NbOutput): [string, string] {
  const { output_type, text, data, ename, evalue } = output;
  if (output_type === "stream") return [`${output_type} ${output.name}`, join(text)];
  if (output_type === "error") return [output_type, `${ename}: ${evalue}`];
  return [output_type, join((data as Record<string, unknown>)["text/plain"])];
}

function join(lines: unknown): string {
  return [lines].flat().join("");
}
