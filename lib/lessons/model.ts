/** A lesson as its author wrote it: what `source.ts` reads out of the MDX. */
import * as z from "zod";
import type { AuthorCell } from "../notebook/model";
import type { DigitKind, FenceCode } from "./fences";
import type { ShortAnswer } from "./short-answer";

export const frontmatterSchema = z.strictObject({
  number: z.number().int().positive(),
  title: z.string().min(1),
  question: z.string().min(1),
  minutes: z.number().int().positive(),
  /** What it was checked against: "PyTorch 1.13 and 2.13". */
  checked: z
    .union([z.string(), z.array(z.string())])
    .transform((versions) => [versions].flat().join(" and ")),
  /** For search engines; the short answer's own words where none is given. */
  description: z.string().min(1).optional(),
});
export type Frontmatter = z.infer<typeof frontmatterSchema>;

export type LessonCell = AuthorCell & {
  slow: boolean;
  /** The cell's earlier name: a reader's edits are carried over. */
  was?: string;
  /** The same code in PyTorch. */
  twin?: FenceCode & { owed: DigitKind };
  /** Expressions that the page shows or compares with, evaluated right after the cell. */
  wants: string[];
};

/** What the reader commits to before the cell `before` will run. */
export type Prediction = {
  id: string;
  before: string;
  line: number;
  /** An expression; evaluated after the cell, it gives the truth to show beside the answer. */
  truth: string;
  answer: { kind: "choice"; choices: string[] } | { kind: "number"; step: number };
};

export type Exercise = {
  id: string;
  title: string;
  line: number;
  /** The cell in which the reader writes the answer. */
  cell: string;
  probe: FenceCode;
  check: FenceCode;
  solution: FenceCode;
  pythonSolution?: FenceCode;
  /** Answers that must be refused, each with a part of the sentence that refuses it. */
  wrong: (FenceCode & { says: string })[];
};

export type LessonSource = {
  file: string;
  slug: string;
  frontmatter: Frontmatter;
  /** In page order. */
  cells: LessonCell[];
  predictions: Prediction[];
  exercises: Exercise[];
  shortAnswer: ShortAnswer;
};
