import { toTypeScript } from "./python-words";

/** One habit of Python: how it looks in masked code, and what to write instead (given the pattern's groups). */
export type Habit = { pattern: RegExp; say: (groups: readonly string[]) => string };

/** Lines that are Python wherever the parser stumbled: no TypeScript looks so. */
export const PYTHON_STATEMENTS: readonly Habit[] = [
  {
    pattern: /^\s*(?:>>>|In \[\d+\]:)\s?(.*)$/d,
    say: ([text]) => `leave the prompt out, and write \`${toTypeScript(text ?? "")}\``,
  },
  {
    pattern: /^\s*super\([^)]*\)\.__init__\((.*)\)\s*$/d,
    say: ([given]) => `write \`super(${given})\`, first of all in the constructor`,
  },
  {
    pattern: /^\s*(async\s+)?def\s+(\w+)\s*\(([^)]*)/d,
    say: ([async, name, list]) => writeFunction({ async, name, list }),
  },
  {
    pattern: /^\s*class\s+(\w+)\s*(?:\(([^)]*)\))?\s*:\s*(?:pass\s*)?$/d,
    say: ([name, base]) => `write \`class ${name}${base?.trim() ? ` extends ${base.trim()}` : ""} { … }\``,
  },
  {
    pattern: /^\s*for\s+([\w\s,()]+?)\s+in\s+(.+?)\s*:\s*$/d,
    say: ([names, over]) => writeLoop({ names, over }),
  },
  { pattern: /^\s*from\s+([\w.]+)\s+import\s+(.+)$/d, say: ([from, names]) => writeImport({ from, names }) },
  { pattern: /^\s*import\s+([\w.]+)(?:\s+as\s+(\w+))?\s*$/d, say: ([from, as]) => writeImport({ from, as }) },
  { pattern: /^\s*elif\s+(.+?)\s*:/d, say: ([test]) => `write \`} else if (${condition(test)}) { … }\`` },
  {
    pattern: /^\s*(if|while)\s+(.+?)\s*:\s*$/d,
    say: ([word, test]) => `write \`${word} (${condition(test)}) { … }\``,
  },
  { pattern: /^\s*else\s*:\s*$/d, say: () => "write `} else { … }`" },
  { pattern: /^\s*try\s*:\s*$/d, say: () => "write `try { … }`" },
  {
    pattern: /^\s*except\b(?:.*\bas\s+(\w+))?.*:\s*$/d,
    say: ([name]) => `write \`} catch (${name || "error"}) { … }\``,
  },
  { pattern: /^\s*finally\s*:\s*$/d, say: () => "write `} finally { … }`" },
  { pattern: /^\s*with\s+(torch\.\w+)\(\)\s*:\s*$/d, say: ([call]) => `write \`${call}(() => { … })\`` },
  {
    pattern: /^\s*with\s+(torch\.\w+)\(\)\s*:\s*(\S.*)$/d,
    say: ([call, body]) => `write \`${call}(() => ${body?.trim()})\``,
  },
  { pattern: /^\s*with\s+\w.*:\s*$/d, say: () => "there is no `with` here; write a block, `{ … }`" },
  { pattern: /^\s*print\s+([^\s(=.,;)].*)$/d, say: ([what]) => `write \`print(${what?.trim()})\`` },
  {
    pattern: /^\s*\}?\s*elif\s*\((.*)\)\s*\{/d,
    say: ([test]) => `write \`} else if (${condition(test)}) {\``,
  },
  { pattern: /^\s*raise\s+[A-Z]\w*\s*$/d, say: () => 'write `throw new Error("what is wrong")`' },
  { pattern: /^\s*raise\s+\w+\((.*)\)/d, say: ([what]) => `write \`throw new Error(${what})\`` },
  {
    pattern: /^\s*(?:global|nonlocal)\s+\w/d,
    say: () => "leave this line out, since a function here sees and changes the variables around it",
  },
];

function writeFunction({
  async,
  name,
  list = "",
}: {
  async?: string | undefined;
  name?: string | undefined;
  list?: string | undefined;
}): string {
  const names = list.split(",").map((part) => part.trim());
  const isMethod = names[0] === "self";
  const parameters = names
    .slice(isMethod ? 1 : 0)
    .map(writeParameter)
    .filter(Boolean)
    .join(", ");
  if (isMethod)
    return `write \`${name === "__init__" ? "constructor" : name}(${parameters}) { … }\` inside the class`;
  return `write \`${async ? "async " : ""}function ${name}(${parameters}) { … }\``;
}

/** `x: int = 3` → `x = 3`, `*args` → `...args`, `**kwargs` → `options = {}`. */
function writeParameter(parameter: string): string {
  return toTypeScript(
    parameter
      .replace(/^\*\*\w+/, "options = {}")
      .replace(/^\*/, "...")
      .replace(/\s*:\s*[^=]+/, " ")
      .trim()
      .replace(/\s*=\s*/, " = "),
  );
}

/** Python's `for … in …` as a loop of TypeScript. */
export function writeLoop({
  names = "",
  over = "",
}: {
  names?: string | undefined;
  over?: string | undefined;
}): string {
  const range = /^range\((.*)\)$/.exec(over);
  const name = names.trim();
  if (range) {
    const parts = (range[1] ?? "").split(",").map((part) => toTypeScript(part));
    const [from, to] = parts.length > 1 ? [parts[0], parts[1]] : ["0", parts[0]];
    const step = parts[2] ? `${name} += ${parts[2]}` : `${name}++`;
    return `write \`for (let ${name} = ${from}; ${name} < ${to}; ${step}) { … }\``;
  }
  const zipped = /^zip\((\w[\w.]*),\s*(\w[\w.]*)\)$/.exec(over);
  const [first, second] = name.replace(/[()]/g, "").split(/\s*,\s*/);
  if (zipped && second)
    return `write \`for (const [i, ${first}] of ${zipped[1]}.entries()) { const ${second} = ${zipped[2]}[i]; … }\``;
  const enumerated = /^enumerate\((.*)\)$/.exec(over);
  const items = enumerated ? `${enumerated[1]}.entries()` : over.replace(/\.items\(\)$/, "");
  const pattern = name.includes(",") ? `[${name.replace(/[()]/g, "")}]` : name;
  return `write \`for (const ${pattern} of ${toTypeScript(items)}) { … }\``;
}

type PythonImport = { from?: string | undefined; names?: string | undefined; as?: string | undefined };

function writeImport({ from = "", names, as }: PythonImport): string {
  const [root, ...path] = from.split(".");
  if (root === "math") return "write `Math.sqrt(5)` and so on, which needs no import";
  if (root === "matplotlib") return 'write `import * as Plot from "@observablehq/plot"`';
  if (root !== "torch" && root !== "lab")
    return `a cell can import "torch", "@observablehq/plot" and "lab", and there is no \`${root}\``;
  if (path.length > 0 && path[0] !== "nn" && path[0] !== "optim") return 'write `import torch from "torch"`';
  // torch.nn as nn, torch.nn.functional as F and from torch.nn import Linear all begin at what "torch" exports.
  if (path.length > 0) {
    const local = path.length === 1 && as && as !== path[0] ? ` as ${as}` : "";
    const member = names ?? path[1];
    const used =
      member && /^\w+$/.test(member.trim())
        ? `, and then \`${[...path, ...(names ? [member.trim()] : [])].join(".")}\``
        : "";
    return `write \`import { ${path[0]}${local} } from "torch"\`${used}`;
  }
  if (names)
    return `write \`import { ${names
      .trim()
      .replace(/^\((.*)\)$/, "$1")
      .trim()} } from "${root}"\``;
  return `write \`import ${as ? (root === "lab" ? `* as ${as}` : as) : root === "lab" ? "* as lab" : root} from "${root}"\``;
}

/** An if's test, without the parentheses that it may already have. */
export function condition(test = ""): string {
  return toTypeScript(test.replace(/^\((.*)\)$/, "$1"));
}
