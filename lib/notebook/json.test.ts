import * as fc from "fast-check";
import { expect, it } from "vitest";
import { findJsonError, readJson } from "./json";

function isJson(text: string): { ok: boolean; at: number | undefined } {
  try {
    JSON.parse(text);
    return { ok: true, at: undefined };
  } catch (error) {
    const at = /at position (\d+)/.exec(String(error))?.[1];
    return { ok: false, at: at === undefined ? undefined : Number(at) };
  }
}

/** JSON with one character put in, taken out or replaced. */
const damaged = fc
  .tuple(
    fc.json({ maxDepth: 3 }),
    fc.nat(),
    fc.constantFrom("", ..."{}[]:,\"\\0.1-e+ \n\u0001tn/'x"),
    fc.nat(1),
  )
  .map(([json, place, sign, taken]) => {
    const pretty = JSON.stringify(JSON.parse(json), null, 1);
    const at = place % (pretty.length + 1);
    return pretty.slice(0, at) + sign + pretty.slice(at + taken);
  });

it("finds an error exactly where JSON.parse does, and none where it does not", () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const { ok, at } = isJson(text);
      const found = findJsonError(text);
      expect(found === null).toBe(ok);
      if (found && at !== undefined) expect(found.line).toBe(text.slice(0, at).split("\n").length);
    }),
    { numRuns: 3000, seed: 11 },
  );
});

it("names line and column, both from 1", () => {
  expect(findJsonError('{\n  "a": tru\n}')).toEqual({ line: 2, column: 8, what: "a value is wanted" });
  expect(findJsonError('["a\tb"]')).toMatchObject({ line: 1, column: 4 });
});

it("refuses what nests too deep before it is parsed, and brackets in texts do not count", () => {
  expect(readJson("[".repeat(101) + "]".repeat(101))).toMatchObject({ ok: false, problem: { column: 101 } });
  expect(readJson(JSON.stringify(`\\"${"[".repeat(500)}`)).ok).toBe(true);
});
