import { condition, type Habit, writeLoop } from "./python-statements";
import { toTypeScript } from "./python-words";

/** What is Python on a line that did not parse; elsewhere it may be TypeScript. The first that fits is told. */
export const PYTHON_EXPRESSIONS: readonly Habit[] = [
  {
    pattern: /(?:^\s*#(?!\w+\s*[=;(:}])|\s#(?=\s|$|\w+\s+(?!in\b)[A-Za-z]))(.*)$/d,
    say: ([text]) => `write \`// ${text?.trim()}\``,
  },
  {
    pattern: /^\s*[%!]\s*[A-Za-z]\w*\s+\w/d,
    say: () => "leave this line out, since a cell needs no commands and installs nothing",
  },
  { pattern: /"""|'''/d, say: () => "write `/* … */` for a comment, or a text in backticks" },
  {
    pattern: /^\s*(if|while)\s+([^?{}]+?)\s*:(?!\s*$)/d,
    say: ([word, test]) => `write \`${word} (${condition(test)}) { … }\``,
  },
  {
    pattern: /^\s*for\s+([\w\s,]+?)\s+in\s+([^:]+?)\s*:/d,
    say: ([names, over]) => writeLoop({ names, over }),
  },
  {
    pattern: /^\s*assert\s+(?![=.;(])(.+?)\s*(?:,\s*f?["'].*)?$/d,
    say: ([test]) => `write \`console.assert(${toTypeScript(test ?? "")})\``,
  },
  {
    pattern: /^\s*del\s+\w/d,
    say: () => "leave this line out, since values that nobody uses are freed by themselves",
  },
  {
    pattern: /\blambda\s*([\w\s,]*):\s*([^,)\]]*)/d,
    say: ([names, body]) => `write \`(${names?.trim()}) => ${toTypeScript(body ?? "")}\``,
  },
  { pattern: /\b[rb]?f(["'])( *)\1/d, say: ([, text]) => `write \`\` \`${writeTemplate(text ?? "")}\` \`\`` },
  {
    pattern: /[[(]\s*([^[\]]+?)\s+for\s+(\w+)\s+in\s+([^\]]+?)(?:\s+if\s+([^\]]+?))?\s*[\])]/d,
    say: ([each, name, over, test]) => {
      const list = test ? `${over}.filter((${name}) => ${toTypeScript(test)})` : (over ?? "");
      return `write \`${writeMapped(list, name ?? "")} => ${toTypeScript(each ?? "")})\``;
    },
  },
  {
    pattern: /\{\s*([^{}:]+?)\s*:\s*([^{}]+?)\s+for\s+([\w\s,]+?)\s+in\s+([^{}]+?)\s*\}/d,
    say: ([key, value, names, over]) =>
      `write \`Object.fromEntries(${over}.map(${names?.includes(",") ? `([${names}])` : `(${names})`} => [${key}, ${value}]))\``,
  },
  {
    pattern: /((?:[\w.$]+|\([^()]*\)|\[[^[\]]*\])+)\s*@\s*((?:[\w.$]+|\([^()]*\)|\[[^[\]]*\])+)/d,
    say: ([left, right]) => `write \`${left}.matmul(${right})\``,
  },
  {
    pattern: /([\w.]+)\[([^\]?{]*:[^\]?{]*)\]\s*=\s*([^=].*)$/d,
    say: ([name, index, value]) => {
      const parts = (index ?? "").split(",").map(writeIndex);
      const place = parts.length === 1 ? parts[0] : `[${parts.join(", ")}]`;
      return `write \`${name}.set(${place}, ${toTypeScript(value ?? "")})\``;
    },
  },
  {
    pattern: /([\w.]+)\[\s*(?:\.\.\.)\s*((?:,[^\]]*)?)\]/d,
    say: ([name, rest]) => `write \`${name}.at("..."${rest})\``,
  },
  {
    pattern: /([\w.]+)\[([^\]?{]*:[^\]?{]*)\]/d,
    say: ([name, index]) => `write \`${name}.at(${(index ?? "").split(",").map(writeIndex).join(", ")})\``,
  },
  {
    pattern: /(?<==|\(|\breturn\b|^)\s*([^=(]+?)\s+if\s+(.+?)\s+else\s+([^)\n]+)/d,
    say: ([yes, test, no]) =>
      `write \`${condition(test)} ? ${toTypeScript(yes ?? "")} : ${toTypeScript(no ?? "")}\``,
  },
  { pattern: /([\w.]+)\s+not\s+in\s+([\w.]+)/d, say: ([item, all]) => `write \`!${all}.includes(${item})\`` },
  { pattern: /\bis\s+(not\s+)?None\b/d, say: ([not]) => `write \`${not ? "!==" : "==="} null\`` },
  { pattern: /[\w)\]"'`]\s+and\s+[\w("'`!-]/d, say: () => "write `&&` for `and`" },
  { pattern: /[\w)\]"'`]\s+or\s+[\w("'`!-]/d, say: () => "write `||` for `or`" },
  { pattern: /\bnot\s+([\w.]+)/d, say: ([what]) => `write \`!${what}\`` },
  {
    pattern: /[(,]\s*\*\*?([A-Za-z_]\w*)/d,
    say: ([name]) =>
      `write \`...${name}\` for the items of a list, or the object itself as the last argument`,
  },
  { pattern: /\bself\.(\w+)/d, say: ([name]) => `write \`this.${name}\`` },
  { pattern: /\b(True|False|None)\b/d, say: ([word]) => `write \`${toTypeScript(word ?? "")}\`` },
];

/** `std {x:.3f}` → `std ${x.toFixed(3)}`. */
function writeTemplate(text: string): string {
  return text
    .replace(/\{([^{}:]+):\.(\d+)f\}/g, "$${$1.toFixed($2)}")
    .replace(/(?<!\$)\{([^{}:]+)(?::[^{}]*)?\}/g, "$${$1}");
}

/** The beginning of a comprehension's TypeScript, up to the parameter. */
function writeMapped(over: string, name: string): string {
  const range = /^range\((\w+)\)$/.exec(over);
  if (range) return `Array.from({ length: ${range[1]} }, (_, ${name})`;
  return `${toTypeScript(over)}.map((${name})`;
}

/** `1:3` → `torch.slice(1, 3)`; `:` → `torch.slice()`. */
function writeIndex(part: string): string {
  if (!part.includes(":")) return toTypeScript(part);
  const [from = "", to = ""] = part.split(":").map((end) => end.trim());
  if (!from && !to) return "torch.slice()";
  return to ? `torch.slice(${from || 0}, ${to})` : `torch.slice(${from})`;
}
