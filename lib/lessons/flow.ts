/** The remark side of compiling: fences become `<Cell>`s or vanish, and `<Value>`s get their text. */
import type { Code, Parent, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { readAttributes } from "./attributes";
import { readFence } from "./fences";
import { type Element, isElement, lineOf } from "./mdx";

/** What a page's text needs of the run: the values, and which predictions keep a cell's result back. */
export type Filling = {
  /** By cell, then by expression. */
  values: Record<string, Record<string, string>>;
  /** The prediction that stands before a cell, and the line on which it stands. */
  predictions: Record<string, { id: string; line: number }>;
};

/** A remark plugin that puts cells, code and values in their places. */
export function fillFlow({ values, predictions }: Filling) {
  return (tree: Root) => {
    visit(tree, "code", (node: Code, index, parent) => {
      if (index === undefined || !parent) return;
      const fence = readFence(node);
      if (!fence || typeof fence === "string") return;
      if (fence.role === "solution") {
        node.lang = fence.language;
        node.meta = null;
        return;
      }
      if (fence.role === "cell") {
        replace(parent, index, toCell(fence.id));
        return;
      }
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
    visit(tree, (node) => {
      if (!isElement(node, "Value")) return;
      const attributes = readAttributes(node);
      const [of, show] = [String(attributes.get("of")), String(attributes.get("show"))];
      const text = values[of]?.[show];
      if (text === undefined) throw new Error(`<Value of="${of}" show="${show}">: the run has no such value`);
      node.children = [{ type: "text", value: text }] as Element["children"] as never;
      const prediction = predictions[of];
      if (prediction && prediction.line < lineOf(node)) setAttribute(node, "spoils", prediction.id);
    });
  };
}

function toCell(id: string): Element {
  return {
    type: "mdxJsxFlowElement",
    name: "Cell",
    attributes: [{ type: "mdxJsxAttribute", name: "id", value: id }],
    children: [],
  };
}

function replace(parent: Parent, index: number, node: Element): void {
  parent.children[index] = node as Parent["children"][number];
}

function setAttribute(node: Element, name: string, value: string): void {
  node.attributes.push({ type: "mdxJsxAttribute", name, value });
}
