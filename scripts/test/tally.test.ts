import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { addToFile, readPlaywrightReport, readVitestReport, sumTallies, toLine, toTally } from "./tally";

describe("the closing line", () => {
  it("names what was skipped only when something was", () => {
    expect(toLine({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
    expect(toLine({ passed: 12, failed: 1, skipped: 3 })).toBe("12 passed, 1 failed, 3 skipped");
  });

  it("adds up stages, and runs through a file", () => {
    expect(sumTallies([toTally(true), toTally(false), { passed: 5, failed: 0, skipped: 2 }])).toEqual({
      passed: 6,
      failed: 1,
      skipped: 2,
    });
    const folder = mkdtempSync(path.join(tmpdir(), "fan-in-tally-"));
    const file = path.join(folder, "tally");
    expect(addToFile(file, toTally(true))).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(addToFile(file, toTally(false))).toEqual({ passed: 1, failed: 1, skipped: 0 });
    rmSync(folder, { recursive: true });
  });
});

describe("readVitestReport", () => {
  const report = (numPassedTests: number, numFailedTests: number, numPendingTests = 0) => ({
    numPassedTests,
    numFailedTests,
    numPendingTests,
    numTodoTests: 0,
  });

  it("counts tests", () => {
    expect(readVitestReport(report(7, 0, 2), 0)).toEqual({ passed: 7, failed: 0, skipped: 2 });
    expect(readVitestReport(report(7, 3), 1)).toEqual({ passed: 7, failed: 3, skipped: 0 });
  });

  it("takes neither a file that could not be loaded nor an empty run for success", () => {
    expect(readVitestReport(report(7, 0), 1).failed).toBe(1);
    expect(readVitestReport(report(0, 0), 0).failed).toBe(1);
    expect(readVitestReport(report(0, 0, 4), 0).failed).toBe(1);
  });
});

describe("readPlaywrightReport", () => {
  it("counts a test that passed only at a second try as failed", () => {
    expect(readPlaywrightReport({ stats: { expected: 9, unexpected: 1, flaky: 1, skipped: 2 } }, 1)).toEqual({
      passed: 9,
      failed: 2,
      skipped: 2,
    });
    expect(readPlaywrightReport({}, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
