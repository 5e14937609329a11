/** Any notebook, from anywhere, as a document; nothing in it is run, and nothing of it is believed. */
import { BITS_VERSION } from "../../bits";
import { readJson } from "../../json";
import type { DocumentCell, NotebookDocument } from "../document";
import { IdGiver } from "../ids";
import { METADATA_SCHEMA } from "../nbformat";
import { type Note, type Reading, readCell } from "./cells";
import { check, NotebookProblem } from "./check";
import { notebookMark } from "./own";
import { languageSchema, type NotebookRead, notebookSchema } from "./schema";
import type { Offer, TwinEntry } from "./twins";
import { upgradeWorksheets } from "./upgrade";

/** What a file may hold. */
const FILE_LIMITS = { bytes: 5_000_000, cells: 500 } as const;

export type Imported = {
  document: NotebookDocument;
  /** What was left out or changed. */
  notes: Note[];
  /** The TypeScript of Python cells that are twins of a lesson's, by cell. */
  offers: Record<string, Offer>;
};

export type ImportOptions = {
  /** The file's name: the title where the notebook has none. */
  name?: string;
  /** The lessons' cells in both languages. */
  twins?: readonly TwinEntry[];
};

export type ImportResult = ({ ok: true } & Imported) | { ok: false; problem: string };

/** Why a file of this size is not read; undefined where it is. */
export function findTooLarge(bytes: number): string | undefined {
  if (bytes <= FILE_LIMITS.bytes) return undefined;
  return `The file has ${(bytes / 1e6).toFixed(1)} MB; at most ${FILE_LIMITS.bytes / 1e6} MB are opened here. Clear its outputs in Jupyter and save it again.`;
}

/** Reads a file's text; a file that cannot be read gives one sentence with the place. */
export function importNotebook(text: string, options: ImportOptions = {}): ImportResult {
  try {
    const large = findTooLarge(text.length);
    if (large !== undefined) throw new NotebookProblem(large);
    return { ok: true, ...readNotebook(parse(text.replace(/^\uFEFF/, "")), options) };
  } catch (error) {
    if (error instanceof NotebookProblem) return { ok: false, problem: error.message };
    throw error;
  }
}

function parse(text: string): unknown {
  if (text.trim() === "") throw new NotebookProblem("The file is empty.");
  if (/^\s*</.test(text))
    throw new NotebookProblem(
      "This is a web page, not a notebook. Download the notebook’s raw file and open that.",
    );
  const read = readJson(text);
  if (read.ok) return read.value;
  const { line, column, what } = read.problem;
  throw new NotebookProblem(
    `A notebook is JSON, and this file is not: line ${line}, column ${column}: ${what}.`,
  );
}

function readNotebook(value: unknown, { name = "", twins = [] }: ImportOptions): Imported {
  const file = check(notebookSchema, value, []);
  const given = findCells(file);
  if (given.length > FILE_LIMITS.cells)
    throw new NotebookProblem(
      `The notebook has ${given.length} cells; at most ${FILE_LIMITS.cells} are opened here. Split it in Jupyter.`,
    );
  const notes: Note[] = [];
  const mark = readMark(file, notes);
  const ids = new IdGiver();
  const reading: Reading = {
    form: mark?.form,
    lesson: mark?.lesson,
    language: findLanguage(file),
    twins,
    ids,
    own: new Set(),
    notes,
    offers: new Map(),
  };
  const cells = given.flatMap((cell, at) =>
    readCell(cell, file.worksheets ? ["worksheets"] : ["cells", at], reading),
  );
  if (file.metadata?.widgets) notes.push({ cell: null, text: "The state of its widgets was left out." });
  const title = mark?.title ?? findTitle(file, cells) ?? (name.replace(/\.ipynb$/i, "").trim() || "Untitled");
  const { lesson, bits = BITS_VERSION } = mark ?? {};
  return {
    document: { title, ...(lesson !== undefined && { lesson }), bits, cells },
    notes,
    offers: Object.fromEntries(reading.offers),
  };
}

function findCells({ nbformat, cells, worksheets }: NotebookRead): unknown[] {
  if (nbformat === 4) return cells ?? [];
  if (nbformat === 3) return upgradeWorksheets(worksheets ?? []);
  const what = nbformat < 3 ? "is older than what is opened here" : "is newer than what is known here";
  throw new NotebookProblem(
    `The notebook’s format ${nbformat} ${what}: 3 and 4 are. Open it in Jupyter and save it again.`,
  );
}

/** What our own files say of themselves; one that says something else is anybody's file. */
function readMark({ metadata }: NotebookRead, notes: Note[]) {
  if (metadata?.fan_in === undefined) return undefined;
  const mark = notebookMark.safeParse(metadata.fan_in);
  if (mark.success && mark.data.schema === METADATA_SCHEMA) return mark.data;
  notes.push({
    cell: null,
    text: "The file says that it was written here, but not by this version: it was read as any other notebook.",
  });
  return undefined;
}

function findLanguage({ metadata }: NotebookRead): string {
  const said = languageSchema.safeParse(metadata ?? {});
  const { language_info, kernelspec } = said.success ? said.data : {};
  return (language_info?.name ?? kernelspec?.language ?? "python").toLowerCase();
}

function findTitle({ metadata }: NotebookRead, cells: readonly DocumentCell[]): string | undefined {
  if (typeof metadata?.title === "string" && metadata.title.trim())
    return metadata.title.trim().slice(0, 200);
  const head = cells.find(({ kind }) => kind === "markdown")?.source;
  return /^#\s+(.+)$/m
    .exec(head ?? "")?.[1]
    ?.trim()
    .slice(0, 200);
}
