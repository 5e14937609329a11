/** `<ShortAnswer>`: what a reader who came from a search takes away. */
import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import { readAttributes } from "./attributes";
import { isElement, lineOf } from "./mdx";
import { toPlainMath } from "./plain-math";
import type { Say } from "./problem";

/** The most words that a short answer may have; a formula counts as one, a code block as none. */
export const SHORT_ANSWER_WORDS = 60;
/** Characters of a description that search engines show. */
const DESCRIPTION = 300;

/** The answer's prose, with the values that it takes from cells in their places. */
export type ShortAnswer = { prose: (string | { of: string; show: string })[]; words: number };

/** Finds the short answer and counts its words. */
export function readShortAnswer(tree: Root, say: Say): ShortAnswer {
  let found: Nodes | undefined;
  visit(tree, (node) => {
    if (isElement(node, "ShortAnswer")) found ??= node;
  });
  if (!found) {
    say(1, "<ShortAnswer> is missing: a lesson begins with one");
    return { prose: [], words: 0 };
  }
  const words = countWords(found);
  if (words === 0) say(lineOf(found), "<ShortAnswer>: it is empty");
  if (words > SHORT_ANSWER_WORDS)
    say(lineOf(found), `<ShortAnswer>: at most ${SHORT_ANSWER_WORDS} words, got ${words}; shorten it`);
  return { prose: toProse(found), words };
}

/** The short answer as plain text, cut after a sentence where it is long. */
export function toDescription(
  { prose }: ShortAnswer,
  values: Record<string, Record<string, string>>,
): string {
  const parts = prose.map((part) => (typeof part === "string" ? part : (values[part.of]?.[part.show] ?? "")));
  const text = parts.join("").replace(/\s+/g, " ").trim().replace(/:$/, ".");
  if (text.length <= DESCRIPTION) return text;
  const end = text.lastIndexOf(". ", DESCRIPTION);
  return end > 0 ? text.slice(0, end + 1) : `${text.slice(0, DESCRIPTION - 1).trimEnd()}…`;
}

function toProse(node: Nodes): ShortAnswer["prose"] {
  if (node.type === "code" || node.type === "math") return [];
  if (node.type === "inlineMath") return [toPlainMath(node.value)];
  if (node.type === "text" || node.type === "inlineCode") return [node.value];
  if (isElement(node, "Value")) {
    const attributes = readAttributes(node);
    return [{ of: String(attributes.get("of")), show: String(attributes.get("show")) }];
  }
  if (!("children" in node)) return [];
  const inside = node.children.flatMap(toProse);
  return node.type === "paragraph" || node.type === "listItem" ? [...inside, " "] : inside;
}

function countWords(node: Nodes): number {
  if (node.type === "code" || node.type === "math") return 0;
  if (node.type === "inlineMath" || node.type === "inlineCode" || isElement(node, "Value")) return 1;
  if (node.type === "text") return node.value.match(/[\p{L}\p{N}][\p{L}\p{N}’'_.-]*/gu)?.length ?? 0;
  if (!("children" in node)) return 0;
  return node.children.reduce((sum: number, child) => sum + countWords(child), 0);
}
