import type { OpenBrackets } from "./brackets";
import { PLAIN_SENTENCES } from "./plain-sentences";
import type { Line } from "./python";
import { lineCounter, linesOf } from "./syntax-error";

/** All that is known when a parser gives up. */
export type Trouble = {
  complaint: string;
  offset: number;
  source: string;
  masked: string;
  line: Line;
  /** The word or sign at the offset; empty at the end. */
  token: string;
  brackets: OpenBrackets;
};

/** What to tell, and where, if that is not where the parser gave up. */
export type Said = { message: string; at?: number };

/** The sentence for a trouble: what cells lack, then what was left open, then the parser's own words made plain. */
export function sayTrouble(trouble: Trouble): Said {
  return (
    sayUnsupported(trouble) ?? sayUnclosed(trouble) ?? sayBracket(trouble) ?? { message: sayPlainly(trouble) }
  );
}

function sayUnsupported({ line: { masked, text }, token, source, offset }: Trouble): Said | undefined {
  const start = offset - (linesOf(source.slice(0, offset)).at(-1)?.length ?? 0);
  const decorator = masked.indexOf("@");
  if (decorator >= 0)
    return {
      message:
        "Decorators (`@name`) are not supported in a cell: call the function yourself, e.g. `const B = name(A)`",
      at: start + decorator,
    };
  const accessor = /\baccessor[ \t]+[#\w$[]/.exec(masked);
  if (accessor)
    return {
      message: "`accessor` fields are not supported in a cell: write a plain field, or `get` and `set`",
      at: start + accessor.index,
    };
  if (/(?:^|[;{}]|\bawait)\s*using[ \t]+[\w$]/.test(masked))
    return { message: "`using` is not supported in a cell: write `const`, and close the value yourself" };
  if (/<\/[A-Za-z][\w.]*>|<[A-Za-z][\w.]*(?:\s[^<>]*)?\/>/.test(text) && /<[A-Za-z]/.test(masked))
    return { message: "JSX (`<tag>…</tag>`) is not supported in a cell: return a value or a figure instead" };
  if (/[\u2018\u2019\u201c\u201d]/.test(token))
    return { message: `\`${token}\` is a typographic quotation mark: write a plain \`"\` or \`'\`` };
  return undefined;
}

function sayUnclosed({ complaint, source, masked, line }: Trouble): Said | undefined {
  if (complaint.startsWith("Unterminated string")) {
    const quote = line.masked.lastIndexOf('"') > line.masked.lastIndexOf("'") ? '"' : "'";
    return {
      message: `This text is not closed: its \`${quote}\` is missing (a text of several lines stands in backticks)`,
    };
  }
  if (complaint.startsWith("Unterminated template"))
    return {
      message: "This template is not closed: a backtick is missing",
      at: Math.max(0, masked.lastIndexOf("`")),
    };
  if (complaint.startsWith("Unterminated comment"))
    return {
      message: "This comment is not closed: `*/` is missing",
      at: source.indexOf("/*", masked.trimEnd().length),
    };
  return undefined;
}

const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

function sayBracket({ masked, offset, source, token, brackets, complaint }: Trouble): Said | undefined {
  // A closer that fits nothing says more than the word that the parser stumbled at.
  if (!/^Unexpected token|^Unterminated reg/.test(complaint)) return undefined;
  const { open, stray, unclosed } = brackets;
  const inner = open.at(-1);
  const wants = inner
    ? `the \`${inner.char}\` on line ${lineCounter(source)(inner.at)} wants its \`${CLOSERS[inner.char]}\` first`
    : "no bracket is open here";
  if (stray) return { message: `\`${stray.char}\` closes nothing: ${wants}`, at: stray.at };
  if (/^[)\]}]$/.test(token) && (!inner || CLOSERS[inner.char] !== token))
    return { message: `\`${token}\` closes nothing: ${wants}` };
  // At the end of the text something is open; or the parser went back to before what was opened and never closed.
  const atEnd = masked.slice(offset).trim() === "";
  const opener = atEnd ? inner : unclosed && unclosed.at >= offset ? unclosed : undefined;
  if (opener)
    return {
      message: `This \`${opener.char}\` is never closed: \`${CLOSERS[opener.char]}\` is missing`,
      at: opener.at,
    };
  if (STATEMENT.test(token) && inner && inner.char !== "{")
    return { message: `\`${token}\` can't stand here: ${wants}` };
  return undefined;
}

const STATEMENT = /^(?:const|let|var|return|if|for|while|import|export|throw|try|switch)$/;

/** The parser's words with the learner's names in them. */
function sayPlainly({ complaint, token, offset, source, masked }: Trouble): string {
  const before = masked.slice(Math.max(0, offset - 200), offset);
  const name = /'([^']+)'/.exec(complaint)?.[1] ?? token;
  for (const [pattern, message] of PLAIN_SENTENCES) if (pattern.test(complaint)) return message(name);
  const constant = /\bconst\s+([\w$]+)\s*$/.exec(before)?.[1];
  if (constant) return `\`const ${constant}\` needs a value: write \`= …\`, or \`let\` if it gets one later`;
  const wanted = /, expected "?([^"]+)"?$/.exec(complaint)?.[1];
  if (offset >= source.trimEnd().length)
    return `The cell ends too early${wanted ? `: \`${wanted}\` is missing` : ""}`;
  const shown = `\`${visible(token)}\``;
  if (/\b(?:let|const|var|function|class)\s+$/.test(before) && /^[a-z]+$/.test(token))
    return `${shown} is a word of the language and can't be a name`;
  if (wanted === ";")
    return `${shown} can't follow what stands before it: an operator, a \`;\` or a new line is missing`;
  if (wanted) return `${shown} can't stand here: \`${wanted}\` is missing before it`;
  return /^Unexpected/.test(complaint) ? `${shown} can't stand here` : complaint;
}

/** A sign that has no shape of its own, by its number. */
function visible(token: string): string {
  return /^[\p{C}\p{Z}]$/u.test(token)
    ? `U+${(token.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
    : token;
}
