import { AttributeError, TypeMismatch } from "./errors";
import { sayAbsent } from "./near-names";
import { requireArguments } from "./required";

// What JavaScript itself, a debugger or a test runner may ask of any object.
const PROTOCOL = new Set([
  "then",
  "toJSON",
  "default",
  "nodeType",
  "tagName",
  "asymmetricMatch",
  "inspect",
  "length",
  "name",
  "map",
  "filter",
  "reduce",
  "forEach",
]);

function isProtocol(key: string): boolean {
  return PROTOCOL.has(key) || key.startsWith("$") || key.startsWith("@");
}

/** Reading a name that the namespace lacks throws and names it, where JavaScript would give undefined. */
export function guardNamespace<T extends object>(path: string, members: T): T {
  const checked = Object.entries(members).map(([name, member]) => [
    name,
    requireArguments(path, name, member),
  ]);
  return new Proxy(Object.fromEntries(checked) as T, {
    get(target, key, receiver) {
      if (typeof key === "symbol" || key in target || isProtocol(key))
        return Reflect.get(target, key, receiver);
      const { sentence, wayOut } = sayAbsent(path, key, Object.keys(target));
      throw new AttributeError(path, sentence ?? `module '${path}' has no attribute '${key}'`, wayOut);
    },
  });
}

/** How a class is guarded: its name, whose it is in PyTorch's lists, and what to write where a reader indexes an instance. */
type Guarded = { name(instance: object): string; path: string; members: () => readonly string[] };

/**
 * Stands at the end of a class's chain of prototypes: a name that was not found before it throws if PyTorch has it or one
 * like it is here, where JavaScript would give undefined; and so does an index, `t[0]`, read or written.
 */
export function guardInstances(prototype: object, { name, path, members }: Guarded): void {
  const last = new Proxy(Object.create(Object.prototype) as object, {
    get(target, key, receiver) {
      if (typeof key === "symbol" || key in target || isProtocol(key))
        return Reflect.get(target, key, receiver);
      if (isIndex(key))
        throw new TypeMismatch(
          path,
          `JavaScript's t[…] does not index a tensor`,
          `write t.at(${named(key)}) for t[${named(key)}]`,
        );
      const { sentence, wayOut } = sayAbsent(path, key, members());
      // Libraries ask any object for names of their own: one that resembles nothing is undefined, as everywhere.
      if (wayOut === undefined && sentence === undefined) return undefined;
      throw new AttributeError(
        path,
        sentence ?? `'${name(receiver)}' object has no attribute '${key}'`,
        wayOut,
      );
    },
    set(target, key, value, receiver) {
      if (typeof key === "string" && isIndex(key))
        throw new TypeMismatch(
          path,
          `JavaScript's t[…] = … does not write into a tensor`,
          `write t.set(${named(key)}, value) for t[${named(key)}] = value`,
        );
      return Reflect.set(target, key, value, receiver);
    },
  });
  Object.setPrototypeOf(prototype, last);
}

function isIndex(key: string): boolean {
  return /^-?\d+$|^tensor\(/.test(key);
}

/** An index as a reader would name it: a tensor as a key has become its text. */
function named(key: string): string {
  return key.startsWith("tensor(") ? "index" : key;
}

/** Some members of a namespace, for another that has them too. */
export function pick<Source extends object, Name extends keyof Source>(
  source: Source,
  names: readonly Name[],
): Pick<Source, Name> {
  return Object.fromEntries(names.map((name) => [name, source[name]])) as Pick<Source, Name>;
}
