import type { Stage } from "./stages";
import { type Tally, toTally } from "./tally";

/** Which stages run, and what a missing package means. */
export interface StageOptions {
  root: string;
  /** On CI a stage that was skipped for want of a package has failed. */
  strict: boolean;
  log?: (line: string) => void;
  now?: () => number;
}

/** How one stage went. */
export interface StageResult {
  name: string;
  tally: Tally;
  note: string;
  seconds: number;
}

/** Chooses by `--only a,b` or `--deep`; an unknown name throws with the names that there are. */
export function chooseStages(all: readonly Stage[], args: readonly string[]): Stage[] {
  const only = maybeOption(args, "--only");
  if (only !== undefined) {
    const names = only.split(",").map((name) => name.trim());
    const unknown = names.find((name) => !all.some((stage) => stage.name === name));
    if (unknown !== undefined) {
      throw new Error(
        `test: --only takes names of stages, got "${unknown}". There are: ${all.map(({ name }) => name).join(", ")}`,
      );
    }
    return all.filter((stage) => names.includes(stage.name));
  }
  return all.filter((stage) => (stage.deep ?? false) === args.includes("--deep"));
}

/** Runs the stages one after the other; one that throws has failed, and the next ones still run. */
export async function runStages(chosen: readonly Stage[], options: StageOptions): Promise<StageResult[]> {
  const { root, strict, log = console.log, now = Date.now } = options;
  const results: StageResult[] = [];
  for (const stage of chosen) {
    log(`\n── ${stage.name} ──`);
    const start = now();
    const { tally, note } = await runStage(stage, { root, strict, log });
    results.push({ name: stage.name, tally, note, seconds: (now() - start) / 1000 });
  }
  return results;
}

async function runStage(
  stage: Stage,
  { root, strict, log = console.log }: StageOptions,
): Promise<Pick<StageResult, "tally" | "note">> {
  try {
    const outcome = await stage.run(root);
    if (!("missing" in outcome)) return { tally: outcome, note: "" };
    log(`${stage.name}: skipped, ${outcome.missing}`);
    if (strict) return { tally: toTally(false), note: `needed on CI, but ${outcome.missing}` };
    return { tally: { passed: 0, failed: 0, skipped: 1 }, note: `skipped, ${outcome.missing}` };
  } catch (error) {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { tally: toTally(false), note: "crashed" };
  }
}

function maybeOption(args: readonly string[], name: string): string | undefined {
  const index = args.indexOf(name);
  if (index >= 0) return args[index + 1] ?? "";
  return args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
}
