import type { AnyNode, AssignmentExpression, BinaryExpression, MemberExpression } from "acorn";
import type MagicString from "magic-string";
import { RUNTIME } from "./contract";
import { findToken } from "./find-token";

/**
 * `a ** b` → `__fanin.pow(a , b)`: each host computes the operator by itself, and they differ in the last bit.
 * Any other node is left as it is.
 */
export function rewritePower(text: MagicString, node: AnyNode): void {
  if (node.type === "BinaryExpression" && node.operator === "**") rewriteOperator(text, node);
  if (node.type === "AssignmentExpression" && node.operator === "**=") rewriteAssignment(text, node);
}

function rewriteOperator(text: MagicString, node: BinaryExpression): void {
  const at = findToken(text.original, "**", node.left.end);
  text.appendRight(node.start, `${RUNTIME}.pow(`);
  text.update(at, at + 2, ",");
  // Before whatever closes round it at the same place.
  text.prependLeft(node.end, ")");
}

/** `a **= b` → `a = __fanin.pow(a, b)`; `f().k **= b` → `__fanin.target(f(),"k").raise(b)`, which asks `f` once. */
function rewriteAssignment(text: MagicString, node: AssignmentExpression): void {
  const { left } = node;
  const at = findToken(text.original, "**=", left.end);
  const repeated = repeatable(left);
  if (repeated !== undefined) text.update(at, at + 3, `= ${RUNTIME}.pow(${repeated},`);
  else if (left.type === "MemberExpression" && isPassable(left)) {
    rewriteTarget(text, left);
    text.update(at, at + 3, ".raise(");
  } else return; // `f().#x **= b` and `super[f()] **= b` stay the host's own.
  text.prependLeft(node.end, ")");
}

/** The text of a target that can be written twice: evaluating it does nothing and cannot differ. */
export function repeatable(left: AnyNode): string | undefined {
  if (left.type === "Identifier") return left.name;
  if (left.type !== "MemberExpression" || left.computed) return undefined;
  const { object, property } = left;
  const key =
    property.type === "PrivateIdentifier" ? `#${property.name}` : (property as { name: string }).name;
  switch (object.type) {
    case "Identifier":
      return `${object.name}.${key}`;
    case "ThisExpression":
      return `this.${key}`;
    case "Super":
      return `super.${key}`;
    default:
      return undefined;
  }
}

/** Whether object and key can be arguments of a call. */
function isPassable({ object, property }: MemberExpression): boolean {
  return object.type !== "Super" && property.type !== "PrivateIdentifier";
}

function rewriteTarget(text: MagicString, { start, object, property, computed }: MemberExpression): void {
  text.appendRight(start, `${RUNTIME}.target(`);
  if (computed) {
    const open = findToken(text.original, "[", object.end);
    const close = findToken(text.original, "]", property.end);
    text.update(open, open + 1, ",(");
    text.update(close, close + 1, "))");
    return;
  }
  const dot = findToken(text.original, ".", object.end);
  text.update(dot, dot + 1, ",");
  text.update(property.start, property.end, `${JSON.stringify((property as { name: string }).name)})`);
}
