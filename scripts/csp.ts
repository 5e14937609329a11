import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { findInlineScripts } from "./serve/inline-scripts";
import type { ScriptHash, SiteScripts } from "./serve/policy";

/** Collects the inline scripts of every page and kernel frame that the build in `root` has made. */
export async function collectSiteScripts(root: string): Promise<SiteScripts> {
  const pages = await hashFiles(path.join(root, ".next/server/app"));
  const legacy = await hashFiles(path.join(root, ".next/server/pages"));
  const frames = await hashFiles(path.join(root, "public/kernel"));
  const take = (name: string) => pages.get(name) ?? [];
  const routes = [...pages]
    .filter(([name]) => !name.startsWith("_"))
    .map(([name, hashes]) => [name === "index" ? "/" : `/${name}`, hashes] as const);
  return {
    routes: Object.fromEntries(routes),
    notFound: union(take("_not-found"), legacy.get("404") ?? []),
    error: union(take("_global-error"), legacy.get("500") ?? []),
    kernels: Object.fromEntries([...frames].map(([name, hashes]) => [`/kernel/${name}.html`, hashes])),
  };
}

/** Hashes by path without `.html`; a folder that the build did not make holds none. */
async function hashFiles(folder: string): Promise<Map<string, ScriptHash[]>> {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const found = new Map<string, ScriptHash[]>();
  for (const name of names.filter((name) => name.endsWith(".html")).sort()) {
    const html = await readFile(path.join(folder, name), "utf8");
    found.set(name.slice(0, -".html".length).split(path.sep).join("/"), findInlineScripts(html));
  }
  return found;
}

function union(...lists: ScriptHash[][]): ScriptHash[] {
  return [...new Set(lists.flat())];
}
