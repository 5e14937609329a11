/** Whatever cells can reach has a doc comment with an example, and examples.test.ts runs it. */
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { listPlaces } from "@/lib/torch/testing/parity/places";
import { findPublicDocs } from "./public-docs";

const docs = findPublicDocs(fileURLToPath(new URL("../../lib/torch", import.meta.url)));
const nameAll = (lacking: typeof docs) => lacking.map(({ name, file }) => `${name} (lib/torch/${file})`);

it("every public name has a doc comment", () => {
  expect(nameAll(docs.filter(({ hasDoc }) => !hasDoc))).toEqual([]);
});

it("every public name has an example with its output: `code // => text`", () => {
  expect(nameAll(docs.filter(({ hasExample }) => !hasExample))).toEqual([]);
});

it("every public name was found in the sources", () => {
  const found = new Set(docs.map(({ name }) => name));
  const all = listPlaces().flatMap(({ path, here }) => [...here].map((name) => `${path}.${name}`));
  expect(all.filter((name) => !found.has(name))).toEqual([]);
});
