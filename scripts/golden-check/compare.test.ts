import { describe, expect, it } from "vitest";
import { findStaleGoldens } from "./compare";

const golden = (cases: unknown, host = "here") => JSON.stringify({ host, cases });

describe("findStaleGoldens", () => {
  it("finds nothing where only the host differs", () => {
    expect(
      findStaleGoldens(new Map([["a.json", golden([1, 2])]]), new Map([["a.json", golden([1, 2], "there")]])),
    ).toEqual([]);
  });

  it("names the first case that differs, in a list or by key, and counts them", () => {
    const committed = new Map([
      [
        "a.json",
        golden([
          { name: "rand", bits: "00" },
          { name: "randn", bits: "01" },
        ]),
      ],
      ["b.json", golden({ acos: [1] })],
    ]);
    const printed = new Map([
      [
        "a.json",
        golden([
          { name: "rand", bits: "00" },
          { name: "randn", bits: "02" },
        ]),
      ],
      ["b.json", golden({ acos: [2], asin: [3] })],
    ]);
    expect(findStaleGoldens(committed, printed)).toEqual([
      { name: "a.json", difference: "1 of its 2 cases differ, the first is 1 (randn)" },
      { name: "b.json", difference: "2 of its 2 cases differ, the first is acos" },
    ]);
  });

  it("finds a golden that only one side has", () => {
    expect(
      findStaleGoldens(new Map([["a.json", golden([])]]), new Map([["b.json", golden([])]])).map(
        ({ name }) => name,
      ),
    ).toEqual(["a.json", "b.json"]);
  });
});
