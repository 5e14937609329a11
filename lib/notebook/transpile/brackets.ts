const OPENERS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** A bracket of masked code, by offset. */
export type Bracket = { char: string; at: number };

/** The brackets that are open before an offset, outermost first; the first closer before it that fits none; the last never closed. */
export type OpenBrackets = { open: Bracket[]; stray?: Bracket; unclosed?: Bracket };

/** Reads the brackets of masked code up to an offset, and whether any is left open at the end. */
export function findBrackets(masked: string, offset: number): OpenBrackets {
  const open: Bracket[] = [];
  let before: Bracket[] | undefined;
  for (const { 0: char, index: at } of masked.matchAll(/[()[\]{}]/g)) {
    if (at >= offset) before ??= [...open];
    const opener = OPENERS[char];
    if (opener === undefined) open.push({ char, at });
    else if (open.at(-1)?.char === opener) open.pop();
    // A closer that fits none says more than what follows it.
    else return before ? { open: before } : { open, stray: { char, at } };
  }
  const unclosed = open.at(-1);
  return { open: before ?? open, ...(unclosed ? { unclosed } : {}) };
}
