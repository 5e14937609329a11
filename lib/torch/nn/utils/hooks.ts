import type { RemovableHandle } from "../hooks";
import type { Module } from "../module";

/** The reparametrisations of one kind, by module and parameter name, so that none is put on twice and each can be taken off. */
export class HookTable<Hook> {
  readonly #found = new WeakMap<object, Map<string, { hook: Hook; handle: RemovableHandle }>>();

  /** The hook on a parameter, if there is one. */
  get(module: Module, name: string): Hook | undefined {
    return this.#found.get(module)?.get(name)?.hook;
  }

  /** Keeps a hook with the handle that removes it. */
  set(module: Module, name: string, entry: { hook: Hook; handle: RemovableHandle }): void {
    const own = this.#found.get(module) ?? new Map<string, { hook: Hook; handle: RemovableHandle }>();
    this.#found.set(module, own.set(name, entry));
  }

  /** Takes a hook off its module. */
  remove(module: Module, name: string): void {
    this.#found.get(module)?.get(name)?.handle.remove();
    this.#found.get(module)?.delete(name);
  }
}
