/** A lesson's files: two Jupyter notebooks, and what a page needs to make them anew with the reader's own cells. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import {
  type NotebookDocument,
  toFileText,
  toPythonFileName,
  toPythonNotebook,
  toTypeScriptFileName,
  toTypeScriptNotebook,
} from "../notebook/ipynb";
import type { Output } from "../notebook/model";
import type { BakedCell } from "./baked";
import { toLessonDocument } from "./document";
import { drawStandalone } from "./figures";
import type { LessonSource } from "./model";
import type { Twins } from "./twins";

/** A lesson's text, what it put out, and what its twins printed. */
export type LessonParts = {
  text: string;
  lesson: LessonSource;
  baked: readonly BakedCell[];
  twins: Twins | null;
};

export type LessonFileOptions = {
  root: string;
  /** The full address of a path of the site, where it is known: for links back to it. */
  toAddress?: ((path: string) => string) | undefined;
};

export type LessonFile = { name: string; type: string; text: string };

/** What a page fetches before it exports: the prose differs by language, for solutions are given in it. */
export type LessonDocuments = { typescript: NotebookDocument; python: NotebookDocument; lab: string };

/** The name of the file that holds a `LessonDocuments`. */
export const DOCUMENTS_FILE = "notebook.json";

/** The lesson's files by their names. */
export async function toLessonFiles(parts: LessonParts, options: LessonFileOptions): Promise<LessonFile[]> {
  const { root } = options;
  const [css, documents] = await Promise.all([
    readFile(path.join(root, "app", "globals.css"), "utf8"),
    toDocuments(parts, options),
  ]);
  const { typescript, python, lab } = documents;
  const drawSvg = (output: Output) => drawStandalone(output, css);
  const { slug } = parts.lesson;
  const notebook = { type: "application/x-ipynb+json" };
  return [
    {
      name: toPythonFileName(slug),
      text: toFileText(toPythonNotebook(python, { lab, drawSvg })),
      ...notebook,
    },
    {
      name: toTypeScriptFileName(slug),
      text: toFileText(toTypeScriptNotebook(typescript, { drawSvg })),
      ...notebook,
    },
    { name: DOCUMENTS_FILE, text: JSON.stringify(documents), type: "application/json" },
  ];
}

async function toDocuments(
  parts: LessonParts,
  { root, toAddress }: LessonFileOptions,
): Promise<LessonDocuments> {
  const given = { ...parts, ...(toAddress && { toAddress }) };
  return {
    typescript: toLessonDocument({ ...given, language: "ts" }),
    python: toLessonDocument({ ...given, language: "py" }),
    lab: await readFile(path.join(root, "lib", "lab", "lab.py"), "utf8"),
  };
}
