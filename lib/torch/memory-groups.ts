/**
 * Which tensors are still alive, as far as JavaScript can tell while a cell runs.
 *
 * A FinalizationRegistry speaks only between jobs, so a loop that makes and drops tensors would look as if it kept them
 * all. A WeakRef can be asked at once, but making or reading one keeps its target alive until the job ends. So tokens with
 * WeakRefs are made ahead, in earlier jobs; each storage holds the tokens of its group; and a token that is gone says that
 * the whole group is. A token that was read and found alive is spent for this job, hence several for each group.
 */

/** What a storage holds on to, so that its group counts as alive. */
export type Anchor = readonly object[];

type Group = { bytes: number; gone: boolean; readonly refs: WeakRef<object>[] };

const TOKENS = 2;
const POOL = 32768;
const FIRST_POOL = 2048;
/** Storages of this many bytes have a group of their own, as long as there are tokens enough. */
const LARGE = 2 ** 16;
/** How many bytes of smaller ones share a group. */
const SHARED = 2 ** 18;

// Taken when the module loads: a kernel replaces timers by its own, which belong to a run.
const { setTimeout, WeakRef: Ref } = globalThis;
const { min } = Math;

const pool: { anchor: Anchor; refs: WeakRef<object>[] }[] = [];
const alive = new Set<Group>();
const open = new Map<number, { group: Group; anchor: Anchor }>();
let total = 0;
/** Entries made in one turn of the loop, and milliseconds between two such turns: the first cell is not to wait for them. */
const REFILL_STEP = 1024;
const REFILL_PAUSE = 40;
let isRefillPlanned = false;

/** Runs between a cell's own turns, when the cell may have broken any method of the language: it calls none. */
function refill(size: number): void {
  while (pool.length < size) {
    const anchor: object[] = [];
    const refs: WeakRef<object>[] = [];
    for (let i = 0; i < TOKENS; i++) {
      anchor[i] = {};
      refs[i] = new Ref(anchor[i]!);
    }
    pool[pool.length] = { anchor, refs };
  }
}

function planRefill(): void {
  if (isRefillPlanned) return;
  isRefillPlanned = true;
  setTimeout(() => {
    isRefillPlanned = false;
    // In steps: all at once would hold the worker's loop for a tenth of a second.
    const wanted = pool.length + REFILL_STEP;
    refill(min(wanted, POOL));
    if (pool.length < POOL) planRefill();
  }, REFILL_PAUSE);
}

refill(FIRST_POOL);
planRefill();

function forget(group: Group): void {
  if (group.gone) return;
  group.gone = true;
  total -= group.bytes;
  alive.delete(group);
}

const registry = new FinalizationRegistry<Group>(forget);

function startGroup(): { group: Group; anchor: Anchor } {
  if (pool.length < POOL / 2) planRefill();
  const { anchor, refs } = pool.pop() ?? { anchor: [{}], refs: [] };
  const group: Group = { bytes: 0, gone: false, refs };
  registry.register(anchor[0]!, group);
  alive.add(group);
  return { group, anchor };
}

/** From which size on a storage has a group of its own, and how much shares one; both grow as the pool runs low. */
function sizes(): { own: number; shared: number } {
  const left = pool.length / POOL;
  if (left > 1 / 4) return { own: LARGE, shared: SHARED };
  if (left > 1 / 8) return { own: LARGE * 16, shared: SHARED * 4 };
  return { own: LARGE * 256, shared: SHARED * 128 };
}

/** Counts `bytes` as alive for as long as somebody holds the anchor that it returns. */
export function count(bytes: number): Anchor {
  total += bytes;
  const { own, shared } = sizes();
  if (bytes >= own) {
    const { group, anchor } = startGroup();
    group.bytes = bytes;
    return anchor;
  }
  // Storages of about one size share a group, so that one small survivor does not count for large ones that are gone.
  const kind = Math.trunc(Math.log2(bytes + 1) / 2);
  let current = open.get(kind);
  if (current === undefined || current.group.bytes + bytes > shared) {
    current = startGroup();
    open.set(kind, current);
  }
  current.group.bytes += bytes;
  return current.anchor;
}

/** The bytes counted as alive. */
export function totalBytes(): number {
  return total;
}

/** Makes the engine look for garbage now, and forgets the groups that are gone. Says whether it really looked. */
export function sweep(): boolean {
  open.clear();
  const canary = pool.pop()?.refs[0];
  provokeCollection();
  for (const group of alive) {
    const ref = group.refs.pop();
    if (ref !== undefined && ref.deref() === undefined) forget(group);
  }
  return canary !== undefined && canary.deref() === undefined;
}

/**
 * Asks for a buffer that cannot be had: V8 collects all garbage before it gives up. The second size is for builds that
 * refuse the first without trying.
 */
function provokeCollection(): void {
  for (const bytes of [2 ** 45, 2 ** 35 - 1]) {
    try {
      new ArrayBuffer(bytes);
      return;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      if (!/invalid/i.test(error.message)) return;
    }
  }
}
