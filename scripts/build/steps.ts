import { rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { type BuildOptions, build } from "esbuild";
import { collectSiteScripts } from "../csp";
import { compressAssets } from "./compress-assets";
import { runNode } from "./run";

/** One step of a build; it throws when it fails. */
export interface Step {
  name: string;
  run: (root: string) => Promise<void>;
}

/** The steps of a build, in order. Whatever stands before Next writes what the pages import. */
export const buildSteps: readonly Step[] = [
  { name: "kernel", run: (root) => node(root, ["--import", "tsx", "scripts/build-kernel.ts"]) },
  { name: "declarations", run: (root) => node(root, ["--import", "tsx", "scripts/build-declarations.ts"]) },
  { name: "lesson outputs", run: (root) => node(root, ["--import", "tsx", "scripts/bake.ts"]) },
  { name: "pages", run: (root) => node(root, ["node_modules/next/dist/bin/next", "build"]) },
  { name: "compression", run: compressAssets },
  { name: "security policy", run: writePolicy },
  { name: "server", run: bundleServer },
];

async function node(root: string, args: string[]): Promise<void> {
  const env = { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
  const code = await runNode(args, { cwd: root, env });
  if (code !== 0)
    throw new Error(`build: ${args.at(-1)} ended with ${code}; what it printed above says why.`);
}

async function writePolicy(root: string): Promise<void> {
  const target = path.join(root, ".next", "csp.json");
  await writeFile(`${target}.new`, JSON.stringify(await collectSiteScripts(root), null, 1));
  await rename(`${target}.new`, target);
}

/** Bundles server.ts and what it imports of ours; packages stay outside. */
export async function bundleServer(root: string): Promise<void> {
  await build({ ...serverBundle(root), outfile: path.join(root, ".next", "server.mjs") });
}

/** What esbuild is told about the server; a test looks at what goes into it. */
export function serverBundle(root: string): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: ["server.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  };
}
