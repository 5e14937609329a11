/** Python's names that a reader writes by habit, and what to write instead: for "… is not defined" at run time. */
const WORDS: Readonly<Record<string, string>> = {
  True: "`true`",
  False: "`false`",
  None: "`null`",
  self: "`this`",
  len: "`x.length`, or `x.shape[0]` of a tensor",
  range: "`for (let i = 0; i < n; i++)`, or `torch.arange(n)`",
  str: "`String(x)`",
  int: "`Math.trunc(Number(x))`",
  float: "`Number(x)`",
  bool: "`Boolean(x)`",
  abs: "`Math.abs(x)`, or `x.abs()` of a tensor",
  min: "`Math.min(…)`, or `x.min()` of a tensor",
  max: "`Math.max(…)`, or `x.max()` of a tensor",
  sum: "`x.sum()` of a tensor",
  round: "`Math.round(x)`, or `x.toFixed(2)` for a text",
  math: "`Math` (`Math.sqrt(5)`)",
  enumerate: "`for (const [i, x] of xs.entries())`",
  zip: "`xs.map((x, i) => [x, ys[i]])`",
  isinstance: "`x instanceof nn.Linear`",
  type: "`x.constructor.name`",
  list: "`[...xs]`",
  dict: "`{ key: value }`",
  pass: "`{}`, an empty block",
  raise: "`throw error`",
  sorted: "`[...xs].sort((a, b) => a - b)`",
  reversed: "`[...xs].reverse()`",
  next: "`xs[0]`, since what PyTorch iterates over is a list here",
  iter: "`xs` itself",
  tuple: "`[…]`",
  set: "`new Set(xs)`",
  any: "`xs.some((x) => …)`, or `x.any()` of a tensor",
  all: "`xs.every((x) => …)`, or `x.all()` of a tensor",
  input: "a `const` at the top of the cell",
  np: "`torch`",
  plt: '`Plot` (`import * as Plot from "@observablehq/plot"`)',
  F: "`nn.functional`",
};

/** What to write for a name that only Python knows; undefined for every other name. */
export function maybePythonWord(name: string): string | undefined {
  return Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
}

/** A Python expression's operators and constants in TypeScript: enough to show a reader their own line. */
export function toTypeScript(python: string): string {
  return python
    .replace(/\bis\s+not\s+None\b/g, "!== null")
    .replace(/\bis\s+None\b/g, "=== null")
    .replace(/\bTrue\b/g, "true")
    .replace(/\bFalse\b/g, "false")
    .replace(/\bNone\b/g, "null")
    .replace(/\s+and\s+/g, " && ")
    .replace(/\s+or\s+/g, " || ")
    .replace(/\bnot\s+/g, "!")
    .replace(/\bself\./g, "this.")
    .replace(/\blen\(([\w.]+)\)/g, "$1.length")
    .trim();
}
