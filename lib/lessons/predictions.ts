/** `<Predict>` and `<Value>`: the words whose numbers come from a cell. */
import { readAttributes } from "./attributes";
import { type Element, lineOf } from "./mdx";
import type { LessonCell, Prediction } from "./model";
import type { Say } from "./problem";

/** Reads a `<Predict>` and asks its cell for the truth; says what is missing and gives none then. */
export function readPrediction(element: Element, cells: LessonCell[], say: Say): Prediction[] {
  const line = lineOf(element);
  const attributes = readAttributes(element);
  const [id, before, truth] = ["id", "before", "truth"].map((name) => attributes.get(name));
  if (typeof id !== "string" || typeof before !== "string" || typeof truth !== "string") {
    say(line, `<Predict>: id, before and truth are wanted, each a string, got ${list(attributes)}`);
    return [];
  }
  const cell = cells.find((candidate) => candidate.id === before);
  if (!cell) say(line, `<Predict id="${id}">: no cell has the id "${before}"`);
  else want(cell, truth);
  const answer = readAnswer(attributes);
  if (answer) return [{ id, before, line, truth, answer }];
  say(line, `<Predict id="${id}">: choose={["…", "…"]} or number step={0.1} wanted, got ${list(attributes)}`);
  return [];
}

/** Reads a `<Value>` and asks its cell for it. */
export function readValue(element: Element, cells: LessonCell[], say: Say): void {
  const attributes = readAttributes(element);
  const of = attributes.get("of");
  const show = attributes.get("show");
  const cell = cells.find(({ id }) => id === of);
  if (typeof show !== "string" || typeof of !== "string")
    say(lineOf(element), `<Value>: of="cell" and show="expression" wanted, got ${list(attributes)}`);
  else if (!cell) say(lineOf(element), `<Value>: no cell has the id "${of}"`);
  else want(cell, show);
}

function readAnswer(attributes: ReturnType<typeof readAttributes>): Prediction["answer"] | null {
  const choices = attributes.get("choose");
  if (Array.isArray(choices)) {
    const texts = choices.filter((choice) => typeof choice === "string");
    return texts.length === choices.length && texts.length > 1 ? { kind: "choice", choices: texts } : null;
  }
  const step = attributes.get("step") ?? 1;
  return attributes.get("number") === true && Number(step) > 0
    ? { kind: "number", step: Number(step) }
    : null;
}

function want(cell: LessonCell, expression: string): void {
  if (!cell.wants.includes(expression)) cell.wants.push(expression);
}

function list(attributes: ReadonlyMap<string, unknown>): string {
  return [...attributes.keys()].join(", ") || "none";
}
