/** A lesson as a notebook that can be carried away. */
import { BITS_VERSION } from "../../notebook/bits";
import { type CodeCell, type DocumentCell, IdGiver, type NotebookDocument } from "../../notebook/ipynb";
import type { BakedCell } from "../baked";
import { parseMdx } from "../mdx";
import type { LessonCell, LessonSource } from "../model";
import { hashTwins, type Twins } from "../twins";
import { toParts } from "./prose";

export type LessonDocumentOptions = {
  /** The lesson's MDX. */
  text: string;
  lesson: LessonSource;
  baked: readonly BakedCell[];
  twins: Twins | null;
  /** The language of the notebook's prose: solutions are given in it. */
  language: "ts" | "py";
  /** The full address of a path of the site, where it is known. */
  toAddress?: (path: string) => string;
};

/** The lesson's prose as Markdown, its cells with their outputs, and their twins with what PyTorch printed. */
export function toLessonDocument(options: LessonDocumentOptions): NotebookDocument {
  const { text, lesson, baked, twins, language, toAddress } = options;
  const { body, tree } = parseMdx(text, lesson.file);
  const path = `/lessons/${lesson.slug}`;
  const parts = toParts(tree, {
    body,
    language,
    values: Object.fromEntries(baked.map(({ id, values }) => [id, values])),
    pythonSolutions: new Set(
      lesson.exercises.flatMap(({ id, pythonSolution }) => (pythonSolution ? [id] : [])),
    ),
    path,
    ...(toAddress && { toAddress }),
  });
  const ids = new IdGiver();
  for (const { id } of lesson.cells) ids.give(id);
  const hashes = hashTwins(lesson.cells);
  const cells = parts.map((part): DocumentCell => {
    if ("text" in part) return { kind: "markdown", id: ids.give("text"), source: part.text };
    const cell = lesson.cells.find(({ id }) => id === part.cell);
    const result = baked.find(({ id }) => id === part.cell);
    if (!cell || !result) throw new Error(`${lesson.file}: cell ${part.cell} has not been baked`);
    const gated = lesson.predictions.some(({ before }) => before === cell.id);
    return toCodeCell(cell, { result, gated, twins, hash: hashes[cell.id] });
  });
  const { title } = lesson.frontmatter;
  const head: DocumentCell = {
    kind: "markdown",
    id: ids.give("title"),
    source: toHead(lesson, toAddress?.(path)),
  };
  return { title, lesson: lesson.slug, bits: BITS_VERSION, cells: [head, ...cells] };
}

type Given = { result: BakedCell; gated: boolean; twins: Twins | null; hash: string | undefined };

function toCodeCell(cell: LessonCell, { result, gated, twins, hash }: Given): CodeCell {
  const { id, source, twin, error, limit } = cell;
  const ran = twins?.cells[id];
  const isFresh = ran && ran.hash === hash;
  return {
    kind: "code",
    id,
    language: "ts",
    source,
    outputs: result.outputs,
    executionCount: result.executionCount,
    ...(twin && {
      twin: {
        source: twin.source,
        ...(isFresh && { ran: { output: ran.output, ...(ran.ends && { ends: ran.ends }) } }),
      },
    }),
    ...(error !== undefined && { error }),
    ...(limit !== undefined && { limit }),
    ...(gated && { gated }),
  };
}

function toHead({ frontmatter }: LessonSource, address: string | undefined): string {
  const { number, title, question, minutes, checked } = frontmatter;
  const live = address ? ` · [the live lesson](${address})` : "";
  return `# ${title}\n\n*${question}*\n\nLesson ${number} · ${minutes} minutes · checked against ${checked}${live}`;
}
