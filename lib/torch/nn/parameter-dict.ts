import { isKeywords } from "../arguments";
import { AttributeError, RuntimeError, TypeMismatch } from "../errors";
import { typeName } from "../tensor";
import { Module } from "./module";
import { type Named, toPairs } from "./module-dict";
import type { Parameter } from "./parameter";
import { memberLine, toMember } from "./parameter-list";
import { registeredType } from "./text";

/**
 * Parameters by name, so that the module that holds them knows them; tensors become parameters. A plain object is taken in
 * alphabetic order, as PyTorch takes a plain dict; a Map or pairs in their own order. Source: `torch.nn.ParameterDict`.
 * @example
 * new nn.ParameterDict({ b: torch.zeros(1), a: torch.zeros(2) }).keys() // => a,b
 */
export class ParameterDict extends Module implements Iterable<string> {
  /** @internal */
  readonly _keys = new Set<string>();

  constructor(parameters?: Named<unknown> | ParameterDict | null) {
    super();
    if (parameters !== undefined && parameters !== null) this.update(parameters);
  }

  /** The number of members. */
  override get length(): number {
    return this._keys.size;
  }

  /** Python's `members[key]`. Errors: the name is missing. */
  at(key: string): Parameter {
    if (this._keys.has(key)) return Reflect.get(this, key) as Parameter;
    throw new AttributeError(
      "nn.ParameterDict",
      `'ParameterDict' object has no attribute '${String(key)}'`,
      `it has ${this.keys().join(", ")}`,
    );
  }

  /** The member of that name, or `otherwise` (null). */
  get(key: string, otherwise: unknown = null): unknown {
    return this._keys.has(key) ? this.at(key) : otherwise;
  }

  /** Python's `members[key] = value`. Returns the dictionary. */
  set(key: string, value: unknown): this {
    if (typeof key !== "string") {
      throw new TypeMismatch(
        "nn.ParameterDict",
        `Index given to ParameterDict cannot be used as a key as it is not a string (type is '${typeName(key)}'). Open an issue on github if you need non-string keys.`,
      );
    }
    this._keys.add(key);
    Reflect.set(this, key, toMember(value));
    return this;
  }

  /** Python's `key in members`. */
  has(key: string): boolean {
    return this._keys.has(key);
  }

  /** Removes a member. */
  delete(key: string): void {
    this.at(key);
    this._keys.delete(key);
    Reflect.deleteProperty(this, key);
  }

  /** Removes a member and returns it. */
  pop(key: string): Parameter {
    const value = this.at(key);
    this.delete(key);
    return value;
  }

  /** Removes all members. */
  clear(): void {
    for (const key of this.keys()) this.delete(key);
  }

  /** The names. */
  keys(): string[] {
    return [...this._keys];
  }

  /** The members. */
  values(): Parameter[] {
    return this.keys().map((key) => this.at(key));
  }

  /** Names and members. */
  items(): [name: string, member: Parameter][] {
    return this.keys().map((key) => [key, this.at(key)]);
  }

  /** Adds members, or replaces those that have the same name. */
  update(parameters: Named<unknown> | ParameterDict): void {
    const pairs =
      parameters instanceof ParameterDict ? parameters.items() : toPairs("ParameterDict", parameters);
    const isPlain = isKeywords(parameters);
    const ordered = isPlain ? [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)) : pairs;
    for (const [key, value] of ordered) this.set(key, value);
  }

  override forward(): never {
    throw new RuntimeError("nn.ParameterDict", "ParameterDict should not be called.");
  }

  override extra_repr(): string {
    return this.items()
      .map(([key, value]) => memberLine(key, value, registeredType))
      .join("\n");
  }

  [Symbol.iterator](): Iterator<string> {
    return this.keys()[Symbol.iterator]();
  }
}
