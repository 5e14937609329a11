/**
 * A cell may break the language's built-ins; the next one must find them whole.
 * `snapshot` remembers every property of every intrinsic; `repair` puts back what a run changed, and says what that was.
 *
 * `repair` runs in a realm in which anything may be broken: it uses captured functions, index loops, and objects without
 * a prototype only. (With an `Object.prototype.get`, no ordinary object describes a property any more.)
 */
type Owner = {
  object: object;
  path: string;
  prototype: object | null;
  isExtensible: boolean;
  keys: readonly PropertyKey[];
  /** By key, on an object without a prototype. */
  slots: Record<PropertyKey, PropertyDescriptor>;
};
/** The first owner is the global object, of which the given names only are watched; `Object.prototype` is the second. */
export type Snapshot = { owners: readonly Owner[] };

/** What a run did: names that were put back, and names that cannot be put back. */
export type Damage = { changed: string[]; lasting: string[] };

const { is: isSame } = Object;
const {
  apply,
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isExtensible,
  ownKeys,
  setPrototypeOf,
} = Reflect;
const symbolText = Symbol.prototype.toString;

/** Names of each kind that are kept for the sentence; the rest is only counted by its being there. */
const NAMES = 20;

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** A property's descriptor from which nothing inherited can be read. */
function descriptorOf(object: object, key: PropertyKey): PropertyDescriptor | undefined {
  const descriptor = getOwnPropertyDescriptor(object, key);
  if (descriptor) setPrototypeOf(descriptor, null);
  return descriptor;
}

function look(object: object, path: string, keys: readonly PropertyKey[]): Owner {
  const slots: Owner["slots"] = Object.create(null);
  for (const key of keys) {
    const descriptor = descriptorOf(object, key);
    if (descriptor) slots[key] = descriptor;
  }
  return {
    object,
    path,
    prototype: getPrototypeOf(object),
    isExtensible: isExtensible(object),
    keys: keys.filter((key) => key in slots),
    slots,
  };
}

/** Remembers what is reachable from these globals by property names, prototypes included. */
export function snapshot(scope: object, names: readonly string[]): Snapshot {
  const global = look(scope, "globalThis", names);
  const owners = [global];
  const seen = new Set<object>([scope]);
  const waiting: { object: object; path: string }[] = [];
  /** Prototypes come last, so that what has a name is called by it. */
  const prototypes: { object: object; path: string }[] = [];
  const visit = (value: unknown, path: string, list = waiting) => {
    if (isObject(value)) list.push({ object: value, path });
  };
  visit(Object.prototype, "Object.prototype");
  for (const name of global.keys) visit(global.slots[name]?.value, String(name));
  for (const [value, path] of unnamed()) visit(value, path, prototypes);
  for (let next = waiting.shift() ?? prototypes.shift(); next; next = waiting.shift() ?? prototypes.shift()) {
    const { object, path } = next;
    if (seen.has(object)) continue;
    seen.add(object);
    const owner = look(object, path, ownKeys(object));
    owners.push(owner);
    for (const key of owner.keys) {
      const { value, get, set } = owner.slots[key] as PropertyDescriptor;
      for (const part of [value, get, set]) visit(part, nameOf(path, key));
    }
    visit(owner.prototype, `${path}.__proto__`, prototypes);
  }
  return { owners };
}

/** What no name leads to: the prototypes of iterators, generators and async functions. */
function unnamed(): [unknown, string][] {
  const generator = function* () {};
  const asyncGenerator = async function* () {};
  return [
    [getPrototypeOf(async () => {}), "AsyncFunction.prototype"],
    [getPrototypeOf(generator), "GeneratorFunction.prototype"],
    [getPrototypeOf(asyncGenerator), "AsyncGeneratorFunction.prototype"],
    [getPrototypeOf([][Symbol.iterator]()), "ArrayIterator.prototype"],
    [getPrototypeOf(new Map().entries()), "MapIterator.prototype"],
    [getPrototypeOf(new Set().entries()), "SetIterator.prototype"],
    [getPrototypeOf(""[Symbol.iterator]()), "StringIterator.prototype"],
    [getPrototypeOf("".matchAll(/a/g)), "RegExpStringIterator.prototype"],
  ];
}

function nameOf(path: string, key: PropertyKey): string {
  if (typeof key !== "symbol") return `${path}.${key as string}`;
  const text: string = apply(symbolText, key, []);
  return `${path}[${text}]`;
}

/** Puts back what differs from the snapshot. What is `lasting` leaves a realm that no other cell should run in. */
export function repair({ owners }: Snapshot): Damage {
  const damage: Damage = { changed: [], lasting: [] };
  // Object.prototype first: what a cell has added there is seen through every other object.
  const root = owners[1];
  if (root) repairOwner(root, damage);
  for (let i = 0; i < owners.length; i++) {
    const owner = owners[i];
    if (owner && owner !== root) repairOwner(owner, damage);
  }
  return damage;
}

function repairOwner(owner: Owner, damage: Damage): void {
  const { object, path, keys, slots } = owner;
  // Frozen or closed: one name says it all.
  if (owner.isExtensible && !isExtensible(object)) {
    note(damage, path, false);
    return;
  }
  if (getPrototypeOf(object) !== owner.prototype)
    note(damage, `${path}.__proto__`, setPrototypeOf(object, owner.prototype));
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as PropertyKey;
    const saved = slots[key] as PropertyDescriptor;
    if (isEqual(descriptorOf(object, key), saved)) continue;
    note(
      damage,
      path === "globalThis" ? (key as string) : nameOf(path, key),
      defineProperty(object, key, saved),
    );
  }
  // The other names of the global object are the cells' own.
  if (path !== "globalThis") removeAdditions(owner, damage);
}

function removeAdditions({ object, path, keys, slots }: Owner, damage: Damage): void {
  const present = ownKeys(object);
  if (present.length === keys.length) return;
  for (let i = 0; i < present.length; i++) {
    const key = present[i] as PropertyKey;
    if (slots[key]) continue;
    note(damage, nameOf(path, key), deleteProperty(object, key));
  }
}

function isEqual(now: PropertyDescriptor | undefined, saved: PropertyDescriptor): boolean {
  return (
    now !== undefined &&
    isSame(now.value, saved.value) &&
    now.get === saved.get &&
    now.set === saved.set &&
    now.writable === saved.writable &&
    now.configurable === saved.configurable &&
    now.enumerable === saved.enumerable
  );
}

function note(damage: Damage, name: string, isMended: boolean): void {
  const list = isMended ? damage.changed : damage.lasting;
  if (list.length === NAMES) return;
  // Defined, not assigned: Array.prototype may have a setter under this index.
  const slot = { __proto__: null, value: name, writable: true, enumerable: true, configurable: true };
  defineProperty(list, list.length, slot as PropertyDescriptor);
}
