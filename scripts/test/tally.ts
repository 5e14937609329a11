import { readFileSync, writeFileSync } from "node:fs";

/** How a stage ended. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** A stage that is one check: it holds or it does not. */
export function toTally(holds: boolean): Tally {
  return holds ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** Adds up. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const sum: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

/** The closing line. */
export function toLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Counts vitest's JSON report. A file that could not even be loaded, or a run without a test, is a failure. */
export function readVitestReport(report: unknown, exitCode: number): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report as Record<string, number>;
  const tally = {
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 0,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  };
  return toHonest(tally, exitCode);
}

/** Counts Playwright's JSON report. */
export function readPlaywrightReport(report: unknown, exitCode: number): Tally {
  const stats = (report as { stats?: Record<string, number> }).stats ?? {};
  const tally = {
    passed: stats.expected ?? 0,
    failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0),
    skipped: stats.skipped ?? 0,
  };
  return toHonest(tally, exitCode);
}

// Invariant: a runner that says it failed, or that ran nothing, never counts as success, whatever its report adds up to.
function toHonest(tally: Tally, exitCode: number): Tally {
  const ranNothing = tally.passed + tally.failed === 0;
  if (tally.failed === 0 && (exitCode !== 0 || ranNothing)) return { ...tally, failed: 1 };
  return tally;
}

/** Adds a tally to those of earlier runs, kept in a file, and returns the sum. */
export function addToFile(file: string, tally: Tally): Tally {
  let earlier = "";
  try {
    earlier = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const sum = sumTallies(earlier.trim() === "" ? [tally] : [JSON.parse(earlier), tally]);
  writeFileSync(file, JSON.stringify(sum));
  return sum;
}
