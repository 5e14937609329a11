/**
 * Writes every lesson (or those named by their slugs) as two Jupyter notebooks: `npm run -s notebooks -- DIR [SLUG ...]`.
 * SLUG.python.ipynb holds the PyTorch twins and runs anywhere; SLUG.typescript.ipynb comes back to the site as it was.
 * Standard output is one path a line. Exit: 0 written, 1 a lesson is broken, 2 there was nowhere to write to.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ContentError, findSlugs } from "@/lib/lessons/node";
import { makeNotebooks } from "./notebooks/make";

process.exitCode = await main(process.argv.slice(2));

async function main([folder, ...named]: string[]): Promise<0 | 1 | 2> {
  if (folder === undefined) {
    console.error("notebooks: a folder is wanted: npm run -s notebooks -- DIR");
    return 2;
  }
  const root = process.cwd();
  const site = process.env.SITE_URL?.replace(/\/+$/, "");
  const target = path.resolve(process.env.INIT_CWD ?? root, folder);
  mkdirSync(target, { recursive: true });
  let code: 0 | 1 = 0;
  for (const slug of named.length > 0 ? named : await findSlugs(root)) {
    try {
      for (const { name, text } of await makeNotebooks(slug, { root, site })) {
        writeFileSync(path.join(target, name), text);
        console.log(path.join(target, name));
      }
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      console.error(error.message);
      code = 1;
    }
  }
  return code;
}
