import type { Browser } from "@playwright/test";
import { CELL, LESSON, type Run, toTurn, withFreshPage } from "./browser";
import { median, type Row, toSpread } from "./table";

const ROUNDS = 7;

/** What is served while the cold starts are measured. */
export interface Addresses {
  site: string;
  /** Pyodide's, or undefined when it is not installed. */
  rival: string | undefined;
}

/** The first output of a page whose kernel nobody has fetched yet, beside Pyodide's, in turns. */
export async function measureCold(browser: Browser, { site, rival }: Addresses): Promise<Row[]> {
  const ours: Run[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await runCold(browser, site));
    if (rival !== undefined) theirs.push(await runRival(browser, rival));
  }
  const times = ours.map(({ painted }) => painted);
  const queued = median(ours.map(toTurn));
  const shown = median(ours.map(({ shown }) => shown));
  const rows: Row[] = [
    { what: "cold Run to painted output", value: median(times), unit: "ms", note: toSpread(times) },
    { what: "  of it, until the notebook's engine is here", value: queued, unit: "ms" },
    { what: "  of it, the kernel's start and the run", value: shown - queued, unit: "ms" },
  ];
  if (theirs.length === 0) {
    const note = "Pyodide is not installed: npm ci --prefix bench";
    return [...rows, { what: "cold Run over Pyodide's print(1)", value: undefined, unit: "", note }];
  }
  return [
    ...rows,
    { what: "Pyodide, print(1) painted", value: median(theirs), unit: "ms", note: toSpread(theirs) },
    { what: "cold Run over Pyodide's print(1)", value: median(times) / median(theirs), unit: "", most: 0.1 },
  ];
}

/**
 * Save-Data keeps the page from fetching the kernel by itself, so that the press meets a cold one every time. It comes when the page
 * has come to rest, as a reader's does.
 */
async function runCold(browser: Browser, site: string): Promise<Run> {
  return withFreshPage(
    browser,
    async (page) => {
      await page.goto(site + LESSON, { waitUntil: "networkidle" });
      await page.evaluate((cell) => bench.alive(cell), CELL);
      const run = await page.evaluate((cell) => bench.run(cell), CELL);
      if (run.state !== "done") throw new Error(`bench: the cell "${CELL}" failed: ${run.text}`);
      return run;
    },
    { saveData: true },
  );
}

async function runRival(browser: Browser, rival: string): Promise<number> {
  return withFreshPage(browser, async (page) => {
    await page.goto(`${rival}/pyodide.html`, { waitUntil: "load" });
    const { text, painted } = await page.evaluate((folder) => bench.pyodide(folder), `${rival}/`);
    if (text !== "1") throw new Error(`bench: Pyodide was to print 1, got ${JSON.stringify(text)}.`);
    return painted;
  });
}
