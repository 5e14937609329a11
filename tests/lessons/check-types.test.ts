import { describe, expect, it } from "vitest";
import { checkTypes } from "./check-types";

const check = (...sources: string[]) =>
  checkTypes(
    sources.map((source, at) => ({ id: `c${at}`, source, line: 10 * (at + 1) })),
    { root: process.cwd(), file: "l.mdx" },
  ).map(({ line, text }) => `${line}: ${text}`);

describe("the type-checking of cells", () => {
  it("lets a cell use, assign and declare anew what earlier cells declared", () => {
    expect(
      check(
        "let a = 1;\nconst { b, c: [d] } = { b: 2, c: [3] };\ntype T = number;\nfunction f(x: T) { return x + b + d; }",
        "a = 2;\nconst t: T = f(a);\nprint(t)",
        'const a = "text";',
        "a.toUpperCase()",
      ),
    ).toEqual([]);
  });

  it("names the line of the file on which a type is wrong", () => {
    expect(check("const a = 1;", "\nconst b: string = a;")).toEqual([
      "21: cell c1: TS2322: Type 'number' is not assignable to type 'string'.",
    ]);
  });

  it("finds a name that only a later cell declares", () => {
    expect(check("later", "const later = 1;")[0]).toMatch(/^10: cell c0: TS2304/);
  });
});
