import { RuntimeError } from "../../errors";
import { showShape } from "../shape";

/** Stands for the dimensions that `...` covers. */
export const ELLIPSIS = "...";
/** One dimension of an operand by its letter, or the ellipsis. */
export type Label = string;

/** What an equation says: the labels of each operand, and of the result if it says so. */
export type Equation = {
  readonly operands: readonly (readonly Label[])[];
  readonly output: readonly Label[] | null;
};

const CALL = "torch.einsum";
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"];

function fail(sentence: string): never {
  throw new RuntimeError(CALL, `einsum(): ${sentence}`);
}

/** All letters in the order in which implicit results and sums take them. */
export function lettersInOrder(): readonly string[] {
  return LETTERS;
}

type Where = {
  /** What to say of a second ellipsis, and of dots that are none. */
  readonly second: string;
  readonly dots: string;
  /** Where the text begins in the equation. */
  readonly start: number;
};

function readLabels(text: string, { second, dots, start }: Where): Label[] {
  const labels: Label[] = [];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (letter === " ") continue;
    if (letter === ".") {
      if (labels.includes(ELLIPSIS)) fail(second);
      if (text.slice(i, i + 3) !== ELLIPSIS) fail(dots);
      labels.push(ELLIPSIS);
      i += 2;
    } else if (LETTERS.includes(letter)) {
      labels.push(letter);
    } else {
      fail(
        `invalid subscript given at index ${start + i} in the equation string, subscripts must be in [a-zA-Z]`,
      );
    }
  }
  return labels;
}

function readOperands(text: string, count: number): Label[][] {
  const read: Label[][] = [];
  let start = 0;
  for (const [operand, part] of text.split(",").entries()) {
    if (operand >= count) fail("fewer operands were provided than specified in the equation");
    const second = `found '.' for operand ${operand} for which an ellipsis was already found`;
    const dots = `found '.' for operand ${operand} that is not part of any ellipsis`;
    read.push(readLabels(part, { second, dots, start }));
    start += part.length + 1;
  }
  if (read.length < count) fail("more operands were provided than specified in the equation");
  return read;
}

/** Reads an equation such as `bij,bjk->bik`. */
export function readEquation(equation: string, count: number): Equation {
  const arrow = equation.indexOf("->");
  const operands = readOperands(arrow === -1 ? equation : equation.slice(0, arrow), count);
  if (arrow === -1) return { operands, output: null };
  const output = readLabels(equation.slice(arrow + 2), {
    second: "found '.' for output but an ellipsis (...) was already found",
    dots: "found '.' for output that is not part of any ellipsis (...)",
    start: arrow + 2,
  });
  output.forEach((label, i) => {
    if (label === ELLIPSIS) return;
    if (output.indexOf(label) < i) fail(`output subscript ${label} appears more than once in the output`);
    if (operands.some((labels) => labels.includes(label))) return;
    fail(`output subscript ${label} does not appear in the equation for any input operand`);
  });
  return { operands, output };
}

/** Throws unless each operand has as many dimensions as it has labels; gives the number that the ellipsis covers. */
export function checkRanks({ operands }: Equation, shapes: readonly (readonly number[])[]): number {
  let covered = 0;
  for (const [i, labels] of operands.entries()) {
    const rank = shapes[i]!.length;
    const hasEllipsis = labels.includes(ELLIPSIS);
    const named = labels.length - (hasEllipsis ? 1 : 0);
    if (hasEllipsis ? named > rank : named !== rank) {
      const relation = hasEllipsis
        ? `) is more than the number of dimensions (${rank}) for operand ${i}`
        : `) does not match the number of dimensions (${rank}) for operand ${i} and no ellipsis was given`;
      throw new RuntimeError(
        CALL,
        `einsum(): the number of subscripts in the equation (${named}${relation}`,
        `it has shape ${showShape(shapes[i]!)}`,
      );
    }
    if (hasEllipsis) covered = Math.max(covered, rank - named);
  }
  return covered;
}
