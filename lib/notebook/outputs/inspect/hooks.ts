/** Objects that print themselves. */
import { apply } from "./captured";
import { lookUp } from "./reflect";

/** A value with a method under this key is shown by the string that it returns. */
const TEXT_HOOK = Symbol.for("fan-in.text");

/** What every object has anyway says nothing about it. */
const ORDINARY: readonly unknown[] = [
  Object.prototype.toString,
  Function.prototype.toString,
  Error.prototype.toString,
  Date.prototype.toString,
  Array.prototype.toString,
  RegExp.prototype.toString,
  Number.prototype.toString,
  String.prototype.toString,
  Boolean.prototype.toString,
  BigInt.prototype.toString,
  Symbol.prototype.toString,
];

/** A `toString` that shows its own object would never end; so many of them may run inside each other. */
const DEEPEST = 3;
let running = 0;

/** The text that an object gives of itself, by the hook or by a `toString` of its own; undefined if it has none. */
export function ownText(value: object, chain: readonly object[]): string | undefined {
  if (running >= DEEPEST) return undefined;
  return call(value, lookUp(chain, TEXT_HOOK)) ?? call(value, customToString(chain));
}

function customToString(chain: readonly object[]): unknown {
  const found = lookUp(chain, "toString");
  for (let i = 0; i < ORDINARY.length; i++) if (ORDINARY[i] === found) return undefined;
  return found;
}

function call(value: object, method: unknown): string | undefined {
  if (typeof method !== "function") return undefined;
  running++;
  try {
    const text: unknown = apply(method as () => unknown, value, []);
    return typeof text === "string" ? text : undefined;
  } catch {
    // A printer that fails must not take the output with it: the object is shown by its properties instead.
    return undefined;
  } finally {
    running--;
  }
}
