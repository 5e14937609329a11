import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuilt } from "../build/ensure";
import { runNode } from "../build/run";
import { findFreePort } from "../serve/free-port";
import { findChromium, findJupyter, findPyTorch, findWebKit } from "../setup/find";
import { readPlaywrightReport, readVitestReport, type Tally, toTally } from "./tally";

/** A stage that could not run for want of a package, and what to do about it. */
export interface Missing {
  missing: string;
}

/** One stage of `npm test`. */
export interface Stage {
  name: string;
  /** Left out of a plain run: only with `--deep` or by name. */
  deep?: true;
  run: (root: string) => Promise<Tally | Missing>;
}

/** All stages, in the order in which they run: the quick ones first. */
export const stages: readonly Stage[] = [
  { name: "types", run: types },
  { name: "lint", run: (root) => bin(root, "@biomejs/biome/bin/biome", ["check", "."]) },
  { name: "notices", run: (root) => script(root, "scripts/notices.ts", ["--check"]) },
  { name: "wasm", run: (root) => script(root, "scripts/build-wasm.ts", ["--check"]) },
  { name: "names", run: (root) => script(root, "scripts/names.ts", ["--check"]) },
  { name: "knip", run: (root) => bin(root, "knip/bin/knip.js", []) },
  { name: "architecture", run: (root) => vitest(root, "architecture") },
  { name: "units", run: (root) => vitest(root, "units") },
  { name: "lessons", run: (root) => vitest(root, "lessons") },
  {
    name: "twins",
    run: withPyTorch((root, python) => script(root, "scripts/twins.ts", ["--check"], { PYTHON: python })),
  },
  { name: "build", run: build },
  { name: "browser", run: (root) => playwright(root, "tests/e2e") },
  { name: "webkit", deep: true, run: webkit },
  { name: "jupyter", deep: true, run: jupyter },
  {
    name: "golden",
    deep: true,
    run: withPyTorch(golden),
  },
];

async function types(root: string): Promise<Tally> {
  // Next writes the types of its routes and of what is not TypeScript, such as an imported style sheet.
  const generated = await node(root, ["node_modules/next/dist/bin/next", "typegen"]);
  return generated === 0 ? bin(root, "typescript/bin/tsc", ["--noEmit"]) : toTally(false);
}

async function build(root: string): Promise<Tally> {
  await ensureBuilt(root);
  return toTally(true);
}

async function vitest(root: string, project: string): Promise<Tally> {
  return withReport(async (report) => {
    const args = [
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ];
    const code = await node(root, ["node_modules/vitest/vitest.mjs", ...args]);
    return readVitestReport(readJson(report), code);
  });
}

async function playwright(root: string, folder: string): Promise<Tally | Missing> {
  if (findChromium() === undefined) return { missing: "no Chromium: npm run setup" };
  return withReport(async (report) => {
    const env = { FANIN_TEST_PORT: String(await findFreePort()), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const args = ["node_modules/@playwright/test/cli.js", "test", folder, "--reporter=list,json"];
    const code = await node(root, args, env);
    return readPlaywrightReport(readJson(report), code);
  });
}

async function webkit(root: string): Promise<Tally | Missing> {
  return findWebKit() === undefined
    ? { missing: "no WebKitWebDriver: npm run setup" }
    : vitest(root, "webkit");
}

async function jupyter(root: string): Promise<Tally | Missing> {
  return findJupyter() === undefined
    ? { missing: "no Jupyter with PyTorch: npm run setup" }
    : vitest(root, "jupyter");
}

/** Another PyTorch or processor than the goldens' own has nothing to say about them: no failure, on CI neither. */
async function golden(root: string, python: string): Promise<Tally> {
  const code = await node(root, ["--import", "tsx", "scripts/golden.ts", "--check"], { PYTHON: python });
  return code === 3 ? { passed: 0, failed: 0, skipped: 1 } : toTally(code === 0);
}

function withPyTorch(run: (root: string, python: string) => Promise<Tally>): Stage["run"] {
  return async (root) => {
    const python = findPyTorch();
    return python === undefined ? { missing: "no PyTorch: npm run setup" } : run(root, python);
  };
}

async function bin(root: string, file: string, args: readonly string[]): Promise<Tally> {
  return toTally((await node(root, [`node_modules/${file}`, ...args])) === 0);
}

async function script(
  root: string,
  file: string,
  args: readonly string[],
  env?: Record<string, string>,
): Promise<Tally> {
  return toTally((await node(root, ["--import", "tsx", file, ...args], env)) === 0);
}

function node(root: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return runNode(args, { cwd: root, env: { NEXT_TELEMETRY_DISABLED: "1", ...env } });
}

async function withReport(run: (file: string) => Promise<Tally>): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), "fan-in-test-"));
  try {
    return await run(path.join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
