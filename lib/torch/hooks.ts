/** What a registration gives back: `remove()` undoes it. */
export type RemovableHandle = { remove(): void };

/** Functions kept in order of registration, each of which can be removed. */
export class HookList<Hook> implements Iterable<Hook> {
  readonly #hooks = new Map<number, Hook>();
  #next = 0;

  /** Adds a hook at the end. */
  add(hook: Hook): RemovableHandle {
    const id = this.#next++;
    this.#hooks.set(id, hook);
    return {
      remove: () => {
        this.#hooks.delete(id);
      },
    };
  }

  [Symbol.iterator](): Iterator<Hook> {
    return this.#hooks.values();
  }
}
