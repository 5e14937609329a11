import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { build } from "esbuild";
import { kernelBundle } from "@/lib/notebook/kernel/bundle";
import { findChromium } from "../../setup/find";
import { launch } from "../browser";
import { serveFiles } from "../serve";
import { BUILDS, type BuildName, scriptFor } from "./builds";
import type { Sample } from "./contender";
import type {} from "./ours-page";
import { bundleRival, packagesOf, type Rival } from "./rivals";

declare global {
  var sample: (work: string) => Promise<Sample>;
}

/** Pages for the engine and for the rivals, from one server. */
export interface Pages {
  openOurs(build: BuildName): Promise<Page>;
  openRival(rival: Rival): Promise<Page>;
  close(): Promise<void>;
}

/** A browser of its own, and the pages. */
export interface Chromium {
  browser: Browser;
  pages: Pages;
  close(): Promise<void>;
}

/** Undefined where there is no Chromium. */
export async function openChromium(root: string): Promise<Chromium | undefined> {
  if (findChromium() === undefined) return undefined;
  const browser = await launch();
  const pages = await servePages(root, browser);
  return {
    browser,
    pages,
    close: async () => {
      await browser.close();
      await pages.close();
    },
  };
}

async function servePages(root: string, browser: Browser): Promise<Pages> {
  const folder = path.join(root, "node_modules", ".cache", "fan-in", "bench");
  await writePages(root, folder);
  const packages = packagesOf(root);
  const server = await serveFiles((address) =>
    address.startsWith("/packages/")
      ? path.join(packages, path.normalize(address.slice("/packages".length)))
      : path.join(folder, path.basename(address)),
  );
  async function open(address: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(server.address + address, { waitUntil: "load" });
    return page;
  }
  return {
    openOurs: (name) => open(`/ours.html?build=${name}`),
    async openRival(rival) {
      const bundled = await bundleRival(root, rival, "page");
      writeFileSync(path.join(folder, `${rival.file}.js`), readFileSync(bundled));
      writeFileSync(path.join(folder, `${rival.file}.html`), toHtml(rival.file));
      return open(`/${rival.file}.html`);
    },
    close: server.close,
  };
}

async function writePages(root: string, folder: string): Promise<void> {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const { source } = await kernelBundle();
  for (const name of BUILDS) writeFileSync(path.join(folder, `kernel-${name}.js`), scriptFor(name, source));
  writeFileSync(path.join(folder, "ours.html"), toHtml("ours"));
  await build({
    entryPoints: [path.join(root, "scripts", "bench", "engine", "ours-page.ts")],
    outfile: path.join(folder, "ours.js"),
    bundle: true,
    format: "esm",
    target: "es2022",
    alias: { "@": root },
    logLevel: "silent",
  });
}

function toHtml(script: string): string {
  return `<!doctype html><meta charset="utf-8"><title>${script}</title><script type="module" src="/${script}.js"></script>\n`;
}
