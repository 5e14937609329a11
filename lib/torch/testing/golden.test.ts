/** The engine against what PyTorch answered: tests/golden/engine-*.json, printed by scripts/golden/engine_*.py. */
import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { describeResult, findDifference } from "./compare";
import { type GoldenCase, runProgram } from "./program";

const FILES = [
  "random",
  "draws",
  "init",
  "modules",
  "layers",
  "attention",
  "containers",
  "module-errors",
  "tensors",
  "layout",
  "errors",
  "linalg",
  "bad-arguments",
  "half",
  "half-calls",
  "found",
  "rarer",
  "autograd",
  "functions",
  "ordering",
  "ops-b",
  "parity",
  "forms",
  "printing",
  "schedules",
  "functional",
  "losses",
  "pools",
];

function load(file: string): { torch: string; cases: GoldenCase[] } {
  return JSON.parse(
    readFileSync(new URL(`../../../tests/golden/engine-${file}.json`, import.meta.url), "utf8"),
  );
}

vi.spyOn(console, "warn").mockImplementation(() => {});

describe.each(FILES)("golden programs: %s", (file) => {
  const { torch, cases } = load(file);

  it.each(cases.map((golden) => [golden.name, golden] as const))(
    `agrees with PyTorch ${torch}: %s`,
    (_, golden) => {
      if (golden.error !== undefined) {
        const { error } = golden;
        const failure = catchError(() => runProgram(golden.steps));
        expect(failure).toMatchObject({ name: error.name });
        expect(failure.message).toContain(error.text);
        return;
      }
      const theirs = golden.expected!;
      const ours = describeResult(runProgram(golden.steps), theirs);
      expect(findDifference(ours, theirs, golden.kind)).toBeNull();
    },
  );
});

function catchError(body: () => unknown): Error {
  try {
    const value = body();
    return new Error(`nothing was thrown; the result was ${String(value)}`);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
