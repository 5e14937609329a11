/** Runs the cells of all lessons (or of those named by their slugs) and keeps their outputs in .baked/, where the text or the engine changed. */
import { bakeToFile, ContentError, findSlugs } from "@/lib/lessons/node";

process.exitCode = await main(process.argv.slice(2));

async function main(named: string[]): Promise<0 | 1> {
  const root = process.cwd();
  let code: 0 | 1 = 0;
  for (const slug of named.length > 0 ? named : await findSlugs(root)) {
    try {
      const { baked, ran } = await bakeToFile(root, slug);
      const seconds = baked.cells.reduce((sum, { elapsed }) => sum + elapsed, 0) / 1000;
      console.log(
        ran ? `baked ${slug}: ${baked.cells.length} cells, ${seconds.toFixed(1)} s` : `${slug} is up to date`,
      );
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      console.error(error.message);
      code = 1;
    }
  }
  return code;
}
