/**
 * The number lint: a sentence may not quote a figure that no cell made. Decimals and numbers of three or more digits come from `<Value>`,
 * or are marked `<Given>`. Code, maths, headings, sources, years, dates, versions, sections and issue numbers are let through.
 */
import type { Nodes } from "mdast";
import { isElement, lineOf, parseMdx } from "./mdx";
import type { Problem } from "./problem";

const skippedNodes = new Set([
  "code",
  "inlineCode",
  "math",
  "inlineMath",
  "heading",
  "mdxFlowExpression",
  "mdxTextExpression",
]);
const skippedElements = ["Value", "Given", "Sources"];
/** Numbers that are names: dates and years of this field, #1234, §4.6, "PyTorch 1.13". */
const names = [
  /(?<![\w.,])(?:19[4-9]\d|20[0-3]\d)(?:-\d\d){0,2}s?(?![\w]|[.,]\d)/g,
  /#\d+/g,
  /§§?\s*\d+(?:\.\d+)*/g,
  /\b(?:PyTorch|Torch|torch|Python|Node|NumPy|CUDA|WCAG|nbformat|arXiv:?)\s*v?\d+(?:\.\d+)*(?:(?:,| and| or)\s\d+(?:\.\d+)+)*/g,
];
/** A decimal, or three digits and more, thousands separated or not; never a part of a word. */
const figures =
  /(?<![\p{L}\p{N}_.])[−-]?(?:\d{1,3}(?:[,\u202f\u00a0]\d{3})+|\d*\.\d+|\d{3,})(?:\.\d+)?(?![\p{L}_]|\.?\d)/gu;

/** Finds the numbers in a lesson's prose that come from nowhere. */
export function findLooseNumbers(text: string, file: string): Problem[] {
  const problems: Problem[] = [];
  walk(parseMdx(text, file).tree, (node) => {
    if (node.type !== "text") return;
    const prose = names.reduce(
      (rest, name) => rest.replace(name, (found) => " ".repeat(found.length)),
      node.value,
    );
    for (const { 0: found, index } of prose.matchAll(figures)) {
      const line = lineOf(node) + prose.slice(0, index).split("\n").length - 1;
      const what = `the number ${found} stands in prose: take it from a cell with <Value>, or mark a stipulated one with <Given>`;
      problems.push({ file, line, text: what });
    }
  });
  return problems;
}

function walk(node: Nodes, visit: (node: Nodes) => void): void {
  if (skippedNodes.has(node.type) || skippedElements.some((name) => isElement(node, name))) return;
  visit(node);
  if ("children" in node) for (const child of node.children) walk(child, visit);
}
