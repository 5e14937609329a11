/**
 * MDX to a component's code, and the code to the component. The only user of mdx-bundler.
 * Server only: lessons are code, taken from content/ and from nowhere else.
 */
import type { Element, Root } from "hast";
import { bundleMDX } from "mdx-bundler";
import { getMDXComponent } from "mdx-bundler/client";
import * as jsxRuntime from "react/jsx-runtime";
import rehypeKatex from "rehype-katex";
import rehypeSlug from "rehype-slug";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { visit } from "unist-util-visit";
import { type Filling, fillFlow } from "./flow";
import { toElement } from "./highlight";
import { toPlainMath } from "./plain-math";
import { ContentError, type Problem } from "./problem";

/** What is asked of a vfile here. */
type VFile = { messages: { line?: number | undefined; cause?: unknown }[] };

export type Heading = { depth: number; id: string; text: string };

/** Compiles a lesson's text; cells, values and predictions are filled from the run. */
export async function compileLesson(
  source: string,
  { file, filling, cwd = process.cwd() }: { file: string; filling: Filling; cwd?: string },
): Promise<{ code: string; headings: Heading[] }> {
  const headings: Heading[] = [];
  const problems: Problem[] = [];
  const { code } = await bundleMDX({
    source,
    cwd,
    // Its findings are thrown, or gathered below; printing them too would tell them twice.
    esbuildOptions: (options) => ({ ...options, logLevel: "silent" }),
    mdxOptions: (options) => ({
      ...options,
      remarkPlugins: [...(options.remarkPlugins ?? []), remarkMath, remarkGfm, [fillFlow, filling]],
      rehypePlugins: [
        ...(options.rehypePlugins ?? []),
        rehypeSlug,
        () => (tree: Root) => void headings.push(...findHeadings(tree)),
        colourCode,
        markLinks,
        // Text in a formula may be any sign that people type: √, ×, é.
        [rehypeKatex, { strict: (code: string) => (code.startsWith("unicode") ? "ignore" : "error") }],
        () =>
          (_: Root, { messages }: VFile) =>
            void problems.push(
              ...messages.map(({ line, cause }) => ({
                file,
                line: line ?? 1,
                text: `formula: ${toReason(cause)}`,
              })),
            ),
      ],
    }),
  });
  if (problems.length > 0) throw new ContentError(problems);
  return { code, headings };
}

/** The component of compiled code; it takes `components`, the registry of the lesson's words. */
export function toComponent(code: string): ReturnType<typeof getMDXComponent> {
  // The host's own JSX runtime: mdx-bundler's copy of React is another one under Next's server.
  return getMDXComponent(code, { _jsx_runtime: jsxRuntime });
}

function findHeadings(tree: Root): Heading[] {
  const found: Heading[] = [];
  visit(tree, "element", (node) => {
    const depth = /^h([2-4])$/.exec(node.tagName)?.[1];
    if (depth) found.push({ depth: Number(depth), id: String(node.properties.id), text: toPlain(node) });
  });
  return found;
}

/** Plain fences get the classes of the look. */
function colourCode() {
  return async (tree: Root) => {
    const work: Promise<void>[] = [];
    visit(tree, "element", (node, index, parent) => {
      const code = node.tagName === "pre" ? node.children[0] : undefined;
      if (code?.type !== "element" || code.tagName !== "code" || index === undefined || !parent) return;
      const classes = [code.properties.className ?? []].flat().map(String);
      if (classes.includes("math-display")) return;
      const language = classes.find((name) => name.startsWith("language-"))?.slice("language-".length) ?? "";
      const text = toPlain(code).replace(/\n$/, "");
      work.push(
        toElement(text, language).then((coloured) => {
          parent.children[index] = coloured;
        }),
      );
    });
    await Promise.all(work);
  };
}

/** Links that leave the site say so to the browser. */
function markLinks() {
  return (tree: Root) => {
    visit(tree, "element", (node) => {
      if (node.tagName === "a" && /^https?:/.test(String(node.properties.href)))
        node.properties.rel = ["external", "noreferrer"];
    });
  };
}

function toReason(cause: unknown): string {
  return cause instanceof Error ? cause.message : "it cannot be set";
}

function toPlain(node: Element): string {
  const isMath = [node.properties.className].flat().includes("math-inline");
  if (isMath)
    return toPlainMath(node.children.map((child) => ("value" in child ? child.value : "")).join(""));
  return node.children
    .map((child) => (child.type === "element" ? toPlain(child) : "value" in child ? child.value : ""))
    .join("");
}
