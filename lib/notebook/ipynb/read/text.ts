/** Text that was made for a terminal, as plain text. */
import { TEXT_LENGTH } from "../../limits";

const ESCAPE = String.fromCharCode(27);
const BELL = String.fromCharCode(7);
/** Colours and movements of the cursor, titles of windows, and what is left of either. */
const SEQUENCES = new RegExp(
  `${ESCAPE}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?|[@-Z\\\\^_])`,
  "g",
);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is dropped
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Without control characters; a line that overwrote itself (a progress bar) is what it was last. */
export function toPlainText(text: string): string {
  // Cut first: a terminal's sequences are short, and what follows need not be looked at.
  const plain = cut(text, TEXT_LENGTH).replace(SEQUENCES, "").replace(CONTROLS, "");
  return plain.split("\n").map(toLastState).join("\n");
}

/** What a line shows in the end: each carriage return begins it anew. */
function toLastState(line: string): string {
  const shown = line.replace(/\r+$/, "");
  return shown.slice(shown.lastIndexOf("\r") + 1);
}

/** The beginning of a text that is too long, and that it was. */
export function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : `${text.slice(0, length)}\n… cut: the text is longer than ${length} characters.`;
}
