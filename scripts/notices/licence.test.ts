import { describe, expect, it } from "vitest";
import { isPermitted } from "./licence";
import { findLicensedComments } from "./ported";
import { renderNotices } from "./render";

describe("isPermitted", () => {
  it.each([
    "MIT",
    "(MPL-2.0 OR Apache-2.0)",
    "MIT OR GPL-3.0-only",
    "MIT AND Apache-2.0",
    "(MIT AND (ISC OR GPL-2.0))",
  ])("takes %s", (licence) => {
    expect(isPermitted(licence)).toBe(true);
  });

  it.each([
    "GPL-3.0-or-later",
    "LGPL-3.0-or-later",
    "AGPL-3.0",
    "Apache-2.0 AND LGPL-3.0-or-later AND MIT",
    "MIT AND (GPL-2.0 OR LGPL-2.1)",
    "unknown",
    "UNLICENSED",
    "",
    "MIT OR",
    "(MIT",
    "MIT ISC",
  ])("refuses %s", (licence) => {
    expect(isPermitted(licence)).toBe(false);
  });
});

describe("renderNotices", () => {
  it("prints each text once, under all that share it", () => {
    const one = { version: "1.0.0", licence: "MIT", dev: false, optional: false, folder: "x" };
    const text = renderNotices(
      [
        { ...one, name: "a", texts: ["Same words"] },
        { ...one, name: "b", texts: ["Same words"] },
        { ...one, name: "c", texts: [] },
      ],
      { ported: [{ file: "lib/x.ts", text: "After Y, zlib licence" }], texts: ["Y's licence"] },
    );
    expect(text.match(/Same words/g)).toHaveLength(1);
    expect(text).toContain(
      "ship no licence text; each names its licence in its package.json:\n\nc 1.0.0 (MIT)",
    );
  });
});

describe("findLicensedComments", () => {
  it("finds what names a licence, and nothing else", () => {
    const source =
      "/* The polynomials of Z (1999),\n * zlib licence. */\nconst a = 1; /* a plain comment */\n/** BSD-3-Clause, after W. */";
    expect(findLicensedComments(source)).toEqual([
      "The polynomials of Z (1999),\nzlib licence.",
      "BSD-3-Clause, after W.",
    ]);
  });
});
