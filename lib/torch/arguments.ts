import { TypeMismatch } from "./errors";

/** Whether a value is a plain object, which in last place carries keyword arguments. */
export function isKeywords(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Splits what was given into positional arguments and the keywords of a trailing plain object. */
export function splitKeywords(given: readonly unknown[]): {
  positional: readonly unknown[];
  keywords: Record<string, unknown>;
} {
  const last = given.at(-1);
  if (!isKeywords(last)) return { positional: given, keywords: {} };
  return { positional: given.slice(0, -1), keywords: last };
}

/** The name under which Python's messages know a call: `uniform_` for a function, `Linear.__init__` for a class. */
export function pythonName(call: string): string {
  const last = call.slice(call.lastIndexOf(".") + 1);
  if (call.startsWith("torch.linalg.")) return `linalg_${last}`;
  return /^_?[A-Z]/.test(last) ? `${last}.__init__` : last;
}

/** Throws Python's sentence for a keyword that the call does not have. */
export function checkKeywords(call: string, keywords: object, allowed: readonly string[]): void {
  const unknown = Object.keys(keywords).find((key) => !allowed.includes(key));
  if (unknown === undefined) return;
  const name = pythonName(call);
  throw new TypeMismatch(
    call,
    `${name}() got an unexpected keyword argument '${unknown}'`,
    allowed.length === 0 ? "it takes no keywords" : `it takes ${allowed.join(", ")}`,
  );
}

/**
 * Gives each argument its name, as Python does: positional ones in order, then the keywords of a trailing plain object.
 * `names` lists those that may be given either way; `only` those that are keywords only.
 */
export function bindArguments<T extends object>(
  call: string,
  given: readonly unknown[],
  { names, only = [] }: { names: readonly (keyof T & string)[]; only?: readonly (keyof T & string)[] },
): Partial<T> {
  const { positional, keywords } = splitKeywords(given);
  const name = pythonName(call);
  if (positional.length > names.length) {
    throw new TypeMismatch(
      call,
      `${name}() takes ${names.length} positional arguments but ${positional.length} were given`,
      `in order: ${names.join(", ")}`,
    );
  }
  checkKeywords(call, keywords, [...names, ...only]);
  const bound: Record<string, unknown> = {};
  positional.forEach((value, i) => {
    if (value !== undefined) bound[names[i]!] = value;
  });
  for (const [key, value] of Object.entries(keywords)) {
    if (value === undefined) continue;
    if (key in bound) throw new TypeMismatch(call, `${name}() got multiple values for argument '${key}'`);
    bound[key] = value;
  }
  return bound as Partial<T>;
}

/** Throws PyTorch's sentence unless the arguments without a default were given. */
export function checkRequired(call: string, bound: object, names: readonly string[]): void {
  const missing = names.filter((name) => !(name in bound));
  if (missing.length === 0) return;
  const shown = missing.map((name) => `"${name}"`).join(", ");
  throw new TypeMismatch(
    call,
    `${pythonName(call)}() missing ${missing.length} required positional arguments: ${shown}`,
  );
}
