import type { AnyNode } from "acorn";

/** Whether an expression's value can be no tensor, by its form alone: numbers, texts, functions, lists. */
export function isPlain(node: AnyNode): boolean {
  switch (node.type) {
    case "Literal":
    case "TemplateLiteral":
    case "UnaryExpression":
    case "BinaryExpression":
    case "UpdateExpression":
    case "ArrowFunctionExpression":
    case "FunctionExpression":
    case "ClassExpression":
    case "ArrayExpression":
    case "ObjectExpression":
      return true;
    case "Identifier":
      return node.name === "undefined" || node.name === "NaN" || node.name === "Infinity";
    case "MemberExpression":
      return !node.computed && node.property.type === "Identifier" && node.property.name === "length";
    case "ConditionalExpression":
      return isPlain(node.consequent) && isPlain(node.alternate);
    case "LogicalExpression":
      return isPlain(node.left) && isPlain(node.right);
    default:
      return false;
  }
}
