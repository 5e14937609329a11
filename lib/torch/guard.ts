import { AttributeError } from "./errors";

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
]);

/** How many letters must be added, removed or exchanged to turn one name into another, but no more than `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Reading a name that the namespace lacks throws and names it, where JavaScript would give undefined. */
export function guardNamespace<T extends object>(path: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (
        typeof key === "symbol" ||
        key in target ||
        PROTOCOL.has(key) ||
        key.startsWith("$") ||
        key.startsWith("@")
      ) {
        return Reflect.get(target, key, receiver);
      }
      const limit = key.length > 4 ? 2 : 1;
      const near = Object.keys(target).find((name) => distance(name, key, limit) <= limit);
      throw new AttributeError(
        path,
        `module '${path}' has no attribute '${key}'`,
        `${path}.${key} is not part of this engine${near === undefined ? "" : `; did you mean ${path}.${near}?`}`,
      );
    },
  });
}
