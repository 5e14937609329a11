import { RuntimeError, TypeMismatch } from "../errors";
import { isGradEnabled, setGradMode, withGradMode } from "../tensor";

function checkBody(call: string, body: unknown): void {
  if (typeof body === "function") return;
  throw new TypeMismatch(
    call,
    "it takes a function and returns its value",
    `write ${call}(() => { … }) for Python's "with ${call}():"`,
  );
}

function checkResult<T>(call: string, result: T): T {
  const isPromise =
    typeof result === "object" && result !== null && typeof Reflect.get(result, "then") === "function";
  if (!isPromise) return result;
  throw new RuntimeError(
    call,
    "the function returned a promise, but grad mode is synchronous and has ended by the time the promise goes on",
    `await first, and put only the tensor code inside ${call}(() => …)`,
  );
}

/**
 * Runs a function without recording and returns its value: Python's `with torch.no_grad():`.
 * @example
 * torch.no_grad(() => torch.is_grad_enabled()) // => false
 */
export function no_grad<T>(body: () => T): T {
  checkBody("torch.no_grad", body);
  return withGradMode(false, () => checkResult("torch.no_grad", body()));
}

/**
 * Runs a function with recording switched on, also inside `no_grad`, and returns its value.
 * @example
 * torch.no_grad(() => torch.enable_grad(() => torch.is_grad_enabled())) // => true
 */
export function enable_grad<T>(body: () => T): T {
  checkBody("torch.enable_grad", body);
  return withGradMode(true, () => checkResult("torch.enable_grad", body()));
}

/**
 * Switches recording on or off: for one function if it is given, else until further notice.
 * @example
 * torch.set_grad_enabled(false, () => torch.is_grad_enabled()) // => false
 */
export function set_grad_enabled(mode: boolean): void;
export function set_grad_enabled<T>(mode: boolean, body: () => T): T;
export function set_grad_enabled<T>(mode: boolean, body?: () => T): T | undefined {
  if (body !== undefined) return withGradMode(mode, () => checkResult("torch.set_grad_enabled", body()));
  setGradMode(mode);
  return undefined;
}

/**
 * Whether operations record where their results come from.
 * @example
 * torch.is_grad_enabled() // => true
 */
export function is_grad_enabled(): boolean {
  return isGradEnabled();
}
