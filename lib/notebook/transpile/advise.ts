import type { AnyNode, MemberExpression } from "acorn";
import { type Parsed, parse } from "./parse";
import { maybePythonWord } from "./python-words";
import { lineCounter, linesOf } from "./syntax-error";
import { childrenOf } from "./tree";
import { maybeMethods } from "./write-methods";

/** What a run failed with, and the line of the learner's text on which it did. */
type Failed = { source: string; line: number; message: string };
type Rule = {
  pattern: RegExp;
  /** The message with the line to write, or undefined where the text does not show which it is. */
  say(failed: Failed, groups: readonly string[]): string | undefined;
};

/** Errors that a habit of Python leads to at run time, and how each is told with the learner's own text. */
const RULES: readonly Rule[] = [
  {
    pattern:
      /^(Tensor: JavaScript's operators .*?, got shape [^;]*|nn\.Module: JavaScript's operators [^;]*); /,
    say: ({ source, line }, [sentence]) => {
      const written = sentence?.startsWith("Tensor") ? writeOutermost(source, line) : [];
      return written.length > 0 ? `${sentence}; write ${join(written)}` : undefined;
    },
  },
  {
    pattern: /^(Tensor: JavaScript's t\[…\] .*); write t\.(at|set)\((-?\d+|index)/,
    say: ({ source, line }, [sentence, verb, index]) => {
      const written = writeIndexed(source, line, { verb: verb ?? "at", index: index ?? "0" });
      return written.length > 0 ? `${sentence}; write ${join(written)}` : undefined;
    },
  },
  {
    // The class is named as the minifier has named it.
    pattern:
      /^Class constructor \w+ cannot be invoked without 'new'$|^Cannot call a class constructor .*without/,
    say: ({ source, line }) => {
      const [written] = writeNew(source, line);
      if (written === undefined) return "A class is not called like a function; write `new` before its name";
      const name = written.replace(/^new /, "").split("(")[0];
      return `Class constructor ${name === "torch.tensor" ? "torch.Tensor" : name} cannot be invoked without 'new'; write \`${written}\``;
    },
  },
  {
    pattern: /^([\p{L}\p{N}_$]+) is not defined$|^Can't find variable: ([\p{L}\p{N}_$]+)$/u,
    say: (failed, [name, inWebKit]) => sayUndefined(failed, name || inWebKit || ""),
  },
  {
    // V8; JavaScriptCore.
    pattern:
      /^Cannot read properties of null \(reading '(\w+)'\)|^null is not an object \(evaluating '[^']*\.(\w+)'/,
    say: ({ source, line }, [inV8, inOther]) => {
      const [, owner] = /\.(grad|bias|weight)\s*\./.exec(linesOf(source)[line - 1] ?? "") ?? [];
      if (owner === undefined) return undefined;
      const why = owner === "grad" ? "before `backward()` has run" : "in a module that was made without it";
      return `'NoneType' object has no attribute '${inV8 || inOther}'; \`${owner}\` is null ${why}`;
    },
  },
  {
    pattern: /([\w.$[\]()]*)\.(\w+) is not a function/,
    say: ({ message }, [object, method]) => {
      if (/^(map|filter|reduce|forEach)$/.test(method ?? "") && object)
        return `${message}; a tensor is no list: write \`[...${object}].${method}(…)\` for its rows, or a method of tensors`;
      const instead = Object.hasOwn(LIST_METHODS, method ?? "") ? LIST_METHODS[method ?? ""] : undefined;
      return instead && `${message}: \`${method}\` is Python's; write ${instead}`;
    },
  },
];

/** Methods of Python's lists, dictionaries and texts. */
const LIST_METHODS: Readonly<Record<string, string>> = {
  append: "`xs.push(x)`",
  extend: "`xs.push(...ys)`",
  insert: "`xs.splice(i, 0, x)`",
  remove: "`xs.splice(xs.indexOf(x), 1)`",
  copy: "`[...xs]`",
  index: "`xs.indexOf(x)`",
  items: "`Object.entries(o)`",
  values: "`Object.values(o)`",
  keys: "`Object.keys(o)`",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a cell
  format: "`x.toFixed(2)` inside a template, `` `std ${…}` ``",
  strip: "`s.trim()`",
  lower: "`s.toLowerCase()`",
  upper: "`s.toUpperCase()`",
  startswith: "`s.startsWith(…)`",
  endswith: "`s.endsWith(…)`",
};

/** What every cell imports, by the name under which it is missed. */
const IMPORTS: Readonly<Record<string, string>> = {
  torch: '`import torch from "torch"`',
  nn: '`import { nn } from "torch"`',
  optim: '`import { optim } from "torch"`',
  lab: '`import * as lab from "lab"`',
  Plot: '`import * as Plot from "@observablehq/plot"`',
};

/** An error's message with the TypeScript to write for the learner's own line; the message as it was if nothing fits. */
export function advise(message: string, { source, line }: { source: string; line: number }): string {
  for (const { pattern, say } of RULES) {
    const match = pattern.exec(message);
    if (!match) continue;
    try {
      return (
        say(
          { source, line, message },
          match.slice(1).map((group) => group ?? ""),
        ) ?? message
      );
    } catch {
      // Advice is an extra: a text that cannot be read again has none.
      return message;
    }
  }
  return message;
}

/** An error about a name that nobody has declared, with what to write instead; undefined if nothing fits. */
export function sayUndefined({ source, line, message }: Failed, name: string): string | undefined {
  const lines = findAll(source, line, (node, { code }) => {
    const isStatement =
      node.type === "ExpressionStatement" && node.expression.type === "AssignmentExpression";
    if (!isStatement || node.expression.type !== "AssignmentExpression") return undefined;
    const { left, operator } = node.expression;
    if (operator !== "=" || left.type !== "Identifier" || left.name !== name) return undefined;
    return `let ${code.slice(node.expression.start, node.expression.end)}`;
  });
  if (lines.length > 0) return `${message}; the first time, write ${join(lines.slice(0, 1))}`;
  if (Object.hasOwn(IMPORTS, name)) return `${message}; write ${IMPORTS[name]}`;
  const word = maybePythonWord(name);
  return word === undefined ? undefined : `${message}: \`${name}\` is Python's; write ${word}`;
}

/** The outermost expressions with operators that stand on a line, as methods. */
export function writeOutermost(source: string, line: number): string[] {
  return findAll(source, line, (node, { code }) => maybeMethods(node, code));
}

/** The first class that a line calls without `new`, with it. */
export function writeNew(source: string, line: number): string[] {
  return findAll(source, line, (node, { code }) =>
    node.type === "CallExpression" && isClass(code.slice(node.callee.start, node.callee.end))
      ? withNew(code.slice(node.start, node.end))
      : undefined,
  ).slice(0, 1);
}

/** What a line indexes, by the methods of tensors. */
export function writeIndexed(
  source: string,
  line: number,
  { verb, index }: { verb: string; index: string },
): string[] {
  const literal = new RegExp(`^${index}$|\\D`);
  return findAll(source, line, (node, { code }) => {
    const text = (part: AnyNode) => code.slice(part.start, part.end);
    const written = writeIndexedChange(node, text);
    if (written !== undefined) return written;
    if (verb === "set") {
      if (node.type !== "AssignmentExpression" || node.left.type !== "MemberExpression") return undefined;
      const { left, right } = node;
      if (!left.computed || !literal.test(text(left.property))) return undefined;
      return `${text(left.object)}.set(${text(left.property)}, ${text(right)})`;
    }
    if (node.type !== "MemberExpression" || !node.computed || !literal.test(text(innermost(node).property)))
      return undefined;
    return writeChain(node, text);
  });
}

const IN_PLACE: Readonly<Record<string, string>> = { "+=": "add_", "-=": "sub_", "*=": "mul_", "/=": "div_" };

/** `x[0] += 1` → `x.at(0).add_(1)`, since what is written there shows in `x`. */
function writeIndexedChange(node: AnyNode, text: (part: AnyNode) => string): string | undefined {
  if (node.type === "UpdateExpression" && isIndexed(node.argument))
    return `${writeChain(node.argument, text)}.${node.operator === "++" ? "add_" : "sub_"}(1)`;
  if (node.type !== "AssignmentExpression" || !isIndexed(node.left)) return undefined;
  const method = IN_PLACE[node.operator];
  return method && `${writeChain(node.left, text)}.${method}(${text(node.right)})`;
}

function isIndexed(node: AnyNode): boolean {
  return node.type === "MemberExpression" && node.computed;
}

/** Of `w[0][1]`, `w[0]`: what fails first. */
function innermost(node: MemberExpression): MemberExpression {
  const { object } = node;
  return object.type === "MemberExpression" && object.computed ? innermost(object) : node;
}

/** `w[0][1]` → `w.at(0).at(1)`. */
function writeChain(node: AnyNode, text: (part: AnyNode) => string): string {
  if (node.type !== "MemberExpression" || !node.computed) return text(node);
  return `${writeChain(node.object, text)}.at(${text(node.property)})`;
}

/** What `write` makes of the outermost nodes that begin on a line. */
function findAll(
  source: string,
  line: number,
  write: (node: AnyNode, parsed: Parsed) => string | undefined,
): string[] {
  const parsed = parse(source);
  const lineOf = lineCounter(parsed.code);
  const found: string[] = [];
  visit(parsed.program);
  return found;

  function visit(node: AnyNode): void {
    if (lineOf(node.start) > line || lineOf(node.end) < line) return;
    const written = lineOf(node.start) === line ? write(node, parsed) : undefined;
    if (written === undefined) for (const child of childrenOf(node)) visit(child);
    else found.push(written);
  }
}

function isClass(callee: string): boolean {
  return /^(?:\w+\.)*[A-Z]\w*$/.test(callee);
}

/** `nn.Sequential(nn.ReLU())` → `new nn.Sequential(new nn.ReLU())`. */
function withNew(call: string): string {
  // Lower case makes one of values; the class itself makes none.
  if (/^torch\.(Float|Long|Double|Bool)?Tensor\(/.test(call))
    return call.replace(/^torch\.\w+/, "torch.tensor");
  return call.replace(/(?<!new\s+)(?<![\w.])((?:\w+\.)*[A-Z]\w*)\(/g, "new $1(");
}

/** At most two, each as code. */
export function join(lines: readonly string[]): string {
  return [...new Set(lines)]
    .slice(0, 2)
    .map((text) => `\`${text}\``)
    .join(" and ");
}
