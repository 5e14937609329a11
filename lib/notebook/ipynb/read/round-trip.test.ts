import * as fc from "fast-check";
import { expect, it } from "vitest";
import { importNotebook, toFileText, toTypeScriptNotebook } from "..";
import { documents } from "../testing/documents";

const drawSvg = () => "<svg/>";

it("a notebook in TypeScript comes back exactly as it was", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const figures = document.cells.some((cell) => JSON.stringify(cell).includes("vnd.fan-in.figure"));
      const back = importNotebook(toFileText(toTypeScriptNotebook(document, figures ? { drawSvg } : {})));
      expect(back).toStrictEqual({ ok: true, document, notes: [], offers: {} });
    }),
    { numRuns: 300, seed: 7 },
  );
});
