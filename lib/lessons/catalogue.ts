/** Everything that a lesson's page and the list of lessons show, put together from the text, its baked outputs and its twins. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { TwinEntry } from "../notebook/ipynb";
import { findNames } from "../notebook/names";
import { type Baked, type BakedCell, type BakedFigure, hashText, loadBaked } from "./baked";
import { compileLesson, type Heading } from "./compile";
import { findSlugs, loadText } from "./content";
import { type LessonFileOptions, toLessonFiles } from "./files";
import type { Filling } from "./flow";
import { toHtml } from "./highlight";
import type { Exercise, Frontmatter, LessonCell, LessonSource, Prediction } from "./model";
import { toDescription } from "./short-answer";
import { readLesson } from "./source";
import { hashTwins, loadTwins, type Twins } from "./twins";

export type LessonSummary = Omit<Frontmatter, "description"> & {
  slug: string;
  /** For search engines and share images. */
  description: string;
  /** The lesson's first figure. */
  figure: BakedFigure | null;
};

export type PageCell = Omit<LessonCell, "twin" | "wants"> & {
  /** The TypeScript, coloured. */
  html: string;
  twin: {
    source: string;
    html: string;
    ran: { output: string; torch: string; python: string } | null;
  } | null;
  baked: BakedCell;
  /** The prediction that stands before this cell. */
  prediction: string | null;
  /** The exercise that this cell answers. */
  exercise: string | null;
};

export type Lesson = LessonSummary & {
  headings: Heading[];
  /** For `toComponent`. */
  code: string;
  cells: PageCell[];
  predictions: (Prediction & { truthText: string })[];
  exercises: Exercise[];
};

const built = new Map<string, Promise<Lesson>>();

/** All lessons in order, as a list shows them. */
export async function lessons({ root = process.cwd() } = {}): Promise<LessonSummary[]> {
  const slugs = await findSlugs(root);
  return Promise.all(slugs.map(async (slug) => toSummary(await loadParts(root, slug))));
}

/** One lesson, compiled and filled; it must have been baked. */
export async function lesson(slug: string, { root = process.cwd() } = {}): Promise<Lesson> {
  const parts = await loadParts(root, slug);
  const key = `${slug}:${hashText(JSON.stringify([parts.text, parts.baked.engine, parts.twins]))}`;
  const known = built.get(key);
  if (known) return known;
  const made = toLesson(root, parts);
  built.set(key, made);
  return made;
}

/** The files of one lesson, with links back to the site. */
export async function lessonFiles(
  slug: string,
  { root = process.cwd(), toAddress }: Partial<LessonFileOptions> = {},
) {
  const { text, source, baked, twins } = await loadParts(root, slug);
  return toLessonFiles({ text, lesson: source, baked: baked.cells, twins }, { root, toAddress });
}

/** Every cell that has a twin, in both languages: for Python that comes back in a file. */
export async function twinEntries({ root = process.cwd() } = {}): Promise<TwinEntry[]> {
  const slugs = await findSlugs(root);
  const parts = await Promise.all(slugs.map((slug) => loadText(root, slug)));
  return parts.flatMap(({ file, text }) => {
    const { slug, cells } = readLesson(text, file);
    return cells.flatMap(({ id, source, twin }) =>
      twin ? [{ lesson: slug, cell: id, python: twin.source, typescript: source }] : [],
    );
  });
}

type Parts = { text: string; source: LessonSource; baked: Baked; twins: Twins | null };

async function loadParts(root: string, slug: string): Promise<Parts> {
  const { file, text } = await loadText(root, slug);
  const [baked, twins] = await Promise.all([loadFresh({ root, slug, file, text }), loadTwins(root, slug)]);
  return { text, source: readLesson(text, file), baked, twins };
}

async function loadFresh(of: { root: string; slug: string; file: string; text: string }): Promise<Baked> {
  const { root, slug, file, text } = of;
  const isFresh = (baked: Baked | null): baked is Baked => baked?.source === hashText(text);
  const baked = await loadBaked(root, slug);
  if (isFresh(baked)) return baked;
  if (process.env.NODE_ENV === "development") {
    // The kernel's build does not go through Next's bundler: a writer's change is baked by the script that the build uses.
    const script = path.join(root, "scripts", "bake.ts");
    await promisify(execFile)(process.execPath, ["--import", "tsx", script, slug], { cwd: root });
    const again = await loadBaked(root, slug);
    if (isFresh(again)) return again;
  }
  throw new Error(
    `${file}:1: its outputs are ${baked ? "older than its text" : "missing"}; run npm run bake`,
  );
}

function toSummary({ source, baked }: Parts): LessonSummary {
  const { slug, frontmatter, shortAnswer } = source;
  const figure = baked.cells.flatMap(({ figures }) => figures)[0] ?? null;
  const description = frontmatter.description ?? toDescription(shortAnswer, toValues(baked));
  return { ...frontmatter, slug, description, figure };
}

async function toLesson(root: string, parts: Parts): Promise<Lesson> {
  const { text, source, baked } = parts;
  const values = toValues(baked);
  const predictions: Filling["predictions"] = {};
  for (const { before, id, line } of source.predictions) predictions[before] = { id, line };
  const { code, headings } = await compileLesson(text, {
    file: source.file,
    filling: { values, predictions },
    cwd: root,
  });
  return {
    ...toSummary(parts),
    code,
    headings,
    cells: await Promise.all(source.cells.map((cell) => toPageCell(cell, parts))),
    predictions: source.predictions.map((one) => ({
      ...one,
      truthText: values[one.before]?.[one.truth] ?? "",
    })),
    exercises: source.exercises,
  };
}

async function toPageCell({ twin, wants: _, ...cell }: LessonCell, parts: Parts): Promise<PageCell> {
  const { source, baked, twins } = parts;
  const ran = twins?.cells[cell.id];
  const isFresh = ran?.hash === hashTwins(source.cells)[cell.id];
  const output =
    twins && ran && isFresh ? { output: ran.output, torch: twins.torch, python: twins.python } : null;
  const result = baked.cells.find(({ id }) => id === cell.id);
  if (!result)
    throw new Error(
      `${source.file}:${cell.line}: cell ${cell.id} is not in what was baked; run npm run bake`,
    );
  return {
    ...cell,
    names: findNames(cell.id, cell.source),
    html: await toHtml(cell.source, "ts"),
    twin: twin ? { source: twin.source, html: await toHtml(twin.source, "py"), ran: output } : null,
    baked: result,
    prediction: source.predictions.find(({ before }) => before === cell.id)?.id ?? null,
    exercise: source.exercises.find((exercise) => exercise.cell === cell.id)?.id ?? null,
  };
}

function toValues(baked: Baked): Filling["values"] {
  return Object.fromEntries(baked.cells.map(({ id, values }) => [id, values]));
}
