/** One cell of a file as a cell here. */
import type { Attachments, CodeCell, DocumentCell, MarkdownCell } from "../document";
import type { IdGiver } from "../ids";
import { toFence } from "../markdown";
import { check, NotebookProblem, toJsonPath } from "./check";
import { readOutputs } from "./outputs";
import { pythonMark, readOwnCode, readOwnMarkdown, readOwnOutput } from "./own";
import { maybePicture } from "./pictures";
import { cellSchema, type NbCellRead } from "./schema";
import { findTwin, type Offer, type TwinEntry } from "./twins";

type Path = readonly PropertyKey[];

/** A sentence about a cell, or about the whole file. */
export type Note = { cell: string | null; text: string };

/** What is known of the file, and what is found out on the way. */
export type Reading = {
  form: "typescript" | "python" | undefined;
  lesson: string | undefined;
  language: string;
  twins: readonly TwinEntry[];
  ids: IdGiver;
  /** Ids of our own cells, which are kept as they are. */
  own: Set<string>;
  notes: Note[];
  offers: Map<string, Offer>;
};

const TYPESCRIPT = /^(typescript|javascript|deno|tslab|jslab)$/;

/** Reads a cell; one that only carried our own helpers gives none. */
export function readCell(value: unknown, path: Path, reading: Reading): DocumentCell[] {
  const cell = check(cellSchema, value, path);
  if (reading.form === "typescript") return [readOwnCell(cell, path, reading)];
  if (cell.cell_type === "markdown") return [readMarkdown(cell, reading)];
  if (cell.cell_type === "raw") return [readRaw(cell, reading)];
  return readCode(cell, path, reading);
}

function readOwnCell(cell: NbCellRead, path: Path, { notes, own }: Reading): DocumentCell {
  const { source, metadata, outputs = [], execution_count = null } = cell;
  const id = typeof cell.id === "string" ? cell.id : "";
  if (cell.cell_type !== "code") {
    const kept = readAttachments(cell, id, notes);
    return {
      kind: "markdown",
      source,
      ...kept,
      ...withId(readOwnMarkdown(metadata?.fan_in, path), { id, own, path }),
    };
  }
  return {
    kind: "code",
    source,
    outputs: outputs.map((output, at) => readOwnOutput(output, [...path, "outputs", at])),
    executionCount: execution_count,
    ...withId(readOwnCode(metadata?.fan_in, path), { id, own, path }),
  };
}

type Place = { id: string; own: Set<string>; path: Path };

function withId<T extends { id?: string }>(given: T, { id, own, path }: Place): T & { id: string } {
  const real = given.id ?? id;
  if (own.has(real))
    throw new NotebookProblem(
      `This file was written here and changed since: two cells have the id of ${toJsonPath(path)}.`,
    );
  own.add(real);
  return { ...given, id: real };
}

function readMarkdown(cell: NbCellRead, { ids, notes }: Reading): DocumentCell {
  const mark = pythonMark.safeParse(cell.metadata?.fan_in);
  const typescript =
    mark.data?.role === "no-twin" ? /(`{3,})ts\n([\s\S]*)\n\1$/.exec(cell.source)?.[2] : undefined;
  const id = ids.give(toId(cell) ?? "text");
  if (typescript !== undefined)
    return { kind: "code", id, language: "ts", source: typescript, outputs: [], executionCount: null };
  return { kind: "markdown", id, source: cell.source, ...readAttachments(cell, id, notes) };
}

function readRaw({ source }: NbCellRead, { ids, notes }: Reading): MarkdownCell {
  const id = ids.give("raw");
  notes.push({ cell: id, text: "A raw cell: its text is shown as it is." });
  return { kind: "markdown", id, source: toFence(source, "text") };
}

function readCode(cell: NbCellRead, path: Path, reading: Reading): DocumentCell[] {
  const { ids, notes, language } = reading;
  const mark = pythonMark.safeParse(cell.metadata?.fan_in).data;
  if (reading.form === "python" && mark?.role === "lab") return [];
  const { source, execution_count = null } = cell;
  const isTypeScript = TYPESCRIPT.test(language);
  const id = ids.give(toId(cell) ?? "cell");
  if (!isTypeScript && language !== "python") {
    notes.push({
      cell: id,
      text: `Its language is ${language.slice(0, 40)}: it cannot run here and is shown as text.`,
    });
    return [{ kind: "markdown", id, source: toFence(source, language.replace(/\W/g, "")) }];
  }
  const { outputs, left } = readOutputs(cell.outputs ?? [], [...path, "outputs"]);
  if (left.size > 0)
    notes.push({
      cell: id,
      text: `Left out of its outputs: ${[...left].join(", ")}. What they said as text is shown.`,
    });
  const code: CodeCell = {
    kind: "code",
    id,
    language: isTypeScript ? "ts" : "py",
    source,
    outputs,
    executionCount: execution_count,
  };
  if (!isTypeScript) notePython(code, mark?.cell, reading);
  return [code];
}

/** Python cannot run here; where it is a twin of ours, its TypeScript can. */
function notePython({ id, source }: CodeCell, cell: string | undefined, reading: Reading): void {
  const { notes, offers, twins, lesson } = reading;
  const offer = findTwin(source, { lesson, cell }, twins);
  if (offer) offers.set(id, offer);
  const whose = offer && `It is the PyTorch twin of the cell “${offer.cell}” of lesson ${offer.lesson}`;
  const change = offer?.isChanged ? ", changed since" : "";
  notes.push({
    cell: id,
    text: `This cell is Python and cannot run here.${whose ? ` ${whose}${change}: you can take its TypeScript.` : ""}`,
  });
}

function readAttachments(cell: NbCellRead, id: string, notes: Note[]): { attachments?: Attachments } {
  const kept: [string, Record<string, string>][] = [];
  const left: string[] = [];
  for (const [name, bundle] of Object.entries(cell.attachments ?? {})) {
    const pictures = Object.entries(typeof bundle === "object" && bundle !== null ? bundle : {}).flatMap(
      ([mime, value]): [string, string][] => {
        const picture = maybePicture(mime, value);
        return picture === null ? [] : [[mime, picture]];
      },
    );
    if (pictures.length > 0) kept.push([name, Object.fromEntries(pictures)]);
    else left.push(name.slice(0, 80));
  }
  if (left.length > 0)
    notes.push({
      cell: id,
      text: `Left out: ${left.join(", ")}. Only PNG and JPEG pictures of a fair size are shown.`,
    });
  return kept.length > 0 ? { attachments: Object.fromEntries(kept) } : {};
}

/** Colab keeps a cell's id in its metadata, for it writes format 4.0. */
function toId({ id, metadata }: NbCellRead): string | undefined {
  const given = id ?? metadata?.id;
  return typeof given === "string" && given !== "" ? given : undefined;
}
