import { isKeywords } from "../arguments";
import { KeyError, TypeMismatch, ValueError } from "../errors";
import { typeName } from "../tensor";
import { entriesOf } from "./member-list";
import { type AnyModule, type Layer, Module } from "./module";

/** Named values: a plain object, a Map, or pairs. */
export type Named<T> = Readonly<Record<string, T>> | Iterable<readonly [string, T]>;

/** The pairs of named values. Errors: PyTorch's, which name the place of an element that is no pair. */
export function toPairs<T>(name: string, given: Named<T>): [key: string, value: T][] {
  const call = `nn.${name}.update`;
  if (isKeywords(given)) return Object.entries(given) as [string, T][];
  if (typeof Reflect.get(Object(given), Symbol.iterator) !== "function") {
    const spoken = name === "ParameterDict" ? "ParametersDict" : name;
    throw new TypeMismatch(
      call,
      `${spoken}.update should be called with an iterable of key/value pairs, but got ${typeName(given)}`,
    );
  }
  return [...(given as Iterable<readonly [string, T]>)].map((pair, i) => {
    if (!Array.isArray(pair)) {
      throw new TypeMismatch(
        call,
        `${name} update sequence element #${i} should be Iterable; is${typeName(pair)}`,
      );
    }
    if (pair.length === 2) return [pair[0] as string, pair[1] as T];
    throw new ValueError(
      call,
      `${name} update sequence element #${i} has length ${pair.length}; 2 is required`,
    );
  });
}

/**
 * Modules by name, so that the network that holds them knows their parameters. It has no `forward`. Names must be free: `keys` or
 * `forward` are taken. Source: `torch.nn.ModuleDict`.
 * @example
 * new nn.ModuleDict({ act: new nn.ReLU() }).at("act") // => ReLU()
 */
export class ModuleDict extends Module implements Iterable<string> {
  constructor(modules?: Named<AnyModule> | ModuleDict | null) {
    super();
    if (modules !== undefined && modules !== null) this.update(modules);
  }

  /** The number of members. */
  override get length(): number {
    return entriesOf(this).length;
  }

  /** Python's `members[key]`. Errors: the name is missing. */
  at(key: string): Layer {
    const found = entriesOf(this).find(([name]) => name === key);
    if (found === undefined) {
      throw new KeyError("nn.ModuleDict", key, `there is no such member; it has ${[...this].join(", ")}`);
    }
    return found[1];
  }

  /** Python's `members[key] = module`. Returns the dictionary. */
  set(key: string, module: AnyModule): this {
    this.add_module(key, module);
    return this;
  }

  /** Python's `key in members`. */
  has(key: string): boolean {
    return entriesOf(this).some(([name]) => name === key);
  }

  /** Removes a member. */
  delete(key: string): void {
    this.at(key);
    Reflect.deleteProperty(this, key);
  }

  /** Removes a member and returns it. */
  pop(key: string): Layer {
    const member = this.at(key);
    this.delete(key);
    return member;
  }

  /** Removes all members. */
  clear(): void {
    for (const key of this.keys()) this.delete(key);
  }

  /** The names. */
  keys(): string[] {
    return entriesOf(this).map(([name]) => name);
  }

  /** The members. */
  values(): Layer[] {
    return entriesOf(this).map(([, member]) => member);
  }

  /** Names and members. */
  items(): [name: string, member: Layer][] {
    return entriesOf(this);
  }

  /** Adds members, or replaces those that have the same name. */
  update(modules: Named<AnyModule> | ModuleDict): void {
    const pairs = modules instanceof ModuleDict ? modules.items() : toPairs<AnyModule>("ModuleDict", modules);
    for (const [key, module] of pairs) this.add_module(key, module);
  }

  [Symbol.iterator](): Iterator<string> {
    return this.keys()[Symbol.iterator]();
  }
}
