import type { AnyNode, FunctionDeclaration, ImportDeclaration, Statement, VariableDeclaration } from "acorn";
import type MagicString from "magic-string";
import { RUNTIME } from "./contract";
import { importCalls, isErasedImport } from "./rewrite-imports";
import { isAnonymous, nameValue, propertyOf, rewritePattern } from "./rewrite-names";
import type { HoistedVar, TopLevel } from "./tree";

type At = { node: TopLevel; maker: string; isLast: boolean };

/** What a rewritten statement asks of the prologue, and by how many columns its first expression moved to the right. */
export type Rewritten = { hoist: string; shift: number };

const UNTOUCHED: Rewritten = { hoist: "", shift: 0 };

/**
 * Rewrites one top-level statement of `text`.
 * `maker` is a free name for the local function that a hoisted statement becomes.
 */
export function rewriteStatement(text: MagicString, { node, maker, isLast }: At): Rewritten {
  switch (node.type) {
    case "ImportDeclaration":
      return rewriteImport(text, { node, maker });
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration": {
      const inner = node.declaration;
      blank(text, { start: node.start, end: inner ? inner.start : node.end });
      if (!inner) return UNTOUCHED;
      if (isStatement(inner)) return rewriteStatement(text, { node: inner, maker, isLast });
      return rewriteValue(text, { start: inner.start, end: node.end, isLast });
    }
    case "ExpressionStatement":
      return isLast ? rewriteValue(text, { ...node, isLast }) : UNTOUCHED;
    case "FunctionDeclaration":
      return rewriteFunction(text, { node, maker });
    case "ClassDeclaration": {
      const opening = `void ${RUNTIME}.declare("class",${JSON.stringify(node.id.name)},`;
      text.appendRight(node.start, opening);
      text.appendLeft(node.end, ");");
      return { hoist: "", shift: opening.length };
    }
    case "VariableDeclaration":
      return node.kind === "const" || node.kind === "let"
        ? rewriteLexical(text, { node, kind: node.kind })
        : UNTOUCHED;
    default:
      return UNTOUCHED;
  }
}

/** An import stays on its line, as a hoisted local function, so that the stack of a refusal names that line. */
function rewriteImport(
  text: MagicString,
  { node, maker }: { node: ImportDeclaration; maker: string },
): Rewritten {
  blank(text, node);
  if (isErasedImport(node, text.original)) return UNTOUCHED;
  text.appendRight(node.start, `function ${maker}(){${importCalls(node)}}`);
  return { hoist: `${maker}();`, shift: 0 };
}

/** A function is hoisted by the local function that makes it, named by its property, and bound to the shared name only. */
function rewriteFunction(
  text: MagicString,
  { node, maker }: { node: FunctionDeclaration; maker: string },
): Rewritten {
  const { key, access } = propertyOf(node.id.name);
  const opening = `function ${maker}(){return {${key}:`;
  text.appendRight(node.start, opening);
  text.update(node.id.start, node.id.end, " ");
  text.appendLeft(node.end, `}${access}}`);
  const hoist = `${RUNTIME}.declare("function",${JSON.stringify(node.id.name)},${maker}());`;
  return { hoist, shift: opening.length + 1 - (node.id.end - node.id.start) };
}

/** Functions and classes without a name (`export default class {}`) are expressions to us. */
function isStatement(node: AnyNode): node is Statement {
  if (node.type === "FunctionDeclaration" || node.type === "ClassDeclaration") return Boolean(node.id);
  return node.type === "VariableDeclaration";
}

/**
 * `expr;` → `return {value:(expr)};`, or only parentheses where it is not the cell's value.
 * The box inherits nothing: a promise looks for a `then` in what it is given, and a cell may have put one on Object.prototype.
 */
function rewriteValue(
  text: MagicString,
  { start, end, isLast }: { start: number; end: number; isLast: boolean },
): Rewritten {
  const opening = isLast ? "return {__proto__:null,value:(" : "void (";
  text.appendRight(start, opening);
  close(text, { end, closer: isLast ? ")}" : ")" });
  return { hoist: "", shift: opening.length };
}

/** `const a = 1, {b} = f()` → `void (__fanin.declare("const","a", 1), {b:…} = f());` */
function rewriteLexical(
  text: MagicString,
  { node, kind }: { node: VariableDeclaration; kind: "const" | "let" },
): Rewritten {
  text.update(node.start, node.start + kind.length, "void (");
  for (const { id, init, end } of node.declarations) {
    if (id.type !== "Identifier") {
      rewritePattern(text, { pattern: id, kind });
      continue;
    }
    text.update(id.start, id.end, declareCall(id.name, kind));
    if (init) {
      const equals = findEquals(text.original, id.end);
      text.remove(equals, equals + 1);
      if (isAnonymous(init)) nameValue(text, { node: init, name: id.name });
    }
    text.appendLeft(end, init ? ")" : "void 0)");
  }
  close(text, { end: node.end, closer: ")" });
  const first = node.declarations[0]?.init?.start ?? node.start;
  return { hoist: "", shift: text.slice(node.start, first).length - (first - node.start) };
}

function declareCall(name: string, kind: "const" | "let"): string {
  return `${RUNTIME}.declare("${kind}",${JSON.stringify(name)},`;
}

/** A hoisted `var` becomes assignments; the prologue has declared its names. */
export function rewriteVar(text: MagicString, { node, place }: HoistedVar): void {
  text.update(node.start, node.start + "var".length, place === "statement" ? "void (" : " ");
  if (place === "statement") close(text, { end: node.end, closer: ")" });
  // `for (async of xs)` is not in the grammar; with parentheses it is.
  const { id } = node.declarations[0] ?? {};
  if (place !== "for-left" || id?.type !== "Identifier") return;
  text.appendRight(id.start, "(");
  text.appendLeft(id.end, ")");
}

/** Closes a rewritten statement, with a semicolon in any case: what follows (`[`, `(`, a template) must not join it. */
function close(text: MagicString, { end, closer }: { end: number; closer: string }): void {
  const ended = text.original[end - 1] === ";";
  text.appendLeft(ended ? end - 1 : end, ended ? closer : `${closer};`);
}

/** Takes text out, but leaves its line breaks. */
function blank(text: MagicString, { start, end }: { start: number; end: number }): void {
  if (end > start) text.update(start, end, text.original.slice(start, end).replace(/[^\r\n]/g, "") || " ");
}

/** The `=` of a declarator, past comments. */
function findEquals(code: string, from: number): number {
  const gap = /(?:\/\*[\s\S]*?\*\/|\/\/.*|[^=/])*/y;
  gap.lastIndex = from;
  return from + (gap.exec(code)?.[0].length ?? 0);
}
