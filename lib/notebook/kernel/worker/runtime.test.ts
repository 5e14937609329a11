import { describe, expect, it } from "vitest";
import { createRuntime } from "./runtime";

function stand(scope: Record<string, unknown> = {}) {
  return { scope, runtime: createRuntime(scope, new Map([["torch", () => ({ zeros: 1 })]])) };
}

describe("the runtime's powers", () => {
  const { runtime } = stand();
  it.each([
    [2, 10, 1024],
    [-8, 1 / 3, Number.NaN],
    [1, Number.POSITIVE_INFINITY, Number.NaN],
    ["3", "2", 9],
    [null, 0, 1],
    [2n, 64n, 2n ** 64n],
  ])("%s ** %s is %s", (base, exponent, result) => {
    expect(runtime.pow(base, exponent)).toBe(result);
  });

  it("are the pinned port's, not the host's: exact for every power of an integer that a number holds", () => {
    for (let base = 2; base < 20; base++)
      for (let exact = base, power = 1; exact <= Number.MAX_SAFE_INTEGER; exact *= base, power++)
        expect(runtime.pow(base, power)).toBe(exact);
  });

  it("refuse what the language refuses", () => {
    expect(() => runtime.pow(2n, 2)).toThrow(TypeError);
    expect(() => runtime.pow(Symbol("s"), 2)).toThrow(TypeError);
    expect(() => runtime.pow(2n, -1n)).toThrow(RangeError);
  });

  it("ask each object for its value once, the base first", () => {
    const asked: string[] = [];
    const value = (name: string, number: number) => ({
      valueOf() {
        asked.push(name);
        return number;
      },
    });
    expect(runtime.pow(value("base", 2), value("exponent", 3))).toBe(8);
    expect(asked).toEqual(["base", "exponent"]);
  });

  it("raise a property from what it was when it was named", () => {
    const owner = { k: 3 };
    const target = runtime.target(owner, "k");
    owner.k = 100;
    expect(target.raise(2)).toBe(9);
    expect(owner.k).toBe(9);
  });
});

describe("the runtime's names", () => {
  it("are given back to the host when their cell runs again", () => {
    const { scope, runtime } = stand({ name: "host" });
    runtime.declare("const", "name", "mine");
    runtime.declare("let", "w", 1);
    runtime.reset("name", "w", "never");
    expect(scope).toEqual({ name: "host" });
  });

  it("may be called as nothing else is: __proto__ too", () => {
    const { scope, runtime } = stand();
    runtime.declare("const", "__proto__", 1);
    expect(Object.getOwnPropertyDescriptor(scope, "__proto__")?.value).toBe(1);
    runtime.reset("__proto__");
    expect(Object.hasOwn(scope, "__proto__")).toBe(false);
  });

  it("that a cell has fixed are refused with the rule", () => {
    const { scope, runtime } = stand();
    Object.defineProperty(scope, "w", { value: 1 });
    expect(() => runtime.declare("const", "w", 2)).toThrow("const w: this name cannot be declared");
  });
});

it("modules are the kernel's own and no address", async () => {
  const { runtime } = stand();
  expect(runtime.module("torch", ["zeros"])).toEqual({ zeros: 1 });
  expect(() => runtime.module("torch", ["zeroes"])).toThrow('"torch" has nothing called "zeroes"');
  expect(() => runtime.module("https://x.org/a.js", [])).toThrow("Nothing is fetched from an address");
  expect(() => runtime.module("__proto__", [])).toThrow("a cell can import");
  await expect(runtime.dynamicImport("constructor")).rejects.toThrow("a cell can import");
});
