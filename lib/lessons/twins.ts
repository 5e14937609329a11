/** What a cell prints in TypeScript held against what its twin printed in real PyTorch. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { FIGURE_MIME, type Output } from "../notebook/model";
import { hashText } from "./baked";
import type { DigitKind } from "./fences";
import type { LessonCell } from "./model";
import type { Problem } from "./problem";

/** How many of an output's last lines are the value, or the error, that the cell ended with: Jupyter shows it apart. */
export const twinEndsSchema = z.object({
  kind: z.enum(["value", "error"]),
  lines: z.number().int().positive(),
});

/** What real PyTorch printed, committed beside the lesson. */
export const twinsSchema = z.object({
  torch: z.string(),
  python: z.string(),
  cells: z.record(
    z.string(),
    z.object({
      /** Of the twin's source, and of the twins before it: they share one namespace. */
      hash: z.string(),
      output: z.string(),
      ends: twinEndsSchema.exactOptional(),
    }),
  ),
});
export type Twins = z.infer<typeof twinsSchema>;

/** Where the twins' outputs are committed. */
export function twinsPath(root: string, slug: string): string {
  return path.join(root, "content", "lessons", `${slug}.twins.json`);
}

/** Reads the committed outputs; null where none are. */
export async function loadTwins(root: string, slug: string): Promise<Twins | null> {
  try {
    return twinsSchema.parse(JSON.parse(await readFile(twinsPath(root, slug), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** The name of each twin's source together with all before it. */
export function hashTwins(cells: readonly LessonCell[]): Record<string, string> {
  const hashes: Record<string, string> = {};
  let before = "";
  for (const { id, twin } of cells) {
    if (!twin) continue;
    before = hashText(`${before}\0${twin.source}`);
    hashes[id] = before;
  }
  return hashes;
}

/** What a cell puts out as text: printed lines, the result's, a figure's summary, errors as `name: message`. */
export function toPrinted(outputs: readonly Output[]): string {
  return outputs.map(toText).join("");
}

/** The first line on which the two differ, in words; null when they print the same. */
export function findDifference(typescript: string, python: string, owed: DigitKind = "exact"): string | null {
  const [ours, theirs] = [toLines(typescript), toLines(python)];
  for (let at = 0; at < Math.max(ours.length, theirs.length); at++) {
    const [our, their] = [ours[at], theirs[at]];
    if (our !== undefined && their !== undefined && isSameLine(our, their, owed)) continue;
    const say = (line: string | undefined) => (line === undefined ? "no such line" : JSON.stringify(line));
    return `line ${at + 1} differs: TypeScript ${say(our)}, PyTorch ${say(their)}`;
  }
  return null;
}

function toText(output: Output): string {
  switch (output.output_type) {
    case "stream":
      return output.name === "stdout" ? output.text : "";
    case "display_data":
    case "execute_result":
      return isDrawn(output.data[FIGURE_MIME]) ? "" : `${output.data["text/plain"]}\n`;
    case "error":
      return `${output.ename}: ${output.evalue}\n`;
    default:
      return output satisfies never;
  }
}

/** A figure of `lab` has a twin that says the same; one that the cell drew with Plot has none in Python. */
function isDrawn(figure: unknown): boolean {
  return (figure as { kind?: unknown } | undefined)?.kind === "drawn";
}

function toLines(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.trimEnd());
}

const number = /(?<![\w.])-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w])/gi;
const spelling: Record<string, string> = {
  True: "true",
  False: "false",
  None: "null",
  undefined: "null",
  nan: "NaN",
  inf: "Infinity",
};

/** The same words and the same numbers, as far as these are owed: how a language spells `True` or 1e-07 is its own affair. */
function isSameLine(ours: string, theirs: string, owed: DigitKind): boolean {
  if (ours === theirs) return true;
  if (isSameError(ours, theirs)) return true;
  const [a, b] = [readLine(ours), readLine(theirs)];
  if (a.words !== b.words || a.numbers.length !== b.numbers.length) return false;
  return owed === "verdict" || a.numbers.every((value, at) => isNear(value, b.numbers[at] ?? 0, owed));
}

/** A line's words, with a mark where each number stood, and its numbers. */
function readLine(line: string): { words: string; numbers: number[] } {
  const spelt = line.replace(/\b(?:True|False|None|undefined|nan|inf)\b/g, (word) => spelling[word] ?? word);
  const numbers: number[] = [];
  const words = spelt.replace(number, (text) => {
    numbers.push(Number(text));
    return "#";
  });
  return { words, numbers };
}

function isNear(ours: number, theirs: number, owed: DigitKind): boolean {
  if (owed === "exact") return ours === theirs;
  return Math.abs(ours - theirs) <= Math.max(1e-4, 5.5e-4 * Math.abs(theirs));
}

/** Both are errors, and ours says what PyTorch says, or more. */
function isSameError(ours: string, theirs: string): boolean {
  const pattern = /^[A-Z]\w*Error: (.+)$/;
  const [our, their] = [pattern.exec(ours)?.[1], pattern.exec(theirs)?.[1]];
  return our !== undefined && their !== undefined && our.includes(their);
}

/** Every twin that is not committed as it stands, or that prints something else than its cell. */
export function compareTwins(options: {
  file: string;
  cells: readonly LessonCell[];
  baked: readonly { id: string; outputs: readonly Output[] }[];
  twins: Twins | null;
}): Problem[] {
  const { file, cells, baked, twins } = options;
  const hashes = hashTwins(cells);
  return cells.flatMap(({ id, twin }) => {
    if (!twin) return [];
    const ran = twins?.cells[id];
    const say = (text: string): Problem[] => [{ file, line: twin.line - 1, text: `twin ${id}: ${text}` }];
    if (ran?.hash !== hashes[id]) return say("what PyTorch prints is not committed; run npm run twins");
    const difference = findDifference(
      toPrinted(baked.find((cell) => cell.id === id)?.outputs ?? []),
      ran?.output ?? "",
      twin.owed,
    );
    return difference ? say(difference) : [];
  });
}
