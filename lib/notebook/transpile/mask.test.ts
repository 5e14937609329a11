import fc from "fast-check";
import { expect, test } from "vitest";
import { maskSource } from "./mask";

test.each([
  ["a // b", "a     "],
  ["a /* b\nc */ d", "a     \n     d"],
  ["'a\\'b' + \"c\"", "'    ' + \" \""],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a cell
  ["`a${b + `c${{ d: 1 }.d}`}e` f", "`   b + `   { d: 1 }.d `  ` f"],
  ["x = /a'[/\"]b/g; y", `x = ${" ".repeat(10)}; y`],
  ["a / b / c", "a / b / c"],
  ["(a) / 2; [1] / 3; x /4", "(a) / 2; [1] / 3; x /4"],
  ["return /x'/; typeof /y/", "return     ; typeof    "],
  ["a.return / 2 / 'q'", "a.return / 2 / ' '"],
  ["'open\nb", "'    \nb"],
  ["`open ${a", "`       a"],
  ["/* open", "       "],
])("%j", (source, masked) => expect(maskSource(source)).toBe(masked));

test("the mask has the length and the line breaks of its source, whatever that is", () => {
  const piece = fc.constantFrom(
    "`",
    "${",
    "}",
    "{",
    "'",
    '"',
    "/",
    "*",
    "\\",
    "\n",
    "\r\n",
    "a",
    " ",
    "//",
    "/*",
    "*/",
    "[",
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join("")),
      (source) => {
        const masked = maskSource(source);
        expect(masked.length).toBe(source.length);
        expect(masked.replace(/[^\r\n]/g, "")).toBe(source.replace(/[^\r\n]/g, ""));
      },
    ),
    { seed: 20260303 },
  );
});
