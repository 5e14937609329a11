/**
 * `await` in a realm in which a cell may have replaced `Promise`, its `then`, or what its prototype says of its constructor:
 * a promise with a constructor of its own is awaited by the engine itself, and none of those is asked.
 */
import type { Transport } from "./transport";

const RealPromise = Promise;
const { defineProperty } = Reflect;
const own = { __proto__: null, value: RealPromise } as PropertyDescriptor;

/** The promise, safe to await. */
export function native<Value>(promise: Promise<Value>): Promise<Value> {
  defineProperty(promise, "constructor", own);
  return promise;
}

/** A later turn of the loop: every microtask that now waits, and all that those make, has run by then. */
export function nextTurn(transport: Transport): Promise<void> {
  return native(new RealPromise((resolve) => void transport.later(resolve, 0)));
}
