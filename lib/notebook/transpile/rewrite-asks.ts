import type { AnyNode, CallExpression, Expression } from "acorn";
import type MagicString from "magic-string";
import { RUNTIME } from "./contract";
import { isPlain } from "./plain-values";

/** Methods of lists whose callback answers yes or no. */
const ASKING = new Set(["filter", "some", "every", "find", "findIndex", "findLast", "findLastIndex"]);

const NUMERIC = /^(?:Number\.)?parse(?:Float|Int)$|^Number\.is(?:NaN|Finite|Integer|SafeInteger)$/;

/**
 * The other places where JavaScript would answer for a tensor, and wrongly: callbacks that say yes or no (every tensor is
 * true), `switch` (no tensor is a case), `in` and `for … in` (they ask for keys, where Python asks for values), and the
 * functions of numbers that say NaN or false of any object.
 */
export function rewriteAsks(text: MagicString, node: AnyNode): void {
  switch (node.type) {
    case "CallExpression":
      rewriteCallback(text, node);
      rewriteNumeric(text, node);
      return;
    case "SwitchStatement":
      wrap(text, node.discriminant, "chosen");
      for (const { test } of node.cases) if (test) wrap(text, test, "chosen");
      return;
    case "BinaryExpression":
      if (node.operator === "in" && node.right.type !== "ObjectExpression") ask(text, node.right, "owner");
      return;
    case "ForInStatement":
      if (node.right.type !== "ObjectExpression") ask(text, node.right, "keyed");
      return;
    default:
  }
}

/** `xs.filter(f)` → `xs.filter(__fanin.predicate(f))`, unless it shows that `f` gives no tensor. */
function rewriteCallback(text: MagicString, { callee, arguments: [first] }: CallExpression): void {
  if (callee.type !== "MemberExpression" || callee.computed || !first || first.type === "SpreadElement")
    return;
  if (callee.property.type !== "Identifier" || !ASKING.has(callee.property.name)) return;
  const isSure = first.type === "ArrowFunctionExpression" && first.expression && isPlain(first.body);
  if (!isSure) ask(text, first, "predicate");
}

/** `parseFloat(t)` reads a tensor's text, and `Number.isNaN(t)` is false of it: both are asked of its one value. */
function rewriteNumeric(text: MagicString, { callee, arguments: [first] }: CallExpression): void {
  if (!first || first.type === "SpreadElement" || isPlain(first)) return;
  if (NUMERIC.test(text.original.slice(callee.start, callee.end))) ask(text, first, "number");
}

function wrap(text: MagicString, node: Expression, method: string): void {
  if (!isPlain(node)) ask(text, node, method);
}

/** `x` → `__fanin.method(x)`. */
function ask(text: MagicString, node: Expression, method: string): void {
  const isSequence = node.type === "SequenceExpression";
  text.appendRight(node.start, `${RUNTIME}.${method}(${isSequence ? "(" : ""}`);
  text.prependLeft(node.end, isSequence ? "))" : ")");
}
