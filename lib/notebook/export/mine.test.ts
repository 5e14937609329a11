import { expect, it } from "vitest";
import type { CodeCell, NotebookDocument } from "../ipynb";
import type { StreamOutput } from "../model";
import { isChanged, type PageCell, toMine } from "./mine";

const said = (text: string): StreamOutput => ({ output_type: "stream", name: "stdout", text });
const author: CodeCell = {
  kind: "code",
  id: "a",
  language: "ts",
  source: "1",
  outputs: [said("baked")],
  executionCount: 1,
};
const document: NotebookDocument = {
  title: "T",
  bits: 1,
  cells: [{ kind: "markdown", id: "m", source: "M" }, author],
};
const page = (more: Partial<PageCell>): PageCell[] => [
  { id: "a", source: "1", outputs: undefined, executionCount: undefined, isCurrent: false, ...more },
];
const mine = (more: Partial<PageCell>) => toMine(document, page(more)).cells[1];

it("an untouched cell keeps what came with the page", () => {
  expect(toMine(document, page({}))).toEqual(document);
  expect(isChanged(document, page({}))).toBe(false);
});

it("a changed cell carries the author's text beside the reader's, and no output of another text", () => {
  expect(isChanged(document, page({ source: "2" }))).toBe(true);
  expect(mine({ source: "2" })).toMatchObject({
    source: "2",
    author: "1",
    outputs: [],
    executionCount: null,
  });
  expect(mine({ source: "2", outputs: [said("old")] })).toMatchObject({ outputs: [], executionCount: null });
});

it("what ran here is what is exported", () => {
  const ran = { outputs: [said("mine")], executionCount: 3, isCurrent: true };
  expect(mine(ran)).toEqual({ ...author, outputs: [said("mine")], executionCount: 3 });
  expect(mine({ ...ran, source: "2" })).toMatchObject({
    author: "1",
    outputs: [said("mine")],
    executionCount: 3,
  });
});
