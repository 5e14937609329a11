import path from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { findChromium } from "../setup/find";

/** What bench/in-page.js puts into every page. */
interface InPage {
  alive(cell: string): Promise<void>;
  run(cell: string): Promise<Run>;
  pyodide(folder: string): Promise<{ text: string; painted: number }>;
}

/** One press of Run: milliseconds from the press to each state. */
export interface Run {
  state: "done" | "failed";
  text: string;
  /** Engine fetched, cells analysed. */
  queued?: number;
  /** The cell's turn. */
  running?: number;
  /** The new count and output are in the document. */
  shown: number;
  /** They are on the screen. */
  painted: number;
}

/** Milliseconds until the press had done its own part: engine at hand, cells analysed, the cell in the queue. */
export function toTurn({ queued, running, shown }: Run): number {
  return queued ?? running ?? shown;
}

declare global {
  var bench: InPage;
}

/** The lesson that is measured, and a cell of it that is small and needs no other. */
export const LESSON = "/lessons/04-pytorch-default";
export const CELL = "weights";

/** The system's Chromium, without a window. */
export async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("bench: no Chromium was found. Run `npm run setup`.");
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}

/** Gives `work` a page that has neither cache nor storage. Under `saveData` nothing is fetched before it is needed. */
export async function withFreshPage<T>(
  browser: Browser,
  work: (page: Page, context: BrowserContext) => Promise<T>,
  { saveData = false } = {},
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    ...(saveData && { extraHTTPHeaders: { "Save-Data": "on" } }),
  });
  try {
    await context.addInitScript({ path: path.join(process.cwd(), "bench", "in-page.js") });
    if (saveData)
      await context.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, "connection", { value: { saveData: true } });
      });
    return await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}
