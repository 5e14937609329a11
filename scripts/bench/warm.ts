import type { Browser } from "@playwright/test";
import { CELL, LESSON, type Run, toTurn, withFreshPage } from "./browser";
import { median, type Row, toSpread } from "./table";

/** Presses that are not counted: the compilers of the page and of the worker learn from them. */
const UNCOUNTED = 5;
const ROUNDS = 60;

/** A press of Run when the kernel is up: from the press to the frame that shows the new count and output. */
export async function measureWarm(browser: Browser, site: string): Promise<Row[]> {
  const runs = await withFreshPage(browser, async (page) => {
    await page.goto(site + LESSON, { waitUntil: "load" });
    await page.evaluate((cell) => bench.alive(cell), CELL);
    const all: Run[] = [];
    for (let round = 0; round < UNCOUNTED + ROUNDS; round++)
      all.push(await page.evaluate((cell) => bench.run(cell), CELL));
    return all.slice(UNCOUNTED);
  });
  const failed = runs.find(({ state }) => state !== "done");
  if (failed) throw new Error(`bench: the cell "${CELL}" failed: ${failed.text}`);
  const times = runs.map(({ painted }) => painted);
  const queued = median(runs.map(toTurn));
  const shown = median(runs.map(({ shown }) => shown));
  return [
    { what: "warm Run to painted output", value: median(times), unit: "ms", most: 50, note: toSpread(times) },
    { what: "  of it, until the cell is queued", value: queued, unit: "ms" },
    { what: "  of it, transpile, worker and back", value: shown - queued, unit: "ms" },
    { what: "  of it, the wait for the next frame", value: median(times) - shown, unit: "ms" },
  ];
}
