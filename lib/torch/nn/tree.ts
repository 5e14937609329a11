import { WATCHER } from "./callable";
import type { Layer } from "./module";
import type { Registry } from "./registry";

/** Which names a listing gives: `prefix` stands before each, and what appears twice comes once unless asked otherwise. */
export type ListingOptions = { prefix?: string; recurse?: boolean; remove_duplicate?: boolean };

/** The registry of a module. */
export function registryOf(module: object): Registry<Layer> {
  return (module as { [WATCHER]: Registry<Layer> })[WATCHER];
}

/** Whether a value is a module, which is known by its registry. */
export function isModule(value: unknown): value is Layer {
  return typeof value === "function" && WATCHER in value;
}

/** `prefix.key`, or the key alone. */
export function dotted(prefix: string, key: string): string {
  return prefix === "" ? key : `${prefix}.${key}`;
}

/** A module and all below it with their dotted names. */
export function listModules(
  root: Layer,
  { prefix = "", remove_duplicate = true }: ListingOptions = {},
): [name: string, module: Layer][] {
  const seen = new Set<Layer>();
  const found: [string, Layer][] = [];
  const visit = (name: string, module: Layer): void => {
    if (seen.has(module)) return;
    if (remove_duplicate) seen.add(module);
    found.push([name, module]);
    for (const [key, child] of registryOf(module).modules) {
      if (child !== null) visit(dotted(name, key), child);
    }
  };
  visit(prefix, root);
  return found;
}

/** What the registries of a module and all below it hold of one kind, with dotted names. */
export function listMembers<T extends object>(
  root: Layer,
  pick: (registry: Registry<Layer>) => Map<string, T | null>,
  { prefix = "", recurse = true, remove_duplicate = true }: ListingOptions,
): [name: string, member: T][] {
  const seen = new Set<T>();
  const found: [string, T][] = [];
  const modules: [string, Layer][] = recurse
    ? listModules(root, { prefix, remove_duplicate })
    : [[prefix, root]];
  for (const [name, module] of modules) {
    for (const [key, value] of pick(registryOf(module))) {
      if (value === null || seen.has(value)) continue;
      if (remove_duplicate) seen.add(value);
      found.push([dotted(name, key), value]);
    }
  }
  return found;
}
