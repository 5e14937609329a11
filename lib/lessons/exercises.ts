/** `<Exercise>`: the cell that the reader fills in, and the fences that check it. */
import type { Code } from "mdast";
import { visit } from "unist-util-visit";
import { readAttributes } from "./attributes";
import { type Fence, type FenceCode, readFence } from "./fences";
import { type Element, lineOf } from "./mdx";
import type { Exercise } from "./model";
import type { Say } from "./problem";

/** Reads an `<Exercise>` with its fences, which may stand anywhere in the file. */
export function readExercise(element: Element, fences: Fence[], say: Say): Exercise[] {
  const line = lineOf(element);
  const attributes = readAttributes(element);
  const id = attributes.get("id");
  const title = attributes.get("title");
  if (typeof id !== "string" || typeof title !== "string") {
    say(line, `<Exercise>: id and title wanted, got ${[...attributes.keys()].join(", ") || "none"}`);
    return [];
  }
  const mine = fences.filter((fence) => "exercise" in fence && fence.exercise === id);
  const one = (role: Fence["role"], language?: "py") => {
    const found = mine.filter((fence) => fence.role === role && isPython(fence) === (language === "py"));
    if (found.length > 1) say(found[1]!.line - 1, `${role}=${id}: the exercise has one already`);
    return found[0] && toCode(found[0]);
  };
  const cell = findCells(element)[0];
  const [probe, check, solution] = [one("probe"), one("check"), one("solution")];
  const pythonSolution = one("solution", "py");
  const wrong = mine.flatMap((fence) =>
    fence.role === "wrong" ? { ...toCode(fence), says: fence.says } : [],
  );
  if (!cell) say(line, `<Exercise id="${id}">: a cell is wanted in it, for the reader to write in`);
  if (!probe || !check || !solution)
    say(line, `<Exercise id="${id}">: wanted are the fences probe=${id}, check=${id} and solution=${id}`);
  if (!cell || !probe || !check || !solution) return [];
  const exercise: Exercise = { id, title, line, cell, probe, check, solution, wrong };
  return [pythonSolution ? { ...exercise, pythonSolution } : exercise];
}

function findCells(element: Element): string[] {
  const ids: string[] = [];
  visit(element, "code", (node: Code) => {
    const fence = readFence(node);
    if (fence && typeof fence !== "string" && fence.role === "cell") ids.push(fence.id);
  });
  return ids;
}

function isPython(fence: Fence): boolean {
  return fence.role === "solution" && fence.language === "py";
}

function toCode({ source, line }: FenceCode): FenceCode {
  return { source, line };
}
