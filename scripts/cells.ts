/**
 * Runs the cells of any MDX file in the notebook's kernel under Node: `npm run -s cells -- FILE.mdx`.
 * Standard output is one JSON line a cell and nothing else; what is wrong stands on standard error.
 * Exit: 0 as declared, 1 a cell failed undeclared or a declared error stayed away, 2 there was nothing to run.
 */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { ContentError, type LessonCell, readCells, runCells, toLine, withSvg } from "@/lib/lessons/node";
import { startNodeKernel } from "@/lib/notebook/kernel/node";

process.exitCode = await main(process.argv.slice(2));

async function main(files: string[]): Promise<0 | 1 | 2> {
  const [name] = files;
  if (name === undefined || files.length > 1)
    return refuse("cells: one MDX file wanted: npm run -s cells -- FILE.mdx");
  const file = toPath(name);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return refuse(`cells: no such file: ${name}`);
  try {
    const cells = readCells(readFileSync(file, "utf8"), name);
    if (cells.length === 0) return refuse(`${name}:1: no cells: a cell is a fence \`\`\`ts id=name`);
    return await runAll(cells, name);
  } catch (error) {
    if (error instanceof ContentError) return refuse(error.message);
    // Not the cells' fault: 1 would say that one of them failed.
    return refuse(`cells: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

async function runAll(cells: LessonCell[], file: string): Promise<0 | 1> {
  let code: 0 | 1 = 0;
  const css = readFileSync(new URL("../app/globals.css", import.meta.url), "utf8");
  const kernel = await startNodeKernel();
  const say = (problem: Parameters<typeof toLine>[0]) => {
    code = 1;
    process.stderr.write(`${toLine(problem)}\n`);
  };
  try {
    for await (const { id, state, outputs } of runCells(cells, { kernel, file, say }))
      process.stdout.write(
        `${JSON.stringify({ id, state, outputs: outputs.map((output) => withSvg(output, css)) })}\n`,
      );
  } finally {
    await kernel.close();
  }
  return code;
}

/** npm runs its verbs in the repository's root: a relative path is meant from where the reader stands. */
function toPath(name: string): string {
  const typedIn = process.env.npm_lifecycle_event === "cells" ? process.env.INIT_CWD : undefined;
  return path.resolve(typedIn ?? process.cwd(), name);
}

function refuse(message: string): 2 {
  process.stderr.write(`${message}\n`);
  return 2;
}
