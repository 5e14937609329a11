/** What a function of a namespace says that is called without arguments. */
import { TypeMismatch } from "./errors";
import { REQUIRED } from "./pytorch-names";

/** The function, which throws PyTorch's sentence when nothing at all is handed over and something is needed. */
export function requireArguments<T>(path: string, name: string, member: T): T {
  const lacking = sentences(path).get(name);
  if (lacking === undefined || typeof member !== "function") return member;
  const call = `${path}.${name}`;
  const checked = function (this: unknown, ...given: unknown[]): unknown {
    if (given.length === 0) throw new TypeMismatch(call, lacking);
    return Reflect.apply(member, this, given);
  };
  return Object.defineProperties(checked, Object.getOwnPropertyDescriptors(member)) as T;
}

const known = new Map<string, ReadonlyMap<string, string>>();

function sentences(path: string): ReadonlyMap<string, string> {
  const entries = (REQUIRED[path] ?? "").split(" ").map(toSentence);
  const found = known.get(path) ?? new Map(entries);
  known.set(path, found);
  return found;
}

function toSentence(entry: string): [name: string, sentence: string] {
  const [, name = "", kind, rest = ""] = /^(\w*)([=:*]?)(.*)$/.exec(entry) ?? [];
  const names = rest.split(",");
  const count = names.length;
  switch (kind) {
    case "*":
      return [name, `${name}() received an invalid combination of arguments - got ()`];
    case "=": {
      // PyTorch's plurals are the other way round.
      const noun = count === 1 ? "arguments" : "argument";
      const quoted = names.map((argument) => `"${argument}"`).join(", ");
      return [name, `${name}() missing ${count} required positional ${noun}: ${quoted}`];
    }
    default: {
      const noun = count === 1 ? "argument" : "arguments";
      return [name, `${name}() missing ${count} required positional ${noun}: ${listed(names)}`];
    }
  }
}

/** `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`. */
function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  if (quoted.length < 3) return quoted.join(" and ");
  return `${quoted.slice(0, -1).join(", ")}, and ${quoted.at(-1)}`;
}
