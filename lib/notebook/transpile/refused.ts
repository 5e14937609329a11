import { maskSource } from "./mask";
import { CellSyntaxError, placeOf } from "./syntax-error";

type Refusal = { pattern: RegExp; say: (groups: readonly string[]) => string };

/** TypeScript that is more than types and that the stripping of types would lose or spoil without a word. */
const REFUSALS: readonly Refusal[] = [
  {
    pattern: /(?<![.\w$]|declare[ \t]+)(namespace|module)[ \t]+(?:[\w$.]+|["'] *["'])\s*\{/,
    say: ([word]) =>
      `TypeScript's \`${word}\` blocks are not supported in a cell: write a plain object, or declare the names at the top level`,
  },
  {
    pattern: /(?<![.\w$])(?:export[ \t]+)?import[ \t]+(?!type[ \t]+[\w$])[\w$]+[ \t]*=/,
    say: () =>
      'TypeScript\'s `import x = …` is not supported in a cell: write `import x from "module"`, or `const x = …` for an alias',
  },
  {
    pattern: /(?<![.\w$])export[ \t]*=(?!=|>)/,
    say: () =>
      "TypeScript's `export =` is not supported in a cell: declare a `const`, and every cell sees it",
  },
  {
    pattern: /(?<![.\w$])export[ \t]+as[ \t]+namespace\b/,
    say: () =>
      "TypeScript's `export as namespace` is not supported in a cell: declare a `const`, and every cell sees it",
  },
];

/** Throws CellSyntaxError at the first construct that cells do not support. */
export function checkRefused(source: string): void {
  if (!/\b(?:namespace|module|import|export)\b/.test(source)) return;
  const masked = maskAmbient(maskSource(source));
  const found = REFUSALS.flatMap(({ pattern, say }) => {
    const match = pattern.exec(masked);
    return match ? [{ offset: match.index, message: say(match.slice(1)) }] : [];
  });
  const first = found.sort((a, b) => a.offset - b.offset)[0];
  if (first) throw new CellSyntaxError(first.message, placeOf(source, first.offset));
}

/** Blanks `declare namespace … { … }` and its kin, which hold types only, whatever stands in them. */
function maskAmbient(masked: string): string {
  const head = /\bdeclare[ \t]+(?:global|namespace|module)\b[^{};]*\{/.exec(masked);
  if (!head) return masked;
  let end = head.index + head[0].length;
  for (let depth = 1; depth > 0 && end < masked.length; end++) {
    if (masked[end] === "{") depth += 1;
    if (masked[end] === "}") depth -= 1;
  }
  const block = masked.slice(head.index, end).replace(/[^\r\n]/g, " ");
  return masked.slice(0, head.index) + block + maskAmbient(masked.slice(end));
}
