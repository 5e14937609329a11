/** Functions, dates, errors and the other built-ins that are told in a word or two. */
import {
  dateText,
  dateTime,
  functionSource,
  getOwnPropertyDescriptor,
  regExpText,
  stringSlice,
} from "./captured";
import { bracket } from "./layout";
import { appendProperties, describeProperty } from "./properties";
import { className, functionName, lookUpText } from "./reflect";
import type { Walk } from "./types";

/** `[function f]`, `[async function f]`, `[class Net extends Module]`. */
export function describeFunction(item: object, chain: readonly object[], walk: Walk): string {
  const name = functionName(item);
  const after = name === "" ? "" : ` ${name}`;
  const source = functionSource(item);
  if (stringSlice(source, 0, 5) === "class") {
    const parent = functionName(chain[1]);
    return walk.spend(`[class${after}${parent === "" ? "" : ` extends ${parent}`}]`);
  }
  return walk.spend(`[${FUNCTION_KINDS[lookUpText(chain, Symbol.toStringTag)] ?? "function"}${after}]`);
}

const FUNCTION_KINDS: Readonly<Record<string, string | undefined>> = {
  AsyncFunction: "async function",
  GeneratorFunction: "function*",
  AsyncGeneratorFunction: "async function*",
};

/** The moment in universal time. */
export function describeDate(item: object, walk: Walk): string {
  const time = dateTime(item);
  // NaN is the one number that isn't itself.
  return walk.spend(time - time === 0 ? dateText(item) : "Invalid Date");
}

/** `/a+/g`. */
export function describeRegExp(item: object, walk: Walk): string {
  return walk.spend(regExpText(item as RegExp));
}

/** `TypeError: message`, with what else the error carries; no stack, since browsers write it differently. */
export function describeError(item: object, chain: readonly object[], walk: Walk): string {
  const message = lookUpText(chain, "message");
  let name = lookUpText(chain, "name");
  if (name === "Error" || name === "") name = className(chain);
  const title = walk.spend(message === "" ? name : `${name}: ${message}`);
  const entries: string[] = [];
  if (walk.canDescend()) {
    for (let i = 0; i < HIDDEN_IN_ERRORS.length; i++) {
      const key = HIDDEN_IN_ERRORS[i]!;
      const descriptor = getOwnPropertyDescriptor(item, key);
      if (descriptor && !descriptor.enumerable) {
        entries[entries.length] = describeProperty(`[${key}]: `, descriptor, walk);
      }
    }
    appendProperties(entries, {
      item,
      walk,
      shows: (key) => key !== "name" && key !== "message" && key !== "stack",
    });
  }
  if (entries.length === 0) return title;
  return bracket({ prefix: title, open: "{", close: "}", entries }, walk.room());
}

const HIDDEN_IN_ERRORS = ["cause", "errors"] as const;
