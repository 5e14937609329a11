const IN_DOUBLE = /(?:[^"\\\r\n]+|\\(?:\r\n|[\s\S]))*/y;
const IN_SINGLE = /(?:[^'\\\r\n]+|\\(?:\r\n|[\s\S]))*/y;
const IN_TEMPLATE = /(?:[^`\\$]+|\\[\s\S]|\$(?!\{))*/y;
const LINE_COMMENT = /[^\r\n\u2028\u2029]*/y;
const BLOCK_COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/y;
const REGEX = /\/(?:[^[/\\\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\])*(?:\/\w*)?/y;
const PLAIN = /[^/"'`{}]+/y;
/** After these words a slash begins a regular expression; after other words it divides. */
const BEFORE_REGEX = /(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|do|else|await|yield)$/;

/**
 * The source with everything that is not code (comments, the insides of strings, templates and regular expressions)
 * replaced by spaces, so that patterns can look for code. Same length, same line breaks.
 */
export function maskSource(source: string): string {
  const pieces: string[] = [];
  let at = 0;
  /** Just after the last character of code that is no space: what decides how a slash is read. */
  let code = 0;
  /** For each template substitution that is open, how many braces are open in it. */
  const braces: number[] = [];

  function hide(end: number): void {
    pieces.push(source.slice(at, end).replace(/[^\r\n]/g, " "));
    at = end;
  }
  function keep(end: number): void {
    const piece = source.slice(at, end);
    pieces.push(piece);
    const length = piece.trimEnd().length;
    if (length > 0) code = at + length;
    at = end;
  }
  function hideQuoted(inside: RegExp, quote: string): void {
    hide(endOfMatch(inside, { source, from: at }));
    if (source[at] === quote) keep(at + 1);
  }
  function hideTemplate(): void {
    hideQuoted(IN_TEMPLATE, "`");
    if (!source.startsWith("${", at)) return;
    hide(at + 2);
    code = at;
    braces.push(0);
  }

  while (at < source.length) {
    const char = source[at];
    const inner = braces.length - 1;
    if (source.startsWith("//", at)) hide(endOfMatch(LINE_COMMENT, { source, from: at }));
    else if (source.startsWith("/*", at)) hide(endOfMatch(BLOCK_COMMENT, { source, from: at }));
    else if (char === "/" && beginsRegex(source.slice(Math.max(0, code - 12), code)))
      hide(endOfMatch(REGEX, { source, from: at }));
    else if (char === '"' || char === "'") {
      keep(at + 1);
      hideQuoted(char === '"' ? IN_DOUBLE : IN_SINGLE, char);
    } else if (char === "`") {
      keep(at + 1);
      hideTemplate();
    } else if (char === "}" && braces[inner] === 0) {
      braces.pop();
      hide(at + 1);
      hideTemplate();
    } else {
      if (inner >= 0 && char === "{") braces[inner] = (braces[inner] ?? 0) + 1;
      if (inner >= 0 && char === "}") braces[inner] = (braces[inner] ?? 0) - 1;
      keep(Math.max(at + 1, endOfMatch(PLAIN, { source, from: at })));
    }
  }
  return pieces.join("");
}

/** The end of what a sticky pattern takes from here on. */
function endOfMatch(pattern: RegExp, { source, from }: { source: string; from: number }): number {
  pattern.lastIndex = from;
  return from + (pattern.exec(source)?.[0].length ?? 0);
}

function beginsRegex(before: string): boolean {
  return !/[\w$)\]}"'`]$/.test(before) || BEFORE_REGEX.test(before);
}
