/** Asks Jupyter's own tools, in the Python that `npm run setup` found. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { findJupyter } from "@/scripts/setup/find";

type Verb = "validate" | "execute" | "upgrade";

/** Runs one verb of judge.py and reads its answer. */
export function ask(verb: Verb, given: unknown): unknown {
  const python = findJupyter();
  if (python === undefined)
    throw new Error("jupyter: no Python with PyTorch and Jupyter's tools. Run `npm run setup`.");
  const { status, stdout, stderr } = spawnSync(python, [path.join(import.meta.dirname, "judge.py"), verb], {
    input: JSON.stringify(given),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
  });
  if (status !== 0) throw new Error(`judge.py ${verb}: exit ${status}: ${stderr.trim()}`);
  return JSON.parse(stdout);
}

/** What nbformat's validator says of each text: null where it accepts it. */
export function validate(texts: readonly string[]): (string | null)[] {
  return ask("validate", texts) as (string | null)[];
}
