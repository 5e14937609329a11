import { IndexError, TypeMismatch } from "../errors";
import { Slice, typeName } from "../tensor";
import { type AnyModule, type Layer, Module } from "./module";
import { registryOf } from "./tree";

/** The names and modules that a module has directly. */
export function entriesOf(module: Module): [name: string, module: Layer][] {
  return [...registryOf(module).modules].filter((entry): entry is [string, Layer] => entry[1] !== null);
}

/** Gives a module other members, in this order. */
export function replaceMembers(module: Module, entries: readonly (readonly [string, AnyModule])[]): void {
  for (const name of [...registryOf(module).modules.keys()]) Reflect.deleteProperty(module, name);
  for (const [name, member] of entries) module.add_module(name, member);
}

/** What the containers share whose members have positions. */
export abstract class MemberList extends Module implements Iterable<Layer> {
  /** The number of members. */
  override get length(): number {
    return entriesOf(this).length;
  }

  /** A position counted from the front. Errors: `index 5 is out of range`. @internal */
  _position(index: unknown): number {
    const { length } = this;
    const call = `nn.${this._get_name()}`;
    if (typeof index !== "number" || !Number.isInteger(index)) {
      throw new TypeMismatch(call, `'${typeName(index)}' object cannot be interpreted as an integer`);
    }
    if (index < -length || index >= length) {
      throw new IndexError(call, `index ${index} is out of range`, `it has ${length} members`);
    }
    return index < 0 ? index + length : index;
  }

  /** An empty container of the same kind, for a slice. @internal */
  abstract _empty(): this;

  /** The member at a position, negative ones counted from the end; for `torch.slice(…)` a container of those members. */
  at(index: number): Layer;
  at(index: Slice): this;
  at(index: number | Slice): Layer | this {
    const entries = entriesOf(this);
    if (!(index instanceof Slice)) return entries[this._position(index)]![1];
    const { start, stop, step } = index.within(entries.length);
    const picked = entries.filter((_, i) => i >= start && i < stop && (i - start) % step === 0);
    const part = this._empty();
    replaceMembers(part, this._named(picked));
    return part;
  }

  /** The names that members get in a slice: those that they had. @internal */
  _named(entries: readonly (readonly [string, Layer])[]): readonly (readonly [string, Layer])[] {
    return entries;
  }

  /** Python's `members[index] = module`. Returns the container. */
  set(index: number, module: AnyModule): this {
    const [name] = entriesOf(this)[this._position(index)]!;
    this.add_module(name, module);
    return this;
  }

  /** Python's `del members[index]`: removes members and numbers the others anew. */
  delete(index: number | Slice): void {
    const gone = index instanceof Slice ? new Set<Layer>(this.at(index)) : new Set([this.at(index)]);
    this._renumber([...this].filter((member) => !gone.has(member)));
  }

  /** Removes a member and returns it. */
  pop(index: number): Layer {
    const member = this.at(index);
    this.delete(index);
    return member;
  }

  /** Adds a module at the end. Returns the container. */
  append(module: AnyModule): this {
    this.add_module(String(this.length), module);
    return this;
  }

  /** Adds modules at the end. Returns the container. */
  extend(modules: Iterable<AnyModule>): this {
    if (typeof Reflect.get(Object(modules), Symbol.iterator) !== "function") {
      const name = this._get_name();
      throw new TypeMismatch(
        `nn.${name}.extend`,
        `${name}.extend should be called with an iterable, but got ${typeName(modules)}`,
      );
    }
    for (const module of [...modules]) this.append(module);
    return this;
  }

  /** Gives the container these members under their positions. @internal */
  _renumber(members: readonly AnyModule[]): void {
    replaceMembers(
      this,
      members.map((member, i) => [String(i), member]),
    );
  }

  [Symbol.iterator](): Iterator<Layer> {
    return entriesOf(this)
      .map(([, member]) => member)
      [Symbol.iterator]();
  }
}
