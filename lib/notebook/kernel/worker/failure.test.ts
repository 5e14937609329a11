import { expect, it } from "vitest";
import { rememberCell, toFailure } from "./failure";

it("reads a name, a sentence and the learner's own lines", () => {
  rememberCell("a", 10);
  const error = Object.assign(new RangeError("too far"), {
    stack:
      "RangeError: too far\n    at f (cell:a:1:12)\n    at Object.run (kernel.js:1:1)\n    at cell:b:3:4",
  });
  expect(toFailure(error)).toEqual({
    ename: "RangeError",
    evalue: "too far",
    traceback: ['cell "a", line 1, in f', 'cell "b", line 3'],
  });
});

it("says how to throw when something else was thrown", () => {
  expect(toFailure("plain")).toMatchObject({
    ename: "Thrown",
    evalue: expect.stringContaining("'plain' was thrown"),
  });
});

function refuse(): never {
  throw 1;
}

it.each([
  [
    "getters that throw",
    () => Object.defineProperties(new Error("a"), { stack: { get: refuse }, message: { get: refuse } }),
  ],
  ["a proxy that refuses", () => new Proxy({}, { get: refuse, getPrototypeOf: refuse, ownKeys: refuse })],
  ["nothing at all", () => undefined],
  ["fields of other kinds", () => Object.assign(new Error("a"), { name: 5, message: {}, stack: [] })],
])("never throws itself: %s", (_, make) => {
  const { ename, evalue, traceback } = toFailure(make());
  expect([typeof ename, typeof evalue, Array.isArray(traceback)]).toEqual(["string", "string", true]);
});

it("is as long as a page can take, whatever was thrown", () => {
  const line = `    at ${"f".repeat(5000)} (cell:a:1:2)\n`;
  const error = Object.assign(new Error("m".repeat(1e6)), {
    name: "n".repeat(1e5),
    stack: line.repeat(1000),
  });
  const { ename, evalue, traceback } = toFailure(error);
  expect(ename.length).toBeLessThan(1000);
  expect(evalue.length).toBeLessThan(11_000);
  expect(evalue).toContain("990,000 more characters");
  expect(traceback.length).toBeLessThanOrEqual(20);
  for (const one of traceback) expect(one.length).toBeLessThan(1000);
});
