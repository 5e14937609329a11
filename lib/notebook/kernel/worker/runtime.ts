/** What a transpiled cell calls (`transpile/contract.ts`): it declares shared names and asks for modules. */
import type { CellRuntime, DeclarationKind } from "../../transpile";

function importError(message: string): Error {
  const error = new Error(message);
  error.name = "ImportError";
  return error;
}

/** Shared names are properties of the realm's global object: a use of one is a plain identifier. */
export function createRuntime(scope: object, modules: ReadonlyMap<string, object>): CellRuntime {
  const { defineProperty, getOwnPropertyDescriptor } = Object;
  const { deleteProperty } = Reflect;
  const known = [...modules.keys()].map((name) => `"${name}"`).join(", ");
  /** What the host had under a name before a cell first took it. */
  const taken = new Map<string, PropertyDescriptor | undefined>();

  function find(specifier: unknown): Record<string, unknown> {
    const found = modules.get(String(specifier));
    if (!found)
      throw importError(
        `import: a cell can import ${known}, got "${String(specifier)}". Nothing is fetched from an address.`,
      );
    return found as Record<string, unknown>;
  }

  return {
    reset(...names) {
      for (let i = 0; i < names.length; i++) {
        const name = names[i] as string;
        if (!taken.has(name)) continue;
        const own = taken.get(name);
        if (own) defineProperty(scope, name, own);
        else deleteProperty(scope, name);
      }
    },
    declare(kind: DeclarationKind, name, value) {
      if (!taken.has(name)) taken.set(name, getOwnPropertyDescriptor(scope, name));
      // A const of another cell cannot be assigned; running its own cell again defines it anew.
      const writable = kind !== "const" && kind !== "import";
      defineProperty(scope, name, { value, writable, enumerable: true, configurable: true });
    },
    module(specifier, names) {
      const namespace = find(specifier);
      for (const name of names)
        if (!(name in namespace))
          throw importError(`import: "${String(specifier)}" has nothing called "${name}".`);
      return namespace;
    },
    dynamicImport: async (specifier) => find(specifier),
  };
}
