import { access, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { SiteScripts } from "../serve/policy";
import { toFingerprint } from "./fingerprint";
import { withLock } from "./lock";
import type { Step } from "./steps";

/** How a build is asked for. */
export interface EnsureOptions {
  /** Build even when nothing has changed. */
  force?: boolean;
  /** Those of steps.ts, which are loaded only when there is something to build: a start is quicker without esbuild. */
  steps?: readonly Step[];
  log?: (line: string) => void;
}

/** Builds the site in `root` unless the last whole build was made from the very same sources. One process builds at a time. */
export async function ensureBuilt(root: string, options: EnsureOptions = {}): Promise<"built" | "current"> {
  const { log = console.log } = options;
  const lock = path.join(root, "node_modules", ".cache", "fan-in-build.lock");
  const onWait = (owner: number) => log(`Another build is running (process ${owner}): waiting for it.`);
  return withLock(lock, () => buildInside(root, { ...options, log }), { onWait });
}

async function buildInside(
  root: string,
  options: EnsureOptions & { log: (line: string) => void },
): Promise<"built" | "current"> {
  const { force = false, log } = options;
  const fingerprint = await toFingerprint(root);
  if (!force && (await isCurrent(root, fingerprint))) return "current";
  const steps = options.steps ?? (await import("./steps")).buildSteps;
  const marker = markerOf(root);
  await rm(marker, { force: true });
  for (const [index, step] of steps.entries()) {
    log(`\nBuild ${index + 1}/${steps.length}: ${step.name}`);
    await step.run(root);
  }
  // Invariant: the marker is written last and at once, so a build that was cut off is never taken for a whole one.
  await writeFile(`${marker}.new`, JSON.stringify({ fingerprint }));
  await rename(`${marker}.new`, marker);
  return "built";
}

/** True when the build in `root` is whole and made from sources with this fingerprint. */
export async function isCurrent(root: string, fingerprint: string): Promise<boolean> {
  const marker = await maybeJson<{ fingerprint: string }>(markerOf(root));
  if (marker?.fingerprint !== fingerprint) return false;
  const site = await maybeJson<SiteScripts>(path.join(root, ".next", "csp.json"));
  if (site === undefined) return false;
  const outputs = [
    ".next/server.mjs",
    ".next/BUILD_ID",
    ...Object.keys(site.kernels).map((frame) => `public${frame}`),
  ];
  const present = await Promise.all(outputs.map((output) => exists(path.join(root, output))));
  return present.every(Boolean);
}

function markerOf(root: string): string {
  return path.join(root, ".next", "fan-in-build.json");
}

async function maybeJson<T>(file: string): Promise<T | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined); // no such file: nothing was built
  if (text === undefined) return undefined;
  return JSON.parse(text);
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
