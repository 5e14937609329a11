/** Bakes a lesson: every cell is run once, in page order, in one kernel, and what came out is kept for the page. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { startNodeKernel } from "../notebook/kernel/node";
import { type Baked, type BakedCell, bakedPath, hashText, loadBaked } from "./baked";
import { loadText } from "./content";
import { engineHash } from "./engine-hash";
import { drawFigures } from "./figures";
import type { LessonSource } from "./model";
import { ContentError, type Problem } from "./problem";
import { runCells } from "./run";
import { readLesson } from "./source";

/** Runs a lesson's cells; throws a `ContentError` when one does not do what its fence declares. */
export async function bakeLesson(lesson: LessonSource): Promise<BakedCell[]> {
  const problems: Problem[] = [];
  const baked: BakedCell[] = [];
  // One seed for what is unseeded: a lesson built twice reads the same.
  const kernel = await startNodeKernel({ randomSeed: () => 0 });
  try {
    const options = { kernel, file: lesson.file, say: (problem: Problem) => void problems.push(problem) };
    for await (const run of runCells(lesson.cells, options))
      baked.push({ ...run, figures: drawFigures(run.id, run.outputs) });
  } finally {
    kernel.close();
  }
  if (problems.length > 0) throw new ContentError(problems);
  return baked;
}

/** Bakes a lesson into its file unless that is up to date; says whether it ran. */
export async function bakeToFile(root: string, slug: string): Promise<{ baked: Baked; ran: boolean }> {
  const { file, text } = await loadText(root, slug);
  const [source, engine] = [hashText(text), await engineHash(root)];
  const old = await loadBaked(root, slug);
  if (old && old.source === source && old.engine === engine) return { baked: old, ran: false };
  const baked: Baked = { version: 1, source, engine, cells: await bakeLesson(readLesson(text, file)) };
  const target = bakedPath(root, slug);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, JSON.stringify(baked));
  return { baked, ran: true };
}
