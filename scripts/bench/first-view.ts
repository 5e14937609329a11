import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "@playwright/test";
import { LESSON, withFreshPage } from "./browser";
import type { Row } from "./table";
import { recordTransfers, type Transfer } from "./wire";

/** Milliseconds after which an idle page has fetched its kernel, if it means to: its idle callback waits four seconds at the most. */
const PATIENCE = 15_000;

/** What a first visit costs over the wire, and whether the kernel is left out of it. */
export async function measureFirstView(browser: Browser, { root, site }: { root: string; site: string }) {
  const address = site + LESSON;
  const framework = await frameworkChunks(root);
  // Under Save-Data nothing but the page itself comes; that nothing of the kernel is in it is checked below.
  const all = await withFreshPage(browser, (page) => recordTransfers(page, address), { saveData: true });
  const view = all.filter(({ beforeLoad }) => beforeLoad);
  const later = all.filter(({ beforeLoad }) => !beforeLoad);
  const scripts = view.filter(({ type }) => type === "Script");
  const isOurs = ({ path }: Transfer) => !framework.has(path.slice(path.indexOf("/_next/")));
  const ours = scripts.filter(isOurs);
  const kinds = ["Document", "Stylesheet", "Font", "Script"];
  const rows: Row[] = [
    { what: "first view, all of it", value: sum(view), unit: "kB", most: 350, note: `${view.length} files` },
    ...kinds.map((kind) => of(kind.toLowerCase(), ({ type }) => type === kind)),
    of("other", ({ type }) => !kinds.includes(type)),
    {
      what: "  JavaScript beside Next's and React's",
      value: sum(ours),
      unit: "kB",
      most: 60,
      note: toList(ours),
    },
    { what: "after load, by itself", value: sum(later), unit: "kB", note: toList(later) },
    await kernelRow(browser, address),
    await saveDataRow(browser, address),
  ];
  const listed = scripts.filter((script) => !isOurs(script));
  return { rows, chunks: `Next's and React's own: ${toList(listed)}` };

  function of(kind: string, test: (transfer: Transfer) => boolean): Row {
    const found = view.filter(test);
    return { what: `  ${kind}`, value: sum(found), unit: "kB", note: `${found.length} files` };
  }
}

/**
 * The chunks that the build loads on every page, one without a client component of its own included: React, Next's router and the
 * loader of chunks. What Next adds to some pages only (its Link, for one) counts as ours: the figure errs against us.
 */
async function frameworkChunks(root: string): Promise<Set<string>> {
  const manifest = JSON.parse(await readFile(path.join(root, ".next", "build-manifest.json"), "utf8")) as {
    rootMainFiles: string[];
    polyfillFiles: string[];
  };
  return new Set([...manifest.rootMainFiles, ...manifest.polyfillFiles].map((file) => `/_next/${file}`));
}

/** The kernel's scripts and when the first was asked for, after the load event. */
async function kernelRow(browser: Browser, address: string): Promise<Row> {
  return withFreshPage(browser, async (page) => {
    const asked = ["kernel", "plot"].map((name) =>
      page.waitForRequest((request) => isKernel(request) && request.url().includes(`/${name}.`), {
        timeout: PATIENCE,
      }),
    );
    await page.goto(address, { waitUntil: "load" });
    const requests = await Promise.all(asked);
    const sizes = await Promise.all(
      requests.map(async (request) => {
        await (await request.response())?.finished();
        const { responseBodySize, responseHeadersSize } = await request.sizes();
        return responseBodySize + responseHeadersSize;
      }),
    );
    const loadedAt = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType("navigation");
      return performance.timeOrigin + (navigation as PerformanceNavigationTiming).loadEventEnd;
    });
    const after = Math.round(Math.min(...requests.map((one) => one.timing().startTime)) - loadedAt);
    return {
      what: "kernel, when the page is idle",
      value: sizes.reduce((total, size) => total + size) / 1000,
      unit: "kB",
      note: after >= 0 ? `asked for ${after} ms after load` : `asked for ${-after} ms BEFORE load`,
    } as const;
  });
}

/** That nothing of the kernel is fetched under Save-Data, however long the page is idle. */
async function saveDataRow(browser: Browser, address: string): Promise<Row> {
  return withFreshPage(
    browser,
    async (page) => {
      await page.goto(address, { waitUntil: "load" });
      const fetched = await page.waitForRequest(isKernel, { timeout: PATIENCE / 2 }).then(
        () => 1,
        () => 0, // it was waited for in vain, which is what is wanted
      );
      return { what: "kernels fetched under Save-Data", value: fetched, unit: "", most: 0 } as const;
    },
    { saveData: true },
  );
}

function isKernel(request: { url: () => string }): boolean {
  return /\/kernel\/.*\.js$/.test(new URL(request.url()).pathname); // its frame is an empty document
}

function sum(transfers: readonly Transfer[]): number {
  return transfers.reduce((total, { bytes }) => total + bytes, 0) / 1000;
}

function toList(transfers: readonly Transfer[]): string {
  return transfers
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(({ path: file, bytes }) => `${path.basename(file)} ${(bytes / 1000).toFixed(1)}`)
    .join(", ");
}
