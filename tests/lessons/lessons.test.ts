/** Lessons are code: every one is read, run, type-checked, linted, its exercises tried and its twins compared. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { compileLesson, toComponent, WORDS } from "@/lib/lessons";
import {
  type BakedCell,
  bakeLesson,
  compareTwins,
  findLooseNumbers,
  findSlugs,
  loadText,
  loadTwins,
  type Problem,
  readLesson,
  toLine,
} from "@/lib/lessons/node";
import { startNodeKernel } from "@/lib/notebook/kernel/node";
import { checkTypes } from "./check-types";
import { trySubmission } from "./try-submission";

const root = process.cwd();
const lines = (problems: readonly Problem[]) => problems.map(toLine);

describe.each(await findSlugs(root))("lesson %s", async (slug) => {
  const { file, text } = await loadText(root, slug);
  const lesson = readLesson(text, file);
  const { cells, predictions, exercises } = lesson;
  let baked: BakedCell[] = [];
  beforeAll(async () => {
    baked = await bakeLesson(lesson);
  }, 600_000);
  const valuesOf = (id: string) => baked.find((cell) => cell.id === id)?.values ?? {};

  it("has cells that run as they declare, and gives every value that its text wants", () => {
    expect(baked.map(({ id }) => id)).toEqual(cells.map(({ id }) => id));
    for (const { id, wants } of cells) expect(Object.keys(valuesOf(id)).sort()).toEqual([...wants].sort());
  });

  it("has cells that type-check, and solutions too", () => {
    const solutions = exercises.map(({ id, solution }) => ({ id: `solution of ${id}`, ...solution }));
    const typed = cells.filter(({ error }) => error === undefined);
    expect(lines(checkTypes([...typed, ...solutions], { root, file }))).toEqual([]);
  }, 120_000);

  it("asks at least once for a prediction, and its truth is one of the answers", () => {
    expect(predictions.length).toBeGreaterThanOrEqual(1);
    for (const { before, truth, answer } of predictions) {
      const found = valuesOf(before)[truth] ?? "";
      if (answer.kind === "choice") expect(answer.choices).toContain(found);
      else expect(Number.isFinite(Number.parseFloat(found)), `${truth}: ${found}`).toBe(true);
    }
  });

  it("quotes no number in prose that no cell made", () => {
    expect(lines(findLooseNumbers(text, file))).toEqual([]);
  });

  it("compiles, and every word in it renders", async () => {
    const values = Object.fromEntries(baked.map((cell) => [cell.id, cell.values]));
    const { code } = await compileLesson(text, { file, filling: { values, predictions: {} } });
    const words = [...WORDS, "Cell"].map((word) => [word, ({ children }: { children?: never }) => children]);
    expect(
      renderToStaticMarkup(createElement(toComponent(code), { components: Object.fromEntries(words) })),
    ).toMatch(/<p>/);
  });

  it("has twins that print in PyTorch what its cells print, as committed", async () => {
    expect(lines(compareTwins({ file, cells, baked, twins: await loadTwins(root, slug) }))).toEqual([]);
  });

  describe.each(exercises)("exercise $id", (exercise) => {
    const submit = (source: string) =>
      trySubmission({ lesson, exercise, source, startKernel: startNodeKernel });

    it("accepts its solution", async () => {
      expect(await submit(exercise.solution.source)).toMatchObject({ ok: true });
    }, 120_000);

    it("does not accept the cell as it stands before anything is written", async () => {
      const { source } = cells.find(({ id }) => id === exercise.cell)!;
      expect(await submit(source)).toMatchObject({ ok: false });
    }, 120_000);

    it.concurrent.each(exercise.wrong)(
      "refuses the answer of line $line: $says",
      async ({ source, says }) => {
        expect(await submit(source)).toEqual({ ok: false, say: expect.stringContaining(says) });
      },
      120_000,
    );
  });
});
