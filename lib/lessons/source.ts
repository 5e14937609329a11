/** MDX text to the lesson in it. Everything that can be wrong with the text is said here, by file and line. */
import path from "node:path";
import type { Code, Root } from "mdast";
import { visit } from "unist-util-visit";
import { readExercise } from "./exercises";
import { type CellFence, type Fence, readFence } from "./fences";
import { type Element, isElement, lineOf, type Mdx, parseMdx } from "./mdx";
import { frontmatterSchema, type LessonCell, type LessonSource } from "./model";
import { readPrediction, readValue } from "./predictions";
import { ContentError, type Problem, type Say } from "./problem";
import { readShortAnswer } from "./short-answer";
import { isKnownWord, WORDS } from "./words";

/** Reads a lesson; throws one `ContentError` that holds everything wrong with it. */
export function readLesson(text: string, file: string): LessonSource {
  const mdx = parseMdx(text, file);
  const problems: Problem[] = [];
  const say = (line: number, what: string) => problems.push({ file, line, text: what });
  const fences = readFences(mdx.tree, say);
  const cells = toCells(fences, say);
  addTwins(cells, fences, say);
  const frontmatter = readFrontmatter(mdx, say);
  const shortAnswer = readShortAnswer(mdx.tree, say);
  const predictions = elements(mdx.tree, "Predict").flatMap((element) => readPrediction(element, cells, say));
  const exercises = elements(mdx.tree, "Exercise").flatMap((element) => readExercise(element, fences, say));
  for (const element of elements(mdx.tree, "Value")) readValue(element, cells, say);
  for (const element of elements(mdx.tree)) {
    if (!isKnownWord(element.name))
      say(lineOf(element), `<${element.name}>: no such word; known are ${WORDS.join(", ")}`);
  }
  for (const { id, line } of findRepeated([...predictions, ...exercises]))
    say(line, `${id}: two predictions or exercises have this id`);
  for (const fence of fences)
    if ("exercise" in fence && !exercises.some(({ id }) => id === fence.exercise))
      say(fence.line - 1, `${fence.role}=${fence.exercise}: no readable exercise has this id`);
  if (problems.length > 0 || !frontmatter) throw new ContentError(problems.sort((a, b) => a.line - b.line));
  return { file, slug: path.basename(file, ".mdx"), frontmatter, cells, predictions, exercises, shortAnswer };
}

/** Reads only the cells, of any MDX file: what else stands in it is nobody's business here. */
export function readCells(text: string, file: string): LessonCell[] {
  const problems: Problem[] = [];
  const say = (line: number, what: string) => problems.push({ file, line, text: what });
  const cells = toCells(readFences(parseMdx(text, file).tree, say), say);
  if (problems.length > 0) throw new ContentError(problems);
  return cells;
}

function readFences(tree: Root, say: Say): Fence[] {
  const fences: Fence[] = [];
  visit(tree, "code", (node: Code) => {
    const fence = readFence(node);
    if (typeof fence === "string") say(lineOf(node), fence);
    else if (fence) fences.push(fence);
  });
  return fences;
}

function toCells(fences: Fence[], say: Say): LessonCell[] {
  const cells = fences.filter((fence): fence is CellFence => fence.role === "cell");
  for (const { id, line } of findRepeated(cells)) say(line - 1, `${id}: two cells have this id; rename one`);
  return cells.map(({ role: _, ...cell }) => ({ ...cell, wants: [] }));
}

function addTwins(cells: LessonCell[], fences: Fence[], say: Say): void {
  for (const fence of fences) {
    if (fence.role !== "twin") continue;
    const cell = cells.find(({ id }) => id === fence.of);
    if (!cell) say(fence.line - 1, `twin=${fence.of}: no cell has this id`);
    else if (cell.twin) say(fence.line - 1, `twin=${fence.of}: the cell has a twin already`);
    else cell.twin = { source: fence.source, line: fence.line, owed: fence.owed };
  }
}

function readFrontmatter({ frontmatter }: Mdx, say: Say) {
  const parsed = frontmatterSchema.safeParse(frontmatter ?? {});
  if (parsed.success) return parsed.data;
  for (const { path: keys, message } of parsed.error.issues)
    say(1, `frontmatter: ${keys.join(".")}: ${message}`);
  return null;
}

function elements(tree: Root, name?: string): Element[] {
  const found: Element[] = [];
  visit(tree, (node) => {
    if (isElement(node, name)) found.push(node as Element);
  });
  return found;
}

function findRepeated<T extends { id: string }>(items: T[]): T[] {
  return items.filter(({ id }, at) => items.findIndex((other) => other.id === id) < at);
}
