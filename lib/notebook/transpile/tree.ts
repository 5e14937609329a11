import type { AnyNode, Expression, Identifier, Pattern, Program, VariableDeclaration } from "acorn";

/** A statement of a program's own level. */
export type TopLevel = Program["body"][number];

/** True for a node of acorn's tree, false for the strings, numbers and nulls beside it. */
function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** A node's child nodes, in acorn's field order. */
export function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node).flat().filter(isNode);
}

/** The identifiers that a pattern binds or assigns, left to right. */
export function targetsOf(pattern: Pattern | Expression): Identifier[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((p) => targetsOf(p.type === "RestElement" ? p.argument : p.value));
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? targetsOf(element) : []));
    case "AssignmentPattern":
      return targetsOf(pattern.left);
    case "RestElement":
      return targetsOf(pattern.argument);
    default:
      return [];
  }
}

/** Where a `var` stands decides how it may be rewritten. */
export type HoistedVar = { node: VariableDeclaration; place: "statement" | "for-init" | "for-left" };

/** The `var`s that belong to the same function (or cell) as these nodes: blocks are entered, functions are not. */
export function hoistedVars(nodes: readonly AnyNode[]): HoistedVar[] {
  return nodes.flatMap((node) => varsOf(node));
}

function varsOf(node: AnyNode): HoistedVar[] {
  switch (node.type) {
    case "VariableDeclaration":
      return node.kind === "var" ? [{ node, place: "statement" }] : [];
    case "ForStatement": {
      const init: HoistedVar[] = node.init ? varsOf(node.init).map((v) => ({ ...v, place: "for-init" })) : [];
      return [...init, ...varsOf(node.body)];
    }
    case "ForInStatement":
    case "ForOfStatement": {
      const left: HoistedVar[] = varsOf(node.left).map((v) => ({ ...v, place: "for-left" }));
      return [...left, ...varsOf(node.body)];
    }
    case "BlockStatement":
    case "IfStatement":
    case "LabeledStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "TryStatement":
    case "CatchClause":
    case "SwitchStatement":
    case "SwitchCase":
    case "ExportNamedDeclaration":
      return hoistedVars(childrenOf(node));
    default:
      return [];
  }
}

/** `(function (E) { … })(E || (E = {}))`: the second half of what an enum becomes, which is nobody's value. */
export function isEnumBody(node: AnyNode): boolean {
  if (node.type !== "ExpressionStatement" || node.expression.type !== "CallExpression") return false;
  const { callee, arguments: given } = node.expression;
  const [made] = given;
  return (
    callee.type === "FunctionExpression" &&
    made?.type === "LogicalExpression" &&
    made.left.type === "Identifier" &&
    made.right.type === "AssignmentExpression" &&
    made.right.left.type === "Identifier" &&
    made.right.left.name === made.left.name
  );
}
