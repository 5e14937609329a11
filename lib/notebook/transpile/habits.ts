import type { AnyNode, CallExpression, NewExpression } from "acorn";
import { findListHabit } from "./list-habits";
import type { Parsed } from "./parse";
import { toTypeScript } from "./python-words";
import type { Reference } from "./scope";
import { CellSyntaxError } from "./syntax-error";
import { childrenOf } from "./tree";

type About = {
  code: string;
  /** Offsets of names that this cell assigns and no scope of it declares. */
  undeclared: ReadonlySet<number>;
  /** The names that the cell speaks of. */
  known: ReadonlySet<string>;
  inClass: boolean;
};
type Found = { at: number; message: string };

/** Refuses Python that parses as TypeScript and means something else there: it would fail far away, or not at all. */
export function checkHabits(
  { code, program, place }: Parsed,
  { references, own }: { references: readonly Reference[]; own: ReadonlySet<string> },
): void {
  const known = new Set([...own, ...references.map(({ name }) => name)]);
  const undeclared = new Set(references.flatMap((r) => (r.writes && !own.has(r.name) ? [r.start] : [])));
  visit(program, { code, undeclared, known, inClass: false });

  function visit(node: AnyNode, about: About): void {
    const found = findHabit(node, about);
    if (found) throw new CellSyntaxError(`This is Python: ${found.message}`, place(found.at));
    const inClass = about.inClass || node.type === "ClassBody";
    for (const child of childrenOf(node))
      visit(child, inClass === about.inClass ? about : { ...about, inClass });
  }
}

function findHabit(node: AnyNode, about: About): Found | undefined {
  switch (node.type) {
    case "CallExpression":
    case "NewExpression":
      return findKeywords(node, about) ?? findTuple(node.arguments, about);
    case "MemberExpression":
      return findIndex(node, about) ?? findSelf(node, about);
    case "MethodDefinition":
      return findInit(node, about);
    case "BinaryExpression":
      return findListHabit(node, about.code);
    case "VariableDeclarator":
      return node.init
        ? (findTuple([node.init], about) ?? findFloorDivision(node.init, about, node.id))
        : undefined;
    case "AssignmentExpression":
      return findTuple([node.right], about) ?? findFloorDivision(node.right, about, node.left);
    case "ReturnStatement":
      return node.argument ? findFloorDivision(node.argument, about) : undefined;
    case "ExpressionStatement":
      return (
        findUnpacking(node.expression, about) ??
        (node.expression.type === "Literal" ? findFloorDivision(node.expression, about) : undefined)
      );
    default:
      return undefined;
  }
}

/** `f(3, dtype=torch.float64)` assigns to `dtype`, and gives what was assigned as one more positional argument. */
function findKeywords(node: CallExpression | NewExpression, { code, undeclared }: About): Found | undefined {
  const positional: string[] = [];
  const keywords: string[] = [];
  let first: number | undefined;
  for (const argument of node.arguments) {
    const isKeyword =
      argument.type === "AssignmentExpression" &&
      argument.operator === "=" &&
      argument.left.type === "Identifier" &&
      undeclared.has(argument.left.start);
    if (!isKeyword) {
      positional.push(textOf(code, argument));
      continue;
    }
    first ??= argument.start;
    keywords.push(`${textOf(code, argument.left)}: ${toTypeScript(textOf(code, argument.right))}`);
  }
  if (first === undefined) return undefined;
  const callee = textOf(code, node.callee);
  if (callee === "print")
    return {
      at: first,
      message: "`print` has no `end` or `sep` here; join the texts first, and print them in one line",
    };
  const given = [...positional, `{ ${keywords.join(", ")} }`].join(", ");
  const isClass = node.type === "NewExpression" || /^(?:\w+\.)*[A-Z]\w*$/.test(callee);
  const call = `${isClass ? "new " : ""}${callee}(${given})`;
  return { at: first, message: `keywords stand in one object at the end; write \`${call}\`` };
}

/** `w[0, 1]` is `w[1]`, and `xs[-1]` is undefined. */
function findIndex(node: AnyNode, { code }: About): Found | undefined {
  if (node.type !== "MemberExpression" || !node.computed) return undefined;
  const { property } = node;
  // Parentheses say that it is meant.
  const isList = property.type === "SequenceExpression" && !/\(\s*$/.test(code.slice(0, property.start));
  const isFromEnd =
    property.type === "UnaryExpression" && property.operator === "-" && property.argument.type === "Literal";
  if (!isList && !isFromEnd) return undefined;
  return { at: node.start, message: `write \`${textOf(code, node.object)}.at(${textOf(code, property)})\`` };
}

function findSelf(node: AnyNode, { code, inClass }: About): Found | undefined {
  if (!inClass || node.type !== "MemberExpression" || node.computed) return undefined;
  if (node.object.type === "CallExpression" && textOf(code, node.property) === "__init__")
    return { at: node.start, message: "write `super()` alone, first of all in the constructor" };
  if (node.object.type !== "Identifier" || node.object.name !== "self") return undefined;
  return { at: node.start, message: `write \`this.${textOf(code, node.property)}\`` };
}

/** `torch.zeros((3, 5))` gives the last of the two: JavaScript has no tuples. */
function findTuple(places: readonly AnyNode[], { code }: About): Found | undefined {
  const tuple = places.find(({ type }) => type === "SequenceExpression");
  if (tuple?.type !== "SequenceExpression" || !tuple.expressions.every(isStill)) return undefined;
  return { at: tuple.start, message: `a tuple is a list here; write \`[${textOf(code, tuple)}]\`` };
}

/** `x, y = y, x` assigns `y` to `y`. */
function findUnpacking(node: AnyNode, { code }: About): Found | undefined {
  if (node.type !== "SequenceExpression") return undefined;
  const at = node.expressions.findIndex(
    (part) =>
      part.type === "AssignmentExpression" && part.operator === "=" && part.left.type === "Identifier",
  );
  const middle = node.expressions[at];
  if (at < 1 || middle?.type !== "AssignmentExpression" || !node.expressions.slice(0, at).every(isStill))
    return undefined;
  const left = [...node.expressions.slice(0, at), middle.left].map((part) => textOf(code, part));
  const right = [middle.right, ...node.expressions.slice(at + 1)].map((part) => textOf(code, part));
  const value = right.length === 1 ? right[0] : `[${right.join(", ")}]`;
  return { at: node.start, message: `write \`[${left.join(", ")}] = ${value}\`` };
}

/**
 * `const half = n // 2` is n with a comment. Only a comment that is nothing but a whole number or a name of the cell, and
 * that no semicolon and no second space parts from a value that could be divided, is taken for a divisor. What repeats the
 * name that is assigned to, or would leave 0 or 1 of a number that is written out, is a comment too.
 */
function findFloorDivision(value: AnyNode, { code, known }: About, target?: AnyNode): Found | undefined {
  if (!isDivisible(value)) return undefined;
  const rest =
    /^(\)*)[ \t]?\/\/[ \t]*(\d+|[A-Za-z_]\w*)((?:\.\w+|\[[\w-]+\])*)[ \t]*;?[ \t]*(?:$|[\r\n])/.exec(
      code.slice(value.end),
    );
  const [, , divisor = "", more = ""] = rest ?? [];
  if (!rest || Number(divisor) < 2 || (/^\D/.test(divisor) && !known.has(divisor))) return undefined;
  if (target && textOf(code, target) === `${divisor}${more}`) return undefined;
  if (value.type === "Literal" && Number(value.value) <= Number(divisor)) return undefined;
  const dividend = textOf(code, value);
  const text = `${value.type === "BinaryExpression" ? `(${dividend})` : dividend} / ${divisor}${more}`;
  return {
    at: value.start,
    message: `\`//\` begins a comment here; write \`Math.floor(${text})\`, or a \`;\` before a comment that is meant`,
  };
}

/** A value that may be a number: not a text, a list or a function, nor what a call gives. */
function isDivisible(node: AnyNode): boolean {
  if (node.type === "BinaryExpression") return /^[-+*/%]$|^\*\*$/.test(node.operator);
  if (node.type === "Literal") return Number.isInteger(node.value);
  if (node.type === "MemberExpression")
    return node.computed || node.property.type !== "Identifier" || node.property.name !== "shape";
  return node.type === "Identifier";
}

/** What has no effect of its own. */
function isStill(node: AnyNode): boolean {
  if (node.type === "UnaryExpression") return isStill(node.argument);
  if (node.type === "MemberExpression") return isStill(node.object);
  return node.type === "Literal" || node.type === "Identifier";
}

/** `super().__init__()` makes the object and calls nothing; a method `__init__` is never called. */
function findInit(node: AnyNode, { code }: About): Found | undefined {
  if (node.type !== "MethodDefinition" || node.computed || textOf(code, node.key) !== "__init__")
    return undefined;
  return { at: node.start, message: "write `constructor(…) { super(); … }`" };
}

function textOf(code: string, { start, end }: { start: number; end: number }): string {
  return code.slice(start, end);
}
