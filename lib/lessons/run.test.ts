import { describe, expect, it } from "vitest";
import type { Output } from "../notebook/model";
import type { LessonCell } from "./model";
import { type Problem, toLine } from "./problem";
import { type CellKernel, runCells } from "./run";

const cell = (id: string, more: Partial<LessonCell> = {}): LessonCell => ({
  id,
  source: id,
  line: 10,
  slow: false,
  wants: [],
  ...more,
});
const failure: Output = {
  output_type: "error",
  ename: "ValueError",
  evalue: "std must be positive",
  traceback: ['cell "bad", line 3'],
};

/** A kernel that fails the cell whose source is "bad". */
const kernel: CellKernel = {
  run: async ({ source, evaluate = [] }) => ({
    state: source === "bad" ? "failed" : "done",
    outputs: source === "bad" ? [failure] : [],
    executionCount: 1,
    evaluated: Object.fromEntries(evaluate.filter((one) => one !== "gone").map((one) => [one, "1"])),
    evaluationErrors: evaluate.includes("gone") ? { gone: "ReferenceError: gone is not defined" } : {},
    elapsed: 1,
  }),
};

async function run(...cells: LessonCell[]) {
  const said: Problem[] = [];
  const states: string[] = [];
  for await (const { id, state } of runCells(cells, { kernel, file: "l.mdx", say: (one) => said.push(one) }))
    states.push(`${id} ${state}`);
  return { states, said: said.map(toLine) };
}

describe("runCells", () => {
  it("goes on after a failed cell, and names the line of the file that failed", async () => {
    expect(await run(cell("bad"), cell("good"))).toEqual({
      states: ["bad failed", "good done"],
      said: ["l.mdx:12: cell bad failed: ValueError: std must be positive"],
    });
  });

  it.each(["must be positive", "ValueError: std"])(
    "takes a declared error that contains %j",
    async (error) => {
      expect((await run(cell("bad", { error }))).said).toEqual([]);
    },
  );

  it("refuses another error than the declared one", async () => {
    expect((await run(cell("bad", { error: "must be even" }))).said).toEqual([
      'l.mdx:9: cell bad: error="must be even" was declared, got ValueError: std must be positive',
    ]);
  });

  it("refuses a declared error that did not happen", async () => {
    expect((await run(cell("good", { error: "positive" }))).said).toEqual([
      'l.mdx:9: cell good: error="positive" was declared, and the cell ran through',
    ]);
  });

  it("says which value could not be had", async () => {
    expect((await run(cell("good", { wants: ["a", "gone"] }))).said).toEqual([
      "l.mdx:9: cell good: the value of `gone` is wanted: ReferenceError: gone is not defined",
    ]);
  });
});
