/** The lessons' files. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** Slugs of all lessons, in the order of their numbers. */
export async function findSlugs(root: string): Promise<string[]> {
  const names = await readdir(path.join(root, "content", "lessons"));
  return names
    .filter((name) => name.endsWith(".mdx"))
    .map((name) => path.basename(name, ".mdx"))
    .sort();
}

/** A lesson's file, named as messages name it, and its text. */
export async function loadText(root: string, slug: string): Promise<{ file: string; text: string }> {
  const file = path.join("content", "lessons", `${slug}.mdx`);
  return { file, text: await readFile(path.join(root, file), "utf8") };
}
