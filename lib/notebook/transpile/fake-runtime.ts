import { type Context, constants, createContext, runInContext } from "node:vm";
import type { CellFunction, CellResult, CellRuntime } from "./contract";
import { type Transpiled, transpile } from "./transpile";

/** A kernel of forty lines for tests: one realm, and the reference semantics of `CellRuntime`. */
export type FakeKernel = {
  realm: Context;
  run(source: string, id?: string): Promise<CellResult | undefined>;
  start(cell: Transpiled): Promise<CellResult | undefined>;
};

/** A fresh realm with these modules and host globals. */
export function fakeKernel(
  modules: Record<string, Record<string, unknown>> = {},
  host: Record<string, unknown> = {},
): FakeKernel {
  // An ordinary global object: a contextified one lets strict code assign functions to undeclared names.
  const realm = createContext(constants.DONT_CONTEXTIFY);
  Object.assign(realm, { console, ...host });
  const runtime: CellRuntime = {
    ...(runInContext(SHARED, realm) as Pick<
      CellRuntime,
      Exclude<keyof CellRuntime, "module" | "dynamicImport">
    >),
    module(specifier, names) {
      const found = Object.hasOwn(modules, specifier) ? modules[specifier] : undefined;
      if (!found) throw new Error(`no module named "${specifier}"`);
      for (const name of names) if (!(name in found)) throw new Error(`"${specifier}" has no "${name}"`);
      return found;
    },
    async dynamicImport(specifier) {
      return runtime.module(String(specifier), []);
    },
  };
  const evaluate = runInContext("eval", realm) as (code: string) => CellFunction;
  const start = ({ code }: Transpiled) => evaluate(code)(runtime);
  return { realm, start, run: (source, id = "cell") => start(transpile(source, { id })) };
}

/** A cell's result in a fresh kernel, after other cells, by its JSON: a realm's arrays have a prototype of their own. */
export async function runFresh(source: string, before: readonly string[] = []): Promise<unknown> {
  const kernel = fakeKernel();
  for (const [index, cell] of before.entries()) await kernel.run(cell, `before-${index}`);
  const result = await kernel.run(source);
  return result && JSON.parse(JSON.stringify({ value: result.value }));
}

const SHARED = `(() => {
  const declared = new Map();
  let held;
  return {
    reset(...names) {
      for (const name of names) {
        if (!declared.has(name)) continue;
        const host = declared.get(name);
        declared.delete(name);
        if (host) Object.defineProperty(globalThis, name, host);
        else delete globalThis[name];
      }
    },
    declare(kind, name, value) {
      if (!declared.has(name)) declared.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
      const writable = kind !== "const" && kind !== "import";
      Object.defineProperty(globalThis, name, { value, writable, configurable: true, enumerable: true });
    },
    pow: (base, exponent) => base ** exponent,
    truth: (value) => !!value,
    test: (value) => !!(held = value),
    tested: () => held,
    same: (operator, a, b) =>
      ({ "==": a == b, "!=": a != b, "===": a === b, "!==": a !== b })[operator],
    predicate: (callback) => callback,
    chosen: (value) => value,
    number: (value) => value,
    owner: (value) => value,
    keyed: (value) => value,
    target(object, key) {
      const base = object[key];
      return { raise: (exponent) => (object[key] = base ** exponent) };
    },
  };
})()`;
