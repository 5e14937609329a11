/** The door to files: notebooks as data, written for Jupyter and read from anywhere. */
export {
  type Repository,
  readRepository,
  toColabAddress,
  toPythonFileName,
  toTypeScriptFileName,
} from "./addresses";
export type {
  Attachments,
  CodeCell,
  DocumentCell,
  MarkdownCell,
  NotebookDocument,
  Ran,
  Twin,
} from "./document";
export { IdGiver } from "./ids";
export { foldLab } from "./lab-cell";
export { toMarkdown } from "./markdown";
export { type NbCell, type NbNotebook, type NbOutput, toFileText } from "./nbformat";
export type { Note } from "./read/cells";
export {
  findTooLarge,
  type Imported,
  type ImportOptions,
  type ImportResult,
  importNotebook,
} from "./read/import";
export type { Offer, TwinEntry } from "./read/twins";
export { toPythonScript } from "./script";
export { type PythonOptions, toPythonNotebook } from "./write-python";
export { toTypeScriptNotebook, type WriteOptions } from "./write-typescript";
