/**
 * A cell may break the language's built-ins; the next one must find them whole.
 * `snapshot` remembers every property of every intrinsic; `repair` puts back what a run changed, and says what that was.
 */
type Slot = { owner: object; path: string; key: PropertyKey; descriptor: PropertyDescriptor };
export type Snapshot = { slots: Slot[]; counts: Map<object, number>; paths: Map<object, string> };

const { getOwnPropertyDescriptor, defineProperty, getPrototypeOf } = Object;
const { ownKeys, deleteProperty } = Reflect;

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** Remembers what is reachable from these globals by property names, prototypes included. */
export function snapshot(scope: object, names: readonly string[]): Snapshot {
  const slots: Slot[] = [];
  const counts = new Map<object, number>();
  const paths = new Map<object, string>();
  const queue: [object, string][] = [];
  const visit = (value: unknown, path: string) => {
    if (!isObject(value) || value === scope || paths.has(value)) return;
    paths.set(value, path);
    queue.push([value, path]);
  };
  for (const name of names) {
    const descriptor = getOwnPropertyDescriptor(scope, name);
    if (!descriptor) continue;
    slots.push({ owner: scope, path: name, key: name, descriptor });
    visit(descriptor.value, name);
  }
  // Reached by no name: the prototypes of iterators, generators and async functions.
  const generator = function* () {};
  const asyncGenerator = async function* () {};
  visit(
    getPrototypeOf(async () => {}),
    "AsyncFunction.prototype",
  );
  visit(getPrototypeOf(generator), "GeneratorFunction.prototype");
  visit(getPrototypeOf(asyncGenerator), "AsyncGeneratorFunction.prototype");
  for (const iterator of [
    [][Symbol.iterator](),
    new Map().entries(),
    new Set().entries(),
    ""[Symbol.iterator](),
    generator(),
  ])
    visit(getPrototypeOf(iterator), "Iterator.prototype");
  for (let item = queue.pop(); item; item = queue.pop()) {
    const [owner, path] = item;
    const keys = ownKeys(owner);
    counts.set(owner, keys.length);
    for (const key of keys) {
      const descriptor = getOwnPropertyDescriptor(owner, key);
      if (!descriptor) continue;
      const name = typeof key === "symbol" ? `${path}[${key.description}]` : `${path}.${key}`;
      slots.push({ owner, path: name, key, descriptor });
      visit(descriptor.value, name);
      visit(descriptor.get, name);
      visit(descriptor.set, name);
    }
    visit(getPrototypeOf(owner), `${path}.__proto__`);
  }
  return { slots, counts, paths };
}

function same(a: PropertyDescriptor | undefined, b: PropertyDescriptor): boolean {
  return a !== undefined && Object.is(a.value, b.value) && a.get === b.get && a.set === b.set;
}

/** Puts back what differs from the snapshot and returns the names of what had been changed, deleted or added. */
export function repair(saved: Snapshot): string[] {
  const changed: string[] = [];
  // Index loops and captured functions only: any method of Array may be what was broken.
  for (let i = 0; i < saved.slots.length; i++) {
    const slot = saved.slots[i];
    if (!slot || same(getOwnPropertyDescriptor(slot.owner, slot.key), slot.descriptor)) continue;
    // RegExp's legacy statics ($1, lastMatch …) move by themselves; they are accessors and compare equal above.
    if (Reflect.defineProperty(slot.owner, slot.key, slot.descriptor)) changed[changed.length] = slot.path;
  }
  removeAdditions(saved, changed);
  return changed;
}

function removeAdditions(saved: Snapshot, changed: string[]): void {
  for (const [owner, count] of saved.counts) {
    const keys = ownKeys(owner);
    if (keys.length === count) continue;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as PropertyKey;
      let known = false;
      for (let j = 0; j < saved.slots.length && !known; j++)
        known = saved.slots[j]?.owner === owner && saved.slots[j]?.key === key;
      if (known) continue;
      if (!deleteProperty(owner, key)) defineProperty(owner, key, { value: undefined, configurable: true });
      changed[changed.length] = `${saved.paths.get(owner)}.${String(key)}`;
    }
  }
}
