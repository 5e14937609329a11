/** What a transpiled cell calls (`transpile/contract.ts`): it declares shared names and asks for modules. */
import type { CellRuntime, DeclarationKind } from "../../transpile";
import { pow } from "./math-edges";
import { type TensorTests, tensorTests } from "./tensor-tests";

/** What an import gives, made when it is first asked for. */
export type CellModule = () => object;

function errorOf(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

/** Objects without a prototype hold what is kept here: a cell may have broken every method of `Map`. */
function bare<Value>(entries: Iterable<readonly [string, Value]> = []): Record<string, Value | undefined> {
  const made: Record<string, Value | undefined> = Object.create(null);
  for (const [key, value] of entries) made[key] = value;
  return made;
}

/** ECMAScript's ToNumeric: minus keeps bigints as what they are, and asks an object for its value once. */
const toNumeric = (value: unknown): number | bigint => -(-(value as number));

function raise(base: unknown, exponent: unknown): number | bigint {
  const a = toNumeric(base);
  const b = toNumeric(exponent);
  if (typeof a === "number" && typeof b === "number") return pow(a, b);
  // Two bigints; or one of each, which the language refuses in its own words.
  return (a as bigint) ** (b as bigint);
}

/** Why a module lacks a name, in the module's own words where its default export has some: PyTorch has more than the engine. */
function sayMissing(specifier: string, name: string, namespace: Record<string, unknown>): string {
  const plain = `import: "${specifier}" has nothing called "${name}".`;
  try {
    const found: unknown = Reflect.get(Object(namespace.default), name);
    return found === undefined ? plain : `${plain} Write \`${specifier}.${name}\`.`;
  } catch (error) {
    return error instanceof Error ? `${plain.slice(0, -1)}: ${error.message}` : plain;
  }
}

export type KernelRuntime = CellRuntime & Pick<TensorTests, "begin">;

/** Shared names are properties of the realm's global object: a use of one is a plain identifier. */
export function createRuntime(scope: object, given: ReadonlyMap<string, CellModule>): KernelRuntime {
  const { defineProperty, getOwnPropertyDescriptor, deleteProperty } = Reflect;
  const known = [...given.keys()].map((name) => `"${name}"`).join(", ");
  const modules = bare(given);
  /** What the host had under a name before a cell first took it; null where it had nothing. */
  const taken = bare<PropertyDescriptor | null>();

  function find(specifier: unknown): Record<string, unknown> {
    const name = `${specifier}`;
    const found = modules[name];
    if (!found)
      throw errorOf(
        "ImportError",
        `import: a cell can import ${known}, got "${name}". Nothing is fetched from an address.`,
      );
    return found() as Record<string, unknown>;
  }

  return {
    reset(...names) {
      for (let i = 0; i < names.length; i++) {
        const name = names[i] as string;
        const own = taken[name];
        if (own) defineProperty(scope, name, own);
        else if (own === null) deleteProperty(scope, name);
      }
    },
    declare(kind: DeclarationKind, name, value) {
      if (taken[name] === undefined) taken[name] = getOwnPropertyDescriptor(scope, name) ?? null;
      // A const of another cell cannot be assigned; running its own cell again defines it anew.
      const writable = kind !== "const" && kind !== "import";
      const slot = { __proto__: null, value, writable, enumerable: true, configurable: true };
      if (defineProperty(scope, name, slot as PropertyDescriptor)) return;
      throw errorOf(
        "NameError",
        `${kind} ${name}: this name cannot be declared, since a cell has fixed it on globalThis. Use another name, or press Restart.`,
      );
    },
    module(specifier, names) {
      const namespace = find(specifier);
      for (let i = 0; i < names.length; i++) {
        const name = names[i] as string;
        if (!(name in namespace)) throw errorOf("ImportError", sayMissing(specifier, name, namespace));
      }
      return namespace;
    },
    dynamicImport: async (specifier) => find(specifier),
    ...tensorTests((text) => console.warn(`UserWarning: ${text}`)),
    pow: raise,
    target(object, key) {
      const owner = object as Record<PropertyKey, unknown>;
      const name = (typeof key === "symbol" ? key : `${key}`) as string;
      const base = owner[name];
      return {
        raise(exponent) {
          const result = raise(base, exponent);
          owner[name] = result;
          return result;
        },
      };
    },
  };
}
