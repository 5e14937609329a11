import { describe, expect, it } from "vitest";
import { repair, snapshot } from "./intrinsics";

/** A small realm: one "built-in" with a prototype, and a name that is a cell's own. */
function realm() {
  class Kit {
    use() {
      return 1;
    }
    get size() {
      return 2;
    }
  }
  const scope: Record<string, unknown> = { Kit, mine: 1 };
  return { Kit, scope, saved: snapshot(scope, ["Kit"]) };
}

describe("repair", () => {
  it("finds nothing where nothing was changed", () => {
    expect(repair(realm().saved)).toEqual({ changed: [], lasting: [] });
  });

  it("puts back what was replaced, deleted, added, hidden or given another parent, and names it", () => {
    const { Kit, scope, saved } = realm();
    const { use } = Kit.prototype;
    Kit.prototype.use = () => 3;
    Reflect.deleteProperty(Kit.prototype, "size");
    Object.assign(Kit, { extra: 1, [Symbol("s")]: 2 });
    Object.defineProperty(Kit, "prototype", { writable: false });
    Object.setPrototypeOf(Kit.prototype, { odd: 1 });
    Reflect.deleteProperty(scope, "Kit");
    expect(repair(saved).changed.sort()).toEqual(
      [
        "Kit",
        "Kit.extra",
        "Kit[Symbol(s)]",
        "Kit.prototype.__proto__",
        "Kit.prototype.size",
        "Kit.prototype.use",
      ].sort(),
    );
    expect(scope.Kit).toBe(Kit);
    expect(Kit.prototype.use).toBe(use);
    expect(new Kit().size).toBe(2);
    expect(repair(saved)).toEqual({ changed: [], lasting: [] });
  });

  it("says what cannot be put back: frozen objects, and properties that are fixed", () => {
    const frozen = realm();
    Object.freeze(frozen.Kit.prototype);
    expect(repair(frozen.saved)).toEqual({ changed: [], lasting: ["Kit.prototype"] });
    const fixed = realm();
    Object.defineProperty(fixed.Kit, "extra", { value: 1 });
    expect(repair(fixed.saved)).toEqual({ changed: [], lasting: ["Kit.extra"] });
    const closed = realm();
    Object.preventExtensions(closed.scope);
    expect(repair(closed.saved)).toEqual({ changed: [], lasting: ["globalThis"] });
  });

  it("leaves the cells' own names alone", () => {
    const { scope, saved } = realm();
    scope.mine = 2;
    scope.other = 3;
    expect(repair(saved).changed).toEqual([]);
    expect(scope).toMatchObject({ mine: 2, other: 3 });
  });
});
