/** The entries of a value, for tables. */
import {
  getOwnPropertyDescriptor,
  isArray,
  mapEntries,
  mapNext,
  mapSize,
  min,
  ownKeys,
  setNext,
  setSize,
  setValues,
  symbolText,
  typedArrayLength,
  typedArrayName,
} from "./captured";
import { ownText } from "./hooks";
import { inherits, prototypeChain } from "./reflect";

export type Entry = { readonly key: string; readonly value: unknown };
type Entries = { readonly entries: readonly Entry[]; readonly rest: number };

/** Stands for a property that only running a getter would tell. */
export const UNREAD = Symbol("unread");

/** The first `most` entries; undefined for what is one thing rather than several: numbers, tensors, dates, functions. */
export function readEntries(value: unknown, most: number): Entries | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const chain = prototypeChain(value);
  if (ownText(value, chain) !== undefined) return undefined;
  if (isArray(value)) return readIndices(value, { length: value.length, most });
  if (typedArrayName(value) !== undefined)
    return readIndices(value, { length: typedArrayLength(value), most });
  if (inherits(chain, Map.prototype)) return readMap(value, most);
  if (inherits(chain, Set.prototype)) return readSet(value, most);
  const keys = readProperties(value, most);
  return keys.entries.length > 0 ? keys : undefined;
}

function readIndices(item: object, { length, most }: { length: number; most: number }): Entries {
  const entries: Entry[] = [];
  const shown = min(length, most);
  for (let i = 0; i < shown; i++) entries[i] = { key: `${i}`, value: readOwn(item, i) };
  return { entries, rest: length - shown };
}

function readProperties(item: object, most: number): Entries {
  const keys = ownKeys(item);
  const entries: Entry[] = [];
  for (let i = 0; i < keys.length; i++) {
    if (entries.length >= most) return { entries, rest: keys.length - i };
    const key = keys[i]!;
    if (!getOwnPropertyDescriptor(item, key)?.enumerable) continue;
    const text = typeof key === "symbol" ? symbolText(key) : `${key}`;
    entries[entries.length] = { key: text, value: readOwn(item, key) };
  }
  return { entries, rest: 0 };
}

/** Each entry of a map is a row of its own, with a key and a value. */
function readMap(map: object, most: number): Entries {
  const size = mapSize(map);
  const iterator = mapEntries(map);
  const entries: Entry[] = [];
  for (let i = 0; i < most; i++) {
    const { value, done } = mapNext(iterator);
    if (done) break;
    entries[i] = { key: `${i}`, value: { Key: value[0], Value: value[1] } };
  }
  return { entries, rest: size - entries.length };
}

function readSet(set: object, most: number): Entries {
  const size = setSize(set);
  const iterator = setValues(set);
  const entries: Entry[] = [];
  for (let i = 0; i < most; i++) {
    const { value, done } = setNext(iterator);
    if (done) break;
    entries[i] = { key: `${i}`, value };
  }
  return { entries, rest: size - entries.length };
}

function readOwn(item: object, key: PropertyKey): unknown {
  const descriptor = getOwnPropertyDescriptor(item, key);
  if (!descriptor) return undefined;
  return "value" in descriptor ? descriptor.value : UNREAD;
}
