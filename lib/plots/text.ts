/** How wide words will be, and how they break: measured without a DOM, since a figure is drawn in Node and in a worker too. */

/** Advance widths of Instrument Sans at weight 600, in hundredths of an em, measured in Chromium; what is not listed counts as wide. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["·", 14],
  [" ", 19],
  ["|Iijl'’", 26],
  [",.:;!", 28],
  ["²¹³`", 34],
  ["f°1r⁴⁵⁶⁷⁸⁹⁰t", 41],
  ['*J()/[]{}\\"', 45],
  ["_-sz“”", 50],
  ["⁻+<=>^vy~−×c√±27ak", 56],
  ["e35?χFLx", 59],
  ["8ou–46hnμ9bdgpqEZ", 63],
  ["$BSRTP0σ", 67],
  ["UYKX∞HN#AV", 73],
  ["CDG&%OwQ½", 81],
  ["@Mm", 94],
];
const BY_LETTER = new Map(
  WIDTHS.flatMap(([letters, width]) => [...letters].map((one) => [one, width] as const)),
);
const UNKNOWN = 70;
/** A reader's fallback face may be somewhat wider than ours. */
const SLACK = 1.05;

/** The width of a line of text in pixels, never less than it takes in the site's own face. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) sum += BY_LETTER.get(letter) ?? UNKNOWN;
  return (sum / 100) * size * SLACK;
}

/** Breaks a label at its spaces into lines of at most `width` pixels; a single word that is longer is broken inside. */
export function wrapText(text: string, { width, size }: { width: number; size: number }): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((one) => breakWord(one, width, size))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function breakWord(word: string, width: number, size: number): string[] {
  if (textWidth(word, size) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const letter of word) {
    if (part !== "" && textWidth(part + letter, size) > width) {
      parts.push(part);
      part = letter;
    } else part += letter;
  }
  return [...parts, part];
}
