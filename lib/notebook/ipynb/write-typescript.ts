/** A notebook as a file that comes back here as it was; Jupyter and GitHub show it. */
import type { Output } from "../model";
import type { CodeCell, DocumentCell, MarkdownCell, NotebookDocument } from "./document";
import { IdGiver } from "./ids";
import {
  type JsonObject,
  LANGUAGES,
  METADATA_SCHEMA,
  type NbCell,
  type NbNotebook,
  toLines,
} from "./nbformat";
import { toNbOutput } from "./write-outputs";

export type WriteOptions = {
  /** Draws an output's figure for notebooks that cannot draw our data. */
  drawSvg?: (output: Output) => string | undefined;
};

/** The TypeScript form of a notebook. */
export function toTypeScriptNotebook(
  { title, lesson, bits, cells }: NotebookDocument,
  { drawSvg = () => undefined }: WriteOptions = {},
): NbNotebook {
  const ids = new IdGiver();
  return {
    cells: cells.map((cell) => toNbCell(cell, ids.give(cell.id), drawSvg)),
    metadata: {
      ...LANGUAGES.typescript,
      title,
      fan_in: {
        schema: METADATA_SCHEMA,
        form: "typescript",
        title,
        bits,
        ...(lesson !== undefined && { lesson }),
      },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

function toNbCell(cell: DocumentCell, id: string, drawSvg: (output: Output) => string | undefined): NbCell {
  const own = id === cell.id ? {} : { id: cell.id };
  if (cell.kind === "markdown") return toMarkdownCell(cell, id, own);
  return {
    cell_type: "code",
    id,
    metadata: toMetadata(cell, own),
    source: toLines(cell.source),
    outputs: cell.outputs.map((output) => toNbOutput(withSvg(output, drawSvg(output)))),
    execution_count: cell.executionCount,
  };
}

function toMarkdownCell(
  { source, own, author, attachments }: MarkdownCell,
  id: string,
  given: JsonObject,
): NbCell {
  const kept = { ...given, ...(own && { own }), ...(author !== undefined && { author }) };
  return {
    cell_type: "markdown",
    id,
    metadata: Object.keys(kept).length > 0 ? { fan_in: kept } : {},
    source: toLines(source),
    ...(attachments && { attachments }),
  };
}

/** What Jupyter has no place for goes under `fan_in`; what it knows is said in its words too. */
function toMetadata(cell: CodeCell, given: JsonObject): JsonObject {
  const { language, own, author, twin, error, limit, gated } = cell;
  const kept = {
    ...given,
    language,
    ...(own && { own }),
    ...(author !== undefined && { author }),
    ...(twin && { twin }),
    ...(error !== undefined && { error }),
    ...(limit !== undefined && { limit }),
    ...(gated && { gated }),
  };
  return { fan_in: kept, ...toJupyterMetadata(cell) };
}

/** In Jupyter's own words: outputs that stay closed, and a cell that is meant to fail. */
export function toJupyterMetadata({ error, gated }: Pick<CodeCell, "error" | "gated">): JsonObject {
  return {
    ...(gated && { collapsed: true, jupyter: { outputs_hidden: true } }),
    ...(error !== undefined && { tags: ["raises-exception"] }),
  };
}

function withSvg(output: Output, svg: string | undefined): Output {
  if (svg === undefined || !("data" in output)) return output;
  return { ...output, data: { ...output.data, "image/svg+xml": svg } };
}
