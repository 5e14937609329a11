/** A lesson's MDX as Markdown that any notebook shows: the author's own text, with our words put into plain forms. */
import type { Code, Nodes, Parents, Root } from "mdast";
import { visit } from "unist-util-visit";
import { readFence } from "../fences";
import { type Element, isElement } from "../mdx";
import type { Word } from "../words";
import { joinParts, type Part } from "./parts";
import type { Place, ProseOptions, Writer } from "./place";
import { toInlineWord, wordParts } from "./words";

/** The whole lesson, in parts. */
export function toParts(tree: Root, options: ProseOptions): Part[] {
  return joinParts(blocks(tree.children, options));
}

function toWriter(place: Place): Writer {
  return {
    place,
    blocks: (nodes, more) => blocks(nodes, { ...place, ...more }),
    inside: (node) => toInside(node, place),
  };
}

function blocks(nodes: readonly Nodes[], place: Place): Part[] {
  return nodes.flatMap((node) => toBlock(node, place));
}

function toBlock(node: Nodes, place: Place): Part[] {
  if (node.type === "code") return toCode(node, place);
  if (node.type === "mdxjsEsm") return [];
  if (node.type === "mdxFlowExpression") return [{ text: toExpressionText(node.value) }];
  if (node.type === "math" && place.quoted) return [{ text: `$$${node.value.replace(/\s+/g, " ")}$$` }];
  if (isElement(node)) return toElementParts(node, place);
  const begins = node.type === "heading" && node.depth === 2 ? { begins: true as const } : {};
  return [{ text: toText(node, place), ...begins }, ...hoisted(node)];
}

function toCode(node: Code, place: Place): Part[] {
  const fence = readFence(node);
  if (!fence || typeof fence === "string") return [{ text: toText(node, place) }];
  if (fence.role === "cell") return [{ cell: fence.id }];
  if (fence.role !== "solution") return [];
  const wanted = place.language === "py" && place.pythonSolutions.has(fence.exercise) ? "py" : "ts";
  if (fence.language !== wanted) return [];
  return [{ text: toText(node, place).replace(/^(\s*`{3,})[^\n]*/, `$1${fence.language}`) }];
}

function toElementParts(node: Element, place: Place): Part[] {
  if (node.name === null) return blocks(node.children, place);
  if (/^[a-z]/.test(node.name)) return toHtml(node, place);
  return wordParts[node.name as Word](node, toWriter(place));
}

/** HTML stays what it is: notebooks show the harmless elements of it. */
function toHtml(node: Element, place: Place): Part[] {
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (!first || !last) return [{ text: toText(node, place) }];
  const open = place.body.slice(startOf(node), startOf(first)).trim();
  return [{ text: open }, ...blocks(node.children, place), { text: `</${node.name}>` }];
}

/** A node's own text, with the words inside it replaced. */
function toText(node: Nodes, place: Place): string {
  const start = startOf(node);
  const text = rewrite(node, start, endOf(node), place);
  const indent = (node.position?.start.column ?? 1) - 1;
  return indent === 0 ? text : text.replace(new RegExp(`\\n[ \\t]{1,${indent}}`, "g"), "\n");
}

/** What stands between an element's tags. */
function toInside(node: Parents, place: Place): string {
  const [first, last] = [node.children[0], node.children.at(-1)];
  return first && last ? rewrite(node, startOf(first), endOf(last), place).trim() : "";
}

type Change = { from: number; to: number; text: string };

function rewrite(node: Nodes, from: number, to: number, place: Place): string {
  let text = "";
  let at = from;
  for (const change of "children" in node ? node.children.flatMap((child) => changes(child, place)) : []) {
    text += place.body.slice(at, change.from) + change.text;
    at = change.to;
  }
  return text + place.body.slice(at, to);
}

/** What changes inside a node, in order; a change holds no other. */
function changes(node: Nodes, place: Place): Change[] {
  const all = (text: string): Change[] => [{ from: startOf(node), to: endOf(node), text }];
  if (node.type === "code" && readFence(node)) return all("");
  if (node.type === "mdxTextExpression" || node.type === "mdxFlowExpression")
    return all(toExpressionText(node.value));
  if (isElement(node) && node.name !== null && !/^[a-z]/.test(node.name))
    return all(toInlineWord(node, toWriter(place)));
  if ((node.type === "link" || node.type === "image") && !isAddress(node.url)) {
    if (!place.toAddress) return all(node.type === "image" ? (node.alt ?? "") : toInside(node, place));
    const [start, end] = [startOf(node), endOf(node)];
    const at = place.body.slice(start, end).lastIndexOf(`](${node.url}`) + start + 2;
    const inner = "children" in node ? node.children.flatMap((child) => changes(child, place)) : [];
    return [...inner, { from: at, to: at + node.url.length, text: toFullAddress(node.url, place) }];
  }
  return "children" in node ? node.children.flatMap((child) => changes(child, place)) : [];
}

/** Cells that stand in a list or a quotation follow it. */
function hoisted(node: Nodes): Part[] {
  const cells: Part[] = [];
  visit(node, "code", (code: Code) => {
    const fence = readFence(code);
    if (fence && typeof fence !== "string" && fence.role === "cell") cells.push({ cell: fence.id });
  });
  return cells;
}

/** A literal in braces is its text, a comment is nothing. */
function toExpressionText(value: string): string {
  return /^\s*(["'`])([^"'`\\]*)\1\s*$/.exec(value)?.[2] ?? "";
}

function isAddress(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(url);
}

function toFullAddress(url: string, { toAddress, path }: Place): string {
  return toAddress?.(url.startsWith("#") ? path + url : new URL(url, `http://site${path}`).pathname) ?? url;
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}
