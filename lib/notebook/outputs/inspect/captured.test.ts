import { runInNewContext } from "node:vm";
import { buildSync } from "esbuild";
import { expect, it } from "vitest";

/** Shows values, deletes all that the realm's built-ins have but their names, and shows them again. */
const WRECK = `
  const values = [{ a: "x'\\n", m: new Map([[1, new Set("ab")]]) }, new Float32Array(200), () => 1, new Error("e"), 1n];
  const look = () =>
    shown.inspect(values) + shown.formatLog(["%s %d", "a", 1, values]) + shown.formatTable([{ a: 1 }, { b: "x" }]);
  const before = look();
  const { deleteProperty, ownKeys, getPrototypeOf } = Reflect;
  const owners = [Array, String, Map, Set, Object, Reflect, Number, Math, RegExp, Date, Function, Symbol, Error, JSON, BigInt];
  owners[owners.length] = { prototype: getPrototypeOf([][Symbol.iterator]()) };
  for (let i = 0; i < owners.length; i++)
    for (let prototype = 0; prototype < 2; prototype++) {
      const target = prototype ? owners[i].prototype ?? {} : owners[i];
      const keys = ownKeys(target);
      for (let k = 0; k < keys.length; k++) if (keys[k] !== "constructor" && keys[k] !== "name") deleteProperty(target, keys[k]);
    }
  ({ before, after: look() });
`;

it("values are shown in a realm in which a cell has deleted everything", () => {
  const bundle = buildSync({
    entryPoints: [new URL("../inspect.ts", import.meta.url).pathname],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "shown",
    target: "es2022",
  }).outputFiles[0]!.text;
  const { before, after } = runInNewContext(`${bundle};${WRECK}`);
  expect(after).toBe(before);
  expect(after).toContain("Set(2) { 'a', 'b' }");
});
