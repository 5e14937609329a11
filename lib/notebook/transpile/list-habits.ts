import type { AnyNode, BinaryExpression, Expression, PrivateIdentifier } from "acorn";

type Found = { at: number; message: string };
type Side = Expression | PrivateIdentifier;

/** Operators that Python has for lists and texts, and of which JavaScript makes NaN, a text, or a false comparison. */
export function findListHabit(node: BinaryExpression, code: string): Found | undefined {
  const { left, right, operator, start } = node;
  const text = (part: AnyNode) => code.slice(part.start, part.end);
  const say = (message: string): Found => ({ at: start, message });
  if (
    /^[!=]==?$/.test(operator) &&
    (isList(left) || isList(right) || (isShape(left, code) && isShape(right, code)))
  ) {
    const equals = operator.startsWith("!") ? "!==" : "===";
    return say(
      `to JavaScript two lists are never equal; write \`String(${toList(left)}) ${equals} String(${toList(right)})\``,
    );
  }
  // A chain that stands in parentheses is meant.
  if (
    isRelational(operator) &&
    left.type === "BinaryExpression" &&
    isRelational(left.operator) &&
    left.start === start
  )
    return say(`write \`${text(left)} && ${text(left.right)} ${operator} ${text(right)}\``);
  if (isShape(left, code) || isShape(right, code)) {
    const message = ofShape(node, code);
    if (message !== undefined) return say(message);
  }
  if (operator === "*" && (isList(left) || isText(left))) {
    if (isText(left)) return say(`write \`${text(left)}.repeat(${text(right)})\``);
    const [only, ...more] = left.type === "ArrayExpression" ? left.elements : [];
    if (only && more.length === 0) return say(`write \`Array(${text(right)}).fill(${text(only)})\``);
    return say(`write \`Array(${text(right)}).fill(${text(left)}).flat()\``);
  }
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a cell
  if (operator === "%" && isText(left)) return say("write a text in backticks, `` `std ${x.toFixed(2)}` ``");
  if (operator === "+" && isList(left) && !isText(right))
    return say(`write \`[...${text(left)}, ...${text(right)}]\``);
  return undefined;

  function toList(side: Side): string {
    return side.type === "SequenceExpression" ? `[${text(side)}]` : text(side);
  }
}

/** A shape is a list: an operator makes NaN or a text of it. Beside a text, or a name that may be one, `+` is left alone. */
function ofShape({ left, right, operator }: BinaryExpression, code: string): string | undefined {
  const [isLeft, isRight] = [isShape(left, code), isShape(right, code)];
  const text = (side: Side) => code.slice(side.start, side.end);
  if (operator === "+" && (isLeft || isList(left)) && (isRight || isList(right)))
    return `write \`[...${text(left)}, ...${text(right)}]\``;
  const other = isLeft ? right : left;
  if (!(/^[-*/%]$|^\*\*$/.test(operator) || isRelational(operator) || (operator === "+" && isNumber(other))))
    return undefined;
  const shape = text(isLeft ? left : right);
  const tensor = shape.replace(/\.\w+(\(\s*\))?$/, "");
  const write = (value: string) =>
    isLeft ? `${value} ${operator} ${text(right)}` : `${text(left)} ${operator} ${value}`;
  return `\`${shape}\` is a list of sizes; write \`${write(`${shape}[0]`)}\` for one of them, or \`${write(`${tensor}.numel()`)}\` for their product`;
}

function isRelational(operator: string): boolean {
  return /^[<>]=?$/.test(operator);
}

/** A list that has just been written, or a tuple. */
function isList(node: Side): boolean {
  return (
    node.type === "ArrayExpression" ||
    (node.type === "SequenceExpression" && node.expressions.every(isNumber))
  );
}

function isNumber(node: AnyNode): boolean {
  return node.type === "Literal" && typeof node.value === "number";
}

function isText(node: Side): boolean {
  return node.type === "Literal" && typeof node.value === "string";
}

/** `x.shape`, `x.size()`. */
function isShape(node: Side, code: string): boolean {
  if (node.type !== "MemberExpression" && node.type !== "CallExpression") return false;
  return /\.(shape|size\(\s*\))$/.test(code.slice(node.start, node.end));
}
