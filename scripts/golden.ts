import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findStaleGoldens } from "./golden-check/compare";
import { findPyTorch } from "./setup/find";

/**
 * `npm run golden` has the reference PyTorch print tests/golden/*.json anew; with `--check` it prints them elsewhere and
 * compares. It ends with 3 where it cannot compare: other PyTorch versions and processors give other last digits.
 */
const reference = "1.13 AVX2";
const unable = 3;
const root = process.cwd();
process.exitCode = main(process.argv.includes("--check"));

function main(isCheck: boolean): number {
  const python = findPyTorch();
  if (python === undefined) return giveUp("no PyTorch was found. Run `npm run setup`.");
  const found = describeTorch(python);
  if (found !== reference) return giveUp(`the goldens are of PyTorch ${reference}, and this is ${found}.`);
  if (!isCheck) return runPrograms(python, root) ? 0 : 1;

  const copy = mkdtempSync(path.join(tmpdir(), "fan-in-golden-"));
  try {
    cpSync(path.join(root, "scripts", "golden"), path.join(copy, "scripts", "golden"), { recursive: true });
    cpSync(path.join(root, "lib", "lab"), path.join(copy, "lib", "lab"), { recursive: true });
    mkdirSync(path.join(copy, "tests", "golden"), { recursive: true });
    if (!runPrograms(python, copy)) return 1;
    const stale = findStaleGoldens(readGoldens(root), readGoldens(copy));
    for (const { name, difference } of stale)
      console.error(
        `golden: tests/golden/${name}: ${difference}. Run \`npm run golden\` and look at what changed.`,
      );
    if (stale.length === 0) console.log("golden: PyTorch prints what is committed");
    return stale.length === 0 ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function giveUp(why: string): number {
  console.error(`golden: not compared: ${why}`);
  return unable;
}

/** Runs every program that says at its head which golden it writes; the others are their libraries. */
function runPrograms(python: string, at: string): boolean {
  const folder = path.join(at, "scripts", "golden");
  const programs = readdirSync(folder)
    .filter(
      (name) =>
        name.endsWith(".py") && /tests\/golden\/[\w-]+\.json/.test(docstring(path.join(folder, name))),
    )
    .sort();
  return programs.every((name) => {
    console.log(`golden: ${name}`);
    const { status, error } = spawnSync(python, [path.join(folder, name)], {
      cwd: at,
      stdio: ["ignore", "inherit", "inherit"],
      env: environment(),
    });
    if (error) throw error;
    if (status !== 0) console.error(`golden: ${name} ended with ${status}`);
    return status === 0;
  });
}

function docstring(file: string): string {
  return /^"""[\s\S]*?"""/.exec(readFileSync(file, "utf8"))?.[0] ?? "";
}

function describeTorch(python: string): string {
  const code =
    'import re, torch; print(".".join(torch.__version__.split(".")[:2]), re.search("capability usage: (.*)", torch.__config__.show()).group(1))';
  return spawnSync(python, ["-c", code], { encoding: "utf8", env: environment() }).stdout.trim();
}

/** One thread and the reference's instructions: the same sums in the same order. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, OMP_NUM_THREADS: "1", ATEN_CPU_CAPABILITY: "avx2", PYTHONDONTWRITEBYTECODE: "1" };
}

function readGoldens(at: string): Map<string, string> {
  const folder = path.join(at, "tests", "golden");
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
}
