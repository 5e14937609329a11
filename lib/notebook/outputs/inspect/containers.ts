/** Arrays, typed arrays, maps, sets and objects: what holds other values. */
import {
  getOwnPropertyDescriptor,
  mapEntries,
  mapNext,
  mapSize,
  min,
  setNext,
  setSize,
  setValues,
  typedArrayLength,
} from "./captured";
import { bracket } from "./layout";
import { appendProperties, appendRest, describeProperty, MOST_ENTRIES } from "./properties";
import { className, lookUpText } from "./reflect";
import type { Walk } from "./types";

/** `[1, 2]`, holes counted; a subclass by its name. */
export function describeArray(item: object, chain: readonly object[], walk: Walk): string {
  const name = className(chain);
  const prefix = name === "Array" || name === "" ? "" : name;
  if (!walk.canDescend()) return walk.spend(`${prefix}${prefix && " "}[…]`);
  walk.spend(`${prefix}[]`);
  const length = getOwnPropertyDescriptor(item, "length")?.value as number;
  const entries: string[] = [];
  let at = 0;
  while (at < length && entries.length < MOST_ENTRIES && walk.isOpen()) {
    const descriptor = getOwnPropertyDescriptor(item, at);
    if (descriptor) {
      entries[entries.length] = describeProperty("", descriptor, walk);
      at++;
    } else {
      const holes = countHoles(item, { from: at, length });
      entries[entries.length] = walk.spend(`<${holes} empty item${holes === 1 ? "" : "s"}>`);
      at += holes;
    }
  }
  appendRest(entries, { rest: length - at, walk });
  // What else an array carries (a match of a regular expression does) is looked for in short ones only.
  if (length <= MOST_ENTRIES) appendProperties(entries, { item, walk, shows: (key) => !isIndex(key) });
  return bracket({ prefix, open: "[", close: "]", entries }, walk.room());
}

/** `Float32Array(3) [1, 2, 3]`. */
export function describeTypedArray(item: object, chain: readonly object[], walk: Walk): string {
  const length = typedArrayLength(item);
  const prefix = `${className(chain)}(${length})`;
  walk.spend(`${prefix} {}`);
  if (!walk.canDescend()) return `${prefix} […]`;
  const values = item as ArrayLike<number | bigint>;
  const entries: string[] = [];
  const shown = min(length, MOST_ENTRIES);
  for (let i = 0; i < shown && walk.isOpen(); i++) entries[i] = walk.entry("", values[i]);
  appendRest(entries, { rest: length - entries.length, walk });
  return bracket({ prefix, open: "[", close: "]", entries }, walk.room());
}

/** `Map(1) { 'a' => 1 }`. */
export function describeMap(item: object, chain: readonly object[], walk: Walk): string {
  const iterator = mapEntries(item);
  return describeCollection({ item, size: mapSize(item), prefix: className(chain) }, walk, () => {
    const { value, done } = mapNext(iterator);
    // An object as a key is shown as one that is held, so its text may be long: the arrow follows it all the same.
    return done ? undefined : walk.entry(`${walk.entry("", value[0])} => `, value[1]);
  });
}

/** `Set(2) { 1, 2 }`. */
export function describeSet(item: object, chain: readonly object[], walk: Walk): string {
  const iterator = setValues(item);
  return describeCollection({ item, size: setSize(item), prefix: className(chain) }, walk, () => {
    const { value, done } = setNext(iterator);
    return done ? undefined : walk.entry("", value);
  });
}

/** `{ a: 1 }`, `Net { fc: … }`. */
export function describePlain(item: object, chain: readonly object[], walk: Walk): string {
  const name = className(chain);
  const tag = lookUpText(chain, Symbol.toStringTag);
  let prefix = name === "Object" ? "" : name;
  if (tag !== "" && tag !== name) prefix = `${name}${name && " "}[${tag}]`;
  walk.spend(`${prefix} {}`);
  if (!walk.canDescend()) return `${prefix}${prefix && " "}{…}`;
  const entries: string[] = [];
  appendProperties(entries, { item, walk });
  return bracket({ prefix, open: "{", close: "}", entries }, walk.room());
}

function describeCollection(
  { item, size, prefix: name }: { item: object; size: number; prefix: string },
  walk: Walk,
  next: () => string | undefined,
): string {
  const prefix = `${name}(${size})`;
  walk.spend(`${prefix} {}`);
  if (!walk.canDescend()) return `${prefix} {…}`;
  const entries: string[] = [];
  while (entries.length < MOST_ENTRIES && walk.isOpen()) {
    const entry = next();
    if (entry === undefined) break;
    entries[entries.length] = entry;
  }
  appendRest(entries, { rest: size - entries.length, walk });
  appendProperties(entries, { item, walk });
  return bracket({ prefix, open: "{", close: "}", entries }, walk.room());
}

function countHoles(item: object, { from, length }: { from: number; length: number }): number {
  // A hole of a billion is not counted one by one.
  const end = min(length, from + 10_000);
  let at = from + 1;
  while (at < end && !getOwnPropertyDescriptor(item, at)) at++;
  return at < end ? at - from : length - from;
}

function isIndex(key: PropertyKey): boolean {
  if (typeof key === "symbol") return false;
  const index = +key;
  return `${index}` === key && index >= 0 && index % 1 === 0;
}
