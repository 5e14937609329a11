/** The notebook's nouns: cells, their states, and the outputs that they leave (nbformat 4.5's closed set). */

import type { NamesOf } from "./names";

export type CellState = "idle" | "queued" | "running" | "done" | "stale" | "failed";

/** A MIME bundle: `text/plain` always; richer forms beside it. JSON types hold values, all others strings. */
export type MimeBundle = { "text/plain": string } & Partial<Record<string, unknown>>;

export type StreamOutput = { output_type: "stream"; name: "stdout" | "stderr"; text: string };
export type DisplayOutput = {
  output_type: "display_data";
  data: MimeBundle;
  metadata: Record<string, unknown>;
};
export type ResultOutput = {
  output_type: "execute_result";
  execution_count: number;
  data: MimeBundle;
  metadata: Record<string, unknown>;
};
/** `traceback` holds the learner's own lines only, innermost first: `cell "bound", line 3`. */
export type ErrorOutput = { output_type: "error"; ename: string; evalue: string; traceback: string[] };
export type Output = StreamOutput | DisplayOutput | ResultOutput | ErrorOutput;

/** The MIME type of a figure as data. The page draws it; it never receives HTML from a cell. */
export { FIGURE_MIME } from "@/lib/plots";

/** A cell as its author wrote it: a fence in an MDX file. */
export type AuthorCell = {
  id: string;
  source: string;
  /** Line of the fence's first code line in the file, 1-based; content errors begin with it. */
  line: number;
  /** Part of the message of the error that this cell is meant to end with. */
  error?: string;
  /** Seconds that a run may take; 30 unless told, 300 at the most. */
  limit?: number;
  /** What the source says about names, found at build time: a first run need not read every cell of a page. */
  names?: NamesOf;
};
