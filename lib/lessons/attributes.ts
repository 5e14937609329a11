/** Attributes of our words, read without running them: strings, flags, and literals in braces. */
import { type Expression, parseExpressionAt } from "acorn";
import type { Element } from "./mdx";

export type Literal = string | number | boolean | null | Literal[];

/** The attributes of an element whose value is known by reading; `undefined` marks one that would have to run. */
export function readAttributes(element: Element): Map<string, Literal | undefined> {
  const read = new Map<string, Literal | undefined>();
  for (const attribute of element.attributes) {
    if (attribute.type !== "mdxJsxAttribute") continue;
    const { name, value } = attribute;
    if (value === null || value === undefined) read.set(name, true);
    else if (typeof value === "string") read.set(name, value);
    else read.set(name, toLiteral(parseExpressionAt(value.value, 0, { ecmaVersion: "latest" })));
  }
  return read;
}

function toLiteral(node: Expression): Literal | undefined {
  if (node.type === "Literal") {
    const { value } = node;
    return typeof value === "bigint" || value instanceof RegExp ? undefined : (value ?? null);
  }
  if (node.type === "TemplateLiteral" && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? "";
  if (node.type === "UnaryExpression" && node.operator === "-") {
    const value = toLiteral(node.argument);
    return typeof value === "number" ? -value : undefined;
  }
  if (node.type !== "ArrayExpression") return undefined;
  const items: Literal[] = [];
  for (const element of node.elements) {
    const item = element && element.type !== "SpreadElement" ? toLiteral(element) : undefined;
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}
