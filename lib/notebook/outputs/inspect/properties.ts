/** An object's own properties, read by their descriptors. */
import { getOwnPropertyDescriptor, ownKeys } from "./captured";
import { keyText } from "./primitives";
import type { Walk } from "./types";

/** Entries of one container that are shown; of the rest the number is given. */
export const MOST_ENTRIES = 100;

/** Append `key: value` for each enumerable property that `shows` lets through. */
export function appendProperties(
  entries: string[],
  { item, walk, shows = () => true }: { item: object; walk: Walk; shows?: (key: PropertyKey) => boolean },
): void {
  const keys = ownKeys(item);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (!shows(key)) continue;
    if (entries.length >= MOST_ENTRIES || !walk.isOpen()) {
      appendRest(entries, { rest: keys.length - i, walk });
      return;
    }
    const descriptor = getOwnPropertyDescriptor(item, key);
    if (descriptor?.enumerable)
      entries[entries.length] = describeProperty(`${keyText(key)}: `, descriptor, walk);
  }
}

/** `label` and what a property holds; an accessor is named, not run. */
export function describeProperty(label: string, descriptor: PropertyDescriptor, walk: Walk): string {
  if ("value" in descriptor) return walk.entry(label, descriptor.value);
  if (!descriptor.get) return walk.spend(`${label}[Setter]`);
  return walk.spend(descriptor.set ? `${label}[Getter/Setter]` : `${label}[Getter]`);
}

/** Append how many entries are left out. */
export function appendRest(entries: string[], { rest, walk }: { rest: number; walk: Walk }): void {
  if (rest > 0) entries[entries.length] = walk.spend(`… ${rest} more`);
}
