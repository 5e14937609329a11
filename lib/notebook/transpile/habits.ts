import type { AnyNode, CallExpression, NewExpression } from "acorn";
import type { Parsed } from "./parse";
import { toTypeScript } from "./python-words";
import type { Reference } from "./scope";
import { CellSyntaxError } from "./syntax-error";
import { childrenOf } from "./tree";

type About = {
  code: string;
  /** Offsets of names that this cell assigns and no scope of it declares. */
  undeclared: ReadonlySet<number>;
  inClass: boolean;
};
type Found = { at: number; message: string };

/** Refuses Python that parses as TypeScript and means something else there: it would fail far away, or not at all. */
export function checkHabits(
  { code, program, place }: Parsed,
  { references, own }: { references: readonly Reference[]; own: ReadonlySet<string> },
): void {
  const undeclared = new Set(references.flatMap((r) => (r.writes && !own.has(r.name) ? [r.start] : [])));
  visit(program, { code, undeclared, inClass: false });

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
      return findKeywords(node, about);
    case "MemberExpression":
      return findIndex(node, about) ?? findSelf(node, about);
    case "BinaryExpression":
      return findListComparison(node, about);
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
  const call = `${node.type === "NewExpression" ? "new " : ""}${callee}(${given})`;
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
  if (node.object.type !== "Identifier" || node.object.name !== "self") return undefined;
  return { at: node.start, message: `write \`this.${textOf(code, node.property)}\`` };
}

/** `x.shape === [2, 3]` asks whether both are one list, which a list that has just been written never is. */
function findListComparison(node: AnyNode, { code }: About): Found | undefined {
  if (node.type !== "BinaryExpression" || !/^[!=]==?$/.test(node.operator)) return undefined;
  const { left, right } = node;
  if (left.type !== "ArrayExpression" && right.type !== "ArrayExpression") return undefined;
  const operator = node.operator.startsWith("!") ? "!==" : "===";
  return {
    at: node.start,
    message: `to JavaScript two lists are never equal; write \`String(${textOf(code, left)}) ${operator} String(${textOf(code, right)})\``,
  };
}

function textOf(code: string, { start, end }: { start: number; end: number }): string {
  return code.slice(start, end);
}
