import type { AnyNode } from "acorn";

const METHODS: Readonly<Record<string, string>> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "%": "remainder",
  "**": "pow",
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
  "==": "eq",
  "===": "eq",
  "!=": "ne",
  "!==": "ne",
  "&": "logical_and",
  "|": "logical_or",
  "^": "logical_xor",
};
/** With its sides exchanged, each says the same. */
const MIRRORED: Readonly<Record<string, string>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };
const SYMMETRIC = new Set(["+", "*", "==", "===", "!=", "!==", "&", "|", "^"]);
const UNARY: Readonly<Record<string, string>> = { "-": "neg", "~": "logical_not" };
/** What `Math` and tensors both have. */
const FUNCTIONS = new Set(
  "abs ceil cos exp expm1 floor log log10 log1p log2 max min round sign sin sqrt tan tanh trunc tolist isnan".split(
    " ",
  ),
);

/** What JavaScript has for numbers only, and the method of tensors for it. */
const GLOBALS: Readonly<Record<string, string>> = {
  Number: "tolist",
  isNaN: "isnan",
  "Number.isNaN": "isnan",
};

/** An expression with operators as calls of tensors' methods: `x * 2 + y` → `x.mul(2).add(y)`; undefined if it has none. */
export function maybeMethods(node: AnyNode, code: string): string | undefined {
  const text = (part: AnyNode) => code.slice(part.start, part.end);
  const operand = (part: AnyNode): string => maybeMethods(part, code) ?? text(part);
  switch (node.type) {
    case "BinaryExpression": {
      const { operator, left, right } = node;
      const method = METHODS[operator];
      if (method === undefined || (isNumber(left) && isNumber(right))) return undefined;
      if (operator === "+" && (isText(left) || isText(right)))
        return writeText(text(left), text(right), left);
      if (!isNumber(left)) return `${receiver(operand(left), left)}.${method}(${operand(right)})`;
      const mirrored = SYMMETRIC.has(operator) ? method : METHODS[MIRRORED[operator] ?? ""];
      if (mirrored !== undefined) return `${receiver(operand(right), right)}.${mirrored}(${text(left)})`;
      return `torch.${method}(${text(left)}, ${operand(right)})`;
    }
    case "UnaryExpression": {
      if (isNumber(node)) return undefined;
      const method = UNARY[node.operator];
      return method && `${receiver(operand(node.argument), node.argument)}.${method}()`;
    }
    case "AssignmentExpression": {
      const method = METHODS[node.operator.slice(0, -1)];
      return method && `${text(node.left)} = ${text(node.left)}.${method}(${operand(node.right)})`;
    }
    case "UpdateExpression":
      return `${text(node.argument)} = ${text(node.argument)}.${node.operator === "++" ? "add" : "sub"}(1)`;
    case "CallExpression": {
      const callee = text(node.callee);
      const name = GLOBALS[callee] ?? /^Math\.(\w+)$/.exec(callee)?.[1] ?? "";
      const [only] = node.arguments;
      if (!only || only.type === "SpreadElement" || !FUNCTIONS.has(name)) return undefined;
      return `${receiver(operand(only), only)}.${name}()`;
    }
    default:
      return undefined;
  }
}

function writeText(left: string, right: string, first: AnyNode): string {
  return isText(first) ? `${left} + String(${right})` : `String(${left}) + ${right}`;
}

function isText(node: AnyNode): boolean {
  return node.type === "TemplateLiteral" || (node.type === "Literal" && typeof node.value === "string");
}

/** Whether an expression is made of plain numbers only. */
function isNumber(node: AnyNode): boolean {
  if (node.type === "Literal") return typeof node.value === "number";
  if (node.type === "UnaryExpression") return isNumber(node.argument);
  return node.type === "BinaryExpression" && isNumber(node.left) && isNumber(node.right);
}

/** What a method is called on: in parentheses unless it is a name, a member or a call. */
function receiver(text: string, node: AnyNode): string {
  const isSimple = /^(Identifier|MemberExpression|CallExpression|ThisExpression)$/.test(node.type);
  return isSimple || /\)$/.test(text) ? text : `(${text})`;
}
