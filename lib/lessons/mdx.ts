/** MDX as a tree: one parser for everybody here, and the little that we ask of its nodes. */
import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { parse as parseYaml } from "yaml";
import { ContentError } from "./problem";

export type Element = Extract<Nodes, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

/** A file's text, split: the frontmatter's values, and the tree whose lines are those of the file. Offsets count in `body`. */
export type Mdx = { file: string; frontmatter: unknown; body: string; tree: Root };

const processor = unified().use(remarkParse).use(remarkMdx).use(remarkMath).use(remarkGfm);
const frontmatterPattern = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;

/** Parses the text of an MDX file; throws a `ContentError` at the place where it is no MDX. */
export function parseMdx(text: string, file: string): Mdx {
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const head = frontmatterPattern.exec(source);
  // Blank lines keep the numbering: an error's line is the line that the writer sees.
  const blank = head ? "\n".repeat(head[0].split("\n").length - 1) : "";
  const body = head ? blank + source.slice(head[0].length) : source;
  return {
    file,
    frontmatter: head ? readFrontmatter(head[1] ?? "", file) : null,
    body,
    tree: readTree(body, file),
  };
}

/** Whether the node is a JSX element, of that name where one is given. */
export function isElement(node: Nodes, name?: string): node is Element {
  const isJsx = node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
  return isJsx && (name === undefined || node.name === name);
}

/** The 1-based line on which a node begins. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

function readTree(body: string, file: string): Root {
  try {
    return processor.parse(body);
  } catch (cause) {
    const { line, reason } = toPlace(cause);
    throw new ContentError([{ file, line, text: `MDX: ${reason}` }]);
  }
}

function readFrontmatter(yaml: string, file: string): unknown {
  try {
    return parseYaml(yaml);
  } catch (cause) {
    const line = (cause as { linePos?: [{ line: number }] }).linePos?.[0].line ?? 1;
    const reason = (cause instanceof Error ? cause.message : String(cause)).split("\n", 1)[0];
    throw new ContentError([{ file, line: line + 1, text: `frontmatter: ${reason}` }]);
  }
}

function toPlace(cause: unknown): { line: number; reason: string } {
  const { line, reason, message } = cause as { line?: number; reason?: string; message?: string };
  const text = reason ?? message ?? String(cause);
  // A tag that is never closed has no place of its own; the message names where it was opened.
  const opened = /\((\d+):\d+/.exec(text)?.[1];
  return { line: line ?? Number(opened ?? 1), reason: text };
}
