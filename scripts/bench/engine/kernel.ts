import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import { kernelBundle } from "@/lib/notebook/kernel/bundle";
import { kernelFrame } from "@/lib/notebook/kernel/frame/html";
import { median, type Row, toSpread } from "../table";
import { STEPS } from "./cell";
import { startOurs } from "./child";
import type { Start } from "./ours";
import type { Temporaries } from "./ours-node";
import type { Chromium } from "./pages";

const STARTS = 7;

/** The most memory that a process may reach in the loop that makes temporaries: they are reused, not gathered (ADR 9). */
const PEAK = 256;

/** What the kernel weighs, how soon it is there, and what it holds at the most; in Chromium too where `open` finds one. */
export async function measureKernel(root: string, open: () => Promise<Chromium | undefined>): Promise<Row[]> {
  const rows = [...(await sizeRows()), ...(await orWhyNot("Node", nodeRows(root)))];
  const chromium = await open();
  if (chromium === undefined) return rows;
  try {
    return [...rows, ...(await orWhyNot("Chromium", chromiumRows(chromium)))];
  } finally {
    await chromium.close();
  }
}

/** A host without relaxed SIMD, or one that fails, costs its own rows and no others. */
async function orWhyNot(host: string, rows: Promise<Row[]>): Promise<Row[]> {
  try {
    return await rows;
  } catch (error) {
    const note = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return [{ what: `kernel's start and memory, ${host}`, value: undefined, unit: "", note }];
  }
}

async function sizeRows(): Promise<Row[]> {
  const [{ source, plot }, { html }] = await Promise.all([kernelBundle(), kernelFrame()]);
  const sizes = [source, plot, html].map((text) => gzipSync(text).length / 1000);
  const [kernel, figures, frame] = sizes.map((size) => size.toFixed(1));
  return [
    {
      what: "kernel's scripts and document, gzipped",
      value: sizes.reduce((total, size) => total + size),
      unit: "kB",
      most: 450,
      note: `kernel with engine ${kernel}, Plot ${figures}, document ${frame}`,
    },
  ];
}

async function nodeRows(root: string): Promise<Row[]> {
  const child = await startOurs(root, "relaxed");
  try {
    const starts: Start[] = [];
    for (let i = 0; i < STARTS; i++) starts.push(await child.ask<Start>({ start: true }));
    // Another process: what the starts have used counts for nothing.
    const fresh = await startOurs(root, "relaxed");
    const used = await fresh.ask<Temporaries>({ temporaries: true }).finally(fresh.close);
    return [...startRows("Node", starts), peakRow("Node", used)];
  } finally {
    await child.close();
  }
}

/** A browser of its own, in which the only page with a past is this one. */
async function chromiumRows({ browser, pages }: Chromium): Promise<Row[]> {
  const page = await pages.openOurs("relaxed");
  const starts: Start[] = [];
  for (let i = 0; i < STARTS; i++) starts.push(await page.evaluate(() => globalThis.ours.start()));
  await page.close();
  const other = await pages.openOurs("relaxed");
  const before = await peakOf(browser);
  const ms = await other.evaluate(() => globalThis.ours.temporaries());
  const peak = await peakOf(browser);
  const used = before === undefined || peak === undefined ? undefined : { ms, before, peak };
  return [...startRows("Chromium", starts), peakRow("Chromium", used)];
}

function startRows(host: string, starts: readonly Start[]): Row[] {
  const evaluated = starts.map((one) => one.evaluated);
  const tensor = starts.map((one) => one.tensor);
  return [
    {
      what: `worker started, script evaluated, ${host}`,
      value: median(evaluated),
      unit: "ms",
      note: toSpread(evaluated),
    },
    {
      what: `from there to the first tensor, ${host}`,
      value: median(tensor),
      unit: "ms",
      most: 40,
      note: toSpread(tensor),
    },
  ];
}

function peakRow(host: string, used: Temporaries | undefined): Row {
  const what = `peak memory, ${STEPS.toLocaleString("en")} steps with two temporaries each, ${host}`;
  if (used === undefined)
    return { what, value: undefined, unit: "MB", note: "this system does not tell a renderer's memory" };
  const note = `${(used.before / 1e6).toFixed(0)} before the loop; it took ${(used.ms / 1000).toFixed(1)} s`;
  return { what, value: used.peak / 1e6, unit: "MB", most: PEAK, note };
}

/** The most resident memory, in bytes, that any renderer of a browser has had; undefined where /proc does not tell. */
async function peakOf(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const peaks = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => {
      try {
        return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1]) * 1024;
      } catch {
        return Number.NaN; // no /proc, or it has just ended
      }
    })
    .filter((bytes) => !Number.isNaN(bytes));
  return peaks.length === 0 ? undefined : Math.max(...peaks);
}
