import { describe, expect, test } from "vitest";
import { countDigits, moveNumber, parseNumber, roundText } from "./number";

describe("the numbers of a prediction", () => {
  test("a step says how many digits are kept", () => {
    expect([1, 5, 10, 0.1, 0.25, 0.001, 1e-7].map(countDigits)).toEqual([0, 0, 0, 1, 2, 3, 7]);
  });

  test("a press moves by a tenth of the number's size, never finer than the step", () => {
    expect(moveNumber(1, { step: 0.001, by: 1 })).toBe(1.1);
    expect(moveNumber(2.449, { step: 0.001, by: -1 })).toBe(2.349);
    expect(moveNumber(0.01, { step: 0.001, by: 1 })).toBe(0.011);
    expect(moveNumber(0, { step: 0.5, by: -1 })).toBe(-0.5);
    expect(moveNumber(7, { step: 1, by: 1 })).toBe(8);
  });

  test("stepping from 1 down to the step and back meets no dead end", () => {
    let value = 1;
    for (let press = 0; press < 60; press++) value = moveNumber(value, { step: 0.01, by: -1 });
    expect(value).toBeLessThan(0.5);
    for (let press = 0; press < 200; press++) value = moveNumber(value, { step: 0.01, by: 1 });
    expect(value).toBeGreaterThan(1);
  });

  test("a comma or a typographic minus is understood, words and nothing are not", () => {
    expect(parseNumber("2,449")).toBe(2.449);
    expect(parseNumber(" −0.5 ")).toBe(-0.5);
    expect([parseNumber(""), parseNumber("two"), parseNumber("1/0")]).toEqual([null, null, null]);
  });

  test("the truth is shown in the precision that was asked for", () => {
    expect(roundText("2.4494898319244385", 0.001)).toBe("2.449");
    expect(roundText("Below both", 0.001)).toBe("Below both");
  });
});
