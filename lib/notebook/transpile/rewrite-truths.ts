import type { AnyNode, AssignmentExpression, BinaryExpression, LogicalExpression } from "acorn";
import type MagicString from "magic-string";
import { RUNTIME } from "./contract";
import { findToken } from "./find-token";
import { isPlain } from "./plain-values";
import { repeatable } from "./rewrite-powers";

const EQUALITIES = new Set(["==", "!=", "===", "!=="]);

/**
 * Every object is true to JavaScript and equal to itself alone, a tensor too: so what a cell tests and compares is
 * handed to the runtime, which knows tensors. What can be none (`i < n`, `x === null`) is left as it is.
 */
export function rewriteTruth(text: MagicString, node: AnyNode): void {
  switch (node.type) {
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "ConditionalExpression":
      wrapTest(text, node.test);
      return;
    case "ForStatement":
      if (node.test) wrapTest(text, node.test);
      return;
    case "UnaryExpression":
      if (node.operator === "!") wrapTest(text, node.argument);
      return;
    case "CallExpression": {
      const [only, ...more] = node.arguments;
      const isBoolean = node.callee.type === "Identifier" && node.callee.name === "Boolean";
      if (isBoolean && only && only.type !== "SpreadElement" && more.length === 0) wrapTest(text, only);
      return;
    }
    case "BinaryExpression":
      if (EQUALITIES.has(node.operator)) rewriteEquality(text, node);
      return;
    case "LogicalExpression":
      if (!asked.has(node)) rewriteLogical(text, node);
      return;
    case "AssignmentExpression":
      rewriteAssignment(text, node);
      return;
    default:
  }
}

/** Logical expressions of which only the truth is asked for: their sides are tested, and their value is nobody's. */
const asked = new WeakSet<AnyNode>();

/** `t` → `__fanin.truth(t)`, where a condition stands. */
function wrapTest(text: MagicString, node: AnyNode): void {
  if (isPlain(node)) return;
  if (node.type === "LogicalExpression" && node.operator !== "??") {
    asked.add(node);
    wrapTest(text, node.left);
    wrapTest(text, node.right);
    return;
  }
  const isSequence = node.type === "SequenceExpression";
  text.appendRight(node.start, `${RUNTIME}.truth(${isSequence ? "(" : ""}`);
  text.prependLeft(node.end, isSequence ? "))" : ")");
}

/** `a === b` → `__fanin.same("===",a , b)`. */
function rewriteEquality(text: MagicString, node: BinaryExpression): void {
  const { left, right, operator } = node;
  if (isNothingOrText(left) || isNothingOrText(right) || (isPlain(left) && isPlain(right))) return;
  const at = findToken(text.original, operator, left.end);
  text.appendRight(node.start, `${RUNTIME}.same("${operator}",`);
  text.update(at, at + operator.length, ",");
  text.prependLeft(node.end, ")");
}

/** What no tensor is taken for: to ask whether there is a tensor at all stays JavaScript's own. */
function isNothingOrText(node: AnyNode): boolean {
  if (node.type === "Literal") return node.value === null || typeof node.value === "string";
  if (node.type === "Identifier") return node.name === "undefined";
  return node.type === "TemplateLiteral" || (node.type === "UnaryExpression" && node.operator === "typeof");
}

/** `a || b` → `__fanin.test(a)?__fanin.tested():b`, and `a && b` → `__fanin.test(a)?b:__fanin.tested()`: `a` is asked once. */
function rewriteLogical(text: MagicString, node: LogicalExpression): void {
  const { left, operator } = node;
  if (operator === "??" || isPlain(left)) return;
  const at = findToken(text.original, operator, left.end);
  // No parenthesis before it: after a line without a semicolon that would be a call.
  text.appendRight(node.start, `${RUNTIME}.test(`);
  text.update(at, at + 2, operator === "||" ? `)?${RUNTIME}.tested():` : ")?");
  if (operator === "&&") text.prependLeft(node.end, `:${RUNTIME}.tested()`);
}

/** `a ||= b` → `__fanin.test(a)?__fanin.tested():a = b`, and `&&=` likewise. A target that does something stays as it is. */
function rewriteAssignment(text: MagicString, node: AssignmentExpression): void {
  const { left, operator } = node;
  if (operator !== "||=" && operator !== "&&=") return;
  const target = repeatable(left) ?? quietPlace(text.original, left);
  if (target === undefined) return;
  const at = findToken(text.original, operator, left.end);
  const test = `${RUNTIME}.test(${target})`;
  text.update(at, at + 3, "=");
  if (operator === "||=") {
    text.appendRight(node.start, `${test}?${RUNTIME}.tested():`);
    return;
  }
  text.appendRight(node.start, `${test}?`);
  text.prependLeft(node.end, `:${RUNTIME}.tested()`);
}

/** `o[k]` and `o["k"]`, which may be read once more. */
function quietPlace(code: string, left: AnyNode): string | undefined {
  if (left.type !== "MemberExpression" || !left.computed) return undefined;
  const { object, property } = left;
  const isQuiet =
    (object.type === "Identifier" || object.type === "ThisExpression") &&
    (property.type === "Identifier" || property.type === "Literal");
  return isQuiet ? code.slice(left.start, left.end) : undefined;
}
