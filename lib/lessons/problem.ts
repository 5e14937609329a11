/** What is wrong with a lesson's text, said so that an editor can jump there. */

export type Problem = { file: string; line: number; text: string };

/** Content errors of one file; every line of the message begins with `file:line:`. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(toLine).join("\n"));
    this.name = "ContentError";
    this.problems = problems;
  }
}

/** One problem as compilers print it. */
export function toLine({ file, line, text }: Problem): string {
  return `${file}:${line}: ${text}`;
}

/** Notes a problem at a 1-based line of the file that is being read. */
export type Say = (line: number, what: string) => void;
