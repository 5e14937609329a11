import { describe, expect, it } from "vitest";
import { formatLog } from "../inspect";

describe("formatLog", () => {
  it.each([
    ["", []],
    ["bare 1 two ['three']", ["bare", 1, "two", ["three"]]],
    ["100%", ["100%"]],
    ["%% and %s", ["%% and %s"]],
    ["std of 0.5 left", ["%s of %s", "std", 0.5, "left"]],
    ["42.5 42 1500", ["%d %i %f", "42.5", "42.9px", "1.5e3 m"]],
    ["7n -1 NaN", ["%d %i %d", 7n, -1.9, {}]],
    ["NaN", ["%d", Symbol("s")]],
    ["{ a: 1 } and [2]", ["%o and %O", { a: 1 }, [2]]],
    ["red!", ["%cred%s", "color: red", "!"]],
    ["100% of 3, %x, %s", ["100%% of %d, %x, %s", 3]],
    ["% 1", ["%", 1]],
    ["-0 1n %s x", [-0, 1n, "%s", "x"]],
  ])("prints “%s” as consoles do", (text, given) => {
    expect(formatLog(given)).toBe(text);
  });

  it("leaves a long string whole", () => {
    expect(formatLog(["x".repeat(50_000)])).toHaveLength(50_000);
  });
});
