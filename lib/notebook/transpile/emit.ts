import type { AnyNode, Program } from "acorn";
import MagicString from "magic-string";
import { RUNTIME, sourceUrl } from "./contract";
import type { Declaration } from "./declarations";
import { rewriteAsks } from "./rewrite-asks";
import { rewritePower } from "./rewrite-powers";
import { rewriteStatement, rewriteVar } from "./rewrite-statements";
import { rewriteTruth } from "./rewrite-truths";
import { childrenOf, hoistedVars, isEnumBody } from "./tree";

/**
 * The string for indirect eval: line N of it is line N of `code`. `prefixLength` is by how many columns line 1 moved
 * to the right; lines that follow have their columns where the emitted code has them.
 */
export function emit(
  code: string,
  { id, program, declares }: { id: string; program: Program; declares: readonly Declaration[] },
): { code: string; prefixLength: number } {
  const text = new MagicString(code);
  const statements = program.body.filter(({ type }) => type !== "EmptyStatement");
  const last = statements.at(-1);
  const rewritten = statements.map((node, index) => {
    const isLast = node === last && !isEnumBody(node);
    return rewriteStatement(text, { node, maker: `${RUNTIME}$${index}`, isLast });
  });
  for (const found of hoistedVars(statements)) rewriteVar(text, found);
  rewriteExpressions(text, program);
  if (code.startsWith("#!")) text.update(0, /[\r\n]|$/.exec(code)?.index ?? code.length, " ");
  const hoisted = rewritten.map(({ hoist }) => hoist).join("");
  const prefix = `(async (${RUNTIME}) => {"use strict";${prologue(declares)}${hoisted}`;
  const onFirstLine = !/[\r\n]/.test(code.slice(0, statements[0]?.start ?? 0));
  return {
    code: `${prefix}${text.toString()}\n})\n//# sourceURL=${sourceUrl(id)}`,
    prefixLength: prefix.length + (onFirstLine ? (rewritten[0]?.shift ?? 0) : 0),
  };
}

/** `reset` for all names, and `undefined` for each `var`. */
function prologue(declares: readonly Declaration[]): string {
  const quote = ({ name }: Declaration) => JSON.stringify(name);
  const names = new Set(declares.map(quote));
  const vars = new Set(declares.filter(({ kind }) => kind === "var").map(quote));
  const declared = [...vars].map((name) => `${RUNTIME}.declare("var",${name},void 0);`).join("");
  return names.size > 0 ? `${RUNTIME}.reset(${[...names]});${declared}` : "";
}

/** What means something else in a script than in a module, wherever it stands. */
function rewriteExpressions(text: MagicString, node: AnyNode): void {
  if (node.type === "ImportDeclaration") return;
  // A dynamic import reaches the runtime's modules and no address.
  if (node.type === "ImportExpression")
    text.update(node.start, node.start + "import".length, `${RUNTIME}.dynamicImport`);
  rewritePower(text, node);
  rewriteTruth(text, node);
  rewriteAsks(text, node);
  // In a script `a<!--b` begins a comment.
  if (node.type === "BinaryExpression" && text.original.startsWith("<!--", node.right.start - 1))
    text.appendLeft(node.right.start, " ");
  // U+2028 in a text is a line to some engines and to no editor.
  const isText =
    node.type === "TemplateElement" || (node.type === "Literal" && typeof node.value === "string");
  if (isText && /[\u2028\u2029]/.test(text.original.slice(node.start, node.end)))
    text.update(node.start, node.end, escapeSeparators(text.original.slice(node.start, node.end)));
  for (const child of childrenOf(node)) rewriteExpressions(text, child);
}

function escapeSeparators(raw: string): string {
  return raw.replace(/\\?[\u2028\u2029]/g, (found) =>
    found.length > 1 ? "" : found === "\u2028" ? "\\u2028" : "\\u2029",
  );
}
