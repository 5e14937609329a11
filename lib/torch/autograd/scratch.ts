import {
  type Gradient,
  hasOwnMethods,
  recordStorages,
  STRIDED,
  type Storage,
  spareBuffers,
  type Tensor,
} from "../tensor";

function storageOf(tensor: Tensor): Storage {
  return tensor[STRIDED].storage;
}

/**
 * The memory that one run of the engine makes, and that goes to the next tensor as soon as it is dead.
 *
 * The rule, which stands here alone: a storage is given back when it was made during this run, by a derivative of the
 * engine's own; no gradient on its way to a node lies in it; and it was never shown to anyone else. Shown is what a hook saw,
 * what a node got that runs a learner's function, what is handed back to the caller, and what a leaf has taken as its `grad`.
 * All else (parameters, activations, whatever a cell made) is left to the host's collector. A learner who has replaced a
 * method of tensors may see everything, so then nothing is given back.
 */
export class Scratch {
  /** Made in this run and seen by nobody else. */
  readonly #own = new Set<Storage>();
  /** How many gradients on their way lie in a storage. */
  readonly #held = new Map<Storage, number>();
  /** What may have died since the last `sweep`. */
  #loose: Storage[] = [];
  readonly #isOn: boolean;
  #isTrusted: boolean | null = null;

  /** `isOn` is false for a run whose gradients have a graph of their own: that holds on to what it needs. */
  constructor(isOn: boolean) {
    this.#isOn = isOn;
  }

  /** Runs a derivative of the engine's own on gradients of a size that is worth it; what it makes belongs to this run. */
  watch<T>(grads: readonly Gradient[], body: () => T): T {
    const isWorth = grads.some(
      (grad) => grad !== null && storageOf(grad).data.byteLength >= spareBuffers.least,
    );
    if (!this.#isOn || !isWorth) return body();
    this.#isTrusted ??= hasOwnMethods();
    if (!this.#isTrusted) return body();
    const { value, made } = recordStorages(body);
    for (const storage of made) this.#own.add(storage);
    this.#loose.push(...made);
    return value;
  }

  /** A gradient is on its way. */
  hold(grad: Tensor): void {
    const storage = storageOf(grad);
    this.#held.set(storage, (this.#held.get(storage) ?? 0) + 1);
  }

  /** A gradient was used. */
  drop(grad: Tensor): void {
    const storage = storageOf(grad);
    const left = (this.#held.get(storage) ?? 1) - 1;
    if (left > 0) this.#held.set(storage, left);
    else this.#held.delete(storage);
    this.#loose.push(storage);
  }

  /** Somebody else sees these gradients, and may keep them; and may have replaced a method of tensors. */
  show(grads: readonly Gradient[]): void {
    for (const grad of grads) if (grad !== null) this.yield(grad);
    this.#isTrusted = null;
  }

  /** Whether a gradient that arrived is the only one in its memory, and nobody else's: then that may be taken over. */
  isSpare(grad: Tensor): boolean {
    const storage = storageOf(grad);
    return this.#own.has(storage) && this.#held.get(storage) === 1;
  }

  /** The memory of a gradient has become that of a leaf's `grad`. */
  yield(grad: Tensor): void {
    this.#own.delete(storageOf(grad));
  }

  /** Gives back what has died. */
  sweep(): void {
    for (const storage of this.#loose) {
      if (this.#held.has(storage) || !this.#own.delete(storage)) continue;
      storage.release();
    }
    this.#loose = [];
  }
}
