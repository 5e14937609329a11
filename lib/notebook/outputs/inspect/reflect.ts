/** Looking at objects without running their code: descriptors are read, getters are never called. */
import { getOwnPropertyDescriptor, getPrototypeOf } from "./captured";

/** A proxy can pretend to an endless chain of prototypes; no honest one is this long. */
const LONGEST_CHAIN = 100;

/** The object and its prototypes, nearest first. */
export function prototypeChain(value: object): object[] {
  const chain: object[] = [];
  for (let at: object | null = value; at !== null && chain.length < LONGEST_CHAIN; at = getPrototypeOf(at)) {
    chain[chain.length] = at;
  }
  return chain;
}

/** The value that a chain holds under a key, as a lookup would find it; undefined where that is a getter. */
export function lookUp(chain: readonly object[], key: PropertyKey): unknown {
  for (let i = 0; i < chain.length; i++) {
    const descriptor = getOwnPropertyDescriptor(chain[i]!, key);
    if (descriptor) return descriptor.value;
  }
  return undefined;
}

/** As `lookUp`, for strings. */
export function lookUpText(chain: readonly object[], key: PropertyKey): string {
  const text = lookUp(chain, key);
  return typeof text === "string" ? text : "";
}

/** A function's own name, if it is a string. */
export function functionName(value: unknown): string {
  return typeof value === "function" ? lookUpText([value], "name") : "";
}

/** The name of the class that made an object: `Object`, `Net`; empty for objects without a prototype. */
export function className(chain: readonly object[]): string {
  // The object itself may carry any `constructor`; its prototypes tell.
  for (let i = 1; i < chain.length; i++) {
    const name = functionName(getOwnPropertyDescriptor(chain[i]!, "constructor")?.value);
    if (name !== "") return name;
  }
  return "";
}

/** Whether one of an object's prototypes is this one. */
export function inherits(chain: readonly object[], prototype: object): boolean {
  for (let i = 1; i < chain.length; i++) if (chain[i] === prototype) return true;
  return false;
}
