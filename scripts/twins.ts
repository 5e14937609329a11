/**
 * Runs every lesson's PyTorch twins in real PyTorch, compares what they print with what the TypeScript prints, and commits it
 * to content/lessons/SLUG.twins.json. `--check` writes nothing and fails where that file is stale or differs.
 * The interpreter is $PYTHON, or else Debian's; without PyTorch it says so and goes on.
 */
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import {
  bakeToFile,
  ContentError,
  compareTwins,
  findSlugs,
  hashTwins,
  type LessonCell,
  loadText,
  loadTwins,
  type Problem,
  readLesson,
  type Twins,
  twinEndsSchema,
  twinsPath,
} from "@/lib/lessons/node";

const NO_TORCH = 3;
const ranSchema = z.object({
  torch: z.string(),
  python: z.string(),
  cells: z.array(
    z.object({
      id: z.string(),
      output: z.string(),
      ends: twinEndsSchema.nullable(),
      error: z.number().nullable(),
    }),
  ),
});
type Ran = z.infer<typeof ranSchema>;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<0 | 1> {
  const isCheck = args.includes("--check");
  const root = process.cwd();
  const named = args.filter((arg) => !arg.startsWith("--"));
  let code: 0 | 1 = 0;
  for (const slug of named.length > 0 ? named : await findSlugs(root)) {
    try {
      console.log(await runLesson({ root, slug, isCheck }));
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      console.error(error.message);
      code = 1;
    }
  }
  return code;
}

/** Runs, compares and commits one lesson's twins; one sentence says what was done. */
async function runLesson({
  root,
  slug,
  isCheck,
}: {
  root: string;
  slug: string;
  isCheck: boolean;
}): Promise<string> {
  const { file, text } = await loadText(root, slug);
  const { cells } = readLesson(text, file);
  const committed = await loadTwins(root, slug);
  const { baked } = await bakeToFile(root, slug);
  const ran = runPython(root, cells);
  if (!ran) {
    const problems = compareTwins({ file, cells, baked: baked.cells, twins: committed });
    if (isCheck && problems.length > 0) throw new ContentError(problems);
    return `${slug}: twin not run here (no PyTorch); ${Object.keys(hashTwins(cells)).length} twins skipped`;
  }
  const twins = toTwins(cells, ran);
  const problems = [
    ...compareTwins({ file, cells, baked: baked.cells, twins }),
    ...(isCheck ? findStale(file, committed, twins) : []),
    ...findFailed({ file, cells, ran }),
  ];
  if (!isCheck) await writeFile(twinsPath(root, slug), `${JSON.stringify(twins, null, 2)}\n`);
  if (problems.length > 0) throw new ContentError(problems);
  return `${slug}: ${ran.cells.length} twins print the same in PyTorch ${ran.torch}, Python ${ran.python}`;
}

function runPython(root: string, cells: readonly LessonCell[]): Ran | null {
  const twins = cells.flatMap(({ id, twin }) => (twin ? { id, source: twin.source } : []));
  const python = process.env.PYTHON ?? "/usr/bin/python3";
  const script = path.join(root, "scripts", "twins.py");
  const { status, stdout, stderr, error } = spawnSync(python, [script, path.join(root, "lib", "lab")], {
    input: JSON.stringify(twins),
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    // One thread and no bytecode beside lab.py: the same sums in the same order, and nothing left behind.
    env: { ...process.env, OMP_NUM_THREADS: "1", PYTHONDONTWRITEBYTECODE: "1" },
  });
  if (status === NO_TORCH || (error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") return null;
  if (error) throw error;
  if (status !== 0) throw new Error(`twins.py: exit ${status}: ${stderr.trim()}`);
  return ranSchema.parse(JSON.parse(stdout));
}

function toTwins(cells: readonly LessonCell[], { torch, python, cells: ran }: Ran): Twins {
  const hashes = hashTwins(cells);
  return {
    torch,
    python,
    cells: Object.fromEntries(
      ran.map(({ id, output, ends }) => [id, { hash: hashes[id] ?? "", output, ...(ends && { ends }) }]),
    ),
  };
}

function findStale(file: string, committed: Twins | null, twins: Twins): Problem[] {
  const isFresh = JSON.stringify(committed?.cells) === JSON.stringify(twins.cells);
  return isFresh
    ? []
    : [{ file, line: 1, text: "twins: what is committed is not what PyTorch prints; run npm run twins" }];
}

/** Twins that raised where their cell declares no error. */
function findFailed({
  file,
  cells,
  ran,
}: {
  file: string;
  cells: readonly LessonCell[];
  ran: Ran;
}): Problem[] {
  return ran.cells.flatMap(({ id, error, output }) => {
    const cell = cells.find((one) => one.id === id);
    if (error === null || !cell?.twin || cell.error !== undefined) return [];
    return [
      {
        file,
        line: cell.twin.line + error - 1,
        text: `twin ${id} failed: ${output.trimEnd().split("\n").at(-1)}`,
      },
    ];
  });
}
