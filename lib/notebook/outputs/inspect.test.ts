import { describe, expect, it } from "vitest";
import { formatLog, formatTable, inspect } from "./inspect";

describe("inspect shows", () => {
  class Module {}
  class Net extends Module {
    fc = { in: 3 };
    #hidden = 1;
    get size() {
      return this.#hidden;
    }
  }

  it.each([
    ["undefined", undefined, "undefined"],
    ["null", null, "null"],
    ["true", true, "true"],
    ["-0", -0, "-0"],
    ["NaN", Number.NaN, "NaN"],
    ["a large number", 1e21, "1e+21"],
    ["a bigint", -12n, "-12n"],
    ["a symbol", Symbol("gain"), "Symbol(gain)"],
    ["a string in quotes", "fan_in", "'fan_in'"],
    ["a string with a quote in it", "it's", '"it\'s"'],
    ["a string with both quotes", `'"`, `'\\'"'`],
    ["line breaks and control characters escaped", "a\n\t\\\u0007", "'a\\n\\t\\\\\\x07'"],
    ["an array as one writes it", [1, "a", [null]], "[1, 'a', [null]]"],
    ["an empty array", [], "[]"],
    ["holes", Object.assign(new Array(4), { 1: 1 }), "[<1 empty item>, 1, <2 empty items>]"],
    ["a typed array", new Float32Array([0.5, -0]), "Float32Array(2) [0.5, -0]"],
    ["big integers", new BigInt64Array([1n]), "BigInt64Array(1) [1n]"],
    ["an object", { a: 1, "b c": [], 7: "x" }, "{ 7: 'x', a: 1, 'b c': [] }"],
    ["keys that are symbols", { [Symbol("s")]: 1 }, "{ [Symbol(s)]: 1 }"],
    ["an object without a prototype", Object.create(null), "{}"],
    ["a map", new Map([["a", { b: 1 }]]), "Map(1) { 'a' => { b: 1 } }"],
    ["a set", new Set([1, 2]), "Set(2) { 1, 2 }"],
    ["an instance by its class", new Net(), "Net { fc: { in: 3 } }"],
    ["a class", Net, "[class Net extends Module]"],
    ["a function", function relu() {}, "[function relu]"],
    [
      "a nameless function",
      (
        () => () =>
          1
      )(),
      "[function]",
    ],
    ["an async function", async function load() {}, "[async function load]"],
    ["a generator function", function* seeds() {}, "[function* seeds]"],
    ["a generator", (function* () {})(), "Object [Generator] {}"],
    ["a date", new Date(0), "1970-01-01T00:00:00.000Z"],
    ["a date that is none", new Date(Number.NaN), "Invalid Date"],
    ["a regular expression", /a+/g, "/a+/g"],
    ["a promise", Promise.resolve(1), "[Promise]"],
    ["a boxed number", Object(3), "[Number: 3]"],
    ["a buffer", new ArrayBuffer(8), "ArrayBuffer(8)"],
    ["an error without its stack", new TypeError("no"), "TypeError: no"],
    [
      "an error's cause and fields",
      Object.assign(new Error("a", { cause: 1 }), { code: 2 }),
      "Error: a { [cause]: 1, code: 2 }",
    ],
    ["an error by its class", new (class LimitError extends Error {})("over"), "LimitError: over"],
    ["a match", "fc1".match(/(\d)/), "['1', '1', index: 2, input: 'fc1', groups: undefined]"],
  ])("%s", (_, value, text) => {
    expect(inspect(value)).toBe(text);
  });

  it("a value that contains itself", () => {
    const ring: Record<string, unknown> = { a: 1 };
    ring.self = ring;
    expect(inspect(ring)).toBe("{ a: 1, self: [Circular] }");
    const shared = { b: 1 };
    expect(inspect([shared, shared])).toBe("[{ b: 1 }, { b: 1 }]");
  });

  it("accessors by name, without running them", () => {
    let ran = 0;
    const value = {
      get loss() {
        return ++ran;
      },
      set rate(_: number) {
        ran++;
      },
    };
    expect(inspect(value)).toBe("{ loss: [Getter], rate: [Setter] }");
    class Quiet {
      static get name() {
        return String(++ran);
      }
      get [Symbol.toStringTag]() {
        return String(++ran);
      }
      get toString() {
        ran++;
        return () => "no";
      }
    }
    inspect(new Quiet());
    inspect(Quiet);
    formatTable([new Quiet(), value]);
    expect(ran).toBe(0);
  });

  it("one line of up to 80 characters, and beyond that an entry a line", () => {
    const fits = { a: "x".repeat(71) };
    expect(inspect(fits)).toBe(`{ a: '${"x".repeat(71)}' }`);
    expect(inspect(fits)).toHaveLength(80);
    expect(inspect({ a: "x".repeat(72) })).toBe(`{\n  a: '${"x".repeat(72)}'\n}`);
    expect(
      inspect({ layers: [{ type: "Linear", weight: "x".repeat(40) }, { type: "ReLU" }] }).split("\n"),
    ).toEqual([
      "{",
      "  layers: [",
      `    { type: 'Linear', weight: '${"x".repeat(40)}' },`,
      "    { type: 'ReLU' }",
      "  ]",
      "}",
    ]);
    const long = { a: { b: { c: ["x".repeat(40), "y".repeat(40), 1] } } };
    for (const line of inspect(long).split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("the first hundred of many, and how many more there are", () => {
    const many = Array.from({ length: 1000 }, (_, i) => i);
    for (const value of [
      many,
      new Int32Array(many),
      new Set(many),
      new Map(many.map((i) => [i, i])),
      { ...many },
    ]) {
      const lines = inspect(value).split("\n");
      expect(lines).toHaveLength(103);
      expect(lines.at(-2)).toBe("  … 900 more");
    }
  });

  it("containers down to the fifth, and what lies deeper as an ellipsis", () => {
    expect(inspect([[[[[[1]]]]]])).toBe("[[[[[[…]]]]]]");
    expect(inspect({ a: { b: { c: { d: { e: new Net() } } } } })).toBe(
      "{ a: { b: { c: { d: { e: Net {…} } } } } }",
    );
  });
});

describe("what prints itself", () => {
  const weight = { toString: () => "tensor([[1., 2.],\n        [3., 4.]])" };

  it("is shown by its hook or its own toString", () => {
    class Tensor {
      [Symbol.for("fan-in.text")]() {
        return "tensor(1.)";
      }
      toString() {
        return "not this";
      }
    }
    expect(inspect(new Tensor())).toBe("tensor(1.)");
    expect(inspect([new (class extends Tensor {})()])).toBe("[tensor(1.)]");
    expect(inspect(weight)).toBe(weight.toString());
    const callable = Object.assign(() => 1, { [Symbol.for("fan-in.text")]: () => "Linear(in_features=3)" });
    expect(inspect(callable)).toBe("Linear(in_features=3)");
  });

  it("keeps its lines aligned inside other values", () => {
    expect(inspect({ weight, name: "fc" })).toBe(
      "{\n  weight: tensor([[1., 2.],\n                  [3., 4.]]),\n  name: 'fc'\n}",
    );
    expect(formatLog(["w =", weight])).toBe(`w = ${weight}`);
  });

  it("may be as long as a thousand wide values", () => {
    const text = "9".repeat(30_000);
    expect(inspect({ toString: () => text })).toBe(text);
  });

  it("is shown by its properties when its own printing fails", () => {
    const broken = (printer: unknown) =>
      inspect(Object.assign(Object.create({ toString: printer }), { a: 1 }));
    const throws = () => {
      throw { toString: throws };
    };
    expect(broken(throws)).toBe("{ a: 1 }");
    expect(broken(() => 5)).toBe("{ a: 1 }");
    expect(broken("text")).toBe("{ a: 1 }");
    const recursive: object = { toString: () => inspect(recursive) + inspect(recursive) };
    expect(inspect(recursive)).toContain("[function toString]");
  });
});

describe("inspect stays bounded and whole on", () => {
  it("a structure that is exponentially large when written out", () => {
    let value: unknown = [1];
    for (let i = 0; i < 60; i++) value = Array.from({ length: 100 }, () => value);
    expect(inspect(value).length).toBeLessThan(15_000);
    const wide = Array.from({ length: 100 }, () =>
      Array.from({ length: 100 }, () => ({ k: "x".repeat(300) })),
    );
    expect(inspect(wide).length).toBeLessThan(15_000);
  });

  it("a chain of a million objects, and a million entries", () => {
    let chain: object = {};
    for (let i = 0; i < 1e6; i++) chain = { next: chain };
    expect(inspect(chain)).toBe("{ next: { next: { next: { next: { next: {…} } } } } }");
    expect(inspect(new Array(4e9).fill(0, 0, 2))).toBe("[0, 0, <3999999998 empty items>]");
    expect(inspect(new Map(Array.from({ length: 1e5 }, (_, i) => [i, i])))).toContain("… 99900 more");
  });

  it("strings and integers of any length", () => {
    const text = inspect("x".repeat(1e7));
    expect(text).toHaveLength(10_000 + 2 + "… 9990000 more characters".length);
    expect(text.endsWith("'… 9990000 more characters")).toBe(true);
    expect(inspect(1n << 400_000n)).toMatch(/^\[bigint of about 1204\d\d digits\]$/);
    expect(inspect(Symbol("s".repeat(1e6))).length).toBeLessThan(15_000);
  });

  it("proxies that throw, are revoked, or have no end of prototypes", () => {
    const fail = () => {
      throw new Error("no");
    };
    const traps = new Proxy({}, { get: () => fail });
    const revoked = Proxy.revocable([], {});
    revoked.revoke();
    const endless: object = new Proxy({}, { getPrototypeOf: () => endless });
    expect(inspect(new Proxy({ a: 1 }, traps))).toBe("[unreadable object]");
    expect(inspect([revoked.proxy, 1])).toBe("[[unreadable object], 1]");
    expect(inspect(endless)).toBe("{}");
    expect(inspect(new Proxy({ a: 1 }, {}))).toBe("{ a: 1 }");
    expect(formatTable(new Proxy([], traps))).toBe("[unreadable object]");
  });

  it("objects that only pretend to be something", () => {
    for (const kind of [Map, Set, Date, RegExp, Error, Number, Symbol, ArrayBuffer, Float32Array, Promise])
      expect(typeof inspect(Object.create(kind.prototype))).toBe("string");
    expect(inspect(Object.create(Map.prototype))).toBe("Map {}");
    expect(inspect({ length: 3, constructor: "Net", __proto__: null })).toBe(
      "{ length: 3, constructor: 'Net' }",
    );
  });
});
