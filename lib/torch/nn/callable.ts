import { TypeMismatch } from "../errors";

/** What a module does when one of its own properties is written or removed. */
export type PropertyWatcher = {
  define(key: string, value: unknown): void;
  remove(key: string): void;
};

/** Where a module's watcher is found. */
export const WATCHER = Symbol("watcher");
/** What runs when a module is called. */
export const CALL = Symbol("call");

type Self = { [WATCHER]?: PropertyWatcher; [CALL](inputs: unknown[]): unknown };

/**
 * Makes instances callable: `new Linear(3, 2)` is a function with the class's prototype.
 *
 * It also sees every property in the order in which it is first assigned, whether by a class field or in a constructor,
 * which JavaScript's own order of keys does not keep.
 */
export abstract class Callable {
  constructor() {
    const target = function call(...inputs: unknown[]): unknown {
      return (proxy as unknown as Self)[CALL](inputs);
    };
    // A function's own `name` and `length` would stand in the way of a module's attributes.
    Reflect.deleteProperty(target, "name");
    Reflect.deleteProperty(target, "length");
    Reflect.deleteProperty(target, "prototype");
    Object.setPrototypeOf(target, new.target.prototype);
    const proxy = new Proxy(target, {
      defineProperty(object, key, descriptor) {
        if (typeof key === "string" && "value" in descriptor)
          (object as unknown as Self)[WATCHER]?.define(key, descriptor.value);
        return Reflect.defineProperty(object, key, descriptor);
      },
      deleteProperty(object, key) {
        if (typeof key === "string") (object as unknown as Self)[WATCHER]?.remove(key);
        return Reflect.deleteProperty(object, key);
      },
    });
    // biome-ignore lint/correctness/noConstructorReturn: a callable object cannot be made otherwise.
    return proxy as unknown as this;
  }

  /** A module has a text and no value: an operator on it would give NaN. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === "string") return String(this.toString());
    throw new TypeMismatch(
      "nn.Module",
      `JavaScript's operators (+, -, *, /, <, …) do not work on a module, got ${this.constructor.name}`,
      "call it first: model(x); or read what it holds: model.weight",
    );
  }
}
