import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOf } from "./difference";

test("a difference is no longer than what differs, and makes one text of the other", () => {
  expect(differenceOf("const a = 1;", "const a = 12;")).toEqual({ from: 11, to: 11, insert: "2" });
  expect(differenceOf("aa", "aaa")).toEqual({ from: 2, to: 2, insert: "a" });
  expect(differenceOf("abc", "abc")).toBeUndefined();
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = differenceOf(before, after);
      const made = change ? before.slice(0, change.from) + change.insert + before.slice(change.to) : before;
      expect(made).toBe(after);
    }),
    { seed: 7 },
  );
});
