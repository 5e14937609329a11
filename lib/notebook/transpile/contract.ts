/**
 * What emitted code asks of the kernel. The code is one string: an async arrow function for indirect eval.
 *
 *     const run = (0, eval)(code) as CellFunction;   // evaluating it runs nothing of the learner's
 *     const result = await run(runtime);             // undefined: the cell's last statement is no expression
 *     if (result) show(result.value);                // boxed, so a promise as the value is not awaited unseen
 *
 * Shared variables are properties of globalThis, and every use of one is a plain identifier. The order of calls is:
 * `reset` once with every name that the cell declares; then what is hoisted, `var`s as undefined before imports and
 * functions in source order; then the learner's statements, each `const`, `let` and `class` declared at its line.
 * A direct `eval` in a cell can reach the runtime, so nothing that it does may rest on who calls it.
 *
 * Reference semantics (`fakeKernel` in `fake-runtime.ts`, on which the tests run emitted code, is these lines):
 *
 *     reset(...names)  for each: if it was declared before, give the host's own property back (`name`, `self`) or
 *                      delete it. So a re-run starts as a first run did: a use before its declaration is a
 *                      ReferenceError instead of last run's value.
 *     declare(kind, name, value)
 *                      Object.defineProperty(globalThis, name, { value, configurable: true, enumerable: true,
 *                      writable: kind !== "const" && kind !== "import" }); returns nothing.
 *     module(specifier, names)
 *                      the module's namespace object, at once. Refuses a specifier that is not one of the kernel's,
 *                      and a name in `names` (`"default"` for a default import) that the module does not have.
 *     dynamicImport(specifier)
 *                      a promise of the same namespace; refuses as `module` does.
 *     pow(a, b)        what `a ** b` is: by the kernel's pinned `Math.pow` for numbers, by the language for bigints.
 *     truth(value)     whether a value counts as true in a condition: JavaScript's answer, and for a tensor PyTorch's.
 *     test(value)      the same, and `tested()` right after it gives the value: `a || b` is `test(a) ? tested() : b`.
 *     same(op, a, b)   what `a op b` is for `==`, `!=`, `===`, `!==`; refuses where the answer would mislead for tensors.
 *     predicate(f)     `f`, whose answers count as `truth` says: the callback of `filter`, `some`, `find` and their like.
 *     chosen(value)    the value, in a `switch` or after a `case`; refuses a tensor, which no case ever is.
 *     number(value)    the value, for a function of numbers; of a tensor its one value, and one of several is refused.
 *     owner(value)     the value, on the right of `in`; refuses a list and a tensor, of which `in` asks for an index.
 *     keyed(value)     the value, on the right of `for … in`; refuses them too, since it would give their indices.
 *     target(o, key)   reads `o[key]` at once; its `raise(b)` puts `pow(…, b)` there and answers it: `o[key] **= b`.
 */
export type CellRuntime = {
  reset(...names: string[]): void;
  declare(kind: DeclarationKind, name: string, value: unknown): void;
  module(specifier: string, names: readonly string[]): Record<string, unknown>;
  dynamicImport(specifier: unknown): Promise<Record<string, unknown>>;
  pow(base: unknown, exponent: unknown): number | bigint;
  truth(value: unknown): boolean;
  test(value: unknown): boolean;
  tested(): unknown;
  same(operator: string, left: unknown, right: unknown): boolean;
  predicate(callback: unknown): unknown;
  chosen(value: unknown): unknown;
  number(value: unknown): unknown;
  owner(value: unknown): object;
  keyed(value: unknown): unknown;
  target(object: unknown, key: unknown): { raise(exponent: unknown): number | bigint };
};

/** What indirect eval of emitted code returns. */
export type CellFunction = (runtime: CellRuntime) => Promise<CellResult | undefined>;

/** The value of the cell's last expression. */
export type CellResult = { value: unknown };

/** How a shared name was declared. Enums are `var`s, as TypeScript's own output has them. */
export type DeclarationKind = "const" | "let" | "class" | "function" | "var" | "import";

/** The parameter that carries the runtime; learner sources may use no identifier that begins so. */
export const RUNTIME = "__fanin";

/** Emitted code names itself `cell:<id>`, which is what stack lines then say. */
export function sourceUrl(id: string): string {
  return `cell:${id}`;
}
