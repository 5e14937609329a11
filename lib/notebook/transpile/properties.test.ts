import { runInContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fakeKernel } from "./fake-runtime";
import { CellSyntaxError } from "./index";

/** Programs over six names, as lists of top-level statements; `log` makes what they do visible. */
const RUNS = 300;
const NAMES = ["a", "b", "c", "d", "e", "f"];
const name = fc.constantFrom(...NAMES);

/** For functions that are not async. */
function withoutAwait(text: string): string {
  return text.replaceAll("await", "");
}

/** Plain `typeof n` throws in a script before `let n`; in a notebook a name that no cell has declared yet is undefined. */
function kindOf(n: string): string {
  return `typeof [${n}][0]`;
}

const { expression, pattern } = fc.letrec<{ expression: string; pattern: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom("1", "'s'", "null", "[1, [2, 3], { k: 4 }]", "{ k: 5, a: [6], b: 7 }", "void 0"),
    name,
    name.map((n) => kindOf(n)),
    tie("expression").map((e) => `() => (${withoutAwait(e)})`),
    tie("expression").map((e) => `function () { return ${withoutAwait(e)} }`),
    tie("expression").map(
      (e) => `async () => { try { log(${withoutAwait(e)}) } catch ({ message }) { log(typeof message) } }`,
    ),
    fc.constant("class { static k = 8 }"),
    fc
      .tuple(name, tie("expression"))
      .map(([n, e]) => `(${n}) => { const own = ${withoutAwait(e)}; return [own, ${n}] }`),
    fc.tuple(tie("expression"), tie("expression")).map(([x, y]) => `[${x}, ...[${y}]]`),
    name.map((n) => `${n}?.name`),
    name.map((n) => `(${kindOf(n)} === "function" && !/^class/.test(${n}) ? ${n}(${n}) : ${n})`),
    tie("expression").map((e) => `await (${e})`),
    tie("expression").map(
      (e) => `(() => { try { return ${withoutAwait(e)} } catch (a) { return a.name } })()`,
    ),
  ),
  pattern: fc.oneof(
    { maxDepth: 2 },
    name,
    fc.tuple(name, tie("expression")).map(([n, e]) => `{ ${n} = ${e} }`),
    fc.tuple(name, tie("pattern")).map(([n, p]) => `{ k: ${p}, ...${n} }`),
    fc.tuple(tie("pattern"), tie("expression")).map(([p, e]) => `[, ${p} = ${e}]`),
    fc.tuple(tie("pattern"), name).map(([p, n]) => `[${p}, ...[${n}]]`),
    fc.tuple(name, name).map(([n, m]) => `{ [${kindOf(n)} === "string" ? "a" : "k"]: ${m} }`),
  ),
}));

/** Statements that mean the same whether a text is one cell or many: nothing in them is hoisted. */
const unhoisted = fc.oneof(
  fc.tuple(fc.constantFrom("const", "let"), pattern, expression).map(([k, p, e]) => `${k} ${p} = ${e}`),
  name.map((n) => `let ${n}`),
  fc.tuple(name, expression, name).map(([n, e, m]) => `const ${n} = ${e}, ${m} = ${n}`),
  fc
    .tuple(name, name)
    .map(([n, m]) => `class ${n} { static k = ${kindOf(m)}; static { log(${n}.name) } m() { return ${n} } }`),
  fc.tuple(name, expression).map(([n, e]) => `{ let ${n} = ${e}; log(${n}) }`),
  fc.tuple(name, expression).map(([n, e]) => `try { ${n} = ${e} } catch ({ name }) { log(name) }`),
  expression.map((e) => `log(${e})`),
  expression.map((e) => `;(${e})`),
);
const statement = fc.oneof(
  { weight: 3, arbitrary: unhoisted },
  fc.tuple(pattern, expression).map(([p, e]) => `var ${p} = ${e}`),
  name.map((n) => `var ${n}`),
  fc.tuple(name, expression).map(([n, e]) => `function ${n}(x) { log("${n}"); return ${withoutAwait(e)} }`),
  fc.tuple(name, expression).map(([n, e]) => `for (var ${n} of [${e}]) log(${n})`),
  fc
    .tuple(name, name)
    .map(([n, m]) => `for (var ${n} = 0, q = 2; ${n} < q; ${n}++) { let ${m} = ${n}; log(() => ${m}) }`),
  fc.tuple(name, expression).map(([n, e]) => `try { var ${n} = ${e} } catch ({ name }) { log(name) }`),
);

const LOG = `const seen = []; const log = (x) => seen.push(show(x)); const show = (x, depth = 0) =>
  typeof x === "function" ? "fn " + x.name : typeof x !== "object" || x === null || depth > 3 ? String(x)
  : Array.isArray(x) ? "[" + x.map((y) => show(y, depth + 1)) + "]"
  : "{" + Object.keys(x).map((k) => k + ":" + show(x[k], depth + 1)) + "}";`;

const INSPECT = NAMES.map((n) => `try { log(${n}) } catch (error) { log(error.name) }`).join("\n");
// One realm for all programs, since making one costs more than running a program in it.
const kernel = fakeKernel();
const plainRealm = fakeKernel().realm;

/** What the text does as a plain strict function: what it logged, and the kind of error it ended with. */
async function runPlainly(program: string): Promise<string | undefined> {
  const body = `${LOG} try { ${program}\n${INSPECT} } catch (error) { log(error.name) } return seen.join("|")`;
  try {
    return (await runInContext(`(async () => { "use strict"; ${body} })()`, plainRealm)) as string;
  } catch (error) {
    // Declared twice, or no program for another reason.
    if ((error as Error).name === "SyntaxError") return undefined;
    throw error;
  }
}

/** The same in cells, on a realm without the names of the program before. */
async function runInCells(cells: readonly string[]): Promise<string> {
  for (const n of NAMES) Reflect.deleteProperty(kernel.realm, n);
  await kernel.run(LOG, "log");
  try {
    for (const [index, source] of [...cells, INSPECT].entries()) await kernel.run(source, `cell-${index}`);
  } catch (error) {
    if (error instanceof CellSyntaxError) throw error;
    await kernel.run(`log(${JSON.stringify((error as Error).name)})`, "end");
  }
  return String((await kernel.run("seen.join('|')", "seen"))?.value);
}

/** Assignments to a cell's own constants are found before it runs, which a plain script does not do. */
function isRefused(error: unknown): boolean {
  return error instanceof CellSyntaxError && error.message.includes("constant variable");
}

async function compare(statements: readonly string[], cells: readonly string[]): Promise<boolean> {
  const plain = await runPlainly(statements.join("\n"));
  if (plain === undefined) return false;
  try {
    expect(await runInCells(cells)).toBe(plain);
  } catch (error) {
    if (!isRefused(error)) throw error;
    return false;
  }
  return true;
}

test.each([
  [
    "a cell does what the same text does as a plain strict script",
    statement,
    (all: string[]) => [all.join("\n")],
  ],
  ["cells, one a statement, do what they do as one script", unhoisted, (all: string[]) => all],
] as const)("%s", async (_, statements, toCells) => {
  let compared = 0;
  const property = fc.asyncProperty(fc.array(statements, { minLength: 1, maxLength: 7 }), async (all) => {
    if (await compare(all, toCells(all))) compared++;
  });
  await fc.assert(property, { seed: 20260302, numRuns: RUNS });
  // Not a property that holds because nothing was tried.
  expect(compared).toBeGreaterThan(RUNS / 3);
});
