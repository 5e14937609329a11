/** A notebook as plain data: what is exported, imported, shared, and nothing of how it runs. */
import type { Output } from "../model";

export type CodeCell = {
  kind: "code";
  id: string;
  /** Cells in TypeScript run here; those in Python came with a file and are shown. */
  language: "ts" | "py";
  source: string;
  outputs: Output[];
  executionCount: number | null;
  /** Written by the reader, not by a lesson's author. */
  own?: true;
  /** What the author wrote, in a lesson's cell that the reader has changed. */
  author?: string;
  /** The same in PyTorch, and what that printed. */
  twin?: Twin;
  /** Part of the message of the error that the cell is meant to end with. */
  error?: string;
  /** Seconds that a run may take, where its author says so. */
  limit?: number;
  /** A prediction stands before it: its outputs would give the answer away. */
  gated?: true;
};

export type Twin = { source: string; ran?: Ran };

/** What a twin printed: all of it as one text, and how many of its last lines are the value or the error it ended with. */
export type Ran = { output: string; ends?: { kind: "value" | "error"; lines: number } };

export type MarkdownCell = {
  kind: "markdown";
  id: string;
  source: string;
  own?: true;
  author?: string;
  /** Pictures that the text names as `attachment:name`: base64 by MIME type, by name. */
  attachments?: Attachments;
};

export type Attachments = Record<string, Record<string, string>>;

export type DocumentCell = CodeCell | MarkdownCell;

export type NotebookDocument = {
  title: string;
  /** The slug of the lesson that it is, or was made from. */
  lesson?: string;
  /** The version of the engine that its outputs came from. */
  bits: number;
  cells: DocumentCell[];
};
