import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { lockDown } from "./lockdown";

/** A worker's global object as browsers have it: some names are its own, some its prototype's, timers among them. */
function locked() {
  const real = { setTimeout: () => "real", fetch: () => "real", brandNew: () => "real" };
  class Scope {}
  Object.assign(Scope.prototype, real);
  Object.defineProperty(Scope.prototype, "self", { get: () => scope, configurable: true });
  const own: Record<string, unknown> = {
    Math,
    indexedDB: {},
    navigator: {},
    AbortSignal: { timeout: () => "late", abort: () => "now" },
  };
  const scope = Object.assign(Object.create(Scope.prototype) as typeof own, own);
  lockDown(scope);
  return { scope, Scope };
}

describe("lockDown", () => {
  it("leaves the language, and takes what nobody has allowed", () => {
    const { scope } = locked();
    expect(scope.Math).toBe(Math);
    expect(scope.navigator).toBeUndefined();
    expect(scope.brandNew).toBeUndefined();
  });

  it("leaves nothing on a prototype: behind a replaced timer would stand the real one", () => {
    const { scope, Scope } = locked();
    expect(Reflect.ownKeys(Scope.prototype)).toEqual(["constructor"]);
    expect(scope.self).toBe(scope);
    Reflect.deleteProperty(scope, "setTimeout");
    expect(scope.setTimeout).toBeUndefined();
  });

  it("says the rule to whoever calls, makes or reads from what is refused", () => {
    const { scope } = locked();
    const refused = scope as Record<string, { (): void; new (): unknown; open(): void }>;
    expect(() => refused.fetch?.()).toThrow("fetch: not available in a cell, since cells have no network.");
    expect(() => new (refused.WebSocket as new () => unknown)()).toThrow("no network");
    expect(() => refused.indexedDB?.open()).toThrow("no storage");
  });

  it("takes timers by another name", () => {
    const { scope } = locked();
    expect(Object.keys(scope.AbortSignal as object)).toEqual(["abort"]);
  });

  it("works on a whole realm and leaves it usable", () => {
    const realm = createContext({});
    const scope = runInContext("globalThis", realm);
    lockDown(scope);
    expect(runInContext("[1, 2].map((x) => x + 1).join() + typeof WebAssembly + typeof fetch", realm)).toBe(
      "2,3objectfunction",
    );
    expect(() => runInContext("fetch()", realm)).toThrow("no network");
  });
});
