import { describe, expect, it, test } from "vitest";
import { fakeKernel, runFresh } from "./fake-runtime";
import { transpile } from "./index";

/** The value of a cell whose powers go through a runtime that writes them down. */
async function record(source: string): Promise<{ value: unknown; powers: string[] }> {
  const { realm } = fakeKernel();
  const powers: string[] = [];
  const evaluate = realm.eval as (
    code: string,
  ) => (runtime: unknown) => Promise<{ value: unknown } | undefined>;
  const run = evaluate(transpile(source, { id: "a" }).code);
  const pow = (base: number, exponent: number) => {
    powers.push(`${base}^${exponent}`);
    return base ** exponent;
  };
  const target = (object: Record<string, number>, key: string) => {
    const base = object[key] as number;
    return {
      raise(exponent: number) {
        object[key] = pow(base, exponent);
        return object[key];
      },
    };
  };
  const declare = (_: string, name: string, value: unknown) => {
    realm[name] = value;
  };
  const result = await run({ pow, target, declare, reset: () => {} });
  return { value: result?.value, powers };
}

describe("** goes through the runtime", () => {
  it.each([
    ["2 ** 3", 8, ["2^3"]],
    ["2 ** 3 ** 2", 512, ["3^2", "2^9"]],
    ["(2 ** 3) ** 2", 64, ["2^3", "8^2"]],
    ["(-2) ** 2", 4, ["-2^2"]],
    ["-(2 ** 2) + 1", -3, ["2^2"]],
    ["2 /* ** */ ** // **\n 3", 8, ["2^3"]],
    ["(1, 2) ** (3, 2)", 4, ["2^2"]],
    ["[2 ** 2, [3 ** 2]].join()", "4,9", ["2^2", "3^2"]],
    ["const f = (x = 2 ** 2) => x ** 2; f()", 16, ["2^2", "4^2"]],
    ["const a = 2 ** 3, b = a ** 2; b", 64, ["2^3", "8^2"]],
    ["let a = 3; a **= 2", 9, ["3^2"]],
    ["let a = 3; const b = (a) **= 2; a + b", 18, ["3^2"]],
    ["const o = { k: 3 }; (o.k) **= 2; o.k", 9, ["3^2"]],
    ["const o = { k: 3 }; o['k'] **= 2", 9, ["3^2"]],
    ["const o = { k: [3] }; o . /* . */ k [ (1, 0) ] **= 2; o.k[0]", 9, ["3^2"]],
    ["class A { #x = 2; up() { return this.#x **= 3 } } new A().up()", 8, ["2^3"]],
    ["const o = { a: 2 }; o.a **= o.a **= 2; o.a", 16, ["2^2", "2^4"]],
    ["let x = 2; x **= await 3", 8, ["2^3"]],
  ])("%s", async (source, value, powers) => {
    expect(await record(source)).toEqual({ value, powers });
  });
});

it("evaluates the parts of a power once each and in the language's order", async () => {
  const source = `
    const seen = [];
    const say = (name, value) => (seen.push(name), value);
    const o = { get k() { seen.push("get"); return 2 }, set k(v) { seen.push("set " + v) } };
    const result = say("object", o)[say("key", "k")] **= say("right", 3);
    say("left", 2) ** say("exponent", 2);
    [result, ...seen]`;
  expect(await runFresh(source)).toEqual({
    value: [8, "object", "key", "get", "right", "set 8", "left", "exponent"],
  });
});

it("takes the base of a **= before the right side runs", async () => {
  expect(await runFresh("let a = 2; a **= (a = 10, 3); a")).toEqual({ value: 8 });
  expect(await runFresh("const o = { p: { k: 2 } }; o.p.k **= (o.p.k = 10, 3); o.p.k")).toEqual({ value: 8 });
});

it("leaves a private field of another's and a computed super as they are, and right", async () => {
  expect(
    await runFresh(
      "class A { #x = 2; static of(f) { return f().#x **= 3 } } let n = 0; [A.of(() => (n++, new A())), n]",
    ),
  ).toEqual({ value: [8, 1] });
});

test("a line stays the line that it was", () => {
  const source = "let o = { k: 2 };\no\n  .k **=\n  2 **\n  3;\no.k";
  const { code } = transpile(source, { id: "a" });
  expect(
    code
      .split("\n")
      .slice(0, 6)
      .map((line) => line.includes("3") || line.includes("k")),
  ).toEqual([true, false, true, false, true, true]);
});
